"""What `--debug` shows."""

import pytest

from reviewer.cli import main
from reviewer.cli.diagnosis import diagnosed


def test_timings_are_told_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    """`--debug timings` says how long the command took."""
    assert main(["profiles", "--debug", "timings"]) == 0
    assert "ms" in capsys.readouterr().err


def test_without_a_topic_nothing_is_wrapped() -> None:
    """A command that is not debugged runs as it is."""

    def command() -> int:
        return 0

    assert diagnosed(command, ()) is command

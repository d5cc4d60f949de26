"""From arguments to tasks."""

from collections.abc import Sequence

import pytest

from reviewer.cli import main
from reviewer.cli.parser import with_command


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ([], ["open"]),
        (["a.review"], ["open", "a.review"]),
        (["--sample"], ["open", "--sample"]),
        (["score", "a.review"], ["score", "a.review"]),
        (["--version"], ["--version"]),
    ],
)
def test_files_without_a_command_are_for_the_desk(given: Sequence[str], read: list[str]) -> None:
    """`reviewer FILE` is `reviewer open FILE`."""
    assert with_command(given) == read


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["no-such-file.txt"], "no-such-file.txt: there is no such file"),
        (["new", "a.review"], "--target"),
        (["formats", "--jso"], "--jso"),
        (["formats", "--debug", "weather"], "weather"),
    ],
)
def test_wrong_use_is_one_line(arguments: list[str], part: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It names what is wrong on stderr, and the exit code is 2."""
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert part in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""

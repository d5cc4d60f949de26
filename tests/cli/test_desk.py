"""`reviewer open`."""

import sys

import pytest

from reviewer.cli import main


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_the_desk_without_a_display_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Qt would kill the process instead."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 2
    assert "no display" in capsys.readouterr().err


def test_a_missing_file_is_told_before_a_window_opens(capsys: pytest.CaptureFixture[str]) -> None:
    """The line names the file."""
    assert main(["open", "no-such-file.txt"]) == 2
    assert "no-such-file.txt: there is no such file" in capsys.readouterr().err

"""How commands end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer.cli.outcome import Task, guarded

ROOT = Path(__file__).resolve().parents[2]


def test_what_nobody_foresaw_is_one_line_and_a_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The line names the file that holds the traceback."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert guarded(lambda: Task(lambda: int("x"))) == 2
    line = capsys.readouterr().err
    assert line.count("\n") == 1
    assert "ValueError" in Path(line.rpartition("with ")[2].strip()).read_text(encoding="utf-8")


def test_what_nobody_foresaw_is_shown_when_debugging() -> None:
    """With --debug the exception comes through."""
    with pytest.raises(ValueError, match="invalid literal"):
        guarded(lambda: Task(lambda: int("x"), is_debugging=True))


def test_a_fault_of_the_system_names_its_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No traceback for a missing folder."""
    missing = tmp_path / "missing"
    assert guarded(lambda: Task(lambda: len(missing.read_text(encoding="utf-8")))) == 2
    assert str(missing) in capsys.readouterr().err


def test_an_interrupted_command_ends_quietly(capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl+C is no error to explain."""

    def interrupt() -> int:
        raise KeyboardInterrupt

    assert guarded(lambda: Task(interrupt)) == 130
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    """Writing to a pipe that nobody reads ends in silence."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "reviewer", "formats"]
    done = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")

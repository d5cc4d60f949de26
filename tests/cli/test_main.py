"""The command line as a whole."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from reviewer import __version__
from reviewer.cli import main
from reviewer.cli.command import COMMANDS, Command
from reviewer.cli.outcome import Task, guarded
from reviewer.cli.parser import with_command

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str, cwd: Path, code: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    command = [sys.executable, *(["-c", code] if code else ["-m", "reviewer"]), *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


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


def test_command_names_are_unique() -> None:
    """Every command can be reached."""
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_explains_itself(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    """Help is printed on stdout, and that is success."""
    with pytest.raises(SystemExit) as ended:
        main([command.name, "--help"])
    assert ended.value.code == 0
    assert command.help.split()[0] in capsys.readouterr().out


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """`--version` prints name and number."""
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"reviewer {__version__}\n"


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


def test_timings_are_told_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    """`--debug timings` says how long the command took."""
    assert main(["profiles", "--debug", "timings"]) == 0
    assert "ms" in capsys.readouterr().err


def test_everything_but_the_desk_works_without_qt(tmp_path: Path) -> None:
    """Qt is not even imported."""
    code = (
        "import sys; from reviewer.cli import main; "
        "codes = [main(line.split()) for line in sys.argv[1:]]; "
        "print(codes, [name for name in sys.modules if name.startswith('PySide6')])"
    )
    (tmp_path / "a.txt").write_text("यह एक वाक्य है।\n", encoding="utf-8")
    lines = ("new a.review --target a.txt", "score a.review", "export a.review --to a.docx", "formats")
    done = run(*lines, cwd=tmp_path, code=code)
    assert done.stdout.splitlines()[-1] == "[0, 0, 0, 0] []"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    """Writing to a pipe that nobody reads ends in silence."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "reviewer", "formats"]
    done = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_the_desk_without_a_display_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Qt would kill the process instead."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 2
    assert "no display" in capsys.readouterr().err

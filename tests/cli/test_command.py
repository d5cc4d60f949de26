"""The commands as data."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer import __version__
from reviewer.cli import main
from reviewer.cli.command import COMMANDS, Command

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str, cwd: Path, code: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    command = [sys.executable, *(["-c", code] if code else ["-m", "reviewer"]), *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


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

"""The compiling process leaves what is there, and says what ails it."""

from pathlib import Path

import pytest

from reviewer.scoring.engine import cache, compile, kernel  # noqa: A004 - the module's name is what it does


@pytest.mark.usefixtures("kernels")
def test_what_is_compiled_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is compiled twice."""
    monkeypatch.setattr("sys.argv", ["compile"])
    before = {name: cache.folder(name).stat().st_mtime_ns for name in kernel.Kernel}
    assert compile.main() == 0
    assert {name: cache.folder(name).stat().st_mtime_ns for name in kernel.Kernel} == before


def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The process ends with 1 and the reason, not with a traceback."""
    (tmp_path / "file").touch()
    monkeypatch.setenv(cache.FOLDER, str(tmp_path / "file"))
    monkeypatch.setattr("sys.argv", ["compile"])
    assert compile.main() == 1
    assert "file" in capsys.readouterr().err

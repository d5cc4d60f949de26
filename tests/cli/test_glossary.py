"""`reviewer glossary`, and `check --glossary`."""

import json
from pathlib import Path

import pytest

from reviewer.cli import main
from reviewer.formats.glossary import tbx


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one article."""
    (tmp_path / "hi.txt").write_text("समझौते पर दस्तख़त हुए।\n", encoding="utf-8")
    (tmp_path / "en.txt").write_text("The treaty was signed.\n", encoding="utf-8")
    (tmp_path / "g.csv").write_text(
        "English,Hindi,Forbidden\ntreaty,संधि,समझौता\npact,,\ntreaty,संधि,\n", encoding="utf-8"
    )
    path = tmp_path / "p.review"
    assert (
        main(["new", str(path), "--target", str(tmp_path / "hi.txt"), "--source", str(tmp_path / "en.txt")])
        == 0
    )
    return path


def test_a_file_is_imported_listed_and_exported(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The counts are told; TBX holds what the project does."""
    capsys.readouterr()
    assert (
        main(["glossary", "import", str(project.with_name("g.csv")), "--project", str(project), "--json"])
        == 0
    )
    told = json.loads(capsys.readouterr().out)
    assert [told[k] for k in ("read", "new", "changed", "duplicates", "skipped")] == [4, 1, 0, 1, 1]
    assert main(["glossary", "list", str(project), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["terms"][0]["forbidden"] == ["समझौता"]
    out = project.with_name("out.tbx")
    assert main(["glossary", "export", str(project), str(out)]) == 0
    assert tbx.read(out).terms[0].approved == ("संधि",)
    assert main(["check", str(project), "--only", "term.glossary", "--fail-on", "error"]) == 1


def test_a_check_takes_glossaries(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without changing the project."""
    order = ["check", str(project), "--only", "term.glossary", "--fail-on", "error"]
    assert main(order) == 0
    assert main([*order, "--glossary", str(project.with_name("g.csv"))]) == 1
    assert "संधि" in capsys.readouterr().out


def test_wrong_use_is_one_line(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An import needs a project; a picture is no glossary."""
    assert main(["glossary", "import", str(project.with_name("g.csv"))]) == 2
    assert main(["glossary", "export", str(project), str(project.with_name("x.png"))]) == 2
    assert capsys.readouterr().err.count("\n") == 2

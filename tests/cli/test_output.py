"""`reviewer export` and `reviewer report`."""

from pathlib import Path

import pytest

from reviewer.cli import main


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of two documents in the current folder."""
    for name, text in (("one.txt", "पहला वाक्य।\n"), ("two.txt", "दूसरा वाक्य।\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    main(["new", "a.review", "--target", "one.txt"])
    main(["import", "a.review", "two.txt"])
    return tmp_path / "a.review"


@pytest.mark.parametrize("suffix", ["docx", "html", "tsv", "jsonl", "txt"])
def test_a_review_is_exported_by_the_files_ending(
    suffix: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file is there, and its format is said."""
    target = project.with_name(f"out.{suffix}")
    assert main(["export", str(project), "--to", str(target), "--document", "1"]) == 0
    assert target.stat().st_size > 0
    assert "1 document" in capsys.readouterr().out.splitlines()[-1]


def test_a_format_can_be_named(project: Path) -> None:
    """The ending then does not matter."""
    target = project.with_name("out.data")
    assert main(["export", str(project), "--to", str(target), "--format", "jsonl"]) == 0
    assert target.read_bytes().startswith(b"{")


def test_one_document_can_be_chosen(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Documents count from one."""
    target = project.with_name("out.txt")
    assert main(["export", str(project), "--to", str(target), "--document", "2"]) == 0
    assert target.read_text(encoding="utf-8") == "दूसरा वाक्य।\n"
    assert main(["export", str(project), "--to", str(target), "--document", "3"]) == 2
    assert "no document 3" in capsys.readouterr().err


def test_the_project_is_never_the_target(project: Path) -> None:
    """Exporting onto the project would destroy it."""
    before = project.read_bytes()
    assert main(["export", str(project), "--to", str(project), "--format", "jsonl"]) == 2
    assert project.read_bytes() == before


def test_an_unknown_ending_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The line says which endings there are."""
    assert main(["export", str(project), "--to", "out.xyz"]) == 2
    assert ".docx" in capsys.readouterr().err


def test_the_report_is_a_web_page(project: Path) -> None:
    """It holds the titles of the documents."""
    target = project.with_name("report.html")
    assert main(["report", str(project), "--to", str(target)]) == 0
    assert "two" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", ["html", "pdf", "xlsx", "json", "md", "tex"])
def test_the_report_is_written_as_the_file_ends(
    suffix: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each kind of file says how much it is about."""
    target = project.with_name(f"report.{suffix}")
    assert main(["report", str(project), "--to", str(target)]) == 0
    assert target.stat().st_size > 0
    assert capsys.readouterr().out.endswith("score report, 2 documents, 2 segments\n")


def test_several_projects_are_one_report(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A document then cannot be named by its number."""
    target = project.with_name("report.json")
    assert main(["report", str(project), str(project), "--to", str(target)]) == 0
    assert "4 documents" in capsys.readouterr().out
    assert main(["report", str(project), str(project), "--to", str(target), "--document", "1"]) == 2
    assert "Give one project" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--document", "2"], "1 document, 1 segments"),
        (["--system", "nobody"], "0 documents, 0 segments; engine nobody"),
        (["--since", "2000-01-01", "--until", "2000-01-02"], "0 documents"),
        (["--since", "2000-01-01", "--role", "body"], "2 documents, 2 segments; from 2000-01-01; role body"),
        (["--editor", "a", "--desk", "b", "--type", "style"], "editor a; desk b; error type style"),
    ],
)
def test_a_report_is_about_what_is_chosen(
    arguments: list[str], told: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All conditions hold together; nothing fits some of them, and that is no error."""
    assert main(["report", str(project), "--to", "report.json", *arguments]) == 0
    assert told in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--since", "yesterday"], "2026-01-31"),
        (["--resamples", "3"], "100 or more"),
        (["--seed", "-1"], "seed"),
        (["--document", "7"], "no document 7"),
        (["--profile", "nothing"], "nothing"),
        (["--role", "poem"], "poem"),
    ],
)
def test_wrong_wishes_are_refused_in_one_line(
    arguments: list[str], told: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No file is written."""
    assert main(["report", str(project), "--to", "report.json", *arguments]) == 2
    said = capsys.readouterr().err
    assert told in said
    assert said.count("\n") == 1
    assert not Path("report.json").exists()


def test_reports_in_other_forms_are_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The line says which endings there are."""
    assert main(["report", str(project), "--to", "report.odp"]) == 2
    assert ".html" in capsys.readouterr().err


def test_the_project_is_never_the_reports_target(project: Path) -> None:
    """Reporting onto the project would destroy it."""
    before = project.read_bytes()
    assert main(["report", str(project), "--to", str(project)]) == 2
    assert project.read_bytes() == before


def test_writing_a_review_changes_not_a_byte_of_the_project(project: Path) -> None:
    """Reading is reading."""
    before = project.read_bytes()
    main(["export", str(project), "--to", str(project.with_name("out.html"))])
    main(["report", str(project), "--to", str(project.with_name("report.html"))])
    assert project.read_bytes() == before
    assert sorted(path.name for path in project.parent.glob("a.review*")) == ["a.review"]

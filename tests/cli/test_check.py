"""`reviewer check`."""

import json
from pathlib import Path

import pytest

from reviewer.checks.catalogue import all_checks
from reviewer.cli import check, main
from reviewer.domain.answer import Scope
from reviewer.review.inspection.inspection import Inspection
from reviewer.review.session import Session
from tests.review.inspection.specimen import Broken, settle

CLEAN = "अदालत ने सोमवार को फ़ैसला सुनाया।\n"
BROKEN = "अदालत ने सोमवार को\u200b फ़ैसला सुनाया।\n"
"""With an invisible character after the fourth word, which is an error in any text."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a clean and a broken article, which is the current one."""
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "broken.txt").write_text(f"शीर्षक\n\n{BROKEN}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_a_finding_is_a_line_and_the_last_one_sums_up(capsys: pytest.CaptureFixture[str]) -> None:
    """File, segment, column, tier and check, as compilers tell it."""
    assert main(["check", "broken.txt", "--only", "encoding"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("broken.txt:2:19: error encoding.invisible ")
    assert lines[1] == "1 error in 2 segments"


@pytest.mark.usefixtures("folder")
def test_a_clean_text_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """With how much was looked at."""
    assert main(["check", "clean.txt", "clean.txt", "--only", "encoding", "--fail-on", "hint"]) == 0
    assert capsys.readouterr().out == "nothing found in 2 segments of 2 files\n"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 0),
        (["--fail-on", "error"], 1),
        (["--fail-on", "hint"], 1),
        (["--fail-on", "error", "--json"], 1),
        (["--fail-on", "error", "--sarif", "-"], 1),
        (["--fail-on", "error", "--only", "meaning.repetition"], 0),
    ],
)
def test_the_exit_code_tells_whether_the_text_may_pass(arguments: list[str], code: int) -> None:
    """Only where that was asked; among the checks that were asked."""
    assert main(["check", "broken.txt", *arguments]) == code


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["missing.txt"], "no such file"),
        (["broken.txt", "--only", "no.such"], "no check 'no.such'"),
        (["broken.txt", "clean.txt", "--source", "clean.txt"], "one by one"),
        (["broken.txt", "--json", "--sarif", "-"], "standard output"),
        (["table.tsv", "--source", "clean.txt"], "whole documents"),
        (["broken.txt", "--profile", "nothing"], "nothing"),
        (["broken.txt", "--tier", "terrible"], "terrible"),
        ([], "FILE|PROJECT"),
    ],
)
def test_wrong_use_is_told_in_one_line(
    arguments: list[str], told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With exit code 2."""
    (folder / "table.tsv").write_text("source\ttarget\nHe came.\tवह आया।\n", encoding="utf-8")
    assert main(["check", *arguments]) == 2
    assert told in capsys.readouterr().err
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["encoding.invisible", "o06", "O06", "encoding", "encoding,A12"])
def test_checks_are_chosen_by_id_code_or_family(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Several, with commas."""
    main(["check", "broken.txt", "--only", name])
    assert capsys.readouterr().out.endswith("\n1 error in 2 segments\n")


def test_the_source_is_set_beside_an_article(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What only the English can tell is told then."""
    (folder / "hi.txt").write_text("मंत्री ने इस्तीफ़ा नहीं दिया।\n", encoding="utf-8")
    (folder / "en.txt").write_text("The minister resigned.\n", encoding="utf-8")
    only = ["--only", "meaning.negation"]
    for english, count in (([], 0), (["--source", "en.txt"], 1), (["--back-translation", "en.txt"], 1)):
        main(["check", "hi.txt", *english, *only])
        assert len(capsys.readouterr().out.splitlines()) == count + 1


def test_a_project_is_checked_with_what_editors_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was flagged or dismissed is not told again; documents are numbered."""
    main(["new", "a.review", "--target", "broken.txt"])
    main(["import", "a.review", "broken.txt"])
    capsys.readouterr()
    main(["check", "a.review", "--only", "encoding"])
    assert [line.split(": ")[0] for line in capsys.readouterr().out.splitlines()[:-1]] == [
        "a.review[1]:2:19",
        "a.review[2]:2:19",
    ]
    with Session.open(folder / "a.review", "asha") as session:
        inspection = Inspection(session)
        inspection.open(1)
        settle(inspection)
        (found,) = [each for each in inspection.document_findings(1) if each.check == "encoding.invisible"]
        session.accept(found)
    main(["check", "a.review", "--only", "encoding"])
    assert capsys.readouterr().out.startswith("a.review[2]")
    with Session.open(folder / "a.review", "asha") as session:
        session.dismiss(found, Scope.CHECK)
    main(["check", "a.review", "--only", "encoding"])
    assert capsys.readouterr().out == "nothing found in 4 segments\n"


@pytest.mark.usefixtures("folder")
def test_json_tells_everything(capsys: pytest.CaptureFixture[str]) -> None:
    """Where in the segment and where in the file, what and what instead."""
    main(["check", "broken.txt", "clean.txt", "--only", "encoding.invisible", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert (told["version"], told["counts"]) == (1, {"error": 1, "warning": 0, "hint": 0})
    first, second = told["files"]
    assert (first["file"], first["documents"]) == ("broken.txt", [{"title": "शीर्षक", "segments": 2}])
    assert second["findings"] == []
    (found,) = first["findings"]
    places = ("document", "segment", "column", "line", "line_column")
    assert [found[name] for name in places] == [1, 2, 19, 3, 19]
    assert (found["check"], found["code"], found["tier"]) == ("encoding.invisible", "O06", "error")
    assert (found["suggestion"], found["is_safe"], found["evidence"]) == ("", True, None)
    assert found["spans"] == [{"text": "target", "ranges": [[18, 19]], "quote": "\u200b"}]


def test_sarif_is_written_beside_the_lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is there is replaced."""
    (folder / "out.sarif").write_text("old")
    main(["check", "broken.txt", "--only", "encoding", "--sarif", "out.sarif"])
    assert capsys.readouterr().out.startswith("broken.txt:2:19")
    assert json.loads((folder / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


@pytest.mark.usefixtures("folder")
def test_a_check_that_fails_is_a_note_beside_the_output(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Once, however many files there are; the others go on."""
    monkeypatch.setattr(check, "checks_under", lambda _style: (Broken(), *all_checks()))
    assert main(["check", "broken.txt", "clean.txt", "--only", "test.broken,encoding", "--json"]) == 0
    told = capsys.readouterr()
    note = "the check test.broken failed and is put aside: RuntimeError nobody expected this"
    assert told.err == f"reviewer: note: {note}\n"
    assert [file["problems"] for file in json.loads(told.out)["files"]] == [[note], [note]]
    assert json.loads(told.out)["counts"]["error"] == 1

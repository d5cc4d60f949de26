"""`reviewer score`."""

import json
from pathlib import Path

import pytest

from reviewer.cli import main
from reviewer.domain.flag import Severity
from reviewer.domain.span import Side, Span
from reviewer.review.session import Session


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one document with a major error."""
    text = tmp_path / "hi.txt"
    text.write_text("यह एक वाक्य है। यह दूसरा है।\n", encoding="utf-8")
    path = tmp_path / "a.review"
    main(["new", str(path), "--target", str(text)])
    with Session.open(path, "editor") as session:
        row = session.segments(session.documents()[0].document.id, 0, 1)[0]
        session.add_flag(
            row.id, [Span.single(Side.RECEIVED, 0, 2)], "accuracy/mistranslation", Severity.MAJOR
        )
        session.judge(row.id, 40)
    return path


def test_a_projects_figures_are_printed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Counts, verdict, and what the judgements are."""
    capsys.readouterr()
    assert main(["score", str(project)]) == 0
    printed = capsys.readouterr().out
    assert "1 major" in printed
    assert "40.0" in printed
    assert "profile newsroom" in printed


def test_sample_and_shortfall_are_printed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No score without what it rests on."""
    capsys.readouterr()
    main(["score", str(project)])
    printed = capsys.readouterr().out
    assert "10 points a segment, 1 of 2 segments annotated" in printed
    assert "Insufficient sample for a ratio" in printed


def test_json_holds_the_whole_score_card(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Scripts get every figure and the version of the layout."""
    capsys.readouterr()
    assert main(["score", str(project), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["version"] == 1
    card = found["projects"][0]["documents"][0]
    assert card["received"]["counts"]["major"] == 1
    assert card["human"]["value"] == 40


def test_other_house_rules_can_be_used(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The profile named is the one of the score; an unknown one is refused."""
    capsys.readouterr()
    assert main(["score", str(project), "--json", "--profile", "plain"]) == 0
    assert json.loads(capsys.readouterr().out)["projects"][0]["total"]["received"]["profile"] == "plain"
    assert main(["score", str(project), "--profile", "tabloid"]) == 2


def test_scoring_changes_not_a_byte(project: Path) -> None:
    """Looking at a project leaves it as it is."""
    before = project.read_bytes()
    main(["score", str(project)])
    assert project.read_bytes() == before


def test_an_exported_review_is_scored_like_its_project(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The JSON lines say the same as the project."""
    exported = project.with_suffix(".jsonl")
    main(["export", str(project), "--to", str(exported)])
    capsys.readouterr()
    main(["score", str(project), str(exported), "--json"])
    ours, theirs = json.loads(capsys.readouterr().out)["projects"]
    assert ours["total"] == theirs["total"]


def test_a_text_is_no_review(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The line says how to make one of it."""
    assert main(["score", str(project.with_name("hi.txt"))]) == 2
    assert "reviewer new" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [[], ["a.review", "--hypothesis", "h"], ["--hypothesis", "h"], ["--reference", "r"]]
)
def test_half_a_question_is_wrong_use(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Projects or line files, and of those both."""
    assert main(["score", *arguments]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_several_systems_are_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of annotations is scored as it is, engine by engine."""
    header = "system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity"
    rows = [
        "one\td\t1\t1\tr1\tYes.\t<v>हाँ</v>।\tFluency/Punctuation\tMinor",
        "two\td\t1\t1\tr1\tYes.\tजी <v>हाँ</v>।\tAccuracy/Addition\tMajor",
        "two\td\t1\t1\tr2\tYes.\tजी हाँ।\tNo-error\tNo-error",
    ]
    path = tmp_path / "mqm.tsv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    assert main(["score", str(path)]) == 0
    printed = capsys.readouterr().out
    assert "one: 0.1000 points a segment, 1 segments annotated" in printed
    assert "two: 2.5000 points a segment" in printed

"""`reviewer profiles`, and house rules from files."""

import json
from pathlib import Path

import pytest

from reviewer.cli import main
from reviewer.scoring.profile import load, parse, profile_ids

_HINDI = "प्रधानमंत्री ने आज नई योजना की घोषणा की। इससे किसानों को लाभ होगा।\n"


def test_the_default_profile_comes_first(capsys: pytest.CaptureFixture[str]) -> None:
    """It is the one of new projects."""
    main(["profiles", "--json"])
    listed = json.loads(capsys.readouterr().out)["profiles"]
    assert (listed[0]["id"], listed[0]["is_default"]) == (profile_ids()[0], True)


@pytest.mark.parametrize("profile_id", profile_ids())
def test_a_profile_is_shown_as_a_file_of_its_own(profile_id: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is printed can be edited and used."""
    assert main(["profiles", "show", profile_id]) == 0
    assert parse(capsys.readouterr().out) == load(profile_id)


def test_a_good_file_is_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file without fault is told from one with."""
    main(["profiles", "show", "wmt"])
    path = tmp_path / "mine.toml"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    assert main(["profiles", "check", str(path)]) == 0
    assert "no fault found" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["show"], "which profile to show?"),
        (["show", "nobody"], "there is no profile “nobody”"),
        (["check", "nowhere.toml"], "nowhere.toml: No such file"),
        (["list", "wmt"], "a list takes no name"),
        (["burn"], "invalid choice"),
    ],
)
def test_wrong_use_is_one_line(arguments: list[str], reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2, and the reason."""
    assert main(["profiles", *arguments]) == 2
    error = capsys.readouterr().err
    assert reason in error
    assert error.count("\n") == 1


def test_a_fault_names_file_and_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A misspelt setting is found before it is used."""
    path = tmp_path / "mine.toml"
    path.write_text('id = "x"\ntitle = "X"\nweigth = 2\n', encoding="utf-8")
    assert main(["profiles", "check", str(path)]) == 2
    assert "mine.toml" in capsys.readouterr().err


def test_a_project_can_be_made_under_rules_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rules from a file stay with the project, and scores say so."""
    main(["profiles", "show", "newsroom"])
    rules = tmp_path / "desk.toml"
    rules.write_text(capsys.readouterr().out.replace('"newsroom"', '"desk"'), encoding="utf-8")
    text = tmp_path / "article.txt"
    text.write_text(_HINDI, encoding="utf-8")
    project = tmp_path / "article.review"
    assert main(["new", str(project), "--target", str(text), "--profile", str(rules)]) == 0
    rules.unlink()
    capsys.readouterr()
    assert main(["score", str(project), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["projects"][0]["profile"] == "desk"


def test_a_project_can_be_scored_by_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--profile` takes a file as well as an id."""
    main(["profiles", "show", "plain"])
    rules = tmp_path / "strict.toml"
    rules.write_text(capsys.readouterr().out.replace('"plain"', '"strict"'), encoding="utf-8")
    text = tmp_path / "article.txt"
    text.write_text(_HINDI, encoding="utf-8")
    project = tmp_path / "article.review"
    main(["new", str(project), "--target", str(text)])
    capsys.readouterr()
    assert main(["score", str(project), "--profile", str(rules), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["projects"][0]["profile"] == "strict"

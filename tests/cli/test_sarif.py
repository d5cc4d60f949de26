"""SARIF, as pipelines read it."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator  # type: ignore[import-untyped, unused-ignore]

from reviewer.checks.catalogue import all_checks
from reviewer.cli import main

SCHEMA = Path(__file__).with_name("sarif-2.1.0.json")
"""As OASIS published it: the JSON schema of SARIF 2.1.0, which is in draft 4."""
HINDI = "शीर्षक\r\n\r\nअदालत ने सोमवार को\u200b फ़ैसला सुनाया। वह नहीं आया।\r\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article whose name must be quoted in an address, which is the current one."""
    (tmp_path / "मेरा लेख.txt").write_bytes(HINDI.encode())
    (tmp_path / "en.txt").write_text("Title\n\nThe court ruled on Monday. He came.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def the_run(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    """The one run of the log that the command prints, which is valid."""
    assert main(["check", *arguments, "--sarif", "-"]) == 0
    log = json.loads(capsys.readouterr().out)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    errors = Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER).iter_errors(log)
    assert [f"{list(error.path)}: {error.message}" for error in errors] == []
    (run,) = log["runs"]
    made: dict[str, Any] = run
    return made


@pytest.mark.usefixtures("folder")
def test_every_check_is_a_rule_with_help(capsys: pytest.CaptureFixture[str]) -> None:
    """Its docstring, and the level of its tier."""
    rules = the_run(capsys, "en.txt")["tool"]["driver"]["rules"]
    assert {check.id for check in all_checks()} <= {rule["id"] for rule in rules}
    for rule in rules:
        assert rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}


@pytest.mark.usefixtures("folder")
def test_a_result_is_found_in_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    """By line and column, by characters, and with what to write instead."""
    run = the_run(capsys, "मेरा लेख.txt", "--only", "encoding.invisible")
    (result,) = run["results"]
    physical = result["locations"][0]["physicalLocation"]
    assert (
        physical["artifactLocation"]["uri"]
        == "%E0%A4%AE%E0%A5%87%E0%A4%B0%E0%A4%BE%20%E0%A4%B2%E0%A5%87%E0%A4%96.txt"
    )
    region = physical["region"]
    assert [region[name] for name in ("startLine", "startColumn", "endLine", "endColumn")] == [3, 19, 3, 20]
    start = HINDI.index("\u200b")
    assert (region["charOffset"], region["charLength"], region["snippet"]["text"]) == (start, 1, "\u200b")
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement == {
        "deletedRegion": {"charOffset": start, "charLength": 1},
        "insertedContent": {"text": ""},
    }
    assert (result["level"], run["columnKind"]) == ("error", "unicodeCodePoints")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


@pytest.mark.usefixtures("folder")
def test_a_result_that_rests_on_english_says_on_which(capsys: pytest.CaptureFixture[str]) -> None:
    """A back-translation may be wrong itself."""
    run = the_run(capsys, "मेरा लेख.txt", "--back-translation", "en.txt", "--only", "meaning.negation")
    (result,) = run["results"]
    assert result["properties"]["evidence"] == "back_translation"


def test_results_in_files_without_lines_name_their_segment(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A project has no line that an editor could open."""
    main(["new", "a.review", "--target", "मेरा लेख.txt"])
    capsys.readouterr()
    (result,) = the_run(capsys, "a.review", "--only", "encoding")["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert result["locations"][0]["logicalLocations"][0]["name"] == "segment 2"
    assert result["properties"]["spans"] == [{"text": "target", "charOffset": 18, "charLength": 1}]
    assert (folder / "a.review").exists()


def test_a_result_keeps_its_name_through_edits_elsewhere(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Pipelines tell new results from known ones by it."""
    names = []
    for lead in ("", "एक और वाक्य। "):
        text = HINDI.replace("अदालत ने", f"{lead}अदालत ने")
        (folder / "मेरा लेख.txt").write_bytes(text.encode())
        (result,) = the_run(capsys, "मेरा लेख.txt", "--only", "encoding")["results"]
        names.append(result["partialFingerprints"])
    assert names[0] == names[1]

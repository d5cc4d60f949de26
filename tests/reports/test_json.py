"""A report written as JSON comes back as it was."""

import dataclasses
import json as plain_json
from dataclasses import replace
from pathlib import Path

import pytest
import regex

from reviewer.domain import report as model
from reviewer.domain.error import ReviewerError
from reviewer.domain.report import Column, Estimate, Table, Unit
from reviewer.domain.span import Range
from reviewer.reports import json
from reviewer.resources import resource
from tests.reports.example import REPORT


def test_a_report_comes_back_as_it_was() -> None:
    """Every block, every type of cell, half characters and all."""
    assert json.read(json.render(REPORT)) == REPORT


def test_the_file_is_unicode_and_json_for_every_reader(tmp_path: Path) -> None:
    """No half character, no NaN."""
    target = tmp_path / "r.json"
    json.write(REPORT, target)
    whole = plain_json.loads(target.read_text(encoding="utf-8"), parse_constant=pytest.fail)
    assert (whole["format"], whole["version"]) == ("reviewer-report", 1)


def test_numbers_that_are_none_are_null() -> None:
    """Neither NaN nor infinity is ever written."""
    cells = (float("nan"), Estimate(float("inf"), 1.0, float("-inf")))
    table = Table(id="t", title="", columns=(Column(id="a", title="", unit=Unit.NUMBER),) * 2, rows=(cells,))
    text = json.render(replace(REPORT, sections=(replace(REPORT.sections[0], blocks=(table,)),)))
    rows = plain_json.loads(text)["report"]["sections"][0]["blocks"][0]["rows"]
    assert rows == [[None, {"value": None, "low": 1.0, "high": None}]]


def test_the_documented_fields_are_those_of_the_code() -> None:
    """The table in `report-json.md` names every object and every field, in order."""
    text = resource("docs", "report-json.md").read_text(encoding="utf-8")
    told = {
        name: tuple(regex.findall(r"`(\w+)`", fields))
        for name, fields in regex.findall(r"^\| `(\w+)` \| (.*) \|$", text, regex.MULTILINE)
    }
    classes = [
        each for each in vars(model).values() if isinstance(each, type) and dataclasses.is_dataclass(each)
    ]
    written = {each.__name__: tuple(f.name for f in dataclasses.fields(each)) for each in [*classes, Range]}
    assert told == written


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "no JSON"),
        ("[]", "no score report"),
        ('{"format": "reviewer-report", "version": 2}', "version 2"),
        ('{"format": "reviewer-report", "version": 1, "report": {"title": 3}}', "damaged"),
        ('{"format": "reviewer-report", "version": 1}', "damaged"),
    ],
)
def test_anything_else_is_refused_in_one_line(text: str, reason: str) -> None:
    """A file that is no report names itself and the reason."""
    with pytest.raises(ReviewerError, match=reason) as caught:
        json.read(text, file="r.json")
    assert str(caught.value).startswith("r.json: ")
    assert "\n" not in str(caught.value)

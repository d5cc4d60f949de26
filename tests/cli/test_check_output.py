"""What `reviewer check` prints."""

import json
from dataclasses import replace
from pathlib import Path

from reviewer.cli.check_output import Checked, Told, json_text, plain_text
from reviewer.domain.finding import Finding, Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Side, Span
from tests.builders import a_segment

FINDING = Finding(
    check="test.word",
    segment_id=1,
    spans=(Span.single(Side.RECEIVED, 3, 5), Span.single(Side.SOURCE, 0, 2)),
    type="style/awkward",
    severity=Severity.MINOR,
    tier=Tier.WARNING,
    message="One\nthing.",
)


def a_result(*findings: Finding, documents: int = 1) -> Checked:
    """A file in which these were found."""
    segment = a_segment("वह कल आया।", source="He came yesterday.", position=4)
    return Checked(
        file=Path("a.txt"),
        profile="newsroom",
        documents=(("T", 5),) * documents,
        checks=(),
        told=tuple(Told(1, "T", segment, finding, None) for finding in findings),
        faults=(),
    )


def test_a_message_is_one_line_whatever_is_in_it() -> None:
    """Scripts cut at line ends."""
    assert (
        plain_text([a_result(FINDING)]) == "a.txt:5:4: warning test.word One thing.\n1 warning in 5 segments"
    )


def test_what_is_about_no_hindi_words_begins_at_the_segment() -> None:
    """In column 1; of several documents the number is told."""
    line = plain_text([a_result(replace(FINDING, spans=FINDING.spans[1:]), documents=2)]).splitlines()[0]
    assert line.startswith("a.txt[1]:5:1: ")


def test_less_serious_findings_are_left_out_on_request() -> None:
    """Those asked for stay in their order."""
    result = a_result(FINDING, replace(FINDING, tier=Tier.HINT), replace(FINDING, tier=Tier.ERROR))
    assert [told.finding.tier for told in result.at_least(Tier.WARNING).told] == [Tier.WARNING, Tier.ERROR]
    assert plain_text([result, result]).endswith("2 errors, 2 warnings, 2 hints in 10 segments of 2 files")


def test_json_names_the_text_of_every_span() -> None:
    """Whichever Hindi it is, it is the target."""
    (found,) = json.loads(json_text([a_result(FINDING)]))["files"][0]["findings"]
    assert [(span["text"], span["quote"]) for span in found["spans"]] == [("target", "कल"), ("source", "He")]
    assert (found["line"], found["code"]) == (None, None)


def test_half_a_character_is_written_as_an_escape() -> None:
    """UTF-8 has none; JSON has."""
    text = json_text([a_result(replace(FINDING, quote="\ud800"))])
    assert json.loads(text.encode())["files"][0]["findings"][0]["quote"] == "\ud800"

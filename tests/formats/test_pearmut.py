"""Campaigns of Pearmut come and go; what judges said in them comes in."""

import json
from pathlib import Path

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Severity
from reviewer.domain.span import Side
from reviewer.formats import pearmut
from reviewer.formats.registry import by_id
from reviewer.formats.sniff import sniff
from tests.builders import a_flag, a_review, a_segment

_ITEM = {"item_id": "news_#_3", "src": "Good 😀 day.", "tgt": {"A": "😀 शुभ दिन।", "B": "अच्छा दिन।"}}


def _line(**answers: object) -> str:
    return json.dumps({"user_id": "asha", "item_i": 0, "item": [_ITEM], "annotation": [answers]}) + "\n"


def test_results_keep_judges_scores_and_places(tmp_path: Path) -> None:
    """UTF-16 with the last included becomes code points on whole letters."""
    path = tmp_path / "out.jsonl"
    span = {"start_i": 3, "end_i": 4, "severity": "major", "category": "Accuracy/Mistranslation"}
    path.write_text(_line(A={"score": 61, "error_spans": [span]}, B={"score": 90}), encoding="utf-8")
    assert sniff(path).id == "pearmut-result"
    first, second = pearmut.read_result(path).documents
    assert (first.document.title, first.document.system) == ("news", "A")
    flag = first.flags[0]
    assert (flag.quote, flag.type, flag.severity) == ("शु", "accuracy/mistranslation", Severity.MAJOR)
    assert [judgement.value for judgement in (*first.judgements, *second.judgements)] == [61, 90]


def test_a_campaign_comes_back_with_what_it_shows(tmp_path: Path) -> None:
    """Errors marked so far become prefilled ones."""
    path = tmp_path / "campaign.json"
    by_id("pearmut").load_writer()(a_review(a_segment(source="One."), flags=(a_flag(3, 5),)), path)
    assert sniff(path).id == "pearmut"
    entry = pearmut.read(path).documents[0]
    assert entry.segments[0].source == "One."
    span = entry.flags[0].span(Side.RECEIVED)
    assert span is not None
    assert (span.start, span.end, entry.flags[0].author) == (3, 5, pearmut.PREFILLED)


def test_older_lists_of_texts_are_read(tmp_path: Path) -> None:
    """Systems without names are numbered."""
    path = tmp_path / "old.json"
    path.write_text(json.dumps({"campaign_id": "x", "data": [[[{"src": "One.", "tgt": ["एक।"]}]]]}))
    assert [each.document.system for each in pearmut.read(path).documents] == ["system 1"]


@pytest.mark.parametrize(
    "data", ['{"campaign_id": 1, "data": 3}', '{"campaign_id": "x", "data": [[[1]]]}', "{"]
)
def test_what_is_broken_is_refused_in_one_line(tmp_path: Path, data: str) -> None:
    """With the file's name."""
    path = tmp_path / "bad.json"
    path.write_text(data)
    with pytest.raises(ReviewerError, match=r"bad\.json"):
        pearmut.read(path)

"""ESA records: scores, and places in UTF-16 units with both ends included."""

import json
from pathlib import Path

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Scale, Severity
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.formats.esa_jsonl import read
from reviewer.formats.sniff import sniff

_TEXT = "😀 यह क्षमा है।"
_RECORD = {
    "line_id": 4,
    "doc_id": "news_1",
    "system": "engine",
    "annotator": "asha",
    "src": "This is forgiveness.",
    "mt": _TEXT,
    "ref": "यह माफ़ी है।",
    "esa_score": 62.0,
    "spans": [],
}


def _read(folder: Path, *changes: dict[str, object]) -> ProjectReview:
    path = folder / "esa.jsonl"
    lines = [json.dumps({**_RECORD, **change}, ensure_ascii=False) for change in changes or ({},)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read(path)


def _only(folder: Path, *changes: dict[str, object]) -> DocumentReview:
    (document,) = _read(folder, *changes).documents
    return document


def _span(start: object, end: object, severity: str = "major") -> dict[str, object]:
    return {"spans": [{"start_i": start, "end_i": end, "severity": severity, "error_type": None}]}


def test_a_score_becomes_a_judgement(tmp_path: Path) -> None:
    """With its judge and scale; the texts come along."""
    document = _only(tmp_path)
    (judged,) = document.judgements
    assert (judged.judge, judged.scale, judged.value) == ("asha", Scale.ESA, 62)
    assert (document.segments[0].source, document.segments[0].reference) == (
        "This is forgiveness.",
        "यह माफ़ी है।",
    )


@pytest.mark.parametrize("score", ["0", 0, 0.0])
def test_zero_is_a_score_even_as_text(tmp_path: Path, score: object) -> None:
    """Some files write numbers as texts."""
    assert _only(tmp_path, {"esa_score": score}).judgements[0].value == 0


def test_a_missing_score_is_missing(tmp_path: Path) -> None:
    """Nobody's judgement is none: only that the judge has looked is kept."""
    assert [each.scale for each in _only(tmp_path, {"esa_score": None}).judgements] == [Scale.MQM]


def test_places_are_converted_and_widened(tmp_path: Path) -> None:
    """Units 6 to 7, the last included, are क् beyond a character of two units: the letter is क्ष."""
    review = _read(tmp_path, _span(6, 7))
    assert review.documents[0].flags[0].quote == "क्ष"
    assert "1 of them repaired" in review.notes[0]


def test_missing_is_an_omission(tmp_path: Path) -> None:
    """It has no place in the translation."""
    (flag,) = _only(tmp_path, _span("missing", "missing")).flags
    assert (flag.type, flag.spans) == ("accuracy/omission", ())


@pytest.mark.parametrize(
    ("severity", "ours"),
    [("minor", Severity.MINOR), ("major", Severity.MAJOR), ("undecided", Severity.NEUTRAL)],
)
def test_severities_are_ours(tmp_path: Path, severity: str, ours: Severity) -> None:
    """What was left undecided weighs nothing."""
    assert _only(tmp_path, _span(3, 4, severity)).flags[0].severity is ours


@pytest.mark.parametrize("span", [_span(90, 95), _span(5, 3), _span(None, 3), {"spans": [{"start_i": 1}]}])
def test_impossible_places_are_unplaced(tmp_path: Path, span: dict[str, object]) -> None:
    """The error stays, for the whole segment."""
    review = _read(tmp_path, span)
    assert review.documents[0].flags[0].spans == ()
    assert "1 unplaced" in review.notes[0]


def test_the_other_layout_is_read(tmp_path: Path) -> None:
    """WMT's own lines say tgt and esa_spans, and name the languages."""
    path = tmp_path / "wmt.jsonl"
    record = {"langs": "en-hi_IN", "line_id": 1, "src": "A", "tgt": "क", "doc_id": "d", "domain": "news"}
    record |= {"esa_spans": '[{"start_i":0,"end_i":0,"severity":"minor"}]', "esa_score": "33"}
    record |= {"system": "engine", "annotator": "ravi"}
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    (document,) = read(path).documents
    assert (document.flags[0].quote, document.judgements[0].value) == ("क", 33)
    assert document.document.target_language == "hi"


def test_control_records_are_left_out_and_counted(tmp_path: Path) -> None:
    """Tests of the judge are no judgements."""
    review = _read(tmp_path, {}, {"doc_id": "news_1#bad"}, {"system": "en-tutorial1"})
    assert len(review.documents) == 1
    assert "2 control rows left out" in review.notes


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"esa_score": "NaN"}, "the score is NaN, not a number from 0 to 100"),
        ({"esa_score": 101}, "the score is 101"),
        ({"esa_score": "good"}, "the score is 'good', not a number"),
        ({"spans": "{"}, "the error spans are not JSON"),
        ({"spans": [3]}, "the error spans are not a list of records"),
        ({"mt": None}, "'mt' is missing"),
        (_span(0, 1, "grave"), "there is no severity 'grave'"),
    ],
)
def test_a_broken_record_names_the_line(tmp_path: Path, change: dict[str, object], reason: str) -> None:
    """File, line and reason."""
    with pytest.raises(ReviewerError) as caught:
        _read(tmp_path, {}, change)
    assert str(caught.value).startswith(f"esa.jsonl, line 2: {reason}")


def test_the_first_record_tells_the_format(tmp_path: Path) -> None:
    """It is no bilingual table."""
    _read(tmp_path)
    assert sniff(tmp_path / "esa.jsonl").id == "esa-jsonl"

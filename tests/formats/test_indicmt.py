"""IndicMT-Eval: errors lie where their words stand, whatever the numbers beside them say."""

import json
from pathlib import Path

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Scale, Severity
from reviewer.domain.segment import State
from reviewer.domain.snapshot import DocumentReview
from reviewer.domain.span import Side
from reviewer.formats import indicmt
from reviewer.formats.sniff import sniff


def _error(words: str, start: int | None, end: int | None, **others: str) -> dict[str, object]:
    made: dict[str, object] = {"span_no": 0, "span_type": "Accuracy_Mistranslation", "span_severity": "High"}
    return made | {"span_text": words, "span_start_offset": start, "span_end_offset": end} | others


def _read(folder: Path, target: str, *errors: dict[str, object], **others: object) -> DocumentReview:
    path = folder / "hin.jsonl"
    record = {"src": "Rain fell on Monday.", "ref": None, "translation": target, "completion": list(errors)}
    path.write_text(json.dumps(record | others, ensure_ascii=False) + "\n", encoding="utf-8")
    assert sniff(path).id == "indicmt-eval"
    return indicmt.read(path).documents[0]


@pytest.mark.parametrize(("near", "expected"), [(0, 0), (3, 13), (4, 13)])
def test_of_equal_words_the_nearest_are_meant(tmp_path: Path, near: int, expected: int) -> None:
    """Offsets are numbers of words, and may be one too high."""
    entry = _read(tmp_path, "पानी गिरा और पानी बहा।", _error("पानी", near, near))
    span = entry.flags[0].spans[0]
    assert (span.side, span.start, span.end) == (Side.RECEIVED, expected, expected + 4)


def test_whole_words_come_before_parts_of_words(tmp_path: Path) -> None:
    """The first वर्षा is inside another word."""
    text = "वर्षाकाल में वर्षा हुई।"
    entry = _read(tmp_path, text, _error("वर्षा", 0, 0))
    assert entry.flags[0].spans[0].start == text.rindex("वर्षा")


def test_words_across_several_blanks_are_one_place(tmp_path: Path) -> None:
    """As are those which a tool has put a no-break space between."""
    entry = _read(tmp_path, "सोमवार\u00a0को बारिश हुई।", _error("सोमवार को", 0, 1))
    assert entry.flags[0].spans[0].end == len("सोमवार को")


def test_what_was_left_out_lies_in_the_source(tmp_path: Path) -> None:
    """Its words are English; the kind of severity decides ours."""
    error = _error("on Monday", 2, 2, span_type="Accuracy_Omission", span_severity="Very High")
    flag = _read(tmp_path, "बारिश हुई।", error).flags[0]
    assert (flag.type, flag.severity) == ("accuracy/omission", Severity.CRITICAL)
    assert flag.spans[0].quote("Rain fell on Monday.") == "on Monday"


def test_words_that_are_nowhere_become_a_comment(tmp_path: Path) -> None:
    """The error is about the whole segment, and counted."""
    flag = _read(tmp_path, "बारिश हुई।", _error("ओले", 1, 1, span_type="Default")).flags[0]
    assert flag.spans == ()
    assert (flag.type, flag.comment) == ("", "ओले")


def test_scores_and_clean_segments_are_kept(tmp_path: Path) -> None:
    """A share of 1 is a score of 100 on the scale DA."""
    entry = _read(tmp_path, "बारिश हुई।", da_norm_score="0.84")
    assert [(each.scale, each.value) for each in entry.judgements] == [(Scale.DA, 84)]
    assert entry.segments[0].state is State.CLEAN
    again = tmp_path / "again.jsonl"
    indicmt.write(entry, again)
    assert indicmt.read(again).documents[0].judgements[0].value == 84


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"completion": [{"span_severity": "Worst"}]}, "no severity 'worst'"),
        ({"completion": {}}, "not a list"),
        ({"da_norm_score": "7"}, "from 0 to 1"),
        ({"translation": None}, "'translation' is missing"),
    ],
)
def test_a_broken_record_is_refused_with_its_line(
    tmp_path: Path, values: dict[str, object], told: str
) -> None:
    """In one line."""
    path = tmp_path / "a.jsonl"
    good = {"src": "One.", "translation": "एक।", "completion": []}
    path.write_text("".join(json.dumps(each) + "\n" for each in (good, good | values)), encoding="utf-8")
    with pytest.raises(ReviewerError, match=rf"a\.jsonl.*line 2.*{told}"):
        indicmt.read(path)

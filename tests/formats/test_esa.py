"""Scores, places and control marks of ESA judgements."""

import pytest

from reviewer.formats.esa import is_control, language, mistakes_of, score_of, time_of
from reviewer.formats.field import RecordError


@pytest.mark.parametrize(
    ("value", "score"), [(0, 0), ("0", 0), (62.5, 62.5), ("100", 100), (None, None), ("", None)]
)
def test_zero_is_a_score_and_missing_is_missing(value: object, score: float | None) -> None:
    """Neither becomes the other."""
    assert score_of(value) == score


@pytest.mark.parametrize("value", ["nan", "inf", -1, 100.5, "good", [1], True])
def test_what_is_no_score_is_refused(value: object) -> None:
    """A number from 0 to 100, or nothing."""
    with pytest.raises(RecordError, match="the score is"):
        score_of(value)


def test_times_are_seconds_since_1970() -> None:
    """What is no time is none."""
    assert time_of(0) == "1970-01-01T00:00:00+00:00"
    assert [time_of(value) for value in (None, "", "soon", "nan", 1e99)] == [""] * 5


@pytest.mark.parametrize(
    ("code", "ours"), [("eng", "en"), ("hin", "hi"), ("hi_IN", "hi"), ("en", "en"), ("bho", "bho")]
)
def test_languages_have_their_usual_letters(code: str, ours: str) -> None:
    """Three letters become two where there are two."""
    assert language(code) == ours


def test_control_rows_are_known_by_kind_system_or_document() -> None:
    """An ordinary row is none."""
    assert is_control("BAD", "engine", "news")
    assert is_control("TGT", "ende-tutorial1", "news")
    assert is_control("TGT", "engine", "news#incomplete#bad")
    assert not is_control("TGT", "engine", "news_baddies")


def test_the_last_unit_is_included() -> None:
    """0 to 0 is the first letter; beyond a character of two units places move by one."""
    span = {"start_i": 0, "end_i": 0, "severity": "minor"}
    assert mistakes_of([span], "कल", "")[0].ranges == ((0, 1),)
    assert mistakes_of([{**span, "start_i": 2, "end_i": 3}], "😀कल", "")[0].ranges == ((1, 3),)


def test_a_place_past_the_text_is_lost() -> None:
    """The error itself is not."""
    (mistake,) = mistakes_of([{"start_i": 0, "end_i": 2, "severity": "major"}], "कल", "")
    assert (mistake.ranges, mistake.is_lost) == ((), True)

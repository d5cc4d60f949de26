"""A verdict says why."""

from collections.abc import Mapping

import pytest

from reviewer.domain.flag import Severity
from reviewer.domain.score import Verdict
from reviewer.domain.span import Side
from reviewer.scoring.profile import load
from reviewer.scoring.verdict import Totals, counted, judge

_NEWSROOM = load("newsroom")


def _totals(
    counts: Mapping[Severity, int] | None = None,
    *,
    npt: float | None = 0.0,
    lead: Mapping[Severity, int] | None = None,
    done: int = 10,
    words: float = 500,
    text: Side = Side.FINAL,
    penalty: float = 0.0,
    tolerated: float | None = None,
) -> Totals:
    return Totals(
        text=text,
        counts=counts or {},
        lead_counts=lead or {},
        words=words,
        per_thousand=npt,
        segments=10,
        done=done,
        penalty=penalty,
        tolerated=tolerated,
    )


def test_a_clean_text_passes_without_a_reason() -> None:
    """Nothing found in a text read to its end: a pass."""
    assert judge(_totals(), _NEWSROOM) == (Verdict.PASS, ())


def test_one_open_critical_error_fails_a_text() -> None:
    """However few the points, a critical error is the end of it."""
    verdict, reasons = judge(_totals({Severity.CRITICAL: 1}, npt=10), _NEWSROOM)
    assert verdict is Verdict.FAIL
    assert reasons == ("1 critical error is open",)


def test_two_majors_need_an_edit() -> None:
    """One major error may remain, two may not."""
    assert judge(_totals({Severity.MAJOR: 1}, npt=10), _NEWSROOM)[0] is Verdict.PASS
    verdict, reasons = judge(_totals({Severity.MAJOR: 2}, npt=14), _NEWSROOM)
    assert verdict is Verdict.EDIT
    assert reasons == ("2 major errors are open; 1 may remain",)


def test_no_major_error_may_stand_in_the_lead() -> None:
    """The one allowed major error must not be in headline or lead."""
    verdict, reasons = judge(_totals({Severity.MAJOR: 1}, lead={Severity.MAJOR: 1}, npt=10), _NEWSROOM)
    assert verdict is Verdict.EDIT
    assert reasons == ("1 major error in headline or lead is open",)


@pytest.mark.parametrize(
    ("npt", "verdict"),
    [(15.0, Verdict.PASS), (15.1, Verdict.EDIT), (60.0, Verdict.EDIT), (60.1, Verdict.FAIL)],
)
def test_points_decide_between_pass_edit_and_fail(npt: float, verdict: Verdict) -> None:
    """15 points per 1,000 words pass, up to 60 can be edited, more is to be translated anew."""
    assert judge(_totals({Severity.MINOR: 4}, npt=npt), _NEWSROOM)[0] is verdict


def test_points_are_named_with_their_limit() -> None:
    """The reason holds the figure and what it is measured against."""
    assert judge(_totals(npt=218.87), _NEWSROOM)[1] == (
        "218.9 penalty points per 1,000 words; 15 is the limit",
    )


def test_in_a_short_text_counts_decide() -> None:
    """Without a ratio, three minor errors pass and four do not."""
    assert judge(_totals({Severity.MINOR: 3}, npt=None, words=90), _NEWSROOM)[0] is Verdict.PASS
    verdict, reasons = judge(_totals({Severity.MINOR: 4}, npt=None, words=90), _NEWSROOM)
    assert verdict is Verdict.EDIT
    assert reasons == ("4 minor errors in a text under 150 words are open; 3 may remain",)


def test_an_unread_text_is_no_pass() -> None:
    """Nothing found where nobody has looked says nothing."""
    verdict, reasons = judge(_totals(done=7), _NEWSROOM)
    assert verdict is Verdict.INSUFFICIENT
    assert reasons == ("3 of 10 segments are not reviewed",)


def test_an_unread_text_can_already_have_failed() -> None:
    """Enough errors in the part that was read are enough."""
    verdict, reasons = judge(_totals({Severity.CRITICAL: 1}, npt=80, done=7), _NEWSROOM)
    assert verdict is Verdict.FAIL
    assert reasons[0].startswith("1 critical error")
    assert reasons[-1] == "3 of 10 segments are not reviewed"


def test_errors_of_the_received_text_are_not_called_open() -> None:
    """What the engine wrote is a fact; only the final text has open errors."""
    assert judge(_totals({Severity.CRITICAL: 2}, text=Side.RECEIVED), _NEWSROOM)[1] == ("2 critical errors",)


def test_a_text_without_words_has_no_verdict() -> None:
    """An empty document is not a pass."""
    assert judge(_totals(words=0, npt=None), _NEWSROOM)[0] is Verdict.INSUFFICIENT


@pytest.mark.parametrize(("number", "text"), [(0, "0 flags"), (1, "1 flag"), (2, "2 flags")])
def test_numbers_agree_with_their_noun(number: int, text: str) -> None:
    """One flag, two flags."""
    assert counted(number, "flag") == text


@pytest.mark.parametrize(
    ("penalty", "verdict"),
    [(10, Verdict.PASS), (10.1, Verdict.EDIT), (40, Verdict.EDIT), (40.1, Verdict.FAIL)],
)
def test_a_tolerance_decides_in_place_of_points_per_thousand(penalty: float, verdict: Verdict) -> None:
    """Ten points are tolerated; four times as many is as far as 60 per 1,000 words is from 15."""
    totals = _totals(npt=100, penalty=penalty, tolerated=10)
    assert judge(totals, _NEWSROOM)[0] is verdict


def test_a_tolerance_is_named_in_the_reason() -> None:
    """The points, the words and what was tolerated."""
    reasons = judge(_totals(npt=24, penalty=12, tolerated=10), _NEWSROOM)[1]
    assert reasons == ("12.0 penalty points on 500 words; 10.0 are tolerated",)

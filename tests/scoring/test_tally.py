"""A running score equals one computed afresh, and repeats count little."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.flag import Severity
from reviewer.domain.profile import Denominator, TolerancePoint
from reviewer.domain.span import Side
from reviewer.scoring.profile import load
from reviewer.scoring.tally import Entry, Part, Tally, calibrate

_NEWSROOM = load("newsroom")


def _entry(penalty: float = 1.0, words: str = "") -> Entry:
    key = (words, "linguistic/grammar") if words else None
    return Entry(severity=Severity.MINOR, penalty=penalty, key=key, is_lead=False)


def _part(
    *entries: Entry, target: int = 200, source: int | None = None, raters: tuple[str, ...] = ()
) -> Part:
    return Part(
        entries=entries,
        target_words=target,
        source_words=source,
        provisional=0,
        is_done=True,
        raters=raters,
    )


def _tally(*parts: Part) -> Tally:
    tally = Tally(_NEWSROOM, Side.RECEIVED)
    for number, part in enumerate(parts):
        tally.put(number, part)
    return tally


def test_errors_add_up() -> None:
    """Different errors count in full."""
    assert _tally(_part(_entry(1), _entry(5, "का")), _part(_entry(5, "की"))).penalty == 11


def test_the_same_error_again_counts_a_fifth() -> None:
    """Once in full, then 0.2 each, across segments."""
    assert _tally(_part(_entry(5, "का"), _entry(5, "का")), _part(_entry(5, "का"))).penalty == 7


def test_of_equal_errors_the_heaviest_counts_in_full() -> None:
    """The repeat in the headline is the one that counts, in whatever order they come."""
    assert _tally(_part(_entry(1, "का")), _part(_entry(2, "का"))).penalty == pytest.approx(2.2)


def test_errors_without_words_are_no_repeats() -> None:
    """Two omissions are two errors."""
    assert _tally(_part(_entry(5), _entry(5))).penalty == 10


def test_the_repeat_in_full_returns_when_the_first_is_gone() -> None:
    """When the counted occurrence is settled, the next one counts in full."""
    tally = _tally(_part(_entry(5, "का")), _part(_entry(5, "का")))
    tally.put(0, _part())
    assert tally.penalty == 5
    assert tally.score().counts[Severity.MINOR] == 1


def test_source_words_are_the_denominator() -> None:
    """With a source everywhere its words count."""
    score = _tally(_part(source=180), _part(source=170)).score()
    assert (score.words, score.basis) == (350, "350 source words")


def test_without_a_source_target_words_are_divided() -> None:
    """Hindi words ÷ 1.2 stand in, and the score says so."""
    score = _tally(_part(target=530)).score()
    assert score.words == pytest.approx(441.67, abs=0.01)
    assert score.basis == "442 words (530 target words ÷ 1.2)"


def test_a_source_here_and_there_is_said() -> None:
    """Each segment takes what it has."""
    score = _tally(_part(source=100), _part(target=120)).score()
    assert score.words == 200
    assert score.basis == "200 words (100 source words, 120 target words ÷ 1.2 where there is no source)"


def test_target_words_where_the_profile_says_so() -> None:
    """A profile may count the Hindi as it is, source or not."""
    tally = Tally(replace(_NEWSROOM, denominator=Denominator.TARGET), Side.FINAL)
    tally.put(1, _part(target=300, source=280))
    assert tally.score().basis == "300 target words"


def test_ratios_follow_the_formulas() -> None:
    """6 points on 400 words: NPT 15, raw 98.5, and the acceptable NPT is exactly the passing score."""
    score = _tally(_part(_entry(6), source=400)).score()
    assert (score.per_thousand, score.raw, score.calibrated) == (15, 98.5, 90)


def test_a_short_text_has_counts_only() -> None:
    """Under 150 words there is no ratio."""
    score = _tally(_part(_entry(1), source=149)).score()
    assert (score.per_thousand, score.raw, score.calibrated) == (None, None, None)
    assert score.shortfall == "Insufficient sample for a ratio: 149 words; 150 are needed"
    assert score.counts[Severity.MINOR] == 1


def test_calibration_can_fall_below_zero() -> None:
    """Nothing is clamped: a hopeless text shows how hopeless."""
    assert calibrate(218.9, _NEWSROOM) == pytest.approx(-45.93, abs=0.01)


def _mean(*parts: Part) -> Tally:
    tally = Tally(load("wmt"), Side.RECEIVED)
    for number, part in enumerate(parts):
        tally.put(number, part)
    return tally


def test_the_mean_over_raters_counts_where_they_annotate_apart() -> None:
    """Of 5 points by one and none by another 2.5 remain, and the next segment's 1 stays whole."""
    both = _mean(_part(_entry(5), raters=("asha", "ravi")), _part(_entry(1), raters=("uma",)))
    score = both.score()
    assert score.penalty == 3.5
    assert score.per_segment == 1.75
    assert (score.annotated, score.raters) == (2, ("asha", "ravi", "uma"))


def test_several_hands_of_one_review_add_up() -> None:
    """In a newsroom two editors' flags are two errors."""
    assert _tally(_part(_entry(5), _entry(1), raters=("asha", "ravi"))).penalty == 6


def test_raters_who_agree_are_no_repeats() -> None:
    """The same words flagged by two people are one error seen twice."""
    found = _mean(_part(_entry(5, "का"), _entry(5, "का"), raters=("asha", "ravi")))
    assert found.penalty == 5


def test_segments_nobody_annotated_are_not_in_the_mean() -> None:
    """The sample of the mean is what somebody looked at."""
    unread = replace(_part(), is_done=False)
    score = _mean(_part(_entry(5), raters=("asha",)), unread).score()
    assert (score.per_segment, score.annotated, score.segments) == (5, 1, 2)
    assert _mean(unread).score().per_segment is None


def test_a_tolerance_gives_a_score_of_its_own() -> None:
    """At exactly the points tolerated on these words the score is the passing score."""
    points = (TolerancePoint(300, 6), TolerancePoint(1000, 15))
    tally = Tally(replace(_NEWSROOM, tolerance=points), Side.RECEIVED)
    tally.put(1, _part(_entry(6), source=300))
    score = tally.score()
    assert score.tolerated == pytest.approx(6)
    assert score.non_linear == pytest.approx(90)
    assert score.calibrated == pytest.approx(100 - 20 * 10 / 15)


def test_without_a_tolerance_there_is_no_such_score() -> None:
    """The linear scores stand alone."""
    assert _tally(_part(source=400)).score().non_linear is None


def test_a_short_text_has_no_tolerance_either() -> None:
    """Below the least sample counts decide, whatever the model."""
    points = (TolerancePoint(300, 6), TolerancePoint(1000, 15))
    tally = Tally(replace(_NEWSROOM, tolerance=points), Side.RECEIVED)
    tally.put(1, _part(source=100))
    assert (tally.score().tolerated, tally.score().non_linear) == (None, None)


_ENTRIES = st.lists(
    st.builds(_entry, st.sampled_from([0.0, 0.1, 1.0, 5.0, 50.0]), st.sampled_from(["", "का", "की"])),
    max_size=4,
)


@given(st.lists(st.tuples(st.integers(0, 3), _ENTRIES), max_size=15))
def test_running_and_fresh_scores_are_equal(changes: list[tuple[int, list[Entry]]]) -> None:
    """After any edits the score is the very number a fresh count gives."""
    running = Tally(_NEWSROOM, Side.FINAL)
    for number, entries in changes:
        running.put(number, _part(*entries))
    fresh = Tally(_NEWSROOM, Side.FINAL)
    for number, entries in dict(changes).items():
        fresh.put(number, _part(*entries))
    assert running.score() == fresh.score()


def test_a_dropped_segment_is_gone() -> None:
    """Words and errors of a segment leave with it."""
    tally = _tally(_part(_entry(5, "का"), source=100), _part(_entry(1), source=300))
    tally.drop(0)
    tally.drop(7)
    assert (tally.score().penalty, tally.score().words, tally.score().segments) == (1, 300, 1)


_RATERS = st.sets(st.sampled_from(["asha", "ravi", "uma"])).map(lambda names: tuple(sorted(names)))


@given(st.lists(st.tuples(st.integers(0, 3), _ENTRIES, _RATERS), max_size=15))
def test_running_and_fresh_means_are_equal(
    changes: list[tuple[int, list[Entry], tuple[str, ...]]],
) -> None:
    """Raters who come and go leave no rounding error behind."""
    running = Tally(load("marot"), Side.RECEIVED)
    for number, entries, raters in changes:
        running.put(number, _part(*entries, raters=raters))
    last = {number: (entries, raters) for number, entries, raters in changes}
    fresh = Tally(load("marot"), Side.RECEIVED)
    for number, (entries, raters) in last.items():
        fresh.put(number, _part(*entries, raters=raters))
    assert running.score() == fresh.score()

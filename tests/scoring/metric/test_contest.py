"""Clusters of systems, and what a difference means."""

import numpy as np
import pytest

from reviewer.domain.error import ReviewerError
from reviewer.scoring.metric.contest import Test, contest
from reviewer.scoring.option import ChrfOptions, TerOptions

_LENGTH = 40


def edits(*counts: int) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """TER's statistics: so many edits in turn, of ten words each."""
    return np.array([(counts[n % len(counts)], 10) for n in range(_LENGTH)], dtype=np.int64)


@pytest.mark.parametrize("test", list(Test))
def test_systems_are_clustered_by_tests_between_all_pairs(test: Test) -> None:
    """Two that take turns at being better stand together between the best and the worst."""
    systems = [edits(3, 4), edits(8, 9), edits(4, 3), edits(0, 1)]
    found = contest(TerOptions(), systems, references=1, test=test, samples=200)
    assert [place.cluster for place in found.places] == [2, 3, 2, 1]
    assert not found.higher_is_better


def test_one_system_that_is_like_all_keeps_them_together() -> None:
    """No cluster begins where any system above is not better than any below."""
    systems = [edits(2), edits(0, 4), edits(2, 2, 3)]
    found = contest(TerOptions(), systems, references=1, samples=200)
    assert {place.cluster for place in found.places} == {1}


def test_a_single_system_is_refused() -> None:
    """There is nothing to compare with."""
    with pytest.raises(ReviewerError, match="nothing to compare with"):
        contest(TerOptions(), [edits(1)], references=1)


def test_only_measured_options_tell_what_people_think() -> None:
    """Thresholds hold for sacreBLEU's defaults."""
    rows = np.tile(np.array([[10, 10, 8]], dtype=np.int64), (_LENGTH, 6))
    worse = np.tile(np.array([[10, 10, 5]], dtype=np.int64), (_LENGTH, 6))
    for options, is_known in ((ChrfOptions(), True), (ChrfOptions(beta=3), False)):
        found = contest(options, [worse, rows], references=1, samples=20)
        assert (found.places[1].meaning is not None) is is_known
        assert found.places[0].meaning is None

"""Systems in order, with clusters and rank ranges."""

import itertools

import numpy as np
import pytest

from reviewer.domain.error import ReviewerError
from reviewer.scoring.engine.cancel import Cancelled
from reviewer.scoring.statistic.ranking import Ranking, rank

NOISE = np.random.default_rng(3).normal(0, 5, (4, 120))
NOISE -= NOISE.mean(axis=1, keepdims=True)


def a_ranking(*means: float, **given: object) -> Ranking:
    """Systems whose segments scatter around these means."""
    rows = [[float(mean + value) for value in noise] for mean, noise in zip(means, NOISE, strict=False)]
    return rank(rows, **given)  # type: ignore[arg-type]


def test_the_best_system_comes_first() -> None:
    """Systems are ordered by the mean of their segments."""
    found = a_ranking(60, 80, 70)
    assert [one.system for one in found.standings] == [1, 2, 0]


def test_lower_is_better_for_penalties() -> None:
    """Under MQM the smallest mean comes first and is told as it is."""
    found = rank([[5.0, 7.0], [1.0, 1.0]], higher_is_better=False)
    assert [(one.system, one.score) for one in found.standings] == [(1, 1.0), (0, 6.0)]


def test_systems_far_apart_are_clusters_of_their_own() -> None:
    """Each is significantly better than the next."""
    found = a_ranking(80, 70, 60)
    assert [one.cluster for one in found.standings] == [1, 2, 3]
    assert [(one.best_rank, one.worst_rank) for one in found.standings] == [(1, 1), (2, 2), (3, 3)]


def test_systems_that_do_not_differ_share_a_cluster() -> None:
    """Two equal systems above a worse one: two clusters, and both may be first."""
    found = a_ranking(80, 80, 60)
    assert [one.cluster for one in found.standings] == [1, 1, 2]
    assert [(one.best_rank, one.worst_rank) for one in found.standings] == [(1, 2), (1, 2), (3, 3)]


def test_a_chain_of_small_steps_is_one_cluster() -> None:
    """First beats third, but neither neighbour differs: no border holds between all above and all below."""
    found = a_ranking(61.3, 60.65, 60)
    assert found.p[0][2] is not None
    best, worst = found.standings[0].system, found.standings[2].system
    assert (found.p[best][worst] or 1) < 0.05
    assert [one.cluster for one in found.standings] == [1, 1, 1]
    assert found.standings[0].worst_rank == 2
    assert found.standings[2].best_rank == 2


def test_equal_systems_keep_the_order_given() -> None:
    """Ties never jump about."""
    found = rank([[1.0, 2.0], [2.0, 1.0], [1.0, 2.0]])
    assert [one.system for one in found.standings] == [0, 1, 2]


def test_equal_segments_prove_nothing() -> None:
    """All ties: each p is 1 and there is one cluster."""
    found = rank([[50.0] * 30, [50.0] * 30])
    assert found.p[0][1] == found.p[1][0] == 1.0
    assert {one.cluster for one in found.standings} == {1}


def test_p_is_that_of_all_flips() -> None:
    """Drawing many flips comes close to trying every one of them."""
    one, other = [3.0, 5.0, 1.0, 8.0, 2.0, 9.0], [2.0, 6.0, 0.0, 4.0, 3.0, 5.0]
    differences = np.subtract(one, other)
    nulls = [np.dot(signs, differences) for signs in itertools.product((-1, 1), repeat=6)]
    exact = np.mean([null >= differences.sum() for null in nulls])
    assert rank([one, other], permutations=20_000).p[0][1] == pytest.approx(exact, abs=0.01)


def test_documents_are_flipped_whole() -> None:
    """Sixty better segments of two documents do not make a cluster."""
    better, worse = [2.0] * 60, [1.0] * 60
    assert rank([better, worse]).standings[1].cluster == 2
    found = rank([better, worse], groups=["a", "b"] * 30)
    assert (found.units, found.standings[1].cluster) == (2, 1)


def test_a_missing_score_is_not_nought() -> None:
    """The mean and the pairs leave it out."""
    found = rank([[80.0, None, 80.0], [90.0, 0.0, 90.0]])
    assert [(one.system, one.score) for one in found.standings] == [(0, 80.0), (1, 60.0)]
    assert found.p[0][1] == pytest.approx(1, abs=0.001)


def test_systems_without_a_shared_segment_are_not_tested() -> None:
    """There is an order, but no p-value and one cluster."""
    found = rank([[80.0, None], [None, 20.0]])
    assert found.p[0][1] is None
    assert [one.cluster for one in found.standings] == [1, 1]


def test_a_win_on_the_shared_segments_alone_does_not_count() -> None:
    """A system whose mean over all its segments is lower is not the better one."""
    few = [60.0 + place % 3 for place in range(30)]
    found = rank([[*few, *[0.0] * 30], [*[value - 5 for value in few], *[None] * 30]])
    assert (found.p[0][1] or 1) < 0.05
    assert [one.system for one in found.standings] == [1, 0]
    assert [one.cluster for one in found.standings] == [1, 1]


def test_one_system_ranks_first() -> None:
    """Nothing to compare is not an error."""
    found = rank([[80.0, 70.0]])
    assert [(one.rank, one.cluster, one.worst_rank) for one in found.standings] == [(1, 1, 1)]


def test_the_same_seed_gives_the_same_ranking() -> None:
    """Figures can be reproduced."""
    assert a_ranking(61, 60, seed=4) == a_ranking(61, 60, seed=4)


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ([], "no systems"),
        ([[1.0], [1.0, 2.0]], "1, 2 segments"),
        ([[1.0], [float("nan")]], "system 2: a score is not a number"),
        ([[1.0], [None]], "system 2: there is no score"),
        ([[], []], "no score"),
    ],
)
def test_what_cannot_be_ranked_is_refused(scores: list[list[float | None]], said: str) -> None:
    """One line says what is wrong."""
    with pytest.raises(ReviewerError, match=said):
        rank(scores)


def test_ranking_stops_when_asked_to() -> None:
    """The user's wish ends it."""
    with pytest.raises(Cancelled):
        a_ranking(1, 2, is_cancelled=lambda: True)

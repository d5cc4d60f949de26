"""Agreement between judges: against published examples and the definitions written out."""

import itertools
from collections.abc import Hashable

import krippendorff
import numpy as np
import pytest

from reviewer.domain.error import ReviewerError
from reviewer.scoring.statistic.agreement import (
    Scale,
    Weight,
    cohen_kappa,
    fleiss_kappa,
    krippendorff_alpha,
)

JUDGES: list[list[float | None]] = [
    [None, None, None, None, None, 3, 4, 1, 2, 1, 1, 3, 3, None, 3],
    [1, None, 2, 1, 3, 3, 4, 3, None, None, None, None, None, None, None],
    [None, None, 2, 1, 3, 4, 4, None, 2, 1, 1, 3, 3, None, 4],
]


@pytest.mark.parametrize(("scale", "expected"), [(Scale.NOMINAL, 0.691), (Scale.INTERVAL, 0.811)])
def test_alpha_of_a_published_example(scale: Scale, expected: float) -> None:
    """Three judges, fifteen units, many missing (Krippendorff 2011)."""
    assert krippendorff_alpha(JUDGES, scale).value == pytest.approx(expected, abs=0.0005)


def test_alpha_counts_the_segments_judged_twice() -> None:
    """A segment of one judge tells nothing about agreement."""
    assert krippendorff_alpha(JUDGES).count == 12


def test_alpha_is_that_of_the_package() -> None:
    """Any numbers."""
    table = np.random.default_rng(2).integers(0, 100, (3, 40)).astype(float)
    expected = krippendorff.alpha(table, level_of_measurement="interval")
    assert krippendorff_alpha(table.tolist()).value == pytest.approx(float(expected))


@pytest.mark.parametrize(
    ("ratings", "reason"),
    [
        ([], "no segment has two judgements"),
        ([[1.0, 2.0]], "no segment has two judgements"),
        ([[1.0, None], [None, 2.0]], "no segment has two judgements"),
        ([[5.0, 5.0], [5.0, 5.0]], "all judgements are the same"),
    ],
)
def test_alpha_tells_why_there_is_none(ratings: list[list[float | None]], reason: str) -> None:
    """No value and the reason, never NaN."""
    found = krippendorff_alpha(ratings)
    assert (found.value, found.reason) == (None, reason)


@pytest.mark.parametrize(
    ("ratings", "said"), [([[1.0], [1.0, 2.0]], "different numbers"), ([[1.0], [float("inf")]], "judge 2")]
)
def test_alpha_refuses_wrong_input(ratings: list[list[float | None]], said: str) -> None:
    """Unequal lengths and values that are no numbers."""
    with pytest.raises(ReviewerError, match=said):
        krippendorff_alpha(ratings)


def test_kappa_of_a_known_table() -> None:
    """Fifty grants, 35 agreed upon: κ = 0.4 (the usual textbook example)."""
    one = ["yes"] * 25 + ["no"] * 25
    other = ["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15
    assert cohen_kappa(one, other).value == pytest.approx(0.4)


@pytest.mark.parametrize("weight", [Weight.LINEAR, Weight.QUADRATIC])
def test_weighted_kappa_is_as_defined(weight: Weight) -> None:
    """1 − mean cost of the real pairs / mean cost of all pairs of one's labels with the other's."""
    chance = np.random.default_rng(4)
    one, other = (chance.integers(0, 4, 50).tolist() for _ in range(2))
    power = 1 if weight is Weight.LINEAR else 2
    real = np.mean([abs(a - b) ** power for a, b in zip(one, other, strict=True)])
    expected = np.mean([abs(a - b) ** power for a, b in itertools.product(one, other)])
    found = cohen_kappa(one, other, categories=range(4), weight=weight)
    assert found.value == pytest.approx(1 - real / expected)


def test_kappa_leaves_out_missing_labels() -> None:
    """Units that one judge did not see."""
    assert cohen_kappa(["a", None, "b"], ["a", "b", "b"]).count == 2


@pytest.mark.parametrize(
    ("labels", "reason"), [([None], "no segment has two judgements"), (["a"], "all judgements are the same")]
)
def test_kappa_tells_why_there_is_none(labels: list[Hashable | None], reason: str) -> None:
    """No value and the reason."""
    found = cohen_kappa(labels, ["a"])
    assert (found.value, found.reason) == (None, reason)


@pytest.mark.parametrize(
    ("one", "weight", "categories", "said"),
    [
        (["a"], Weight.NONE, "", "1 labels against 2"),
        (["a", "z"], Weight.NONE, "ab", "z is not a category"),
        (["a", "b"], Weight.LINEAR, "", "categories in order"),
    ],
)
def test_kappa_refuses_wrong_input(one: list[str], weight: Weight, categories: str, said: str) -> None:
    """One line says what is wrong."""
    with pytest.raises(ReviewerError, match=said):
        cohen_kappa(one, ["a", "b"], categories=categories, weight=weight)


def test_fleiss_kappa_of_a_published_table() -> None:
    """Ten subjects, fourteen judges, five categories: κ = 0.210 (Fleiss 1971 as usually quoted)."""
    table = [
        (0, 0, 0, 0, 14),
        (0, 2, 6, 4, 2),
        (0, 0, 3, 5, 6),
        (0, 3, 9, 2, 0),
        (2, 2, 8, 1, 1),
        (7, 7, 0, 0, 0),
        (3, 2, 6, 3, 0),
        (2, 5, 3, 2, 2),
        (6, 5, 2, 1, 0),
        (0, 2, 2, 3, 7),
    ]
    units = [[label for label, count in enumerate(row) for _ in range(count)] for row in table]
    found = fleiss_kappa(list(zip(*units, strict=True)))
    assert found.value == pytest.approx(0.210, abs=0.0005)


def test_fleiss_kappa_uses_segments_that_all_judged() -> None:
    """The others cannot be compared, and the count says so."""
    found = fleiss_kappa([["a", "b", "a"], ["a", "b", None], ["b", "b", "a"]])
    assert found.count == 2


@pytest.mark.parametrize(
    ("labels", "reason"),
    [
        ([], "no segment has two judgements"),
        ([["a", "b"]], "no segment has two judgements"),
        ([["a"], ["a"]], "all judgements are the same"),
    ],
)
def test_fleiss_kappa_tells_why_there_is_none(labels: list[list[str]], reason: str) -> None:
    """No value and the reason."""
    found = fleiss_kappa(labels)
    assert (found.value, found.reason) == (None, reason)


def test_fleiss_kappa_needs_rows_of_one_length() -> None:
    """Missing labels are given as such."""
    with pytest.raises(ReviewerError, match="different numbers"):
        fleiss_kappa([["a"], ["a", "b"]])

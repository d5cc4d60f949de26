"""Paired tests: sacreBLEU's for segments, and of documents."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from sacrebleu.significance import PairedTest, Result

from reviewer.domain.error import ReviewerError
from reviewer.scoring.engine.corpus import extract
from reviewer.scoring.engine.peer import metric
from reviewer.scoring.formula import formula
from reviewer.scoring.option import BleuOptions, ChrfOptions, MetricOptions, TerOptions
from reviewer.scoring.statistic.paired import Outcome, paired_bootstrap, paired_randomisation
from reviewer.scoring.statistic.resample import mean, mean_statistics
from tests.scoring.statistic.corpus import a_corpus

METRICS: tuple[MetricOptions, ...] = (
    BleuOptions(tokenize="intl"),
    BleuOptions(smooth_method="add-k", smooth_value=1.5),
    ChrfOptions(word_order=2),
    ChrfOptions(eps_smoothing=True),
    TerOptions(),
)


def three_systems(references: int) -> tuple[list[list[str]], list[list[str]]]:
    """Three systems' outputs for the same references; the third is the first with a few lines changed."""
    first, streams = a_corpus(53, references)
    second, _ = a_corpus(53, references, seed=11)
    second = [
        mine if place % 3 else other for place, (mine, other) in enumerate(zip(first, second, strict=True))
    ]
    third = [line if place % 9 else line + " ने" for place, line in enumerate(first)]
    return [first, second, third], streams


def peer_outcomes(options: MetricOptions, references: int, kind: str, **given: int) -> list[Result]:
    """What sacreBLEU's paired test finds."""
    hypotheses, streams = three_systems(references)
    named: list[tuple[str, Sequence[str]]] = [(str(number), lines) for number, lines in enumerate(hypotheses)]
    _, scores = PairedTest(named, {"m": metric(options)}, streams, test_type=kind, **given)()
    return [value for values in scores.values() for value in values if isinstance(value, Result)]


def our_statistics(options: MetricOptions, references: int) -> list[NDArray[Any]]:
    """The same systems' statistics."""
    hypotheses, streams = three_systems(references)
    return [extract(options, lines, streams) for lines in hypotheses]


def told(outcome: Outcome) -> tuple[float | None, ...]:
    """An outcome as sacreBLEU's result holds it."""
    found = outcome.interval
    return (
        outcome.score,
        outcome.p,
        found.mean if found else None,
        found.half_width if found else None,
    )


@pytest.mark.parametrize("options", METRICS, ids=repr)
@pytest.mark.parametrize("references", [1, 3])
def test_paired_bootstrap_equals_sacrebleu(options: MetricOptions, references: int) -> None:
    """Scores, means, half-widths and p-values, to the last bit for the same seed."""
    found = paired_bootstrap(formula(options), our_statistics(options, references), samples=300)
    expected = peer_outcomes(options, references, "bs", n_samples=300)
    assert [told(one) for one in found] == [(one.score, one.p_value, one.mean, one.ci) for one in expected]


@pytest.mark.parametrize("options", METRICS, ids=repr)
@pytest.mark.parametrize(("references", "confidence"), [(1, 0), (2, 90)])
def test_paired_randomisation_equals_sacrebleu(
    options: MetricOptions, references: int, confidence: int
) -> None:
    """Scores, p-values and, where asked for, intervals."""
    statistics = our_statistics(options, references)
    found = paired_randomisation(formula(options), statistics, trials=333, confidence=confidence)
    expected = peer_outcomes(options, references, "ar", n_samples=333, n_ar_confidence=confidence or -1)
    assert [told(one) for one in found] == [(one.score, one.p_value, one.mean, one.ci) for one in expected]


def test_swaps_in_pieces_are_those_of_one_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    """The p-value does not depend on how many trials fit into memory."""
    statistics = our_statistics(ChrfOptions(), 1)
    whole = paired_randomisation(formula(ChrfOptions()), statistics, trials=333)
    monkeypatch.setattr("reviewer.scoring.statistic.draw._NUMBERS_AT_ONCE", 64 * 53)
    assert paired_randomisation(formula(ChrfOptions()), statistics, trials=333) == whole


@pytest.mark.parametrize("test", [paired_bootstrap, paired_randomisation])
def test_less_editing_is_a_gain(test: Any) -> None:
    """Where lower is better, the system with fewer edits gains."""
    worse, better = np.tile([3, 10], (20, 1)), np.tile([1, 10], (20, 1))
    assert test(formula(TerOptions()), [worse, better], higher_is_better=False)[1].gain == 20.0


@pytest.mark.parametrize("test", [paired_bootstrap, paired_randomisation])
def test_a_system_gains_nothing_over_itself(test: Any) -> None:
    """The same segments twice."""
    rows = mean_statistics([float(value % 7) for value in range(40)])
    assert test(mean, [rows, rows], is_single=False)[1].gain == 0.0


@pytest.mark.parametrize("test", [paired_bootstrap, paired_randomisation])
def test_a_clear_difference_is_significant(test: Any) -> None:
    """Each segment is ten points better."""
    low = mean_statistics([float(value % 7) for value in range(40)])
    high = mean_statistics([float(value % 7) + 10.0 for value in range(40)])
    assert test(mean, [low, high], is_single=False)[1].p < 0.01


def test_few_documents_make_it_less_certain() -> None:
    """Forty segments of two documents are two observations: swapping them proves nothing."""
    low = mean_statistics([0.0] * 40)
    high = mean_statistics([1.0] * 20 + [9.0] * 20)
    by_segment = paired_randomisation(mean, [low, high], is_single=False)[1].p
    by_document = paired_randomisation(mean, [low, high], is_single=False, groups=["a", "b"] * 20)[1].p
    assert by_segment is not None
    assert by_document is not None
    assert by_segment < 0.05 < by_document


@pytest.mark.parametrize(("documents", "is_told"), [(5, False), (6, True)])
def test_the_bootstrap_of_very_few_documents_says_nothing(documents: int, is_told: bool) -> None:
    """Below six documents there is no p-value."""
    low, high = mean_statistics([0.0] * 30), mean_statistics([float(value) for value in range(30)])
    groups = [place % documents for place in range(30)]
    found = paired_bootstrap(mean, [low, high], groups=groups, is_single=False)[1]
    assert (found.p is not None) == is_told


@pytest.mark.parametrize("test", [paired_bootstrap, paired_randomisation])
def test_one_document_has_no_interval(test: Any) -> None:
    """And nothing is significant in it."""
    low, high = mean_statistics([0.0] * 9), mean_statistics([5.0] * 9)
    found = test(mean, [low, high], groups=["a"] * 9, is_single=False)[1]
    assert found.interval is None
    assert found.p is None or found.p > 0.9


def test_systems_that_do_not_differ_have_a_p_of_one() -> None:
    """Outside sacreBLEU's own test, a trial as large as the real difference speaks against it."""
    rows = mean_statistics([float(value % 7) for value in range(40)])
    assert paired_randomisation(mean, [rows, rows], is_single=False)[1].p == 1.0


@pytest.mark.parametrize("test", [paired_bootstrap, paired_randomisation])
def test_systems_need_the_same_segments(test: Any) -> None:
    """Unequal lengths are refused with both numbers."""
    with pytest.raises(ReviewerError, match="3, 4 segments"):
        test(formula(TerOptions()), [np.ones((3, 2)), np.ones((4, 2))])


@pytest.mark.parametrize("test", [paired_bootstrap, paired_randomisation])
def test_one_system_has_nothing_to_be_compared_with(test: Any) -> None:
    """A paired test takes two."""
    with pytest.raises(ReviewerError, match="at least two systems"):
        test(formula(TerOptions()), [np.ones((3, 2))])


@pytest.mark.parametrize("test", [paired_bootstrap, paired_randomisation])
def test_no_segments_cannot_be_compared(test: Any) -> None:
    """Nothing against nothing is an error, not a draw."""
    with pytest.raises(ReviewerError, match="no segments"):
        test(formula(TerOptions()), [np.ones((0, 2)), np.ones((0, 2))])

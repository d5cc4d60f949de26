"""From sums to scores: equal to sacreBLEU's, bit for bit."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from reviewer.domain.error import ReviewerError
from reviewer.scoring.engine.corpus import extract, width
from reviewer.scoring.engine.peer import metric
from reviewer.scoring.formula import corpus_score, formula, scores
from reviewer.scoring.option import BleuOptions, ChrfOptions, MetricOptions, TerOptions

OPTIONS: tuple[MetricOptions, ...] = (
    *(
        BleuOptions(smooth_method=method, smooth_value=value, effective_order=effective, max_ngram_order=n)
        for method, value in [("exp", None), ("none", None), ("floor", None), ("floor", 0.37)]
        for effective in (False, True)
        for n in (4, 2)
    ),
    BleuOptions(smooth_method="add-k"),
    BleuOptions(smooth_method="add-k", smooth_value=2, effective_order=True),
    BleuOptions(smooth_method="add-k", smooth_value=0.3),
    ChrfOptions(),
    ChrfOptions(word_order=2),
    ChrfOptions(word_order=1, char_order=3, beta=1),
    ChrfOptions(word_order=2, beta=3, eps_smoothing=True),
    ChrfOptions(eps_smoothing=True),
    TerOptions(),
)


def peer_scores(options: MetricOptions, rows: list[Any]) -> list[Any]:
    """What sacreBLEU computes from the same sums."""
    made = metric(options)
    return [made._compute_score_from_stats(row).score for row in rows]


@st.composite
def sums(draw: st.DrawFn, options: MetricOptions) -> NDArray[np.int64]:
    """A few rows of counts, often nought, sometimes large."""
    count = st.one_of(st.just(0), st.integers(0, 9), st.integers(0, 5_000_000))
    columns = width(options)
    rows = draw(st.lists(st.lists(count, min_size=columns, max_size=columns), min_size=1, max_size=6))
    return np.array(rows, dtype=np.int64)


@pytest.mark.parametrize("options", OPTIONS, ids=repr)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_integers_score_as_in_sacrebleu(options: MetricOptions, data: st.DataObject) -> None:
    """Sums of whole numbers give sacreBLEU's score to the last bit, whatever the counts."""
    rows = data.draw(sums(options))
    assert scores(options, rows).tolist() == peer_scores(options, rows.tolist())


@pytest.mark.parametrize("options", OPTIONS, ids=repr)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_single_precision_scores_as_in_sacrebleu(options: MetricOptions, data: st.DataObject) -> None:
    """Sums in single precision, as resampling makes them, give the same number of the same kind."""
    rows = data.draw(sums(options)).astype(np.float32)
    expected = np.array(peer_scores(options, [row.copy() for row in rows]))
    found = scores(options, rows)
    assert found.dtype == expected.dtype
    assert found.tolist() == expected.tolist()


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_randomisation_truncates_smoothing_as_sacrebleu_does(data: st.DataObject) -> None:
    """In arrays of integers sacreBLEU's fractional add-k is cut to whole numbers."""
    options = BleuOptions(smooth_method="add-k", smooth_value=1.7)
    rows = data.draw(sums(options))
    assert formula(options)(rows).tolist() == peer_scores(options, [row.copy() for row in rows])


@pytest.mark.parametrize("options", [BleuOptions(tokenize="intl"), ChrfOptions(word_order=2), TerOptions()])
def test_a_corpus_scores_as_in_sacrebleu(options: MetricOptions) -> None:
    """From texts to the corpus score."""
    hypotheses = ["बारिश से सड़क डूबी।", "the cat sat", ""]
    references = [["बारिश में सड़कें डूबीं।", "a cat sat down", "x"], ["सड़क डूब गई।", "the cat", "y z"]]
    made = metric(options)
    statistics = extract(options, hypotheses, references)
    assert corpus_score(options, statistics) == made.corpus_score(hypotheses, references).score


def test_counts_of_another_metric_are_refused() -> None:
    """The 18 counts of chrF are not BLEU's 10."""
    with pytest.raises(ReviewerError, match="10 counts"):
        scores(BleuOptions(), np.zeros((1, 18), dtype=np.int64))


def test_not_a_number_is_refused() -> None:
    """NaN never becomes a score."""
    with pytest.raises(ReviewerError, match="not a number"):
        scores(TerOptions(), np.array([[np.nan, 1.0]]))


def test_unknown_smoothing_is_refused_with_the_known_ones() -> None:
    """The remedy names the methods there are."""
    with pytest.raises(ReviewerError, match="add-k"):
        scores(BleuOptions(smooth_method="nist"), np.ones((1, 10), dtype=np.int64))

"""Bootstrap intervals: sacreBLEU's for segments, and of documents."""

import numpy as np
import pytest

from reviewer.domain.error import ReviewerError
from reviewer.scoring.engine.cancel import Cancelled
from reviewer.scoring.engine.corpus import extract
from reviewer.scoring.engine.peer import metric
from reviewer.scoring.formula import corpus_score, formula
from reviewer.scoring.option import BleuOptions, ChrfOptions, MetricOptions, TerOptions
from reviewer.scoring.statistic.resample import (
    bootstrap,
    mean,
    mean_bootstrap,
    mean_statistics,
    resampled,
)
from tests.scoring.statistic.corpus import a_corpus

METRICS: tuple[MetricOptions, ...] = (
    BleuOptions(tokenize="intl"),
    BleuOptions(smooth_method="add-k"),
    ChrfOptions(),
    ChrfOptions(word_order=2),
    ChrfOptions(eps_smoothing=True),
    TerOptions(),
)


@pytest.mark.parametrize("options", METRICS, ids=repr)
@pytest.mark.parametrize("references", [1, 2, 3])
@pytest.mark.parametrize(("segments", "samples"), [(61, 1000), (3, 90), (1, 5)])
def test_segments_give_the_interval_of_sacrebleu(
    options: MetricOptions, references: int, segments: int, samples: int
) -> None:
    """Score, mean and half-width are those of `--confidence` for the same seed, to the last bit."""
    hypotheses, streams = a_corpus(segments, references)
    expected = metric(options).corpus_score(hypotheses, streams, n_bootstrap=samples)
    found = bootstrap(formula(options), extract(options, hypotheses, streams), samples=samples)
    assert found.score == expected.score
    assert found.interval is not None
    assert (found.interval.mean, found.interval.half_width) == (expected._mean, expected._ci)


def test_pieces_draw_what_one_draw_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """The interval does not depend on how many resamples fit into memory."""
    rows = np.random.default_rng(1).integers(0, 30, (37, 4))
    whole = resampled(rows, samples=101)
    monkeypatch.setattr("reviewer.scoring.statistic.draw._NUMBERS_AT_ONCE", 200)
    assert (resampled(rows, samples=101) == whole).all()


def test_large_sums_are_rounded_as_in_single_precision(monkeypatch: pytest.MonkeyPatch) -> None:
    """Past 2²⁴, sums are those that single precision makes of the rows in the order drawn."""
    rows = np.random.default_rng(2).integers(0, 90_000, (3000, 6))
    monkeypatch.setattr("reviewer.scoring.statistic.resample._ROWS_AT_ONCE", 700)
    drawn = np.random.default_rng(12345).choice(3000, size=(20, 3000), replace=True)
    expected = np.array([part.sum(0) for part in rows.astype(np.float32)[drawn]])
    assert (resampled(rows, samples=20, is_single=True) == expected).all()


def test_documents_are_drawn_whole() -> None:
    """Segments that always come together make a wider interval than segments that do not."""
    values = [0.0] * 50 + [100.0] * 50
    documents = ["flood"] * 50 + ["cricket"] * 50
    alone = mean_bootstrap(values).interval
    together = mean_bootstrap(values, groups=documents).interval
    assert alone is not None
    assert together is not None
    assert together.units == 2
    assert together.half_width == 50.0 > alone.half_width


def test_documents_of_one_segment_are_segments() -> None:
    """Where each segment is its own document, the sums are those of resampled segments."""
    options = ChrfOptions()
    hypotheses, streams = a_corpus(20, 1)
    rows = extract(options, hypotheses, streams)
    by_segment = bootstrap(formula(options), rows, samples=200, is_single=False)
    by_document = bootstrap(formula(options), rows, groups=range(20), samples=200)
    assert by_document == by_segment


def test_one_document_has_no_interval() -> None:
    """Nothing is to be learnt from drawing the same document again and again."""
    assert mean_bootstrap([1.0, 2.0], groups=["a", "a"]).interval is None


def test_a_score_of_nought_counts_and_a_missing_one_does_not() -> None:
    """The mean of 0, 100 and nothing is 50."""
    assert mean_bootstrap([0.0, 100.0, None], samples=50).score == 50.0


def test_a_resample_without_judgement_takes_the_mean_of_the_others() -> None:
    """A rare draw that meets only missing values does not spoil the interval."""
    sums = np.array([[10.0, 2.0], [0.0, 0.0], [6.0, 2.0]])
    assert mean(sums).tolist() == [5.0, 4.0, 3.0]


def test_sums_of_documents_give_the_score_of_the_corpus() -> None:
    """Grouping changes the interval, never the score."""
    options = BleuOptions()
    hypotheses, streams = a_corpus(20, 1)
    rows = extract(options, hypotheses, streams)
    assert bootstrap(formula(options), rows, groups=[0, 1] * 10).score == corpus_score(options, rows)


def test_a_seed_of_none_is_chance() -> None:
    """Two runs without a seed differ."""
    rows = np.random.default_rng(1).integers(0, 30, (500, 2))
    assert (resampled(rows, samples=5, seed=None) != resampled(rows, samples=5, seed=None)).any()


def test_nothing_cannot_be_resampled() -> None:
    """No segments, no interval."""
    with pytest.raises(ReviewerError, match="no segments"):
        bootstrap(formula(TerOptions()), np.zeros((0, 2)))


def test_no_judgement_at_all_has_no_mean() -> None:
    """Missing values alone are refused, not taken for nought."""
    with pytest.raises(ReviewerError, match="no judgement"):
        mean_bootstrap([None, None])


def test_a_judgement_that_is_no_number_is_refused() -> None:
    """NaN is never averaged."""
    with pytest.raises(ReviewerError, match="not a number"):
        mean_statistics([1.0, float("nan")])


def test_as_many_groups_as_segments_are_needed() -> None:
    """A document for each segment, or none at all."""
    with pytest.raises(ReviewerError, match="3 segments, but 2 groups"):
        mean_bootstrap([1.0, 2.0, 3.0], groups=["a", "b"])


def test_no_resamples_are_refused() -> None:
    """At least one resample is drawn."""
    with pytest.raises(ReviewerError, match="0 resamples"):
        mean_bootstrap([1.0, 2.0], samples=0)


def test_resampling_stops_when_asked_to() -> None:
    """The user's wish ends it before the next piece."""
    with pytest.raises(Cancelled):
        bootstrap(formula(TerOptions()), np.ones((9, 2)), is_cancelled=lambda: True)


def test_resampling_tells_how_far_it_is() -> None:
    """Progress is in resamples."""
    told: list[tuple[int, int]] = []
    bootstrap(
        formula(TerOptions()), np.ones((9, 2)), samples=7, progress=lambda done, of: told.append((done, of))
    )
    assert told == [(0, 7)]

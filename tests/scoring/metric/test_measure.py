"""Corpora by metrics of sacreBLEU's and of others."""

from collections.abc import Sequence

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.scoring.metric.measure import Resampling, measured, measured_by, sentences, statistics
from reviewer.scoring.metric.plugin import Texts
from reviewer.scoring.metric.spec import Kind, MetricSpec
from reviewer.scoring.option import BleuOptions, ChrfOptions

_HYPOTHESES = ["वह घर गया।", "सब ठीक", ""]
_REFERENCES = [["वह अपने घर गया।", "सब ठीक है", "क"]]


class Given:
    """A metric that scores what it is told to."""

    spec = MetricSpec(id="given", title="Given", kind=Kind.AUTOMATIC, needs=(), higher_is_better=True)

    def __init__(self, *values: float | None) -> None:
        self._values = values

    def segment_scores(self, texts: Sequence[Texts]) -> Sequence[float | None]:
        """Return the values, whatever the texts."""
        assert texts
        return self._values


class Length:
    """A metric that adds up."""

    spec = MetricSpec(id="mean-length", title="Length", kind=Kind.BASELINE, needs=(), higher_is_better=None)

    def statistics(self, texts: Sequence[Texts]) -> Sequence[Sequence[float]]:
        """Characters, and one for the segment."""
        return [(len(text.hypothesis), 1) for text in texts]

    def score(self, sums: Sequence[float]) -> float:
        """Return characters a segment."""
        return sums[0] / sums[1]


def texts(*lines: str) -> list[Texts]:
    """Segments with these hypotheses."""
    return [Texts(hypothesis=line) for line in lines]


def test_chrf_shares_its_counts_with_chrf_plus_only_against_one_reference() -> None:
    """Against several, each chooses its own best reference."""
    wanted = {"chrf": ChrfOptions(), "chrf++": ChrfOptions(word_order=2)}
    for streams in (_REFERENCES, [*_REFERENCES, ["घर", "है", ""]]):
        both = statistics(wanted, _HYPOTHESES, streams)
        for name, options in wanted.items():
            alone = statistics({name: options}, _HYPOTHESES, streams)[name]
            assert both[name].tolist() == alone.tolist()


def test_sentences_score_as_corpora_of_one() -> None:
    """Row by row."""
    options = BleuOptions(effective_order=True)
    rows = statistics({"bleu": options}, _HYPOTHESES, _REFERENCES)["bleu"]
    singles = [measured(options, rows[n : n + 1], references=1) for n in range(3)]
    assert sentences(options, rows, references=1) == singles


def test_a_metric_of_segments_scores_their_mean() -> None:
    """Over those that have a score; missing ones are no noughts."""
    made, values = measured_by(Given(1.0, None, 3.0), texts("क", "ख", "ग"))
    assert (made.score, made.interval, values) == (2.0, None, [1.0, None, 3.0])


def test_a_metric_that_adds_up_is_resampled() -> None:
    """Score from the sums, interval from resamples of the segments."""
    made, values = measured_by(Length(), texts("क", "ककक"), resampling=Resampling(samples=40))
    assert (made.score, values) == (2.0, [1.0, 3.0])
    assert made.interval is not None
    assert (made.interval.low, made.interval.high) == (1.0, 3.0)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ((1.0,), "gave 1 scores for 2 segments"),
        ((1.0, float("nan")), "not a number"),
        ((None, None), "scored nothing"),
    ],
)
def test_wrong_values_of_a_metric_are_refused(values: tuple[float | None, ...], reason: str) -> None:
    """The error names the metric."""
    with pytest.raises(ReviewerError, match=f"given.*{reason}"):
        measured_by(Given(*values), texts("क", "ख"))

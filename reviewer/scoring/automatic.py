"""chrF++, chrF, BLEU and TER as sacreBLEU computes them, from statistics kept a segment.

A segment's statistics are a few numbers that add up: the score of a text is computed from their sums,
so that an edit recomputes one segment. Values and signatures are sacreBLEU's own.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from reviewer.domain.score import MetricScore

Statistics = tuple[float, ...]
"""A segment's counts, in sacreBLEU's order; they add up."""


class MetricId(StrEnum):
    """The metrics, the most telling for Hindi first."""

    CHRF_PLUS = "chrf++"
    CHRF = "chrf"
    BLEU = "bleu"
    TER = "ter"


_TITLES = {
    MetricId.CHRF_PLUS: "chrF++",
    MetricId.CHRF: "chrF",
    MetricId.BLEU: "BLEU",
    MetricId.TER: "TER",
}
_CHRF_COUNTS = 18
"""chrF's statistics are the first of chrF++'s: three counts for each of six character orders."""


@dataclass(frozen=True, slots=True)
class Engine:
    """sacreBLEU's metric object behind one of ours, with the parts of it that are used here."""

    extract: Callable[[str, str], Statistics]
    compute: Callable[[Sequence[float]], float]
    signature: str
    identical: Callable[[str], Statistics]
    """Statistics of a text against itself: counts only, without looking for matches."""


@cache
def engine(metric: MetricId, *, for_sentence: bool = False) -> Engine:
    """Return the metric's engine; loads sacreBLEU at the first call.

    sacreBLEU's public functions take whole corpora; the private ones are those of its own resampling.
    BLEU splits the danda off words (`tok:intl`); of single sentences it takes the effective order.
    """
    # Loaded here: 0.1 s that only scoring needs.
    from sacrebleu.metrics.bleu import BLEU  # noqa: PLC0415
    from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415
    from sacrebleu.metrics.ter import TER  # noqa: PLC0415

    made: Any
    if metric is MetricId.BLEU:
        made = BLEU(tokenize="intl", effective_order=for_sentence, force=True)
    elif metric is MetricId.TER:
        made = TER()
    else:
        made = CHRF(word_order=2 if metric is MetricId.CHRF_PLUS else 0)
    made.num_refs = 1

    def extract(hypothesis: str, reference: str) -> Statistics:
        return tuple(made._extract_corpus_statistics([hypothesis], [[reference]])[0])  # noqa: SLF001

    def compute(sums: Sequence[float]) -> float:
        return float(made._compute_score_from_stats(list(sums)).score)  # noqa: SLF001

    def identical(text: str) -> Statistics:
        ready = made._preprocess_segment(text)  # noqa: SLF001
        if metric is MetricId.BLEU:
            return _bleu_of_itself(len(ready.split()))
        if metric is MetricId.TER:
            return (0, len(ready.split()))
        words = len(made._remove_punctuation(ready)) if made.word_order else 0  # noqa: SLF001
        return _chrf_of_itself(len("".join(ready.split())), words, made.word_order)

    return Engine(extract, compute, str(made.get_signature()), identical)


def _grams(length: int, orders: int) -> list[int]:
    return [max(0, length - n) for n in range(orders)]


def _bleu_of_itself(tokens: int) -> Statistics:
    counts = _grams(tokens, 4)
    return (tokens, tokens, *counts, *counts)


def _chrf_of_itself(characters: int, words: int, word_order: int) -> Statistics:
    counts = _grams(characters, 6) + _grams(words, word_order)
    return tuple(count for count in counts for _ in range(3))


def statistics(metric: MetricId, hypothesis: str, reference: str) -> Statistics:
    """Return one segment's statistics, those of sacreBLEU's `_extract_corpus_statistics`."""
    if hypothesis == reference:
        return engine(metric).identical(hypothesis)
    return engine(metric).extract(hypothesis, reference)


def score(metric: MetricId, pairs: Iterable[tuple[str, str]], *, compares: str = "") -> MetricScore | None:
    """Score pairs of hypothesis and reference as one corpus; `None` where there are none."""
    totals = Totals(metric)
    for hypothesis, reference in pairs:
        totals.add(statistics(metric, hypothesis, reference))
    return totals.score(compares)


def sentence_score(metric: MetricId, hypothesis: str, reference: str) -> MetricScore:
    """Score one sentence; for BLEU with the effective order, as sacreBLEU advises."""
    used = engine(metric, for_sentence=True)
    value = used.compute(used.extract(hypothesis, reference))
    return _metric_score(metric, value, used.signature, segments=1, compares="")


class Totals:
    """Sums of statistics, from which the score of a corpus follows."""

    def __init__(self, metric: MetricId) -> None:
        self._metric = metric
        self.sums: list[float] = []
        self.segments = 0

    def add(self, stats: Statistics, sign: int = 1) -> None:
        """Add a segment's statistics, or with `sign=-1` take them away. Whole numbers: exact."""
        if not self.sums:
            self.sums = [0] * len(stats)
        self.sums = [total + sign * value for total, value in zip(self.sums, stats, strict=True)]
        self.segments += sign

    def include(self, other: "Totals") -> None:
        """Add another corpus of the same metric."""
        if other.segments:
            self.add(tuple(other.sums))
            self.segments += other.segments - 1

    def score(self, compares: str = "", *, metric: MetricId | None = None) -> MetricScore | None:
        """Return the score, `None` without a segment; chrF can be had of chrF++'s totals."""
        if not self.segments:
            return None
        wanted = metric or self._metric
        sums = self.sums[:_CHRF_COUNTS] if wanted is MetricId.CHRF else self.sums
        used = engine(wanted)
        value = used.compute(sums)
        return _metric_score(wanted, value, used.signature, segments=self.segments, compares=compares)


def _metric_score(
    metric: MetricId, value: float, signature: str, *, segments: int, compares: str
) -> MetricScore:
    return MetricScore(
        metric=metric.value,
        title=_TITLES[metric],
        value=value,
        signature=signature,
        segments=segments,
        higher_is_better=metric is not MetricId.TER,
        compares=compares,
    )

"""chrF++, chrF, BLEU and TER as sacreBLEU computes them, from statistics kept a segment.

A segment's statistics are a few numbers that add up: the score of a text is computed from their sums,
so that an edit recomputes one segment. Values and signatures are sacreBLEU's own.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final

from reviewer.domain.score import MetricScore
from reviewer.scoring.option import BleuOptions, ChrfOptions, MetricOptions, TerOptions

if TYPE_CHECKING:
    from reviewer.scoring.engine.corpus import Count

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
_QUICK = 20_000
"""Characters of two texts up to which a kernel's TER takes no longer than a key press may."""
_CHRF_COUNTS = 18
"""chrF's statistics are the first of chrF++'s: three counts for each of six character orders."""


OPTIONS: Final[Mapping[MetricId, MetricOptions]] = {
    MetricId.CHRF_PLUS: ChrfOptions(word_order=2),
    MetricId.CHRF: ChrfOptions(),
    MetricId.BLEU: BleuOptions(tokenize="intl"),
    MetricId.TER: TerOptions(),
}
"""Of the desk's metrics; BLEU splits the danda off words."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A metric with its options, as the desk uses it."""

    extract: Callable[[str, str], Statistics]
    compute: Callable[[Sequence[float]], float]
    signature: str
    identical: Callable[[str], Statistics]
    """Statistics of a text against itself: counts only, without looking for matches."""


@cache
def engine(metric: MetricId, *, for_sentence: bool = False) -> Engine:
    """Return the metric's engine; loads sacreBLEU at the first call.

    Kernels count where they are loaded, else sacreBLEU; of single sentences BLEU takes the effective order.
    """
    # Loaded here: numpy and sacreBLEU, 0.2 s that only scoring needs.
    from reviewer.scoring.engine.corpus import extract  # noqa: PLC0415
    from reviewer.scoring.engine.peer import metric as made_by  # noqa: PLC0415

    options = OPTIONS[metric]
    if isinstance(options, BleuOptions):
        options = replace(options, effective_order=for_sentence)
    made = made_by(options)
    made.num_refs = 1

    def counted(hypothesis: str, reference: str) -> Statistics:
        return tuple(extract(options, [hypothesis], [[reference]])[0].tolist())

    def identical(text: str) -> Statistics:
        ready = made._preprocess_segment(text)  # noqa: SLF001 - sacreBLEU's own resampling uses these
        if isinstance(options, BleuOptions):
            return _bleu_of_itself(len(ready.split()))
        if isinstance(options, TerOptions):
            return (0, len(ready.split()))
        words = len(made._remove_punctuation(ready)) if options.word_order else 0  # noqa: SLF001
        return _chrf_of_itself(len("".join(ready.split())), words, options.word_order)

    def compute(sums: Sequence[float]) -> float:
        return float(made._compute_score_from_stats(list(sums)).score)  # noqa: SLF001

    return Engine(counted, compute, str(made.get_signature()), identical)


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


def is_slow(metric: MetricId, hypothesis: str, reference: str) -> bool:
    """Whether comparing two texts may take longer than a key press: TER of long ones, or without a kernel."""
    if metric is not MetricId.TER or hypothesis == reference:
        return False
    from reviewer.scoring.engine.kernel import Kernel, loaded  # noqa: PLC0415 - as above

    return len(hypothesis) + len(reference) > _QUICK or loaded(Kernel.TER) is None


def statistics_of(
    metric: MetricId,
    pairs: Sequence[tuple[str, str]],
    *,
    count: "Count | None" = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> list[Statistics]:
    """Return the statistics of many pairs of hypothesis and reference, far sooner than one by one.

    Raises `Cancelled` when asked to stop.
    """
    from reviewer.scoring.engine import corpus  # noqa: PLC0415 - as above

    same = engine(metric).identical
    different = [pair for pair in pairs if pair[0] != pair[1]]
    rows: Iterator[Statistics] = iter(())
    if different:
        hypotheses, references = map(list, zip(*different, strict=True))
        counted = count or corpus.count
        found = counted(OPTIONS[metric], hypotheses, [references], is_cancelled=is_cancelled)
        rows = map(tuple, found.tolist())
    return [same(one) if one == other else next(rows) for one, other in pairs]


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

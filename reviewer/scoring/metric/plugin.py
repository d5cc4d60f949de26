"""Metrics that other distributions add, through the entry-point group `reviewer.metrics`.

An entry point names a class without arguments, or an object, that has a `spec` and at least one of
`segment_scores` and the pair `statistics` and `score`. One that fails is told about and left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from typing import Any, Final, Protocol, runtime_checkable

from reviewer.scoring.metric.catalogue import by_id
from reviewer.scoring.metric.spec import MetricSpec

GROUP: Final = "reviewer.metrics"


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What a metric is given of one segment."""

    hypothesis: str
    references: tuple[str, ...] = ()
    source: str | None = None


@runtime_checkable
class SegmentMetric(Protocol):
    """A metric that scores segments one by one; a corpus scores their mean."""

    spec: MetricSpec

    def segment_scores(self, texts: Sequence[Texts]) -> Sequence[float | None]:
        """Return one score a segment; `None` where there is nothing to score."""


@runtime_checkable
class AdditiveMetric(Protocol):
    """A metric that counts, so that a corpus can be scored and resampled from sums."""

    spec: MetricSpec

    def statistics(self, texts: Sequence[Texts]) -> Sequence[Sequence[float]]:
        """Return one row of counts a segment, all of one length."""

    def score(self, sums: Sequence[float]) -> float:
        """Return the score of summed rows."""


Plugin = SegmentMetric | AdditiveMetric


@dataclass(frozen=True, slots=True)
class Plugins:
    """What was found."""

    metrics: tuple[Plugin, ...]
    problems: tuple[str, ...]
    """A line for each that cannot be used."""


def plugins() -> Plugins:
    """Load every metric that an installed distribution offers; none of them can stop the others."""
    metrics: dict[str, Plugin] = {}
    problems = []
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        try:
            made = _made(entry)
            if by_id(made.spec.id) or made.spec.id in metrics:
                raise ValueError(f"there is already a metric {made.spec.id}")  # noqa: TRY301 - told below
        except Exception as error:  # noqa: BLE001 - another's code may fail in any way
            reason = " ".join(str(error).split()) or type(error).__name__
            problems.append(f"the metric {entry.name} of {_owner(entry)} is left out: {reason}")
        else:
            metrics[made.spec.id] = made
    return Plugins(tuple(metrics.values()), tuple(problems))


def _made(entry: EntryPoint) -> Plugin:
    loaded: Any = entry.load()
    made = loaded() if isinstance(loaded, type) else loaded
    if not isinstance(getattr(made, "spec", None), MetricSpec):
        raise TypeError("it has no spec")
    if not isinstance(made, SegmentMetric | AdditiveMetric):
        raise TypeError("it has neither segment_scores nor statistics and score")
    return made


def _owner(entry: EntryPoint) -> str:
    return f"{entry.dist.name} {entry.dist.version}" if entry.dist else entry.value

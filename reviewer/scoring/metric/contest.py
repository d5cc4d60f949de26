"""Several systems on the same texts: paired tests against a baseline, and clusters among all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from numpy.typing import NDArray

from reviewer.scoring.engine.peer import metric
from reviewer.scoring.formula import formula
from reviewer.scoring.option import BleuOptions, ChrfOptions, MetricOptions, TerOptions
from reviewer.scoring.statistic.draw import SEED
from reviewer.scoring.statistic.meaning import Meaning, meaning
from reviewer.scoring.statistic.paired import Outcome, paired_bootstrap, paired_randomisation

LEVEL: Final = 0.05


class Test(StrEnum):
    """How a difference is tested, under sacreBLEU's names."""

    __test__ = False
    BOOTSTRAP = "bs"
    RANDOMISATION = "ar"

    @property
    def usual(self) -> int:
        """How many trials sacreBLEU makes."""
        return 1000 if self is Test.BOOTSTRAP else 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """How one system did by one metric."""

    outcome: Outcome
    cluster: int
    """From 1, the best: all systems of a cluster differ significantly from all of the others."""
    meaning: Meaning | None
    """Of the difference from the baseline; absent for the baseline, and where nobody has measured it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """All systems by one metric, in the order given."""

    name: str
    """As sacreBLEU prints it."""
    signature: str
    higher_is_better: bool
    places: tuple[Place, ...]


def contest(
    options: MetricOptions,
    systems: Sequence[NDArray[Any]],
    *,
    references: int,
    test: Test = Test.BOOTSTRAP,
    samples: int = 1000,
    seed: int | None = SEED,
    progress: Callable[[int, int], None] | None = None,
) -> Contest:
    """Compare systems by their segments' statistics; the first one is the baseline.

    Scores, p, means and half-widths equal sacreBLEU's `--paired-bs` and `--paired-ar`. Clusters rest on the
    same test between all pairs: from the top, a new one begins wherever every system above is
    significantly better (p < 0.05) than every one below.

    Raises `ReviewerError` for fewer than two systems or unequal lengths.
    """
    is_higher = not isinstance(options, TerOptions)

    def tested(part: Sequence[NDArray[Any]]) -> tuple[Outcome, ...]:
        if test is Test.BOOTSTRAP:
            return paired_bootstrap(
                formula(options),
                part,
                samples=samples,
                seed=seed,
                higher_is_better=is_higher,
                progress=progress,
            )
        return paired_randomisation(
            formula(options), part, trials=samples, seed=seed, higher_is_better=is_higher, progress=progress
        )

    outcomes = tested(systems)
    later = [tested(systems[first:]) for first in range(1, len(systems) - 1)]
    clusters = _clusters([outcomes, *later])
    name, signature = _named(options, references, test, samples, seed)
    return Contest(
        name=name,
        signature=signature,
        higher_is_better=is_higher,
        places=tuple(
            Place(
                outcome=outcome, cluster=cluster, meaning=_meaning(options, outcome.gain) if place else None
            )
            for place, (outcome, cluster) in enumerate(zip(outcomes, clusters, strict=True))
        ),
    )


def _clusters(tests: Sequence[Sequence[Outcome]]) -> list[int]:
    """Return each system's cluster from each system's test against those after it."""
    scored = tests[0]
    order = sorted(range(len(scored)), key=lambda system: -scored[system].gain)

    def is_real(one: int, other: int) -> bool:
        first, second = sorted((one, other))
        p = tests[first][second - first].p
        return p is not None and p < LEVEL and scored[one].gain != scored[other].gain

    found = dict.fromkeys(order, 1)
    for place in range(1, len(order)):
        starts = all(is_real(above, below) for above in order[:place] for below in order[place:])
        found[order[place]] = found[order[place - 1]] + starts
    return [found[system] for system in range(len(order))]


def _meaning(options: MetricOptions, gain: float) -> Meaning | None:
    """Return what the difference means, for the options it was measured with."""
    if options == BleuOptions():
        return meaning("bleu", gain)
    if options == BleuOptions(tokenize="flores200"):
        return meaning("spbleu", gain)
    return meaning("chrf", gain) if options == ChrfOptions() else None


def _named(
    options: MetricOptions, references: int, test: Test, samples: int, seed: int | None
) -> tuple[str, str]:
    made = metric(options)
    made.num_refs = references
    signature = made.get_signature()
    signature.update("seed", str(seed).lower())
    signature.update(test.value, samples)
    name = "TER"
    if isinstance(options, BleuOptions):
        name = "BLEU"
    elif isinstance(options, ChrfOptions):
        name = f"chrF{options.beta}{'+' * options.word_order}"
    return name, str(signature)

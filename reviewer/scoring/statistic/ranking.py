"""Several systems in order, with clusters that differ significantly."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reviewer.domain.error import ReviewerError
from reviewer.scoring.statistic.draw import SEED, Progress, Watch, drawn_flips, grouped

LEVEL = 0.05
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One system's place."""

    system: int
    """Its number in what was given."""
    score: float
    """Mean over its judged segments."""
    rank: int
    """From 1, the best; systems of the same score keep the order given."""
    cluster: int
    """From 1: all systems of a cluster are significantly better than all of the later ones."""
    best_rank: int
    """1 + the systems significantly better than it."""
    worst_rank: int
    """All systems − those it is significantly better than."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Systems from best to worst."""

    standings: tuple[Standing, ...]
    p: tuple[tuple[float | None, ...], ...]
    """Row better than column, numbered as given, against chance; absent where they share no segment."""
    level: float
    permutations: int
    units: int
    """Documents or segments that were swapped."""


def rank(
    scores: Sequence[Sequence[float | None]],
    *,
    groups: Sequence[Hashable] | None = None,
    higher_is_better: bool = True,
    level: float = LEVEL,
    permutations: int = 1000,
    seed: int | None = SEED,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Ranking:
    """Rank systems by their segments' scores, (systems, segments); `None` is missing.

    Each pair is tested one-sided on the segments that both have: the signs of their differences, by
    document where `groups` names them, are flipped at random, and p = (c + 1) / (n + 1) with c the trials at
    least as good as the real one. Clusters as at WMT: going down from the top, a new one starts wherever
    every system above is significantly better (p < level) than every one below. Rank ranges likewise.

    Raises `ReviewerError` for no system, unequal lengths, a system without scores, NaN, and `Cancelled`.
    """
    rows = _matrix(scores)
    if not higher_is_better:
        rows = -rows
    p, units = _p_values(rows, groups, permutations, seed, Watch(progress, is_cancelled))
    means = np.nanmean(rows, axis=1)
    # Of the shared segments alone a system may win that loses over all: as at WMT, that does not count.
    is_ahead = means[:, None] > means[None, :]
    order = np.argsort(-means, kind="stable").tolist()
    is_better = (np.nan_to_num(p, nan=1.0) < level) & is_ahead
    clusters = _clusters(is_better[np.ix_(order, order)])
    standings = tuple(
        Standing(
            system=system,
            score=float(means[system] if higher_is_better else -means[system]),
            rank=place,
            cluster=clusters[place - 1],
            best_rank=1 + int(is_better[:, system].sum()),
            worst_rank=len(rows) - int(is_better[system].sum()),
        )
        for place, system in enumerate(order, start=1)
    )
    told = tuple(tuple(None if np.isnan(value) else float(value) for value in row) for row in p)
    return Ranking(standings=standings, p=told, level=level, permutations=permutations, units=units)


def _matrix(scores: Sequence[Sequence[float | None]]) -> NDArray[np.float64]:
    """Return the scores as numbers, missing ones as NaN."""
    if not scores:
        raise ReviewerError("there are no systems to rank")
    lengths = {len(row) for row in scores}
    if len(lengths) > 1:
        raise ReviewerError(
            f"the systems have {', '.join(map(str, sorted(lengths)))} segments",
            remedy="Rank them on the same segments; leave missing scores empty.",
        )
    for number, row in enumerate(scores, start=1):
        if any(value is not None and not np.isfinite(value) for value in row):
            raise ReviewerError("a score is not a number", place=f"system {number}")
        if all(value is None for value in row):
            raise ReviewerError("there is no score", place=f"system {number}", remedy="Leave the system out.")
    return np.array(
        [[np.nan if value is None else value for value in row] for row in scores], dtype=np.float64
    )


def _p_values(
    rows: NDArray[np.float64],
    groups: Sequence[Hashable] | None,
    permutations: int,
    seed: int | None,
    watch: Watch,
) -> tuple[NDArray[np.float64], int]:
    """Return (systems, systems), NaN where two share nothing and on the diagonal, and the units swapped."""
    if permutations < 1:
        raise ReviewerError(f"{permutations} permutations", remedy="Take at least one; 1000 is usual.")
    found = np.full((len(rows), len(rows)), np.nan)
    pairs = [(one, other) for one in range(len(rows)) for other in range(one + 1, len(rows))]
    differences: list[NDArray[Any]] = [rows[one] - rows[other] for one, other in pairs]
    is_shared = [bool(np.isfinite(row).any()) for row in differences]
    table = np.nan_to_num(np.array(differences).reshape(len(pairs), rows.shape[1]))
    units = grouped(table.T, groups)
    real = units.sum(axis=0)
    slack = _ROUNDING * np.maximum(1.0, np.abs(units).sum(axis=0))
    counts = np.zeros((2, len(pairs)))
    for _, flips in drawn_flips(np.random.default_rng(seed), len(units), permutations, watch=watch):
        null = (2.0 * flips - 1.0) @ units
        counts[0] += (null >= real - slack).sum(axis=0)
        counts[1] += (null <= real + slack).sum(axis=0)
    for place, (one, other) in enumerate(pairs):
        if is_shared[place]:
            found[one, other], found[other, one] = (counts[:, place] + 1) / (permutations + 1)
    return found, len(units)


def _clusters(is_better: NDArray[np.bool_]) -> list[int]:
    """Return each place's cluster; rows and columns are in the order of the places."""
    clusters = [1]
    for place in range(1, len(is_better)):
        starts = bool(is_better[:place, place:].all())
        clusters.append(clusters[-1] + starts)
    return clusters

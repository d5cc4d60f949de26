"""From sums of statistics to scores, many at once, bit for bit as sacreBLEU computes them one by one."""

import math
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from reviewer.domain.error import ReviewerError
from reviewer.scoring.engine.peer import metric
from reviewer.scoring.option import BleuOptions, ChrfOptions, MetricOptions

_LOG_OF_ZERO = -9999999999.0
"""What sacreBLEU takes for the logarithm of a precision of nought."""
_SMOOTH_VALUES = {"none": 0.0, "exp": 0.0, "floor": 0.1, "add-k": 1}


class Formula(Protocol):
    """Scores rows of sums: (k, counts) to (k,)."""

    def __call__(self, sums: NDArray[Any], /) -> NDArray[Any]:
        """Return each row's score."""


def formula(options: MetricOptions) -> Formula:
    """Return the metric's formula, as resampling takes it."""
    return partial(_array_scores, options)


def _array_scores(options: MetricOptions, sums: NDArray[Any]) -> NDArray[Any]:
    """Score arrays as sacreBLEU's randomisation does: `add-k` adds only whole numbers to integers."""
    if isinstance(options, BleuOptions) and np.issubdtype(sums.dtype, np.integer):
        value = options.smooth_value
        if options.smooth_method == "add-k" and value is not None:
            options = replace(options, smooth_value=math.floor(value))
    return scores(options, sums)


def total(statistics: NDArray[Any]) -> NDArray[Any]:
    """Return the sums of a corpus, (rows, counts) to (counts,).

    Fractions (TER with several references) are added in the order of the rows, as sacreBLEU does.
    """
    if statistics.shape[0] == 0 or np.issubdtype(statistics.dtype, np.integer):
        return np.asarray(statistics.sum(axis=0))
    return np.asarray(np.add.accumulate(statistics, axis=0)[-1])


def corpus_score(options: MetricOptions, statistics: NDArray[Any]) -> float:
    """Return the score of a corpus from its rows' statistics, (rows, counts)."""
    return float(scores(options, total(statistics)[None, :])[0])


def scores(options: MetricOptions, sums: NDArray[Any]) -> NDArray[Any]:
    """Score each row of sums, (k, counts) to (k,), 0–100, for TER 0 and more.

    Equal to sacreBLEU's `_compute_score_from_stats`, also in the kind of number: single precision in,
    single precision out, as its resampling does; integers and doubles give doubles.

    Raises `ReviewerError` where the statistics do not belong to the options or are not numbers.
    """
    rows = _checked(options, sums)
    if isinstance(options, BleuOptions):
        return _bleu(options, rows)
    if isinstance(options, ChrfOptions):
        return _chrf(options, rows)
    return _ter(rows)


def _checked(options: MetricOptions, sums: NDArray[Any]) -> NDArray[Any]:
    rows = np.asarray(sums)
    if isinstance(options, BleuOptions):
        expected = 2 + 2 * options.max_ngram_order
    elif isinstance(options, ChrfOptions):
        expected = 3 * (options.char_order + options.word_order)
    else:
        expected = 2
    if rows.ndim != 2 or rows.shape[1] != expected:
        raise ReviewerError(f"statistics of shape {rows.shape}, but this metric has {expected} counts")
    if not np.isfinite(rows).all():
        raise ReviewerError("a statistic is not a number")
    return rows if rows.dtype == np.float32 else rows.astype(np.float64)


def _bleu(options: BleuOptions, rows: NDArray[Any]) -> NDArray[np.float64]:
    if options.smooth_method not in _SMOOTH_VALUES:
        raise ReviewerError(
            f"unknown smoothing method {options.smooth_method}",
            remedy=f"Take one of {', '.join(_SMOOTH_VALUES)}.",
        )
    orders = options.max_ngram_order
    correct, totals = rows[:, 2 : 2 + orders], rows[:, 2 + orders :]
    has_match = (correct != 0).any(axis=1)
    precisions, lengths = _precisions(options, correct, totals)
    flat = precisions.astype(np.float64).ravel().tolist()
    # The C library's logarithm and exponential: numpy's own may differ in the last bit.
    logs = [math.log(value) if value != 0.0 else _LOG_OF_ZERO for value in flat]
    found = np.zeros(len(rows))
    penalties = _brevity(rows)
    for row in np.flatnonzero(has_match).tolist():
        used = lengths[row]
        found[row] = penalties[row] * math.exp(sum(logs[row * orders : row * orders + used]) / used)
    return found


def _precisions(
    options: BleuOptions, correct: NDArray[Any], totals: NDArray[Any]
) -> tuple[NDArray[Any], list[int]]:
    """Return smoothed precisions (k, orders) and how many of them count, (k,)."""
    given = options.smooth_value
    value = _SMOOTH_VALUES[options.smooth_method] if given is None else given
    orders = options.max_ngram_order
    found = np.zeros_like(totals)
    used = np.full(len(totals), orders)
    is_on = np.ones(len(totals), dtype=bool)
    doubling = np.ones(len(totals), dtype=totals.dtype)
    for order in range(orders):
        hits, all_ = correct[:, order], totals[:, order]
        if options.smooth_method == "add-k" and order > 0:
            hits, all_ = hits + value, all_ + value
        is_on &= all_ != 0
        if options.effective_order:
            used[is_on] = order + 1
        is_missed = is_on & (hits == 0)
        is_hit = is_on & (hits != 0)
        found[is_hit, order] = 100.0 * hits[is_hit] / all_[is_hit]
        if options.smooth_method == "exp":
            doubling[is_missed] *= 2
            found[is_missed, order] = 100.0 / (doubling[is_missed] * all_[is_missed])
        elif options.smooth_method == "floor":
            found[is_missed, order] = 100.0 * value / all_[is_missed]
    return found, used.tolist()


def _brevity(rows: NDArray[Any]) -> list[float]:
    """Return each row's brevity penalty."""
    lengths = rows[:, :2].astype(np.int64).tolist()
    return [
        1.0 if system >= reference else math.exp(1 - reference / system) if system > 0 else 0.0
        for system, reference in lengths
    ]


def _chrf(options: ChrfOptions, rows: NDArray[Any]) -> NDArray[Any]:
    orders = options.char_order + options.word_order
    factor = options.beta**2
    hypothesis, reference, match = rows[:, 0::3], rows[:, 1::3], rows[:, 2::3]
    is_used = (hypothesis > 0) & (reference > 0)
    if options.eps_smoothing:
        return _chrf_eps(options, rows, np.all(is_used, axis=1))
    precision = np.zeros(len(rows), dtype=rows.dtype)
    recall = np.zeros(len(rows), dtype=rows.dtype)
    # Order by order, as sacreBLEU adds: another order of adding ends in other last bits.
    for order in range(orders):
        used = is_used[:, order]
        precision[used] += match[used, order] / hypothesis[used, order]
        recall[used] += match[used, order] / reference[used, order]
    counted = is_used.sum(axis=1).astype(rows.dtype)
    is_scored = (counted > 0) & (precision + recall != 0)
    precision = precision[is_scored] / counted[is_scored]
    recall = recall[is_scored] / counted[is_scored]
    found = np.zeros(len(rows), dtype=rows.dtype if is_scored.all() else np.float64)
    found[is_scored] = 100 * ((1 + factor) * precision * recall / (factor * precision + recall))
    return found


def _chrf_eps(options: ChrfOptions, rows: NDArray[Any], is_plain: NDArray[Any]) -> NDArray[Any]:
    """Score with every order counted; where one has no n-grams, sacreBLEU mixes kinds of numbers itself."""
    orders = options.char_order + options.word_order
    factor = options.beta**2
    plain = rows[is_plain]
    summed = np.zeros(len(plain), dtype=rows.dtype)
    for order in range(orders):
        hypothesis, reference, match = plain[:, 3 * order : 3 * order + 3].T
        precision, recall = match / hypothesis, match / reference
        below = factor * precision + recall
        is_met = below > 0
        summed[is_met] += ((1 + factor) * precision * recall)[is_met] / below[is_met]
        summed[~is_met] += 1e-16
    peer = metric(options)
    odd = [peer._compute_score_from_stats(row).score for row in rows[~is_plain]]  # noqa: SLF001
    is_single = rows.dtype == np.float32 and all(isinstance(value, np.float32) for value in odd)
    found = np.zeros(len(rows), dtype=np.float32 if is_single else np.float64)
    found[is_plain] = 100 * summed / orders
    found[~is_plain] = odd
    return found


def _ter(rows: NDArray[Any]) -> NDArray[Any]:
    edits, lengths = rows[:, 0], rows[:, 1]
    has_reference = lengths > 0
    found = np.zeros(len(rows), dtype=rows.dtype if has_reference.all() else np.float64)
    found[has_reference] = 100 * (edits[has_reference] / lengths[has_reference])
    found[~has_reference] = np.where(edits[~has_reference] > 0, 100.0, 0.0)
    return found

"""Which sentences of one text belong to which of another: Gale and Church's lengths, and anchors."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, exp, log, sqrt
from typing import Final

import numpy as np
import numpy.typing as npt

from reviewer.align.bead import SHAPES, Bead, Shape
from reviewer.align.feature import Features, Language, anchor_weights, groups, look_at
from reviewer.align.path import Row, Step, cheapest
from reviewer.domain.span import Range

_VARIANCE: Final = 4.0
"""Variance of the length difference per code point: 3.9 on human English-Hindi pairs, mean ratio 0.995."""
_CONTRADICTION: Final = 4.0
_AGREEMENT: Final = 1.0
_LEFT_OUT: Final = 2.0
"""What a sentence without a counterpart costs besides its rarity; tuned on shuffled public pairs."""
_LEFT_OUT_BY_WORDS: Final = -1.0
"""The same within one language, where common words tell better than lengths what was left out."""
_DEVIATIONS = np.linspace(0.0, 6.0, 121)
_SURPRISES = np.array([-log(erfc(float(deviation) / sqrt(2))) for deviation in _DEVIATIONS])
_WIDEST_DF = 200


def align(
    left: Sequence[str],
    right: Sequence[str],
    *,
    languages: tuple[Language, Language] = ("en", "hi"),
    locked: Sequence[tuple[int, int]] = (),
) -> tuple[Bead, ...]:
    """Return the beads that cover both texts completely and in order.

    Sentences of one language are compared by their words, of two languages by names, numbers and literals.
    `locked` holds pairs of sentence indexes that are one-to-one beads whatever speaks against them; raise
    ValueError where two of them cross.
    """
    same = languages[0] == languages[1]
    of_left = look_at(left, languages[0], with_words=same)
    of_right = look_at(right, languages[1], with_words=same)
    return align_features(mark_ends(of_left), mark_ends(of_right), locked, by_words=same)


def mark_ends(features: Sequence[Features]) -> list[Features]:
    """Return the features of a paragraph's sentences, first and last marked as such."""
    last = len(features) - 1
    return [feature.placed(opens=n == 0, closes=n == last) for n, feature in enumerate(features)]


def align_features(
    left: Sequence[Features],
    right: Sequence[Features],
    locked: Sequence[tuple[int, int]] = (),
    *,
    by_words: bool,
) -> tuple[Bead, ...]:
    """Return the beads of two sequences of sentences that have been looked at already."""

    def free(lefts: Range, rights: Range) -> list[Bead]:
        costs = _Costs(
            left[lefts.start : lefts.end],
            right[rights.start : rights.end],
            _LEFT_OUT_BY_WORDS if by_words else _LEFT_OUT,
        )
        steps = cheapest(len(lefts), len(rights), SHAPES, costs)
        return [_bead(step, lefts.start, rights.start) for step in steps]

    beads: list[Bead] = []
    from_left = from_right = 0
    for left_lock, right_lock in sorted(locked):
        if left_lock < from_left or right_lock < from_right:
            raise ValueError(f"the locked pair {left_lock}, {right_lock} crosses another")
        beads += free(Range(from_left, left_lock), Range(from_right, right_lock))
        beads.append(Bead(Range(left_lock, left_lock + 1), Range(right_lock, right_lock + 1), 1.0))
        from_left, from_right = left_lock + 1, right_lock + 1
    beads += free(Range(from_left, len(left)), Range(from_right, len(right)))
    return tuple(beads)


def _bead(step: Step, from_left: int, from_right: int) -> Bead:
    left, right = step.left + from_left, step.right + from_right
    return Bead(
        Range(left, left + step.shape.left),
        Range(right, right + step.shape.right),
        1.0 - exp(-step.margin),
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """The groups of one size on the right side, as columns of numbers."""

    length: Row
    quotes: npt.NDArray[np.int64]
    asks: npt.NDArray[np.bool_]
    opens: npt.NDArray[np.bool_]
    closes: npt.NDArray[np.bool_]
    numbers: Row
    holders: dict[str, npt.NDArray[np.int64]]
    """In which groups an anchor occurs, in order."""

    @classmethod
    def of(cls, features: Sequence[Features], weights: dict[str, float]) -> "_Side":
        holders: dict[str, list[int]] = {}
        for place, feature in enumerate(features):
            for anchor in feature.anchors & weights.keys():
                holders.setdefault(anchor, []).append(place)
        return cls(
            length=np.array([feature.length for feature in features], dtype=np.float64),
            quotes=np.array([feature.quotes for feature in features], dtype=np.int64),
            asks=np.array([feature.asks for feature in features], dtype=np.bool_),
            opens=np.array([feature.opens for feature in features], dtype=np.bool_),
            closes=np.array([feature.closes for feature in features], dtype=np.bool_),
            numbers=np.array([len(feature.numbers) for feature in features], dtype=np.float64),
            holders={anchor: np.array(places, dtype=np.int64) for anchor, places in holders.items()},
        )


class _Costs:
    """The cost of any bead between two texts, a row of them at a time."""

    def __init__(self, left: Sequence[Features], right: Sequence[Features], left_out: float) -> None:
        self._left_out = left_out
        weights = anchor_weights(left, right)
        most = max(_WIDEST_DF, len(right) // 20)
        self._left = {size: groups(left, size) for size in (1, 2, 3)}
        sides = {size: _Side.of(groups(right, size), weights) for size in (1, 2, 3)}
        # An anchor in hundreds of sentences tells nothing, and costs the most time.
        self._weights = {
            anchor: weight
            for anchor, weight in weights.items()
            if len(sides[1].holders.get(anchor, ())) <= most
        }
        self._right = sides

    def __call__(self, shape: Shape, start: int, first: int, stop: int) -> Row:
        """Return the costs of the beads of one shape; see `path.Costs`."""
        prior = -log(shape.prior)
        if not shape.left or not shape.right:
            return np.full(stop - first, prior + self._left_out)
        group, side = self._left[shape.left][start], self._right[shape.right]
        piece = slice(first, stop)
        gains, common = self._shared(group, side, first, stop)
        unmatched = np.minimum(len(group.numbers) - common, side.numbers[piece] - common)
        costs: Row = prior + _length_cost(group.length, side.length[piece])
        costs += _CONTRADICTION * np.minimum(unmatched, 2.0) - gains
        if group.quotes:
            costs -= _AGREEMENT * (side.quotes[piece] == group.quotes)
        costs += _AGREEMENT * np.where(side.asks[piece] != group.asks, 1.0, -1.0 if group.asks else 0.0)
        if group.opens:
            costs -= _AGREEMENT * side.opens[piece]
        if group.closes:
            costs -= _AGREEMENT * side.closes[piece]
        return costs

    def _shared(self, group: Features, side: _Side, first: int, stop: int) -> tuple[Row, Row]:
        """Return the weight of the anchors in common and the count of the numbers in common."""
        gains, common = np.zeros(stop - first), np.zeros(stop - first)
        is_all = first == 0 and stop == len(side.length)
        for anchor in group.anchors & self._weights.keys():
            places = side.holders[anchor]
            if not is_all:
                begin, end = places.searchsorted((first, stop))
                places = places[begin:end] - first
            gains[places] += self._weights[anchor]
            if anchor.startswith("number:"):
                common[places] += 1
        return gains, common


def _length_cost(length: int, lengths: Row) -> Row:
    """Return -log of how likely so unlike lengths are; beyond six deviations nothing is more unlikely."""
    deviation = np.abs(lengths - length) / np.sqrt(_VARIANCE * np.maximum((lengths + length) / 2, 1.0))
    cost: Row = np.interp(deviation, _DEVIATIONS, _SURPRISES)
    return cost

"""Carrying ranges from one version of a text to the next."""

from dataclasses import dataclass

from reviewer.domain.span import Range
from reviewer.text import cluster
from reviewer.text.diff import Hunk, Op, refine, word_diff
from reviewer.text.word import word_count

_LONGEST_REFINED = 200
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Carried:
    """Where ranges are found in the later text."""

    ranges: tuple[Range, ...]
    """One for each given range, in the same order; two that were replaced together are equal."""
    survived: float
    """Share of the covered code points that still stand, 0 to 1; for carets alone, 1 if untouched."""
    is_untouched: bool
    """Whether nothing inside the ranges, nor at a caret, has changed."""


def carry(ranges: tuple[Range, ...], before: str, after: str) -> Carried:
    """Return the ranges in the later text, on its cluster borders.

    What was replaced becomes its replacement, what was deleted a caret. Text put in at the border
    of a range stays outside; text put in at a caret is taken as the answer to it.
    """
    given = tuple(cluster.snap(before, piece) for piece in ranges)
    if before == after:
        return Carried(given, 1.0, is_untouched=True)
    words = frozenset(word_diff(before, after))
    hunks = _refined(word_diff(before, after), before, after)
    found: list[Range] = []
    standing, is_untouched = 0, True
    for piece in given:
        answer = (
            _answer(piece.start, hunks, words, before, after) if piece.is_empty else _stretch(piece, hunks)
        )
        found.append(_point(piece.start, hunks) if answer is None else answer)
        stands = _standing(piece, hunks)
        standing += stands
        is_untouched &= answer is None if piece.is_empty else stands == len(piece) == len(found[-1])
    covered = sum(map(len, given))
    return Carried(
        tuple(cluster.snap(after, piece) for piece in found),
        standing / covered if covered else float(is_untouched),
        is_untouched,
    )


def _refined(hunks: tuple[Hunk, ...], before: str, after: str) -> tuple[Hunk, ...]:
    """Take words apart that were only respelt; of words that were exchanged chance letters are no rest."""
    found: list[Hunk] = []
    for hunk in hunks:
        longer = max(len(hunk.before), len(hunk.after))
        if hunk.op is not Op.REPLACE or longer > _LONGEST_REFINED:
            found.append(hunk)
            continue
        parts = refine(before[hunk.before.start : hunk.before.end], after[hunk.after.start : hunk.after.end])
        alike = sum(len(part.before) for part in parts if part.op is Op.EQUAL)
        if alike < _ALIKE * longer:
            found.append(hunk)
            continue
        found += (
            Hunk(part.op, part.before.shifted(hunk.before.start), part.after.shifted(hunk.after.start))
            for part in parts
        )
    return tuple(found)


def _stretch(piece: Range, hunks: tuple[Hunk, ...]) -> Range:
    """Map a range that is not empty: a change that it cuts is taken whole."""
    start = end = 0
    for hunk in hunks:
        is_equal = hunk.op is Op.EQUAL
        if hunk.before.start <= piece.start < hunk.before.end:
            start = hunk.after.start + (piece.start - hunk.before.start if is_equal else 0)
        if hunk.before.start < piece.end <= hunk.before.end:
            end = hunk.after.end - (hunk.before.end - piece.end if is_equal else 0)
    return Range(start, end)


def _standing(piece: Range, hunks: tuple[Hunk, ...]) -> int:
    """How many code points of the range are still there."""
    return sum(
        max(0, min(piece.end, hunk.before.end) - max(piece.start, hunk.before.start))
        for hunk in hunks
        if hunk.op is Op.EQUAL
    )


def _answer(
    caret: int, hunks: tuple[Hunk, ...], words: frozenset[Hunk], before: str, after: str
) -> Range | None:
    """Find what an editor put in at a caret, or made of the words around it; a word respelt is neither."""
    # A word is put in after the blank; a caret before the blank means the same place.
    places = {caret, caret + 1} if before[caret : caret + 1].isspace() else {caret}
    for hunk in hunks:
        old, new = hunk.before, hunk.after
        if hunk.op is Op.INSERT and old.start in places and hunk in words:
            return new
        if hunk.op in {Op.REPLACE, Op.DELETE} and old.start < caret < old.end:
            return new
        if hunk.op is Op.REPLACE and caret in {old.start, old.end} and hunk in words:
            grown = word_count(after[new.start : new.end]) > word_count(before[old.start : old.end])
            return new if grown else None
    return None


def _point(caret: int, hunks: tuple[Hunk, ...]) -> Range:
    """Map a caret that nothing was put in at."""
    for hunk in hunks:
        if hunk.before.start <= caret <= hunk.before.end:
            at_start = caret == hunk.before.start
            point = hunk.after.start if at_start else hunk.after.end - (hunk.before.end - caret)
            return Range(point, point)
    return Range(0, 0)

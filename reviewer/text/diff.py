"""Differences between two versions of a text: by words, and by letters within a change."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

import regex
from rapidfuzz.distance import Indel

from reviewer.domain.span import Range
from reviewer.text import cluster

_TOKEN = regex.compile(r"[\p{L}\p{N}\p{M}\u200c\u200d]+|\s+|.", regex.DOTALL)
_WORD = regex.compile(r"[\p{L}\p{N}]")
# The matrix of a comparison takes one bit a pair of tokens: 50 MB here, some 20,000 words a side.
_MOST_PAIRS = 400_000_000


class Op(StrEnum):
    """What happened to a stretch of text."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class Hunk:
    """A stretch of both texts; the side that an insertion or deletion lacks is empty."""

    op: Op
    before: Range
    after: Range


@lru_cache(maxsize=256)
def word_diff(before: str, after: str) -> tuple[Hunk, ...]:
    """Return the hunks that lead from one text to the other, covering both completely.

    Hunks end on cluster borders; equal and changed ones alternate. What is alike only by chance
    between larger changes, such as a lone comma, is counted as changed.
    """
    old, new = _tokens(before), _tokens(after)
    matches = _matches(_texts(before, old), _texts(after, new))
    return _hunks(before, after, _pairs(_without_islands(matches, before, old, new), old, new))


def refine(before: str, after: str) -> tuple[Hunk, ...]:
    """Return the hunks between two short stretches letter by letter, covering both completely."""
    old = [Range(*pair) for pair in pairwise(cluster.boundaries(before))]
    new = [Range(*pair) for pair in pairwise(cluster.boundaries(after))]
    return _hunks(before, after, _pairs(_matches(_texts(before, old), _texts(after, new)), old, new))


@dataclass(frozen=True, slots=True)
class _Match:
    """`length` tokens from `old` and from `new` on are the same."""

    old: int
    new: int
    length: int


def _tokens(text: str) -> list[Range]:
    """The words and marks of a text, without the space between them."""
    borders = set(cluster.boundaries(text))
    ends = [0, *(match.end() for match in _TOKEN.finditer(text) if match.end() in borders)]
    return [Range(start, end) for start, end in pairwise(ends) if not text[start:end].isspace()]


def _texts(text: str, pieces: list[Range]) -> list[str]:
    return [text[piece.start : piece.end] for piece in pieces]


def _matches(old: list[str], new: list[str]) -> list[_Match]:
    """The longest common subsequence, as runs; beyond the common ends it is given up for huge texts."""
    shorter = min(len(old), len(new))
    head = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    tail = next((n for n in range(shorter - head) if old[-1 - n] != new[-1 - n]), shorter - head)
    ids: dict[str, int] = {}
    left = [ids.setdefault(token, len(ids)) for token in old[head : len(old) - tail]]
    right = [ids.setdefault(token, len(ids)) for token in new[head : len(new) - tail]]
    found = [_Match(0, 0, head)]
    if len(left) * len(right) <= _MOST_PAIRS:
        found += (
            _Match(head + op.src_start, head + op.dest_start, op.src_end - op.src_start)
            for op in Indel.opcodes(left, right)
            if op.tag == "equal"
        )
    found.append(_Match(len(old) - tail, len(new) - tail, tail))
    return [match for match in found if match.length]


def _without_islands(matches: list[_Match], before: str, old: list[Range], new: list[Range]) -> list[_Match]:
    """Leave out short matches between changes of many words: `के` alone is no common ground."""
    kept: list[_Match] = []
    old_end = new_end = 0
    for match, follower in pairwise([*matches, _Match(len(old), len(new), 0)]):
        left = max(match.old - old_end, match.new - new_end)
        right = max(follower.old - match.old, follower.new - match.new) - match.length
        words = (before[piece.start : piece.end] for piece in old[match.old : match.old + match.length])
        letters = sum(len(word) for word in words if _WORD.match(word))
        if min(left, right) >= 2 + letters / 2:
            continue
        kept.append(match)
        old_end, new_end = match.old + match.length, match.new + match.length
    return kept


def _pairs(matches: list[_Match], old: list[Range], new: list[Range]) -> Iterator[tuple[Range, Range]]:
    for match in matches:
        yield from zip(
            old[match.old : match.old + match.length], new[match.new : match.new + match.length], strict=True
        )


def _hunks(before: str, after: str, pairs: Iterable[tuple[Range, Range]]) -> tuple[Hunk, ...]:
    """Cover both texts: the pairs are equal, and so is what lies between two of them if it is alike."""
    found: list[Hunk] = []
    old_at = new_at = 0
    for old, new in (*pairs, (Range(len(before), len(before)), Range(len(after), len(after)))):
        head, tail = _common_space(before, after, Range(old_at, old.start), Range(new_at, new.start))
        _append(found, Range(old_at, old_at + head), Range(new_at, new_at + head), is_equal=True)
        _append(
            found,
            Range(old_at + head, old.start - tail),
            Range(new_at + head, new.start - tail),
            is_equal=False,
        )
        _append(found, Range(old.start - tail, old.end), Range(new.start - tail, new.end), is_equal=True)
        old_at, new_at = old.end, new.end
    return tuple(found)


def _common_space(before: str, after: str, old: Range, new: Range) -> tuple[int, int]:
    """How many blanks at the start and at the end of two gaps are the same."""
    left, right = before[old.start : old.end], after[new.start : new.end]
    if left == right:
        return len(left), 0
    head = tail = 0
    for one, other in zip(left, right, strict=False):
        if one != other or not one.isspace():
            break
        head += 1
    while head and not _are_borders(before, old.start + head, after, new.start + head):
        head -= 1
    for one, other in zip(reversed(left[head:]), reversed(right[head:]), strict=False):
        if one != other or not one.isspace():
            break
        tail += 1
    while tail and not _are_borders(before, old.end - tail, after, new.end - tail):
        tail -= 1
    return head, tail


def _are_borders(before: str, old: int, after: str, new: int) -> bool:
    return cluster.is_boundary(before, old) and cluster.is_boundary(after, new)


def _append(found: list[Hunk], old: Range, new: Range, *, is_equal: bool) -> None:
    if old.is_empty and new.is_empty:
        return
    if is_equal and found and found[-1].op is Op.EQUAL:
        last = found.pop()
        old, new = Range(last.before.start, old.end), Range(last.after.start, new.end)
    op = Op.EQUAL if is_equal else Op.INSERT if old.is_empty else Op.DELETE if new.is_empty else Op.REPLACE
    found.append(Hunk(op, old, new))

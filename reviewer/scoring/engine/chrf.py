"""chrF's and chrF++'s counts, compiled."""

import numpy as np

from reviewer.scoring.engine.kernel import compiled, embedded
from reviewer.scoring.engine.overlap import match
from reviewer.scoring.engine.symbol import (
    Characters,
    Ints,
    intern,
    is_space,
    shift_for,
)

_EPSILON = 1e-16


@embedded
def _is_punctuation(character: int) -> bool:
    # Python's `string.punctuation`, that is ASCII's.
    return (
        0x21 <= character <= 0x2F
        or 0x3A <= character <= 0x40
        or 0x5B <= character <= 0x60
        or 0x7B <= character <= 0x7E
    )


@embedded
def _split(
    characters: Characters,
    start: int,
    end: int,
    table: Ints,
    shift: int,
    words: Ints,
    known: int,
    out: Ints,
    used: int,
) -> tuple[int, int]:
    """Write a text's words, one punctuation mark split off each as sacreBLEU does; return `used`, `known`."""
    at = start
    while at < end:
        if is_space(characters[at]):
            at += 1
            continue
        first = at
        while at < end and not is_space(characters[at]):
            at += 1
        cut = at
        if at - first > 1:
            if _is_punctuation(characters[at - 1]):
                cut = at - 1
            elif _is_punctuation(characters[first]):
                cut = first + 1
        word = intern(characters, first, cut, table, shift, words, known)
        known += word == known
        out[used] = word
        used += 1
        if cut < at:
            word = intern(characters, cut, at, table, shift, words, known)
            known += word == known
            out[used] = word
            used += 1
    return used, known


@embedded
def _drop_spaces(characters: Characters, start: int, end: int) -> int:
    """Close up a text in its place; return its new end."""
    kept = start
    for at in range(start, end):
        if not is_space(characters[at]):
            characters[kept] = characters[at]
            kept += 1
    return kept


@embedded
def _f_score(counts: Ints, factor: float, has_epsilon: bool) -> float:
    """Return sacreBLEU's `_compute_f_score`, operation by operation."""
    score, precisions, recalls, effective = 0.0, 0.0, 0.0, 0
    orders = len(counts) // 3
    for order in range(orders):
        n_hyp, n_ref, n_match = counts[3 * order], counts[3 * order + 1], counts[3 * order + 2]
        precision = n_match / n_hyp if n_hyp > 0 else _EPSILON
        recall = n_match / n_ref if n_ref > 0 else _EPSILON
        below = factor * precision + recall
        score += ((1 + factor) * precision * recall / below) if below > 0 else _EPSILON
        if n_hyp > 0 and n_ref > 0:
            precisions += precision
            recalls += recall
            effective += 1
    if has_epsilon:
        return 100 * score / orders
    if effective == 0:
        return 0.0
    precisions /= effective
    recalls /= effective
    if precisions + recalls == 0:
        return 0.0
    score = (1 + factor) * precisions * recalls
    score /= (factor * precisions) + recalls
    return 100 * score


@compiled(
    "void(uint32[::1], int64[::1], int64[::1], int64[::1],"
    " int64, int64, boolean, float64, boolean, int64[:, ::1])"
)
def count(
    characters: Characters,
    starts: Ints,
    ends: Ints,
    rows: Ints,
    char_order: int,
    word_order: int,
    keeps_spaces: bool,
    factor: float,
    has_epsilon: bool,
    out: Ints,
) -> None:
    """Write the statistics of each row: those against the reference of the best F score, the first of equals.

    Row `r`'s texts are those from `rows[r]` up to `rows[r + 1]`, the hypothesis first. `characters` is
    overwritten. `factor` is beta squared.
    """
    longest, most = 1, 1
    for row in range(len(rows) - 1):
        length = 0
        for text in range(rows[row], rows[row + 1]):
            length += ends[text] - starts[text]
        longest = max(longest, length)
        most = max(most, rows[row + 1] - rows[row])
    size = 1 << (64 - shift_for(longest))
    keys = np.empty(size, np.uint64)
    counts = np.empty(2 * size, np.int64)
    places = np.empty((4, longest), np.int64)
    table = np.empty(size if word_order else 1, np.int64)
    words = np.empty(3 * longest if word_order else 1, np.int64)
    symbols = np.empty(longest if word_order else 1, np.int64)
    bounds = np.zeros(most + 1, np.int64)
    found = np.zeros(3 * (char_order + word_order), np.int64)
    for row in range(len(rows) - 1):
        first, end = rows[row], rows[row + 1]
        if word_order:
            length = 0
            for text in range(first, end):
                length += ends[text] - starts[text]
            shift = shift_for(length)
            table[: 1 << (64 - shift)] = -1
            used, known = 0, 0
            for text in range(first, end):
                used, known = _split(
                    characters, starts[text], ends[text], table, shift, words, known, symbols, used
                )
                bounds[text - first + 1] = used
        hyp_end = ends[first] if keeps_spaces else _drop_spaces(characters, starts[first], ends[first])
        best = -1.0
        for text in range(first + 1, end):
            ref_end = ends[text] if keeps_spaces else _drop_spaces(characters, starts[text], ends[text])
            match(
                characters,
                starts[first],
                hyp_end,
                starts[text],
                ref_end,
                char_order,
                keys,
                counts,
                places,
                found,
                0,
            )
            if word_order:
                number = text - first
                match(
                    symbols,
                    0,
                    bounds[1],
                    bounds[number],
                    bounds[number + 1],
                    word_order,
                    keys,
                    counts,
                    places,
                    found,
                    3 * char_order,
                )
            score = _f_score(found, factor, has_epsilon)
            if score > best:
                best = score
                out[row] = found

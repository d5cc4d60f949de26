"""BLEU's counts, compiled."""

import numpy as np

from reviewer.scoring.engine.boundary import Classes, Rule, strip, tokenise, unescape
from reviewer.scoring.engine.kernel import compiled, embedded
from reviewer.scoring.engine.overlap import match
from reviewer.scoring.engine.symbol import (
    EMPTY,
    Characters,
    Ints,
    Keys,
    clear,
    key_of,
    shift_for,
    slot_of,
)


@embedded
def closest(bounds: Ints, texts: int) -> np.int64:
    """Return the length, in tokens, of the reference nearest to the hypothesis; of two the shorter."""
    length = bounds[1]
    best: np.int64 = bounds[2] - bounds[1]
    for text in range(2, texts):
        other = bounds[text + 1] - bounds[text]
        nearer = abs(length - other) - abs(length - best)
        if nearer < 0 or (nearer == 0 and other < best):
            best = other
    return best


@embedded
def clip(
    tokens: Ints, bounds: Ints, texts: int, orders: int, keys: Keys, counts: Ints, prefixes: Ints, out: Ints
) -> None:
    """Write, for each order, how many of the hypothesis's n-grams some reference has too, and its total.

    Three numbers a slot: the most that one reference has, the reference that was counted last, its count.
    """
    end = bounds[texts]
    for at in range(end):
        prefixes[at] = 0
    shift = shift_for(max(1, end - bounds[1]))
    for order in range(orders):
        clear(keys, shift)
        for text in range(1, texts):
            for at in range(bounds[text], bounds[text + 1] - order):
                key = key_of(prefixes[at], tokens[at + order])
                slot = slot_of(keys, key, shift)
                if keys[slot] == EMPTY:
                    keys[slot] = key
                    counts[3 * slot], counts[3 * slot + 1], counts[3 * slot + 2] = 0, text, 0
                if counts[3 * slot + 1] != text:
                    counts[3 * slot + 1], counts[3 * slot + 2] = text, 0
                counts[3 * slot + 2] += 1
                counts[3 * slot] = max(counts[3 * slot], counts[3 * slot + 2])
                prefixes[at] = slot
        matches = 0
        for at in range(bounds[1] - order):
            if prefixes[at] < 0:
                continue
            slot = slot_of(keys, key_of(prefixes[at], tokens[at + order]), shift)
            if keys[slot] == EMPTY:
                prefixes[at] = -1
                continue
            matches += counts[3 * slot] > 0
            counts[3 * slot] -= 1
            prefixes[at] = slot
        out[2 + order] = matches
        out[2 + orders + order] = max(0, bounds[1] - order)


@compiled("void(uint32[::1], int64[::1], int64[::1], int64[::1], int64, uint8[::1], int64, int64[:, ::1])")
def count(
    characters: Characters,
    starts: Ints,
    ends: Ints,
    rows: Ints,
    rule: int,
    classes: Classes,
    orders: int,
    out: Ints,
) -> None:
    """Write the statistics of each row.

    Row `r`'s texts are those from `rows[r]` up to `rows[r + 1]`, the hypothesis first. `characters` is
    overwritten.
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
    counts = np.empty(3 * size, np.int64)
    table = np.empty(size, np.int64)
    words = np.empty(3 * longest, np.int64)
    tokens = np.empty(longest, np.int64)
    prefixes = np.empty(longest, np.int64)
    places = np.empty((4, longest), np.int64)
    found = np.empty(3 * orders, np.int64)
    bounds = np.zeros(most + 1, np.int64)
    for row in range(len(rows) - 1):
        first, texts = rows[row], rows[row + 1] - rows[row]
        length = 0
        for text in range(texts):
            length += ends[first + text] - starts[first + text]
        shift = shift_for(length)
        table[: 1 << (64 - shift)] = -1
        used, known = 0, 0
        for text in range(texts):
            start = starts[first + text]
            end = strip(characters, start, ends[first + text])
            if rule == Rule.V13A:
                end = unescape(characters, start, end)
            used, known = tokenise(
                characters, start, end, rule, classes, table, shift, words, known, tokens, used
            )
            bounds[text + 1] = used
        out[row, 0] = bounds[1]
        out[row, 1] = closest(bounds, texts)
        if texts == 2:
            match(tokens, 0, bounds[1], bounds[1], used, orders, keys, counts, places, found, 0)
            for order in range(orders):
                out[row, 2 + order] = found[3 * order + 2]
                out[row, 2 + orders + order] = max(0, bounds[1] - order)
        else:
            clip(tokens, bounds, texts, orders, keys, counts, prefixes, out[row])

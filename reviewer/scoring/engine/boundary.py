"""Where sacreBLEU's tokenisers `13a`, `intl`, `char` and `none` cut a text, as rules on neighbours.

sacreBLEU puts spaces in by one regular expression after another. What they come to is decided, for each
character, by the one before and the one after: no text is written anew.
"""

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from reviewer.scoring.engine.kernel import embedded
from reviewer.scoring.engine.symbol import Characters, Ints, intern, is_space

Classes = NDArray[np.uint8]


class Rule(IntEnum):
    """Which tokeniser."""

    NONE = 0
    CHAR = 1
    V13A = 2
    INTL = 3


DIGIT = 1
"""For `13a` 0 to 9, for `intl` Unicode's numbers."""
JOINT = 2
"""Punctuation that may stand inside a number: for `13a` full stop and comma, for `intl` all of Unicode's."""
APART = 3
"""What always stands alone."""
DASH = 4
"""`13a`'s hyphen, cut off after a digit only."""


def _codes(text: str) -> Characters:
    return np.array([ord(character) for character in text], np.uint32)


_SKIPPED, _BREAK, _QUOTE = _codes("<skipped>"), _codes("-\n"), _codes("&quot;")
_AMPERSAND, _LESS, _GREATER = _codes("&amp;"), _codes("&lt;"), _codes("&gt;")


@embedded
def _class_of(classes: Classes, character: int) -> np.int64:
    return np.int64(classes[character]) if character < len(classes) else np.int64(0)


@embedded
def tokenise(
    characters: Characters,
    start: int,
    end: int,
    rule: int,
    classes: Classes,
    table: Ints,
    shift: int,
    words: Ints,
    known: int,
    tokens: Ints,
    used: int,
) -> tuple[int, int]:
    """Write a text's tokens as numbers; return how many numbers are used, and how many words known.

    Of consecutive punctuation marks the expressions take every other one as the left neighbour of the next:
    `consumed` says that the character before was taken as a mark, and is none's neighbour.
    """
    opened = start
    # `13a` has a space at either end, `intl` nothing.
    before = beyond(rule)
    consumed = False
    for at in range(start, end):
        character = characters[at]
        kind = np.int64(0) if rule < Rule.V13A else _class_of(classes, character)
        is_apart = rule == Rule.CHAR or kind == APART or (kind == DASH and before == DIGIT)
        is_mark = kind == JOINT and before != DIGIT and not consumed
        if kind == JOINT:
            after = beyond(rule) if at + 1 == end else _class_of(classes, characters[at + 1])
            is_apart = is_mark or after != DIGIT
        consumed = is_mark
        before = kind
        if is_apart or is_space(character):
            if opened < at:
                word = intern(characters, opened, at, table, shift, words, known)
                known += word == known
                tokens[used] = word
                used += 1
            opened = at + 1
            if not is_space(character):
                word = intern(characters, at, at + 1, table, shift, words, known)
                known += word == known
                tokens[used] = word
                used += 1
    if opened < end:
        word = intern(characters, opened, end, table, shift, words, known)
        known += word == known
        tokens[used] = word
        used += 1
    return used, known


@embedded
def beyond(rule: int) -> np.int64:
    """Return the class of what stands before a text's first and after its last character."""
    return np.int64(0 if rule == Rule.V13A else DIGIT)


@embedded
def strip(characters: Characters, start: int, end: int) -> int:
    """Return the text's end as `str.rstrip` leaves it."""
    while end > start and is_space(characters[end - 1]):
        end -= 1
    return end


@embedded
def unescape(characters: Characters, start: int, end: int) -> int:
    """Undo what `13a` undoes before it cuts, in place; return the text's new end."""
    has_tag, has_break, has_entity = False, False, False
    for at in range(start, end):
        has_tag |= characters[at] == 0x3C
        has_break |= characters[at] == 0x0A
        has_entity |= characters[at] == 0x26
    if has_tag:
        end = _replace(characters, start, end, _SKIPPED, 0)
    if has_break:
        end = _replace(characters, start, end, _BREAK, 0)
    if has_entity:
        end = _replace(characters, start, end, _QUOTE, 0x22)
        end = _replace(characters, start, end, _AMPERSAND, 0x26)
        end = _replace(characters, start, end, _LESS, 0x3C)
        end = _replace(characters, start, end, _GREATER, 0x3E)
    return end


@embedded
def _replace(characters: Characters, start: int, end: int, old: Characters, new: int) -> int:
    """Replace as `str.replace` does, by one character or, where `new` is 0, by none; return the new end."""
    kept, at = start, start
    while at < end:
        same = 0
        while same < len(old) and at + same < end and characters[at + same] == old[same]:
            same += 1
        if same < len(old):
            characters[kept] = characters[at]
            kept += 1
            at += 1
            continue
        if new:
            characters[kept] = new
            kept += 1
        at += same
    return kept

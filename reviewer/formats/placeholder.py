"""Placeholders in strings of programs, such as `%s`, `%(name)d` and `{0}`, as inline codes."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import regex

from reviewer.domain.code import MOST_CODES, Code, CodeKind

_PLACEHOLDER = regex.compile(
    r"%%"
    r"|%(?:\([A-Za-z_][A-Za-z0-9_.]{0,60}\)|\d{1,2}\$)?[-+#0]{0,3}(?:\*|\d{1,3})?(?:\.(?:\*|\d{1,3}))?"
    r"(?:hh|h|ll|l|q|j|z|t|L)?[diouxXeEfFgGcrsap@](?![A-Za-z])"
    r"|(?<!\{)\{(?:[A-Za-z_][A-Za-z0-9_.]{0,60}|\d{1,2})(?:![rsa])?(?::[^{}\s]{0,20})?\}(?!\})"
    r"|\$\{[A-Za-z_][A-Za-z0-9_.]{0,60}\}"
)
"""C and Python formats without a blank as flag: `50% discount` is text."""


class Coded(NamedTuple):
    """Texts with a letter in the place of each placeholder."""

    texts: tuple[str, ...]
    codes: tuple[Code, ...]


def with_codes(texts: Sequence[str]) -> Coded:
    """Put the same letter in the place of the same placeholder of all texts, in their order."""
    found: dict[str, Code] = {}
    for text in texts:
        for match in _PLACEHOLDER.finditer(text):
            if match[0] not in found and len(found) < MOST_CODES:
                found[match[0]] = Code(CodeKind.STANDALONE, len(found) + 1, data=match[0])

    def letter(match: regex.Match[str]) -> str:
        return found[match[0]].letter if match[0] in found else match[0]

    return Coded(tuple(_PLACEHOLDER.sub(letter, text) for text in texts), tuple(found.values()))


def without_codes(text: str, codes: Iterable[Code]) -> str:
    """Return the text with its placeholders."""
    for code in codes:
        text = text.replace(code.letter, code.data)
    return text

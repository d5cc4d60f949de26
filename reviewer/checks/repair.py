"""Replacements that begin and end on letter borders, as findings are shown and applied."""

from typing import Any

from reviewer.checks.check import Hit
from reviewer.checks.lens import Text
from reviewer.domain.span import Range
from reviewer.text import cluster


def repaired(text: Text, start: int, end: int, instead: str, message: str, **more: Any) -> Hit:  # noqa: ANN401
    """Return a hit on `start` to `end` that puts `instead` there.

    A finding is widened to whole letters; the suggestion takes along what that adds.
    """
    whole = cluster.snap(text.text, Range(start, end))
    suggestion = text.text[whole.start : start] + instead + text.text[end : whole.end]
    return Hit(target=whole, message=message, suggestion=suggestion, **more)


def named(character: str) -> str:
    """Return a character's code point as editors look it up: U+200B."""
    return f"U+{ord(character):04X}"

"""The desk's own regular expressions as checks."""

from collections.abc import Iterator
from typing import ClassVar

import regex

from reviewer.checks.check import Check, Example, Hit
from reviewer.checks.lens import Article, Lens
from reviewer.domain.finding import Tier
from reviewer.domain.span import Range
from reviewer.domain.style import Pattern, Style

PATIENCE = 0.05
"""Seconds that a pattern may take for a segment; one that takes longer is put aside."""
_MOST = 20
"""Places told of one segment."""


class HousePattern(Check):
    """A regular expression of the desk's own."""

    code, tier = "HOUSE", Tier.WARNING
    examples: ClassVar[tuple[Example, ...]] = ()

    def __init__(self, pattern: Pattern) -> None:
        # One class for many patterns: what other checks say of their class, each of these says itself.
        self.id = f"house.{pattern.id}"  # type: ignore[misc]
        self.title = pattern.message  # type: ignore[misc]
        self.type = pattern.type  # type: ignore[misc]
        self.severity = pattern.severity  # type: ignore[misc]
        self._pattern = pattern
        self._compiled = regex.compile(pattern.pattern)

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield its places; TimeoutError where it takes too long, which puts the check aside."""
        del article
        text = lens.target.text
        # The whole segment shares the patience: many quick places are as long as one slow one.
        found = self._compiled.finditer(text, timeout=PATIENCE)
        for number, match in enumerate(found):
            if number == _MOST:
                return
            instead = self._pattern.suggestion
            yield Hit(
                target=Range(*match.span()),
                message=self._pattern.message,
                suggestion=None if instead is None else match.expand(instead),
            )


def checks_of(style: Style) -> tuple[Check, ...]:
    """Return one check for each of the desk's patterns; those that do not compile were refused when read."""
    return tuple(HousePattern(pattern) for pattern in style.patterns)

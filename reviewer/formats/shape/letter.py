"""Where each letter of a text lies in the source of the file that holds it."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

import regex

_ALWAYS_LEFT_OUT = frozenset("\u00ad\u2011")
"""Hyphens that Word writes as elements: readers show them, the source has no letter for them."""
_REFERENCE = regex.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?|.", regex.DOTALL
)
_MARKED = regex.compile(
    r"\\[!-/:-@\[-`{-~]|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|.", regex.DOTALL
)
_PLAIN = regex.compile(r".", regex.DOTALL)


class Run(NamedTuple):
    """A stretch of the source that is text; where `end` is `start`, the border of a block."""

    start: int
    end: int
    tag: tuple[int, int] | None = None
    """The element's opening tag, where blanks at its ends need an attribute there."""


@dataclass(frozen=True, slots=True)
class Writing:
    """How a kind of source writes letters."""

    has_references: bool = False
    """Whether `&amp;` is a letter."""
    marks: frozenset[str] = frozenset()
    """Letters that may be marks of the source as well as text, and are passed over in both."""

    def squeezed(self, text: str) -> str:
        """Return the letters that are compared: no blanks, no marks."""
        return "".join(letter for letter in text if self.counts(letter))

    def counts(self, letter: str) -> bool:
        """Whether a letter is compared."""
        return not letter.isspace() and letter not in self.marks and letter not in _ALWAYS_LEFT_OUT

    def letters(self) -> "regex.Pattern[str]":
        """Return what finds one letter after the other in the source."""
        if self.marks:
            return _MARKED
        return _REFERENCE if self.has_references else _PLAIN


@dataclass(slots=True)
class Letters:
    """The letters of a source that are compared, with their places in it."""

    writing: Writing
    text: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    _borders: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, source: str, runs: Iterable[Run], writing: Writing) -> "Letters":
        """Take the letters of all runs."""
        made = cls(writing)
        found: list[str] = []
        pattern = writing.letters()
        for run in runs:
            if run.start == run.end:
                made._borders.add(len(found))
                continue
            made.runs.append(run)
            for match in pattern.finditer(source, run.start, run.end):
                for letter in _meant(match[0]):
                    if writing.counts(letter):
                        found.append(letter)
                        made.starts.append(match.start())
                        made.ends.append(match.end())
        made._borders.add(0)
        made.text = "".join(found)
        return made

    def find(self, wanted: str, start: int) -> int | None:
        """Return where letters stand from `start` on: at the first beginning of a block, else anywhere."""
        first = at = self.text.find(wanted, start)
        while at >= 0:
            if at in self._borders or at == start:
                return at
            at = self.text.find(wanted, at + 1)
        return first if first >= 0 else None

    def run_at(self, place: int) -> Run | None:
        """Return the run that a place of the source lies in, or that ends there."""
        index = bisect_left(self.runs, place, key=lambda run: run.end)
        return self.runs[index] if index < len(self.runs) and self.runs[index].start <= place else None


def _meant(written: str) -> str:
    if len(written) == 1:
        return written
    return unescape(written) if written.startswith("&") else written[1:]

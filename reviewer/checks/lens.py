"""Texts as checks see them: in one normal form, with words and facts that are computed once."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TypeVar, cast

import regex

from reviewer.domain.segment import Role, Segment
from reviewer.domain.span import Range, Side, Span
from reviewer.domain.style import Style
from reviewer.text import cluster
from reviewer.text.fold import fold
from reviewer.text.offset import OffsetMap, normalise_nfc

_Fact = TypeVar("_Fact")

WORD = r"[\u0900-\u0963\u0970-\u097F\u200c\u200d]"
"""A letter or mark of a Hindi word: `\\w` knows no vowel signs."""
BEFORE, AFTER = rf"(?<!{WORD})", rf"(?!{WORD})"
"""Borders of a Hindi word: `\\b` falls inside it."""
_TOKEN = regex.compile(
    rf"(?P<hindi>{WORD}+)|(?P<number>\p{{Nd}}+(?:[.,:]\p{{Nd}}+)*)|(?P<other>(?:(?!{WORD})[\p{{L}}\p{{M}}'’])+)"
)


class Token:
    """A word or number with its place in the text."""

    __slots__ = ("end", "is_hindi", "is_number", "start", "text")

    def __init__(self, text: str, start: int, end: int, *, is_hindi: bool, is_number: bool) -> None:
        self.text, self.start, self.end = text, start, end
        self.is_hindi, self.is_number = is_hindi, is_number

    def __repr__(self) -> str:
        return f"{self.text}@{self.start}"


class Text:
    """One text in NFC; offsets in checks are of `text`, and are told of `origin`."""

    def __init__(self, origin: str, side: Side) -> None:
        self.origin, self.side = origin, side
        self.text, self._offsets = _normal(origin)
        self._facts: dict[object, object] = {}

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Words and numbers in order; punctuation is left out."""
        return tuple(
            Token(
                match.group(),
                *match.span(),
                is_hindi=match.lastgroup == "hindi",
                is_number=match.lastgroup == "number",
            )
            for match in _TOKEN.finditer(self.text)
        )

    @cached_property
    def folded(self) -> str:
        """The text with spelling variants made equal; its offsets are its own."""
        return fold(self.text).text

    def between(self, left: Token, right: Token) -> str:
        """Return what stands between two words."""
        return self.text[left.end : right.start]

    def fact(self, compute: Callable[["Text"], _Fact]) -> _Fact:
        """Return what a function says about this text; it is asked once."""
        if compute not in self._facts:
            self._facts[compute] = compute(self)
        return cast("_Fact", self._facts[compute])

    def span(self, start: int, end: int) -> Span:
        """Return a place as a span of the origin, on letter borders."""
        piece = Range(start, end)
        if self._offsets is not None:
            piece = self._offsets.range_to_origin(piece)
        piece = cluster.snap(self.origin, piece)
        return Span.single(self.side, piece.start, piece.end)


class Lens:
    """A segment as checks see it."""

    def __init__(self, segment: Segment) -> None:
        self.segment = segment
        side = Side.FINAL if segment.is_edited else Side.RECEIVED
        self.target = Text(segment.final, side)
        self.source = Text(segment.source, Side.SOURCE) if segment.source else None
        self.back = (
            Text(segment.back_translation, Side.BACK_TRANSLATION) if segment.back_translation else None
        )
        self._facts: dict[object, object] = {}

    @property
    def english(self) -> Text | None:
        """The English to compare with: the source, or else the back-translation."""
        return self.source or self.back

    @property
    def role(self) -> Role:
        """The part of the article this is."""
        return self.segment.role

    def fact(self, compute: Callable[["Lens"], _Fact]) -> _Fact:
        """Return what a function says about this segment; it is asked once."""
        if compute not in self._facts:
            self._facts[compute] = compute(self)
        return cast("_Fact", self._facts[compute])


class Article:
    """A document as checks see it: its segments, the desk's style, and facts of all segments together."""

    def __init__(self, lenses: Sequence[Lens], style: Style) -> None:
        self.lenses, self.style = tuple(lenses), style
        self._facts: dict[object, object] = {}
        self._places = {lens.segment.id: place for place, lens in enumerate(self.lenses)}

    def place(self, lens: Lens) -> int:
        """Return a segment's row."""
        return self._places[lens.segment.id]

    def neighbour(self, lens: Lens, by: int) -> Lens | None:
        """Return the segment so many rows further, if there is one."""
        place = self.place(lens) + by
        return self.lenses[place] if 0 <= place < len(self.lenses) else None

    def paragraph(self, lens: Lens) -> tuple[Lens, ...]:
        """Return all segments of a segment's paragraph, itself included."""
        number = lens.segment.paragraph
        first = last = self.place(lens)
        while first and self.lenses[first - 1].segment.paragraph == number:
            first -= 1
        while last + 1 < len(self.lenses) and self.lenses[last + 1].segment.paragraph == number:
            last += 1
        return self.lenses[first : last + 1]

    def fact(self, compute: Callable[["Article"], _Fact]) -> _Fact:
        """Return what a function says about this document; it is asked once.

        The function should build on facts of single segments, which outlive an edit elsewhere.
        """
        if compute not in self._facts:
            self._facts[compute] = compute(self)
        return cast("_Fact", self._facts[compute])


def article_of(segments: Iterable[Segment], style: Style | None = None) -> Article:
    """Return segments, in order, as one document."""
    return Article([Lens(segment) for segment in segments], style or Style())


def _normal(text: str) -> tuple[str, OffsetMap | None]:
    """Return the NFC of a text, with a map only where they differ."""
    made, offsets = normalise_nfc(text)
    return made, None if made == text else offsets

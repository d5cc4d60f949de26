"""Texts cut into sentences, and which of them belong to which row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Self

from reviewer.align.bead import Bead
from reviewer.align.document import align_documents
from reviewer.align.feature import Language
from reviewer.domain.span import Range
from reviewer.text.sentence import split


def language_of(code: str | None, default: Language) -> Language:
    """Return the language whose rules a text is cut by: those of a code such as `hi-IN`, or the default."""
    known: dict[str, Language] = {"hi": "hi", "en": "en"}
    return known.get((code or "").replace("_", "-").partition("-")[0].lower(), default)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text in one language: its paragraphs, and where in them its sentences are."""

    language: Language
    paragraphs: tuple[str, ...]
    places: tuple[tuple[int, Range], ...]
    """Paragraph and range of each sentence, in order."""

    @classmethod
    def cut(cls, paragraphs: Iterable[str], language: Language) -> Self:
        """Cut paragraphs into sentences."""
        kept = tuple(paragraphs)
        places = tuple((n, found) for n, text in enumerate(kept) for found in split(text, language))
        return cls(language, kept, places)

    def sentences(self) -> list[list[str]]:
        """The sentences by paragraph, without empty paragraphs."""
        grouped = groupby(self.places, key=lambda place: place[0])
        return [[self.paragraphs[n][at.start : at.end] for _, at in places] for n, places in grouped]

    def joined(self, first: int, stop: int) -> str:
        """The text of the sentences from `first` on, `stop` excluded, as it stands, paragraphs by a space."""
        grouped = groupby(self.places[first:stop], key=lambda place: place[0])
        return " ".join(self._piece(n, [at for _, at in places]) for n, places in grouped)

    def _piece(self, paragraph: int, ranges: Sequence[Range]) -> str:
        return self.paragraphs[paragraph][ranges[0].start : ranges[-1].end]


@dataclass(frozen=True, slots=True)
class Attached:
    """What a row got of a text; nothing where no sentence belongs to it."""

    text: str | None
    confidence: float


def attach(rows: Sequence[Sequence[str]], rows_language: Language, passage: Passage) -> list[Attached]:
    """Give every sentence of a text to one of the rows, which come by paragraph.

    Rows are not joined: where several belong to one sentence, the first gets it. A sentence that belongs to
    none goes to the row before it, so that nothing is lost.
    """
    count = sum(map(len, rows))
    if not count:
        return []
    firsts: list[int | None] = [None] * count
    stops = [0] * count
    confidences = [1.0] * count
    for bead in align_documents(rows, passage.sentences(), languages=(rows_language, passage.language)):
        for row, sentences in _shares(bead):
            if sentences:
                firsts[row] = sentences.start if firsts[row] is None else firsts[row]
                stops[row] = sentences.end
            confidences[row] = min(confidences[row], bead.confidence)
    return [
        Attached(None if first is None else passage.joined(first, stop), confidence)
        for first, stop, confidence in zip(firsts, stops, confidences, strict=True)
    ]


def _shares(bead: Bead) -> list[tuple[int, Range]]:
    """The row numbers of a bead, each with its sentences."""
    rows = range(bead.left.start, bead.left.end)
    if not rows:
        return [(max(bead.left.start - 1, 0), bead.right)]
    if len(rows) == len(bead.right):
        return [
            (row, Range(n, n + 1))
            for row, n in zip(rows, range(bead.right.start, bead.right.end), strict=True)
        ]
    nothing = Range(bead.right.end, bead.right.end)
    return [(row, bead.right if row == rows[0] else nothing) for row in rows]


def by_paragraph(texts: Iterable[tuple[int, str]]) -> list[list[str]]:
    """Group texts by the paragraph number that comes with each."""
    return [[text for _, text in members] for _, members in groupby(texts, key=lambda pair: pair[0])]

"""The sheets at hand, and what is known of the documents that have none."""

from collections import OrderedDict
from collections.abc import Iterable

from reviewer.checks.engine import Checker
from reviewer.domain.finding import Tier
from reviewer.review.inspection.sheet import Sheet

MOST_ROWS = 20_000
"""Rows of all documents but the open one whose findings are kept."""


class Shelf:
    """Sheets of documents, the one opened last foremost; those left long ago are given away."""

    def __init__(self) -> None:
        self._sheets: OrderedDict[int, Sheet] = OrderedDict()
        self._clean: dict[frozenset[Tier], set[int]] = {}

    @property
    def documents(self) -> tuple[int, ...]:
        """The documents with a sheet."""
        return tuple(self._sheets)

    @property
    def foremost(self) -> Sheet | None:
        """The sheet of the open document."""
        return next(reversed(self._sheets.values()), None)

    def get(self, document_id: int) -> Sheet | None:
        """Return a document's sheet, if it is at hand."""
        return self._sheets.get(document_id)

    def reaching(self, document_id: int | None) -> tuple[Sheet, ...]:
        """Return the sheet of one document, if it is at hand, or all."""
        return tuple(sheet for key, sheet in self._sheets.items() if document_id in {None, key})

    def take(self, document_id: int, checker: Checker) -> Sheet:
        """Put a document's sheet foremost, a new one where there is none."""
        before = self.foremost
        sheet = self._sheets.setdefault(document_id, Sheet(document_id, checker))
        if before is not None and before is not sheet:
            before.rest()
        self._sheets.move_to_end(document_id)
        rows = 0
        for other in self.documents[-2::-1]:
            article = self._sheets[other].article
            rows += len(article.lenses) if article else 0
            if article is None or rows > MOST_ROWS:
                del self._sheets[other]
        return sheet

    def keep(self, documents: Iterable[int]) -> None:
        """Give away the sheets of all others."""
        for gone in set(self._sheets) - set(documents):
            del self._sheets[gone]

    def renew(self, checker: Checker) -> None:
        """Begin every sheet anew, for other checks."""
        for document_id in self._sheets:
            self._sheets[document_id] = Sheet(document_id, checker)
        self._clean = {}

    def clean(self, tiers: frozenset[Tier]) -> frozenset[int]:
        """Return the documents known to have nothing of these tiers."""
        return frozenset(self._clean.get(tiers, ()))

    def note_clean(self, documents: Iterable[int], tiers: frozenset[Tier]) -> None:
        """Note that documents have nothing of these tiers."""
        self._clean.setdefault(tiers, set()).update(documents)

    def soil(self, document_id: int | None) -> None:
        """Note that something changed in a document, or in all."""
        for known in self._clean.values():
            known.intersection_update(() if document_id is None else known - {document_id})

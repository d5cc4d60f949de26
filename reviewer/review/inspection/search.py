"""Looking through the other documents of a project for the next finding."""

from collections.abc import Callable
from dataclasses import dataclass

from reviewer.checks.engine import Cancelled, Checker
from reviewer.checks.noise import settle
from reviewer.domain.finding import Finding, Tier
from reviewer.domain.style import Style
from reviewer.review.inspection.round import Breath, read, rows
from reviewer.review.inspection.said import on_final
from reviewer.review.inspection.sheet import Sheet
from reviewer.review.reading import Reading

FIRM = frozenset({Tier.ERROR, Tier.WARNING})
"""What an editor is led to unless hints are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A finding and where it is."""

    document_id: int
    position: int
    finding: Finding


def step(
    sheet: Sheet, position: int, after: Finding | None, *, is_forward: bool, tiers: frozenset[Tier]
) -> Place | None:
    """Return the next finding of a document in either direction, `after` the one named in that row."""
    for segment, found in sheet.found_on(position, is_forward=is_forward):
        wanted = [each for each in found if each.tier in tiers]
        if after is not None and after.segment_id == segment.id:
            keys = [each.key for each in wanted]
            at = keys.index(after.key) if after.key in keys else None
            beyond = wanted[(at or 0) + 1 :] if is_forward else wanted[:at]
            wanted = [] if at is None else beyond
        if wanted:
            chosen = wanted[0] if is_forward else wanted[-1]
            return Place(document_id=sheet.document_id, position=segment.position, finding=chosen)
    return None


@dataclass(frozen=True, slots=True)
class Sought:
    """What a search came to."""

    place: Place | None
    clean: frozenset[int]
    """Documents in which there is nothing of these tiers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """A way through documents, in order, to the first finding; run in any thread, once."""

    documents: tuple[tuple[int, int], ...]
    """Ids and numbers of rows."""
    is_forward: bool
    tiers: frozenset[Tier]
    checker: Checker
    style: Style
    reading: Reading
    last: Place | None = None
    """Where to go when none of them has any."""

    def run(self, *, is_cancelled: Callable[[], bool], report: Callable[[int, int], None]) -> Sought | None:
        """Return what was found; None where the search was cancelled. `report` counts documents."""
        clean: list[int] = []
        try:
            for done, (document_id, total) in enumerate(self.documents):
                report(done, len(self.documents))
                place = self._first(document_id, total, Breath(is_cancelled))
                if place is not None:
                    return Sought(place, frozenset(clean))
                clean.append(document_id)
        except Cancelled:
            return None
        return Sought(self.last, frozenset(clean))

    def _first(self, document_id: int, total: int, breath: Breath) -> Place | None:
        opened = read(self.reading, document_id, total, self.style, breath=breath)
        article = opened.article
        last = len(article.lenses) - 1
        for lens in rows(article, 0 if self.is_forward else last, is_forward=self.is_forward):
            breath()
            segment = lens.segment
            raw = self.checker.raw(lens, article)
            said = on_final(opened.flags.get(segment.id, ()), segment) if raw else ()
            found = [
                each for each in settle(raw, segment, self.checker.muted, said) if each.tier in self.tiers
            ]
            if found:
                chosen = found[0] if self.is_forward else found[-1]
                return Place(document_id=document_id, position=segment.position, finding=chosen)
        return None


def search(
    order: Search, /, *, is_cancelled: Callable[[], bool], report: Callable[[int, int], None]
) -> Sought | None:
    """Run a search, as dispatchers call it."""
    return order.run(is_cancelled=is_cancelled, report=report)

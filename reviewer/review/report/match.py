"""Which rows of several engines translate the same sentence."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reviewer.domain.segment import Segment
from reviewer.review.report.material import Article, Material

FEWEST_ITEMS = 10
"""Fewer shared sentences are no comparison."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """The sentences that all engines compared have translated."""

    systems: tuple[str, ...]
    rows: NDArray[np.int64]
    """Places of rows in the report's order, (systems, sentences)."""
    groups: tuple[int, ...]
    """Each sentence's document, a number of its own."""
    by: str
    """What they were matched by."""

    @property
    def items(self) -> int:
        """How many sentences there are."""
        return int(self.rows.shape[1])

    @property
    def documents(self) -> int:
        """How many documents they are from."""
        return len(set(self.groups))

    @property
    def units(self) -> tuple[int, ...] | None:
        """What is resampled: documents, or, where there is but one, sentences (`None`)."""
        return self.groups if self.documents > 1 else None


def shared(material: Material, systems: Sequence[str]) -> Shared:
    """Match the rows of some engines: by document, row and source, or else by the source's words alone."""
    ways: tuple[tuple[str, Callable[..., Hashable]], ...] = (
        ("document, row and source", _place),
        ("source", _words),
    )
    found = [_matched(material, systems, name, key) for name, key in ways]
    strict, loose = found
    return strict if strict.items * 2 >= loose.items else loose


def without_references(material: Material, common: Shared) -> Shared:
    """Leave out the engines that are the reference itself: no metric says more of them."""
    own = references(material)
    kept = [place for place, system in enumerate(common.systems) if system not in own]
    return replace(common, systems=tuple(common.systems[place] for place in kept), rows=common.rows[kept])


def references(material: Material) -> frozenset[str]:
    """Name the engines all of whose texts are the reference, word for word."""
    found = set()
    for system, articles in material.systems.items():
        segments = [row.segment for article in articles for row in article.rows if row.segment.reference]
        if len(segments) >= FEWEST_ITEMS and all(each.received == each.reference for each in segments):
            found.add(system)
    return frozenset(found)


def family(article: Article) -> str:
    """Return a document's name without its engine's: equal for translations of one article."""
    document = article.document
    name = document.title
    if document.system:
        name = name.replace(document.system, "")
    return " ".join(name.split()).strip(" ·-–—()[]/|:,")


def _place(article: Article, segment: Segment, number: int) -> Hashable:
    del number
    return family(article), segment.position, _original(segment)


def _words(article: Article, segment: Segment, number: int) -> Hashable:
    del article
    return _original(segment), number


def _original(segment: Segment) -> str:
    """Return what was translated; a reference stands in where the source is not known."""
    return " ".join((segment.source or segment.reference or "").split())


def _matched(material: Material, systems: Sequence[str], by: str, key: Callable[..., Hashable]) -> Shared:
    places: dict[str, dict[Hashable, int]] = {system: {} for system in systems}
    families: dict[Hashable, str] = {}
    repeats: dict[Any, int] = {}
    place = 0
    for article in material.articles:
        own = places.get(article.document.system)
        for row in article.rows:
            words = _original(row.segment)
            if own is not None and words:
                number = repeats.get((article.document.system, words), 0)
                repeats[article.document.system, words] = number + 1
                own.setdefault(key(article, row.segment, number), place)
                families.setdefault(key(article, row.segment, number), family(article))
            place += 1
    first, *others = places.values()
    items = [item for item in first if all(item in other for other in others)]
    numbers: dict[str, int] = {}
    return Shared(
        systems=tuple(systems),
        rows=np.array([[own[item] for item in items] for own in places.values()], dtype=np.int64).reshape(
            len(places), len(items)
        ),
        groups=tuple(numbers.setdefault(families[item], len(numbers)) for item in items),
        by=by,
    )

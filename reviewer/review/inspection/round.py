"""Work for the background: pure functions of what they are given, their results handed over in pieces."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from time import monotonic, sleep
from typing import Final, TypeAlias

from reviewer.checks.engine import Cancelled, Checker
from reviewer.checks.lens import Article, Lens, Lenses
from reviewer.domain.finding import Finding
from reviewer.domain.flag import Flag
from reviewer.domain.style import Style
from reviewer.review.reading import Reading

ROWS_AT_ONCE: Final = 200
"""Rows read in one go: a reader must not keep an editor's change waiting."""
_WORK_SECONDS: Final = 0.004
_REST_SECONDS: Final = 0.0005


@dataclass(frozen=True, slots=True)
class Opened:
    """The document was read."""

    article: Article
    flags: dict[int, tuple[Flag, ...]]


@dataclass(frozen=True, slots=True)
class Looked:
    """One segment was looked at."""

    lens: Lens
    raw: tuple[Finding, ...]
    by: frozenset[str] | None
    """The checks that looked; None means all."""


@dataclass(frozen=True, slots=True)
class Closed:
    """All segments were looked at."""

    article: Article


Result: TypeAlias = Opened | Looked | Closed


class Breath:
    """Asks at every step whether to go on, and leaves the processor to the window now and then."""

    def __init__(self, is_cancelled: Callable[[], bool]) -> None:
        self._is_cancelled = is_cancelled
        self._rested = monotonic()

    def __call__(self) -> None:
        """Raise `Cancelled` where the work is no longer wanted."""
        if self._is_cancelled():
            raise Cancelled
        if monotonic() - self._rested > _WORK_SECONDS:
            sleep(_REST_SECONDS)
            self._rested = monotonic()


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One way through a document. Made and collected by its owner, run in any thread, once."""

    document_id: int
    revision: int
    """Of the document's texts when the round was made."""
    layout: int
    """Of its rows."""
    total: int
    checker: Checker
    style: Style
    start: int = 0
    """The row to begin at."""
    reading: Reading | None = None
    """Where to read the document; None to look again, by some checks only, at what is known."""
    known: Article | None = None
    again: frozenset[str] = frozenset()
    """The checks that look again."""
    results: deque[Result] = field(default_factory=deque)
    """What was found and not yet collected."""

    def run(self, *, is_cancelled: Callable[[], bool], report: Callable[[int, int], None]) -> bool:
        """Do the work; False where it was cancelled. `report(done, total)` follows every segment."""
        try:
            if self.reading is not None:
                self._look_at_all(self.reading, Breath(is_cancelled), report)
            elif self.known is not None:
                self._look_again(self.known, Breath(is_cancelled), report)
        except Cancelled:
            return False
        return True

    def _look_at_all(self, reading: Reading, breath: Breath, report: Callable[[int, int], None]) -> None:
        opened = read(reading, self.document_id, self.total, self.style, breath=breath, known=self.known)
        self.results.append(opened)
        self._walk(opened.article, None, report)

    def _look_again(self, known: Article, breath: Breath, report: Callable[[int, int], None]) -> None:
        self._walk(known.refreshed(breath), self.again, report)

    def _walk(
        self, article: Article, checks: frozenset[str] | None, report: Callable[[int, int], None]
    ) -> None:
        for done, lens in enumerate(article.lenses.walk(self.start)):
            raw = self.checker.raw(lens, article, checks)
            self.results.append(Looked(lens, raw, checks))
            report(done + 1, len(article.lenses))
        self.results.append(Closed(article))


def run(order: Round, /, *, is_cancelled: Callable[[], bool], report: Callable[[int, int], None]) -> bool:
    """Run a round, as dispatchers call it."""
    return order.run(is_cancelled=is_cancelled, report=report)


def read(
    reading: Reading,
    document_id: int,
    total: int,
    style: Style,
    *,
    breath: Breath,
    known: Article | None = None,
) -> Opened:
    """Read a document; what is known of segments that read as before is kept."""
    lenses: list[Lens] = []
    flags: dict[int, tuple[Flag, ...]] = {}
    for start in range(0, total, ROWS_AT_ONCE):
        breath()
        stop = start + ROWS_AT_ONCE
        for segment in reading.segments(document_id, start, stop):
            before = known.lens(segment.id) if known is not None else None
            lenses.append(Lens(segment) if before is None else before.moved_to(segment))
        flags.update(reading.flags_between(document_id, start, stop))
    return Opened(Article(Lenses(lenses, breath), style), flags)


def rows(article: Article, start: int, *, is_forward: bool) -> Iterator[Lens]:
    """Go through the rows from one on, forward or backward, to the end."""
    places = range(start, len(article.lenses)) if is_forward else range(start, -1, -1)
    for place in places:
        yield article.lenses[place]

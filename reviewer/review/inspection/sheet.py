"""What is known of one document: raw findings as checks made them, and what is shown of them."""

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reviewer.checks.engine import Checker
from reviewer.checks.lens import Article, Lens, reads_alike
from reviewer.checks.noise import settle
from reviewer.domain.finding import Finding, Tier
from reviewer.domain.flag import Flag
from reviewer.domain.segment import Segment
from reviewer.domain.span import Side, Span
from reviewer.review.inspection.round import Closed, Looked, Opened, Round
from reviewer.review.inspection.said import on_final
from reviewer.text.anchor import carry

_LONGEST_CARRIED = 5_000
"""Code points up to which findings of other checks are carried through an edit at once."""


class Sheet:
    """The findings of one document. Owned by one thread; lenses are shared with the background."""

    def __init__(self, document_id: int, checker: Checker) -> None:
        self.document_id = document_id
        self.checker = checker
        self.article: Article | None = None
        self.revision = 0
        """Counts the changes of texts; a round of an older revision does not end the work."""
        self.layout = 0
        """Counts the changes of rows."""
        self.is_stale = True
        """Whether rows must be read again."""
        self.is_outdated = False
        """Whether checks that depend on other segments must look again."""
        self._depending = checker.depending()
        self._independent = checker.independent()
        self._raw: dict[int, tuple[Finding, ...]] = {}
        self._flags: dict[int, tuple[Flag, ...]] = {}
        self._shown: dict[int, tuple[Finding, ...]] = {}
        self._counts: Counter[Tier] = Counter()
        """Of what is in `_shown`."""
        self._places: list[int] | None = None
        """Rows with raw findings, in order; None where that must be found out."""
        self._changed_early: set[int] = set()
        """Segments that changed while the document was being read."""

    @property
    def is_done(self) -> bool:
        """Whether all that is shown is up to date."""
        return not (self.is_stale or self.is_outdated)

    @property
    def again(self) -> frozenset[str]:
        """The checks that must look again after an edit elsewhere."""
        return self._depending | self.checker.postponed

    def shown(self, segment_id: int) -> tuple[Finding, ...]:
        """Return the findings of a segment, most serious first."""
        if segment_id not in self._raw:
            return ()
        if segment_id not in self._shown:
            found = self._shown[segment_id] = self._settled(segment_id)
            self._counts.update(each.tier for each in found)
        return self._shown[segment_id]

    def counts(self) -> Counter[Tier]:
        """Count what is shown."""
        for segment_id in self._raw.keys() - self._shown.keys():
            self.shown(segment_id)
        return +self._counts

    def found_on(self, start: int, *, is_forward: bool) -> Iterator[tuple[Segment, tuple[Finding, ...]]]:
        """Yield the segments that show any findings, from a row on in the direction asked for."""
        if self.article is None:
            return
        places = self._rows(self.article)
        if is_forward:
            ahead = places[bisect_left(places, start) :]
        else:
            ahead = places[: bisect_right(places, start)][::-1]
        for place in ahead:
            segment = self.article.lenses[place].segment
            if found := self.shown(segment.id):
                yield segment, found

    def unsettle(self, segment_id: int | None = None) -> None:
        """Decide anew what is shown, of one segment or of all."""
        if segment_id is None:
            self._shown = {}
            self._counts.clear()
        else:
            self._counts.subtract(each.tier for each in self._shown.pop(segment_id, ()))

    def rest(self) -> None:
        """Keep what was found, and let go of the words and facts it was found by."""
        for lens in self.article.lenses[:] if self.article else ():
            lens.forget()

    def go_stale(self, segment_id: int | None = None) -> None:
        """Note that rows came, went or hold other texts; what was found in one of them no longer holds."""
        self.is_stale, self.layout = True, self.layout + 1
        if segment_id is not None:
            self._note(segment_id, ())

    def update(self, segment: Segment, flags: tuple[Flag, ...]) -> bool:
        """Look at a segment that may have changed, at once; return whether its texts have."""
        if self.is_stale:
            self._changed_early.add(segment.id)
        if self.article is None:
            return True
        self._flags[segment.id] = flags
        self.unsettle(segment.id)
        known = self.article.lens(segment.id)
        if known is None:
            self.go_stale()
            return True
        if reads_alike(known.segment, segment):
            return False
        before = self._raw.get(segment.id, ())
        lens = Lens(segment)
        self.article = self.article.replaced(lens)
        self._note(segment.id, self.checker.joined(self._fresh(lens), self._carried(before, known, lens)))
        self.revision += 1
        self.is_outdated = True
        return True

    def tried(self, segment: Segment, flags: Iterable[Flag]) -> tuple[Finding, ...]:
        """Return what is found in a text that is not saved yet; nothing is kept of it."""
        known = self.article.lens(segment.id) if self.article else None
        if self.article is None or known is None:
            return ()
        lens = known if reads_alike(known.segment, segment) else Lens(segment)
        raw = self._raw.get(segment.id, ())
        if lens is not known:
            fresh = self.checker.raw(lens, self.article.replaced(lens), self._independent)
            raw = self.checker.joined(fresh, self._carried(raw, known, lens))
        return settle(raw, segment, self.checker.muted, on_final(flags, segment))

    def open(self, opened: Opened) -> set[int]:
        """Take over a document that was read; return the segments that changed meanwhile."""
        before, self.article, self._flags = self.article, opened.article, opened.flags
        kept = {
            key: raw
            for key, raw in self._raw.items()
            if (lens := opened.article.lens(key)) is not None
            and before is not None
            and (old := before.lens(key)) is not None
            and reads_alike(old.segment, lens.segment)
        }
        self._raw, self._places = kept, None
        self.unsettle()
        early, self._changed_early = self._changed_early, set()
        return early

    def take(self, looked: Looked) -> bool:
        """Take over what was found in one segment; return whether anything is different."""
        segment_id = looked.lens.segment.id
        if self.article is None or self.article.lens(segment_id) is not looked.lens:
            return False  # Edited since.
        before = self._raw.get(segment_id, ())
        raw = looked.raw
        if looked.by is not None:
            kept = [each for each in before if each.check not in looked.by]
            raw = self.checker.joined(kept, raw)
        if raw == before:
            return False
        self._note(segment_id, raw)
        self.shown(segment_id)  # Decided here, in small pieces, rather than for all when they are counted.
        return True

    def close(self, closed: Closed, made: Round) -> None:
        """Note that all segments were looked at."""
        if made.reading is not None and made.layout == self.layout:
            self.is_stale = False
        self.is_outdated = made.revision != self.revision
        if not self.is_outdated:
            self.article = closed.article

    def _fresh(self, lens: Lens) -> tuple[Finding, ...]:
        if self.article is None:
            return ()
        return self.checker.raw(lens, self.article, self._independent)

    def _carried(self, before: Iterable[Finding], known: Lens, lens: Lens) -> list[Finding]:
        """Return what other checks found where its words still stand, until they look again."""
        text, now = known.segment.final, lens.segment.final
        if len(text) > _LONGEST_CARRIED:
            return []
        found = []
        for finding in before:
            span = finding.target_span
            if finding.check not in self.again or span is None:
                continue
            moved = carry(span.ranges, text, now)
            if moved.is_untouched:
                side = Side.FINAL if lens.segment.is_edited else Side.RECEIVED
                there = Span.covering(side, moved.ranges)
                spans = tuple(there if each is span else each for each in finding.spans)
                found.append(replace(finding, spans=spans))
        return found

    def _note(self, segment_id: int, raw: tuple[Finding, ...]) -> None:
        self.unsettle(segment_id)
        if bool(raw) is not (segment_id in self._raw):
            self._note_place(segment_id, is_found=bool(raw))
        if raw:
            self._raw[segment_id] = raw
        else:
            self._raw.pop(segment_id, None)

    def _note_place(self, segment_id: int, *, is_found: bool) -> None:
        lens = self.article.lens(segment_id) if self.article else None
        if self.article is None or lens is None or self._places is None:
            self._places = None
            return
        place = self.article.place(lens)
        if is_found:
            insort(self._places, place)
        else:
            del self._places[bisect_left(self._places, place)]

    def _rows(self, article: Article) -> list[int]:
        if self._places is None:
            lenses = (article.lens(key) for key in self._raw)
            self._places = sorted(article.place(lens) for lens in lenses if lens is not None)
        return self._places

    def _settled(self, segment_id: int) -> tuple[Finding, ...]:
        lens = self.article.lens(segment_id) if self.article else None
        if lens is None:
            return ()
        said = on_final(self._flags.get(segment_id, ()), lens.segment)
        return settle(self._raw[segment_id], lens.segment, self.checker.muted, said)

"""The findings of an open project: kept up to date with every edit, from one document to the next."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from reviewer.checks.check import Check
from reviewer.checks.engine import Checker
from reviewer.domain.finding import Finding, Tier
from reviewer.domain.flag import Flag
from reviewer.domain.segment import Segment
from reviewer.review.event import (
    AnswersChanged,
    CheckDemoted,
    DocumentsChanged,
    Event,
    HistoryChanged,
    ProfileChanged,
    RowsChanged,
    SegmentChanged,
)
from reviewer.review.inspection.bulletin import Bulletin, InspectionListener
from reviewer.review.inspection.event import (
    FindingsChanged,
    InspectionFinished,
    WorkWanted,
)
from reviewer.review.inspection.round import Closed, Looked, Opened, Round
from reviewer.review.inspection.rulebook import checks_under, style_of
from reviewer.review.inspection.search import FIRM, Place, Search, Sought, step
from reviewer.review.inspection.shelf import Shelf
from reviewer.review.session import Session

_AT_ONCE = 20
"""Segments of one change that are looked at at once; the others are left to the background."""


class Inspection:
    """What checks say of a project. Lives in the session's thread, but for rounds and searches.

    It follows the session by itself. Whoever owns it runs what `pending` gives in the background,
    and calls `collect` while that runs and at its end.
    """

    def __init__(self, session: Session, checks: Sequence[Check] | None = None) -> None:
        self._session = session
        self._given = checks
        self._bulletin = Bulletin()
        self._shelf = Shelf()
        self._start = 0
        self._round: Round | None = None
        self._at_once = 0
        self._answered: set[tuple[int | None, int | None]] = set()
        self._lay_down_rules()
        self._unsubscribe = session.subscribe(self._on_event)

    def close(self) -> None:
        """Stop following the session."""
        self._unsubscribe()
        self._shelf.keep(())
        self._round = None

    def subscribe(self, listener: InspectionListener) -> Callable[[], None]:
        """Call `listener` with every event from now on, until the returned function is called."""
        return self._bulletin.subscribe(listener)

    @property
    def checks(self) -> tuple[Check, ...]:
        """The checks at work, those that failed included."""
        return self._checker.checks

    def open(self, document_id: int, position: int = 0) -> None:
        """Turn to a document, beginning at a row; what is known of it is there at once."""
        self._start = position
        if not self._shelf.take(document_id, self._checker).is_done:
            self._bulletin.tell(WorkWanted(document_id))

    def findings(self, document_id: int, segment_id: int) -> tuple[Finding, ...]:
        """Return the findings of a segment, most serious first; none where it was not looked at yet."""
        sheet = self._shelf.get(document_id)
        return sheet.shown(segment_id) if sheet else ()

    def document_findings(self, document_id: int) -> tuple[Finding, ...]:
        """Return what is known of a document, row by row."""
        sheet = self._shelf.get(document_id)
        found = sheet.found_on(0, is_forward=True) if sheet else ()
        return tuple(finding for _, own in found for finding in own)

    def counts(self, document_id: int) -> Counter[Tier]:
        """Count what is known of a document."""
        sheet = self._shelf.get(document_id)
        return sheet.counts() if sheet else Counter()

    def is_done(self, document_id: int) -> bool:
        """Whether a document was looked at from end to end since the last change."""
        sheet = self._shelf.get(document_id)
        return sheet is not None and sheet.is_done

    def tried(self, segment: Segment, flags: Iterable[Flag] = ()) -> tuple[Finding, ...]:
        """Return the findings in a text that is being typed and not saved yet; nothing is kept."""
        sheet = self._shelf.get(segment.document_id)
        return sheet.tried(segment, flags) if sheet else ()

    def pending(self) -> Round | None:
        """Return what the background should do next for the open document; None where all is done."""
        sheet = self._shelf.foremost
        summary = self._session.summary(sheet.document_id) if sheet else None
        if sheet is None or summary is None or sheet.is_done:
            return None
        is_whole = sheet.is_stale or sheet.article is None
        self._round = Round(
            document_id=sheet.document_id,
            revision=sheet.revision,
            layout=sheet.layout,
            total=summary.total,
            checker=self._checker,
            style=self._style,
            start=min(self._start, max(0, summary.total - 1)),
            reading=self._session if is_whole else None,
            known=sheet.article,
            again=sheet.again,
        )
        return self._round

    def collect(self) -> None:
        """Take over what the last round has found so far, and tell it."""
        made = self._round
        sheet = self._shelf.get(made.document_id) if made else None
        if made is None or sheet is None or sheet.checker is not made.checker:
            return
        changed: set[int] = set()
        is_all = False
        while made.results:
            match made.results.popleft():
                case Opened() as opened:
                    is_all = True
                    self._catch_up(sheet.open(opened))
                case Looked() as looked:
                    if sheet.take(looked):
                        changed.add(looked.lens.segment.id)
                case Closed() as closed:
                    sheet.close(closed, made)
                    self._round = None
        if changed or is_all:
            self._bulletin.tell(FindingsChanged(made.document_id, None if is_all else frozenset(changed)))
        self._bulletin.tell_faults(self._checker)
        if self._round is None:
            self._bulletin.tell(
                InspectionFinished(made.document_id) if sheet.is_done else WorkWanted(made.document_id)
            )

    def next(
        self,
        document_id: int,
        position: int,
        after: Finding | None = None,
        *,
        is_forward: bool = True,
        tiers: frozenset[Tier] = FIRM,
    ) -> Place | None:
        """Return the next finding of a document in either direction, `after` the one named in that row.

        Without it, the row's own first (or last) is the next. None where there are no more that are
        known of.
        """
        sheet = self._shelf.get(document_id)
        if sheet is None:
            return None
        return step(sheet, position, after, is_forward=is_forward, tiers=tiers)

    def search(self, document_id: int, *, is_forward: bool = True, tiers: frozenset[Tier] = FIRM) -> Search:
        """Return the way through the documents after (or before) one, round the end and back to it.

        What is known of that one already is not looked for again.
        """
        ids = [summary.document.id for summary in self._session.documents()]
        at = ids.index(document_id) if document_id in ids else 0
        order = [*ids[at + 1 :], *ids[: at + 1]] if is_forward else [*reversed(ids[:at]), *reversed(ids[at:])]
        sheet = self._shelf.get(document_id)
        last = None
        if sheet is not None and sheet.is_done:
            order.remove(document_id)
            start = 0 if is_forward else self._session.segment_count(document_id)
            last = step(sheet, start, None, is_forward=is_forward, tiers=tiers)
        clean = self._shelf.clean(tiers)
        return Search(
            documents=tuple((key, self._session.segment_count(key)) for key in order if key not in clean),
            is_forward=is_forward,
            tiers=tiers,
            checker=self._checker,
            style=self._style,
            reading=self._session,
            last=last,
        )

    def remember(self, order: Search, sought: Sought) -> None:
        """Note which documents need not be searched again until something changes in them."""
        if order.checker is self._checker:
            self._shelf.note_clean(sought.clean, order.tiers)

    def _lay_down_rules(self) -> None:
        self._style = style_of(self._session)
        checks = checks_under(self._style) if self._given is None else self._given
        self._checker = Checker(checks, self._session.muted())

    def _on_event(self, event: Event) -> None:
        match event:
            case SegmentChanged():
                self._on_segment_changed(event.document_id, event.segment_id)
            case RowsChanged():
                self._go_stale(event.document_id)
            case DocumentsChanged():
                self._shelf.keep(summary.document.id for summary in self._session.documents())
            case ProfileChanged():
                self._begin_anew()
            case AnswersChanged():
                self._answered.add((event.document_id, event.segment_id))
            case CheckDemoted():
                self._answered.add((None, None))
            case HistoryChanged():
                self._on_change_ended()

    def _on_segment_changed(self, document_id: int, segment_id: int) -> None:
        self._shelf.soil(document_id)
        sheet = self._shelf.get(document_id)
        if sheet is None:
            return
        self._at_once += 1
        if self._at_once > _AT_ONCE:
            sheet.go_stale(segment_id)
            self._bulletin.tell(FindingsChanged(document_id, frozenset({segment_id})))
            self._bulletin.tell(WorkWanted(document_id))
            return
        segment = self._session.segment(segment_id)
        is_changed = sheet.update(segment, self._session.flags(segment_id))
        self._bulletin.tell(FindingsChanged(document_id, frozenset({segment_id})))
        self._bulletin.tell_faults(self._checker)
        if is_changed:
            self._bulletin.tell(WorkWanted(document_id))

    def _catch_up(self, segment_ids: Iterable[int]) -> None:
        """Look at what changed while the document was read; a row that is gone by now is read no more."""
        for segment_id in segment_ids:
            try:
                segment = self._session.segment(segment_id)
            except KeyError:
                continue
            if sheet := self._shelf.get(segment.document_id):
                sheet.update(segment, self._session.flags(segment_id))

    def _go_stale(self, document_id: int) -> None:
        self._shelf.soil(document_id)
        if sheet := self._shelf.get(document_id):
            sheet.go_stale()
            self._bulletin.tell(WorkWanted(document_id))

    def _begin_anew(self) -> None:
        self._lay_down_rules()
        self._round = None
        self._shelf.renew(self._checker)
        for document_id in self._shelf.documents:
            self._bulletin.tell(FindingsChanged(document_id, None))
        if self._shelf.foremost:
            self._bulletin.tell(WorkWanted(self._shelf.foremost.document_id))

    def _on_change_ended(self) -> None:
        """Decide anew what is shown wherever the answers of one change reach."""
        self._at_once = 0
        answered, self._answered = self._answered, set()
        if not answered:
            return
        self._checker.muted = self._session.muted()
        for document_id in {document_id for document_id, _ in answered}:
            self._shelf.soil(document_id)
            ids = {segment_id for key, segment_id in answered if key == document_id}
            for sheet in self._shelf.reaching(document_id):
                for segment_id in ids:
                    sheet.unsettle(segment_id)
                told = None if None in ids else frozenset(filter(None, ids))
                self._bulletin.tell(FindingsChanged(sheet.document_id, told))

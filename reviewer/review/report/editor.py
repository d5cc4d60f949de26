"""What editors did: how much, how fast, how deep their edits went, and what they flagged."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from reviewer.domain.report import Block, Cell, Chart, ChartKind, Section, Series, Table
from reviewer.review.labour import Labour
from reviewer.review.report import column
from reviewer.review.report.material import Article, Material, Row
from reviewer.review.report.measure import Measures
from reviewer.scoring.comparison import Comparison
from reviewer.scoring.effort import EditProfile, edit_profiles, total
from reviewer.scoring.verdict import counted

_BY_HAND = "hand"
_TELLING = 300
"""Seconds of work from which on a pace says something."""


@dataclass(slots=True)
class _Work:
    """What one editor did."""

    signed: int = 0
    documents: set[int] = field(default_factory=set)
    reviewed: int = 0
    words: int = 0
    """Of the segments reviewed."""
    edited: int = 0
    rows: list[int] = field(default_factory=list)
    """Places of the segments reviewed or edited."""
    seconds: float = 0.0
    flags: int = 0
    accepted: int = 0
    dismissed: int = 0
    judged: int = 0

    @property
    def is_none(self) -> bool:
        return not (self.signed or self.rows or self.flags or self.judged or self.seconds)


def section(
    material: Material,
    measures: Measures,
    labours: Sequence[Labour],
    is_cancelled: Callable[[], bool] | None = None,
) -> Section:
    """Put together the section on editors."""
    works = {name: work for name, work in sorted(_works(material, labours).items()) if not work.is_none}
    if not works:
        return Section(id="editors", title="Editors", blocks=(), lead="Nobody has reviewed anything yet.")
    profiles = _profiles(material, {row for work in works.values() for row in work.rows}, is_cancelled)
    table = _table(works, measures, profiles, has_journal=bool(labours))
    blocks: list[Block] = [table]
    if any(work.reviewed for work in works.values()):
        blocks.append(_chart(works))
    return Section(id="editors", title="Editors", blocks=tuple(blocks), lead=_lead(works))


def _profiles(
    material: Material, wanted: set[int], is_cancelled: Callable[[], bool] | None
) -> dict[int, EditProfile]:
    """Return what was changed in each of the edited segments wanted, by place."""
    rows = material.rows
    places = [place for place in sorted(wanted) if rows[place].segment.is_edited]
    if not places:
        return {}
    segments = [rows[place].segment for place in places]
    found = edit_profiles(
        [segment.received for segment in segments],
        [segment.final for segment in segments],
        is_cancelled=is_cancelled,
    )
    return dict(zip(places, found, strict=True))


def _works(material: Material, labours: Sequence[Labour]) -> dict[str, _Work]:
    works: defaultdict[str, _Work] = defaultdict(_Work)
    places = {(article.project, article.document.id): n for n, article in enumerate(material.articles)}
    for project, labour in enumerate(labours):
        _count_labour(works, labour, {n: at for (of, n), at in places.items() if of == project})
    start = 0
    for number, article in enumerate(material.articles):
        labour = labours[article.project] if labours else Labour()
        _count_article(works, article, number)
        for place, row in enumerate(article.rows, start):
            _count_row(works, row, place, labour)
        start += len(article.rows)
    works.pop("", None)
    return dict(works)


def _count_labour(works: defaultdict[str, _Work], labour: Labour, places: Mapping[int, int]) -> None:
    """Count time and dismissals in the documents of one project; `places` gives theirs by id."""
    for (who, document_id), seconds in labour.seconds.items():
        if document_id is not None and document_id in places:
            works[who].seconds += seconds
            works[who].documents.add(places[document_id])
    for (who, document_id), dismissed in labour.dismissed.items():
        if document_id is not None and document_id in places:
            works[who].dismissed += dismissed


def _count_article(works: defaultdict[str, _Work], article: Article, number: int) -> None:
    if article.document.is_signed:
        works[article.document.signed_by].signed += 1
    for name in article.editors:
        works[name].documents.add(number)


def _count_row(works: defaultdict[str, _Work], row: Row, place: int, labour: Labour) -> None:
    segment = row.segment
    reviewer, writer = labour.reviewers.get(segment.id), labour.writers.get(segment.id)
    if reviewer is not None and segment.state.is_done:
        works[reviewer].reviewed += 1
        works[reviewer].words += row.words
        works[reviewer].rows.append(place)
    if writer is not None and segment.is_edited:
        works[writer].edited += 1
        if writer != reviewer or not segment.state.is_done:
            works[writer].rows.append(place)
    for error in row.errors:
        works[error.flag.author].flags += 1
        works[error.flag.author].accepted += error.flag.origin != _BY_HAND
    for judge in {each.judge for each in row.judgements}:
        works[judge].judged += 1


def _table(
    works: dict[str, _Work],
    measures: Measures,
    profiles: Mapping[int, EditProfile],
    *,
    has_journal: bool,
) -> Table:
    source = (
        "Segments reviewed and edited, and time, are those of the journal; work that came in with an "
        "exported review has none."
        if has_journal
        else "No journal came with the reviews: segments and time of each editor are not known."
    )
    return Table(
        id="editors",
        title="Work by editor",
        columns=(
            column.text("editor", "Editor"),
            column.count("documents", "Documents", "Worked on."),
            column.count("signed", "Signed off"),
            column.count("reviewed", "Segments reviewed", "Whose last word is theirs."),
            column.count("words", "Words reviewed", "Of the received text."),
            column.seconds("seconds", "Active time", "A lower bound; see methods."),
            column.number("speed", "Words an hour", digits=0),
            column.count("edited", "Segments edited"),
            column.number("hter", "HTER", "Share of words changed, of the segments reviewed or edited."),
            column.share("inserted", "Inserted", "Of their edits: words put in."),
            column.share("deleted", "Deleted", "Words taken out."),
            column.share("replaced", "Replaced", "Words put in the place of others."),
            column.share("moved", "Moved", "Runs of words moved."),
            column.count("flags", "Flags"),
            column.number("density", "Flags per 1,000 words", "Of the words reviewed."),
            column.count("accepted", "Accepted", "Flags taken over from an edit or a check."),
            column.count("dismissed", "Dismissed", "Offered edits passed over."),
            column.count("judged", "Segments judged"),
        ),
        rows=tuple(_cells(name, work, measures, profiles) for name, work in works.items()),
        note=source,
    )


def _kinds(effort: EditProfile) -> tuple[int, ...]:
    return (effort.insertions, effort.deletions, effort.substitutions, effort.shifts)


def _cells(
    name: str, work: _Work, measures: Measures, profiles: Mapping[int, EditProfile]
) -> tuple[Cell, ...]:
    edit = measures.get("ter", Comparison.EDIT)
    rows = np.array(sorted(work.rows), dtype=np.int64)
    effort = total(profiles[row] for row in work.rows if row in profiles)
    return (
        name,
        len(work.documents),
        work.signed,
        work.reviewed,
        work.words,
        work.seconds or None,
        3600 * work.words / work.seconds if work.seconds >= _TELLING and work.words else None,
        work.edited,
        edit.score(rows) if edit is not None and len(rows) else None,
        *(count / effort.edits if effort.edits else None for count in _kinds(effort)),
        work.flags,
        1000 * work.flags / work.words if work.words else None,
        work.accepted,
        work.dismissed,
        work.judged,
    )


def _chart(works: dict[str, _Work]) -> Chart:
    shown = {name: work.words for name, work in works.items() if work.words}
    most = max(shown, key=lambda name: shown[name], default="")
    return Chart(
        id="editors",
        title="Words reviewed",
        kind=ChartKind.BARS,
        categories=tuple(shown),
        series=(Series(title="Words reviewed", values=tuple(shown.values())),),
        digits=0,
        y_title="Words",
        summary=f"{most} reviewed most: {shown.get(most, 0):,} words.",
    )


def _lead(works: dict[str, _Work]) -> str:
    words = sum(work.words for work in works.values())
    seconds = sum(work.seconds for work in works.values())
    if not words:
        return f"{counted(len(works), 'person')} worked on these texts.".replace("persons", "people")
    segments = counted(sum(work.reviewed for work in works.values()), "segment")
    lead = f"{counted(len(works), 'editor')} reviewed {segments} of {words:,} words"
    return f"{lead} in at least {seconds / 3600:.1f} hours." if seconds >= _TELLING else f"{lead}."

"""The segments that cost most, to read."""

import heapq

from reviewer.domain.flag import Scale
from reviewer.domain.profile import Profile
from reviewer.domain.report import Excerpt, Excerpts, Mark, MarkedText, Remark, Section
from reviewer.domain.span import Side
from reviewer.review.report.error import type_title
from reviewer.review.report.material import Article, Material, Row
from reviewer.scoring.verdict import counted

_TITLES = {
    Side.SOURCE: "Source",
    Side.BACK_TRANSLATION: "Back-translation",
    Side.RECEIVED: "Received",
    Side.FINAL: "Final",
}
_NO_JUDGEMENT = 101.0


def section(material: Material, number: int) -> Section:
    """Put together the section on the worst segments: most points first, then lowest ESA."""
    found = heapq.nlargest(
        number,
        (
            (row.points, -_judged(row), -place, article, row)
            for place, article in enumerate(material.articles)
            for row in article.rows
            if row.points or row.judged(Scale.ESA) is not None
        ),
        key=lambda item: (item[0], item[1], item[2], -item[4].segment.position),
    )
    excerpts = tuple(_excerpt(article, row, material.profile) for *_, article, row in found)
    if not excerpts:
        return Section(
            id="worst", title="Worst segments", blocks=(), lead="No segment has been flagged or judged."
        )
    points, *_ = found[0]
    total = sum(row.points for row in material.rows)
    share = sum(item[0] for item in found) / total if total else 0.0
    lead = f"The worst segment costs {_points(points)}"
    if total:
        listed = "the one listed makes" if len(excerpts) == 1 else f"the {len(excerpts)} listed make"
        lead += f"; {listed} up {share:.0%} of all points of the received text"
    block = Excerpts(
        id="worst",
        title="Worst segments",
        excerpts=excerpts,
        note="Most penalty points of the received text first, then the lowest ESA.",
    )
    return Section(id="worst", title="Worst segments", blocks=(block,), lead=f"{lead}.")


def _judged(row: Row) -> float:
    value = row.judged(Scale.ESA)
    return _NO_JUDGEMENT if value is None else value


def _points(points: float) -> str:
    return f"{points:g} {'point' if points == 1 else 'points'}"


def _excerpt(article: Article, row: Row, profile: Profile) -> Excerpt:
    segment, document = row.segment, article.document
    esa = row.judged(Scale.ESA)
    still_open = sum(error.is_open for error in row.errors)
    heading = [
        _points(row.points),
        "" if esa is None else f"ESA {esa:.0f}",
        f"{still_open} of {counted(len(row.errors), 'error')} open" if row.errors else "",
        "edited" if segment.is_edited else "",
    ]
    return Excerpt(
        document=document.title,
        document_id=document.id,
        position=segment.position,
        segment_id=segment.id,
        heading=", ".join(filter(None, heading)),
        texts=tuple(
            _marked(row, side, document.source_language if is_english else document.target_language)
            for side, is_english in _shown(row)
        ),
        remarks=tuple(
            Remark(
                number=number,
                severity=error.flag.severity,
                type=type_title(error.type, profile),
                quote=error.flag.quote,
                suggestion=error.flag.suggestion,
                comment=error.flag.comment,
                author=error.flag.author,
            )
            for number, error in enumerate(row.errors, start=1)
        ),
    )


def _shown(row: Row) -> list[tuple[Side, bool]]:
    segment = row.segment
    flagged = {span.side for error in row.errors for span in error.flag.spans}
    shown = []
    if segment.source:
        shown.append((Side.SOURCE, True))
    if segment.back_translation and (Side.BACK_TRANSLATION in flagged or not segment.source):
        shown.append((Side.BACK_TRANSLATION, True))
    shown.append((Side.RECEIVED, False))
    if segment.is_edited or Side.FINAL in flagged:
        shown.append((Side.FINAL, False))
    return shown


def _marked(row: Row, side: Side, language: str) -> MarkedText:
    marks = []
    for number, error in enumerate(row.errors, start=1):
        span = error.flag.span(side)
        if span is not None:
            marks.append(Mark(ranges=span.ranges, severity=error.flag.severity, number=number))
    return MarkedText(title=_TITLES[side], language=language, text=row.segment.text(side), marks=tuple(marks))

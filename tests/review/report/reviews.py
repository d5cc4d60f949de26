"""Builders of small reviewed documents for tests of reports."""

from collections.abc import Sequence
from dataclasses import replace

from reviewer.domain.flag import Flag, Judgement, Scale, Severity
from reviewer.domain.profile import Profile
from reviewer.domain.report import Cell, Report, Section, Table
from reviewer.domain.segment import Document, State
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.scoring.profile import load
from tests.builders import a_flag, a_segment

PLAIN: Profile = replace(load("plain"), short_words=0)
"""Unit weights, and a ratio for any length."""
TEXT = "सरकार ने आज एक नई योजना की घोषणा की है।"


def a_document(
    id: int = 1,  # noqa: A002 - the field's own name
    *texts: str,
    system: str = "engine",
    flags: Sequence[Flag] = (),
    judged: Sequence[float] = (),
    references: Sequence[str] = (),
    sources: Sequence[str] = (),
    finals: Sequence[str] = (),
    **fields: str,
) -> DocumentReview:
    """A reviewed document; its segments' ids count from 1, `judged` gives one judge's ESA a segment."""
    values = {"title": f"लेख {id}", "created": "2026-01-05T08:00:00+00:00", **fields}
    segments = tuple(
        replace(
            a_segment(text, id=place + 1, position=place, state=State.REVIEWED),
            document_id=id,
            final=finals[place] if place < len(finals) else text,
            reference=references[place] if place < len(references) else None,
            source=sources[place] if place < len(sources) else None,
        )
        for place, text in enumerate(texts or (TEXT,))
    )
    return DocumentReview(
        document=Document(id=id, system=system, **values),
        segments=segments,
        flags=tuple(flags),
        judgements=tuple(an_esa(place + 1, value, document_id=id) for place, value in enumerate(judged)),
    )


def an_esa(segment_id: int | None, value: float, *, judge: str = "asha", document_id: int = 1) -> Judgement:
    """One number of one judge."""
    return Judgement(
        id=1, document_id=document_id, segment_id=segment_id, judge=judge, scale=Scale.ESA, value=value
    )


def an_error(
    segment_id: int = 1,
    severity: Severity = Severity.MAJOR,
    *,
    type: str = "accuracy/mistranslation",  # noqa: A002 - the field's own name
    id: int = 1,  # noqa: A002
) -> Flag:
    """A flag on the first word of a segment."""
    return a_flag(0, 5, severity=severity, segment_id=segment_id, type=type, id=id)


def a_project(*documents: DocumentReview) -> ProjectReview:
    """A project of these documents."""
    return ProjectReview(documents=documents or (a_document(),))


def the_section(report: Report, section_id: str) -> Section:
    """One section by its id."""
    return next(section for section in report.sections if section.id == section_id)


def the_table(report: Report, table_id: str) -> Table:
    """One table by its id."""
    return next(table for table in report.tables() if table.id == table_id)


def the_rows(table: Table) -> list[dict[str, Cell]]:
    """A table's rows by column id."""
    ids = [column.id for column in table.columns]
    return [dict(zip(ids, row, strict=True)) for row in table.rows]

"""Small reports with one of everything."""

from datetime import UTC, date, datetime

from reviewer.domain.flag import Severity
from reviewer.domain.report import (
    Block,
    Cell,
    Chart,
    ChartKind,
    Column,
    Estimate,
    Excerpt,
    Excerpts,
    Figure,
    Figures,
    Mark,
    MarkedText,
    Prose,
    Remark,
    Report,
    Section,
    Selection,
    Series,
    Table,
    Unit,
)
from reviewer.domain.span import Range

COLUMNS = (
    Column(id="system", title="Engine", note="Who translated."),
    Column(id="segments", title="Segments", unit=Unit.COUNT),
    Column(id="chrf", title="chrF++", digits=2, higher_is_better=True),
    Column(id="day", title="Day", unit=Unit.DAY),
)
ROWS: tuple[tuple[Cell, ...], ...] = (
    ("Beta", 1200, Estimate(62.125, 60.5, 63.75), date(2026, 11, 2)),
    ("alpha", 90, None, date(2026, 11, 1)),
    ("Gamma", 300, Estimate(71.0), None),
)


def a_table(rows: tuple[tuple[Cell, ...], ...] = ROWS, *, title: str = "Engines") -> Table:
    """A table of engines."""
    return Table(id="engines", title=title, columns=COLUMNS, rows=rows, note="On their own texts.")


def a_chart(kind: ChartKind = ChartKind.BARS) -> Chart:
    """A chart of two series."""
    return Chart(
        id="errors",
        title="Errors by engine",
        kind=kind,
        categories=("अनुवाद", "Beta", "Gamma"),
        series=(
            Series(title="Major", values=(1, 4, Estimate(2, 1, 3)), severity=Severity.MAJOR),
            Series(title="Minor", values=(7, 2, 5), severity=Severity.MINOR),
        ),
        unit=Unit.COUNT,
        summary="Beta has most major errors.",
    )


def an_excerpt(position: int = 2) -> Excerpt:
    """A segment with one error."""
    return Excerpt(
        document="लेख",
        document_id=1,
        position=position,
        segment_id=position + 1,
        heading="5 points",
        texts=(
            MarkedText(title="Source", language="en", text="Farmers will benefit."),
            MarkedText(
                title="Received",
                language="hi",
                text="किसानों को इससे बड़ा लाभ मिलेगा।",
                marks=(Mark(ranges=(Range(0, 7),), severity=Severity.MAJOR, number=1),),
            ),
        ),
        remarks=(
            Remark(
                number=1, severity=Severity.MAJOR, type="Mistranslation", quote="किसानों", suggestion="कृषकों"
            ),
        ),
    )


def a_section(section_id: str = "overview", *blocks: Block, lead: str = "All is well.") -> Section:
    """A section of these blocks, or of one of each kind."""
    figures = Figures(
        figures=(
            Figure(
                id="npt", title="Points", value=Estimate(104.6, 90, 120), note="475 source words", tone="bad"
            ),
            Figure(id="verdict", title="Final text", value="pass", unit=Unit.TEXT, tone="good"),
            Figure(id="esa", title="ESA", value=None),
        )
    )
    every: tuple[Block, ...] = (
        figures,
        a_table(),
        a_chart(),
        Excerpts(id="worst", title="Worst", excerpts=(an_excerpt(0), an_excerpt(2))),
        Prose(paragraphs=("Seed 12345.", "1,000 resamples.")),
    )
    return Section(id=section_id, title=section_id.title(), blocks=blocks or every, lead=lead)


def a_report(*sections: Section) -> Report:
    """A report of these sections."""
    return Report(
        title="Score report",
        subtitle="1 document",
        made=datetime(2026, 11, 23, tzinfo=UTC),
        version="1",
        profile="Newsroom",
        selection=Selection(),
        sections=sections or (a_section(),),
    )

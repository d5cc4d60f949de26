"""What the typesetter needs of a report: plain lists and texts, every figure already written."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Final

import regex

from reviewer.domain.report import (
    Block,
    Cell,
    Chart,
    Column,
    Estimate,
    Excerpt,
    Excerpts,
    Figure,
    Figures,
    MarkedText,
    Prose,
    Remark,
    Report,
    Table,
    Unit,
)
from reviewer.reports.chart.layout import layout, preferred_height
from reviewer.reports.chart.palette import LIGHT
from reviewer.reports.chart.primitive import Ink, Primitive
from reviewer.reports.column import CROWDED, explained, telling
from reviewer.reports.mark import pieces, with_whole_words
from reviewer.reports.text import clean, interval, one_line, point
from reviewer.reports.wording import about, parameters

Data = str | int | float | bool | None | Sequence["Data"] | Mapping[str, "Data"]
_WIDTH: Final = 490.0
"""Of a chart, in points: what A4 has between its margins."""
_DRAWN: Final = 660.0
"""The width in pixels that a chart is laid out for, so that its type is a little smaller than the text."""
_UNBROKEN: Final = regex.compile(r"[!-~]{40}(?=[!-~])")
_LONG: Final = 14
"""Letters from which on a column of texts shares the width instead of taking what it needs."""
_WIDEST: Final = 7
"""Columns that find room beside the first."""
_LONGEST: Final = 60
"""Rows that a reader still turns pages for."""
_TONES: Final = {"good": Ink.DONE, "bad": Ink.CRITICAL}


def sheet(report: Report) -> Mapping[str, Data]:
    """Return the report as the data that `report.typ` reads."""
    return {
        "inks": {ink.value: "#ffffff" if ink is Ink.PAPER else colour for ink, colour in LIGHT.items()},
        "title": one_line(report.title),
        "running": one_line(report.title)[:160],
        "subtitle": one_line(report.subtitle),
        "made": f"Reviewer {one_line(report.version)}, {report.made:%Y-%m-%d %H:%M} UTC",
        "about": [[name, _broken(value)] for name, value in about(report)],
        "sections": [
            {
                "title": one_line(section.title),
                "lead": one_line(section.lead),
                "parts": [_part(piece) for block in section.blocks for piece in _narrow(block)],
            }
            for section in report.sections
        ],
        "parameters": [[name, _broken(value)] for name, value in parameters(report)],
    }


def _broken(text: str) -> str:
    """Return text whose long unbroken runs of Latin letters may be broken; Hindi is left as it is."""
    return _UNBROKEN.sub(lambda run: run[0] + "\u200b", clean(text))


def _part(block: Block) -> Data:
    match block:
        case Figures():
            return {"kind": "figures", "items": [_figure(one) for one in block.figures]}
        case Table():
            return _table(block)
        case Chart():
            return _chart(block)
        case Excerpts():
            return {
                "kind": "excerpts",
                "title": one_line(block.title),
                "note": one_line(block.note),
                "items": [_excerpt(one) for one in block.excerpts],
            }
        case Prose():
            return {"kind": "prose", "paragraphs": [_broken(each) for each in block.paragraphs]}


def _narrow(block: Block) -> Sequence[Block]:
    """Cut a table too wide for the paper into several under one another, each with the first column.

    Notes on the columns of a wide table move below it, for they would make its head taller than it is.
    """
    if not isinstance(block, Table):
        return (block,)
    block = explained(telling(_short(block)))
    if len(block.columns) <= CROWDED:
        return (block,)
    columns = block.columns
    count = -(-(len(columns) - 1) // _WIDEST)
    size = -(-(len(columns) - 1) // count)
    cuts = [slice(at, at + size) for at in range(1, len(columns), size)]
    return [
        replace(
            block,
            title=block.title if number == 0 else f"{block.title}, continued",
            columns=(columns[0], *columns[cut]),
            rows=tuple((row[0], *row[cut]) for row in block.rows),
            note=block.note if number == count - 1 else "",
        )
        for number, cut in enumerate(cuts)
    ]


def _short(table: Table) -> Table:
    """Cut a table that goes on for pages, and say so."""
    left = len(table.rows) - _LONGEST
    if left <= 0:
        return table
    told = f"{left:,} more rows are in the report as web page or workbook."
    return replace(table, rows=table.rows[:_LONGEST], note=" ".join(filter(None, (told, table.note))))


def _figure(figure: Figure) -> Data:
    return {
        "title": one_line(figure.title),
        "value": _broken(point(figure.value, figure.unit, figure.digits)),
        "interval": _interval(figure.value, figure.unit, figure.digits),
        "note": _broken(figure.note),
        "ink": _TONES.get(figure.tone, Ink.TEXT).value,
    }


def _interval(value: Cell, unit: Unit, digits: int) -> str:
    return interval(value, unit, digits) if isinstance(value, Estimate) else ""


def _table(table: Table) -> Data:
    longest = [
        max((len(value) for row in table.rows if isinstance(value := row[n], str)), default=0)
        for n in range(len(table.columns))
    ]
    widths = [min(length, 80) if length > _LONG else 0 for length in longest]
    return {
        "kind": "table",
        "title": one_line(table.title),
        "note": _broken(table.note),
        "heads": [{"text": _head(column), "note": one_line(column.note)} for column in table.columns],
        "numeric": [column.unit not in {Unit.TEXT, Unit.DAY} for column in table.columns],
        "widths": widths if any(widths) else [1] * len(widths),
        "rows": [
            [
                {
                    "text": _broken(point(value, column.unit, column.digits)),
                    "interval": _interval(value, column.unit, column.digits),
                }
                for value, column in zip(row, table.columns, strict=True)
            ]
            for row in table.rows
        ],
    }


def _head(column: Column) -> str:
    way = {True: " ↑", False: " ↓", None: ""}[column.higher_is_better]
    return one_line(column.title) + way


def _chart(chart: Chart) -> Data:
    height = preferred_height(chart, _DRAWN)
    return {
        "kind": "chart",
        "title": one_line(chart.title),
        "summary": one_line(chart.summary),
        "alt": one_line(chart.summary or chart.title),
        "width": _WIDTH,
        "height": height * _WIDTH / _DRAWN,
        "unit": _WIDTH / _DRAWN,
        "drawn": [_drawn(each) for each in layout(chart, _DRAWN, height)],
    }


def _drawn(primitive: Primitive) -> Data:
    return {"draw": type(primitive).__name__.lower(), **asdict(primitive)}


def _excerpt(excerpt: Excerpt) -> Data:
    return {
        "heading": one_line(excerpt.heading),
        "place": f"{one_line(excerpt.document)}, segment {excerpt.position + 1}",
        "texts": [_version(text) for text in excerpt.texts],
        "remarks": [_remark(remark) for remark in excerpt.remarks],
    }


def _version(text: MarkedText) -> Data:
    is_hindi = text.language.startswith("hi")
    return {
        "title": one_line(text.title),
        "language": "hi" if is_hindi else "en",
        "is_hindi": is_hindi,
        "pieces": [asdict(piece) for piece in with_whole_words(pieces(clean(text.text), text.marks))],
    }


def _remark(remark: Remark) -> Data:
    return {
        "number": remark.number,
        "severity": remark.severity.value,
        "title": remark.severity.value.capitalize(),
        "type": one_line(remark.type) or "Not classified",
        "quote": one_line(remark.quote),
        "fix": None if remark.suggestion is None else one_line(remark.suggestion),
        "comment": _broken(remark.comment),
        "author": one_line(remark.author),
    }

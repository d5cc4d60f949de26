"""The score report as one web page that needs nothing else and lets nothing else in."""

import base64
import hashlib
import math
from collections.abc import Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Final

import jinja2
import regex
from markupsafe import Markup

from reviewer.domain.report import (
    Cell,
    Chart,
    Column,
    Estimate,
    Excerpts,
    Figures,
    MarkedText,
    Report,
    Table,
    Unit,
)
from reviewer.reports.chart import svg
from reviewer.reports.chart.palette import DARK, LIGHT
from reviewer.reports.chart.primitive import Ink
from reviewer.reports.column import CROWDED, explained, telling
from reviewer.reports.mark import Piece, pieces, with_whole_words
from reviewer.reports.text import clean, interval, point
from reviewer.reports.wording import Names, about, parameters
from reviewer.resources import resource
from reviewer.text.atomic import write_text

_HINDI: Final = regex.compile(r"([\u0900-\u097f\u200c\u200d]+(?:[\s,.;:!?–-]+[\u0900-\u097f\u200c\u200d]+)*)")


def render(report: Report) -> str:
    """Return the page."""
    style = _style()
    script = resource("templates", "report.js").read_text(encoding="utf-8")
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            report=report,
            about=about(report),
            parameters=parameters(report),
            anchors=_anchors(report),
            style=style,
            style_hash=_hash(style),
            script=script,
            script_hash=_hash(script),
        )
    )


def write(report: Report, path: Path) -> None:
    """Write the page, replacing `path` in one step; ReviewerError where that fails."""
    write_text(path, render(report))


def _style() -> str:
    text = resource("templates", "report.css").read_text(encoding="utf-8")
    return text.replace("LIGHT", _variables(LIGHT)).replace("DARK", _variables(DARK))


def _variables(palette: dict[Ink, str]) -> str:
    return " ".join(f"--{ink.value}: {colour};" for ink, colour in palette.items())


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _anchors(report: Report) -> dict[str, str]:
    names = Names()
    blocks = chain.from_iterable(section.blocks for section in report.sections)
    ids = [section.id for section in report.sections]
    ids += [block.id for block in blocks if isinstance(block, Table | Chart | Excerpts)]
    # A prefix keeps the anchors clear of the page's own signs.
    return {wish: f"r-{names(wish)}" for wish in dict.fromkeys(ids)}


def _sortable(value: Cell) -> str:
    """Return what a script sorts by: numbers and days in full, nothing where there is nothing."""
    if isinstance(value, Estimate):
        value = value.value
    if value is None:
        return ""
    if isinstance(value, bool | int | float):
        return repr(float(value)) if math.isfinite(value) else ""
    return value.isoformat() if isinstance(value, date) else clean(value)


def _runs(text: str) -> Sequence[dict[str, str]]:
    """Cut a text where the script changes, so that each part is read out and shaped in its language."""
    parts = _HINDI.split(clean(text))
    return [{"text": part, "language": "hi" if n % 2 else ""} for n, part in enumerate(parts) if part]


def _pieces(text: MarkedText) -> Sequence[Piece]:
    return with_whole_words(pieces(clean(text.text), text.marks))


def _is_numeric(column: Column) -> bool:
    return column.unit not in {Unit.TEXT, Unit.DAY}


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        autoescape=True,
        loader=jinja2.FileSystemLoader(resource("templates")),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters |= {
        "clean": clean,
        "interval": interval,
        "fit": lambda table: explained(telling(table)),
        "pieces": _pieces,
        "point": point,
        "runs": _runs,
        "sortable": _sortable,
        "svg": lambda chart: Markup(svg.render(chart)),  # noqa: S704 - escapes every text itself
    }
    environment.tests |= {
        "chart_block": lambda block: isinstance(block, Chart),
        "estimate": lambda value: isinstance(value, Estimate),
        "excerpts_block": lambda block: isinstance(block, Excerpts),
        "figures_block": lambda block: isinstance(block, Figures),
        "numeric": _is_numeric,
        "wide": lambda table: len(table.columns) > CROWDED,
        "table_block": lambda block: isinstance(block, Table),
    }
    return environment

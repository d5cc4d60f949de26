"""The score report as Markdown with pipe tables, as GitHub reads them."""

from collections.abc import Iterator
from pathlib import Path

import regex

from reviewer.domain.report import Block, Chart, Excerpts, Figures, Prose, Report, Table, Unit
from reviewer.reports.text import cell, one_line
from reviewer.reports.wording import about, parameters
from reviewer.text.atomic import write_text

_SPECIAL = regex.compile(r"[\\`*_\[\]<>|#~$&]")
_START = regex.compile(r"^([+\-=]|\d+[.)])(?=\s|$)")


def render(report: Report) -> str:
    """Return the whole report; charts are left out, tables hold their figures."""
    return "\n\n".join(_parts(report)) + "\n"


def write(report: Report, path: Path) -> None:
    """Write the report, replacing `path` in one step; ReviewerError where that fails."""
    write_text(path, render(report))


def escaped(text: str) -> str:
    """Return text on one line that Markdown and the HTML in it leave alone."""
    plain = _SPECIAL.sub(lambda found: "&amp;" if found[0] == "&" else "\\" + found[0], one_line(text))
    return _START.sub(lambda found: found[1][:-1] + "\\" + found[1][-1], plain)


def table(shown: Table) -> str:
    """Return one table; numbers stand at the right, estimates with their intervals."""
    heads = [escaped(column.title) for column in shown.columns]
    rules = ["---" if column.unit in {Unit.TEXT, Unit.DAY} else "---:" for column in shown.columns]
    rows = [
        [
            escaped(value) if isinstance(value, str) else cell(value, column.unit, column.digits)
            for value, column in zip(row, shown.columns, strict=True)
        ]
        for row in shown.rows
    ]
    return "\n".join("| " + " | ".join(row) + " |" for row in (heads, rules, *rows))


def _parts(report: Report) -> Iterator[str]:
    yield f"# {escaped(report.title)}"
    if report.subtitle:
        yield escaped(report.subtitle)
    yield "\n".join(f"- {name}: {escaped(value)}" for name, value in about(report))
    for section in report.sections:
        yield f"## {escaped(section.title)}"
        if section.lead:
            yield f"**{escaped(section.lead)}**"
        for block in section.blocks:
            yield from _block(block)
    if report.parameters:
        yield "\n".join(f"- {escaped(name)}: {escaped(value)}" for name, value in parameters(report))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Table():
            yield f"### {escaped(block.title)}"
            yield table(block) if block.rows else "No rows."
            if block.note:
                yield escaped(block.note)
        case Figures():
            lines = [
                f"- {escaped(each.title)}: **{escaped(cell(each.value, each.unit, each.digits))}**"
                + (f" ({escaped(each.note)})" if each.note else "")
                for each in block.figures
            ]
            if lines:
                yield "\n".join(lines)
        case Prose():
            yield from (escaped(paragraph) for paragraph in block.paragraphs)
        case Excerpts():
            yield from _excerpts(block)
        case Chart():
            if block.summary:
                yield escaped(block.summary)


def _excerpts(block: Excerpts) -> Iterator[str]:
    yield f"### {escaped(block.title)}"
    for excerpt in block.excerpts:
        place = f"{escaped(excerpt.document)}, segment {excerpt.position + 1}"
        lines = [f"- **{place}**: {escaped(excerpt.heading)}"]
        lines += [f"  - {escaped(each.title)}: {escaped(each.text)}" for each in excerpt.texts]
        for remark in excerpt.remarks:
            said = [remark.severity.value, remark.type, remark.comment]
            lines.append(f"  - {remark.number}: " + "; ".join(escaped(part) for part in said if part))
        yield "\n".join(lines)

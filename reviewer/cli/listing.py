"""`reviewer formats` and `metrics`: what there is."""

import json
from argparse import Namespace
from collections.abc import Sequence

from reviewer.cli.command import add_json
from reviewer.cli.outcome import DONE
from reviewer.formats.registry import FORMATS
from reviewer.scoring.automatic import MetricId, engine

VERSION = 1
Rows = Sequence[dict[str, object]]


def _formats() -> Rows:
    return [
        {
            "id": form.id,
            "title": form.title,
            "suffixes": list(form.suffixes),
            "kind": form.kind.value,
            "reads": form.reads,
            "writes": form.writes,
            "carries": sorted(form.carries),
        }
        for form in FORMATS
    ]


def _metrics() -> Rows:
    automatic: Rows = [
        {"id": metric.value, "kind": "automatic", "signature": engine(metric).signature}
        for metric in MetricId
    ]
    return [
        {
            "id": "mqm",
            "kind": "human",
            "signature": "penalty points of flags per 1,000 words, by the profile",
        },
        {"id": "esa", "kind": "human", "signature": "mean of judgements, 0 to 100"},
        {"id": "hter", "kind": "edits", "signature": "TER of received against final"},
        *automatic,
    ]


def print_list(name: str, listed: Rows, *, as_json: bool) -> int:
    """Print a list for people, or as JSON, and return the exit code."""
    if as_json:
        print(json.dumps({"version": VERSION, name: listed}, ensure_ascii=False, indent=2))
    else:
        print(table([[_cell(value) for value in row.values()] for row in listed], listed))
    return DONE


def table(cells: Sequence[Sequence[str]], rows: Rows) -> str:
    """Lay cells out in columns under the names of the fields."""
    lines = [[name.replace("_", " ") for name in rows[0]], *cells]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _cell(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "-"
        case list():
            return " ".join(map(str, value))
        case _:
            return str(value)


def run_formats(options: Namespace) -> int:
    """List the formats."""
    return print_list("formats", _formats(), as_json=options.json)


def run_metrics(options: Namespace) -> int:
    """List the scores."""
    return print_list("metrics", _metrics(), as_json=options.json)


add_formats_arguments = add_metrics_arguments = add_json

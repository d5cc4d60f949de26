"""The score report as JSON that can be read back; `resources/docs/report-json.md` describes it."""

import dataclasses
import json
import math
import types
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import regex

from reviewer.domain.error import ReviewerError
from reviewer.domain.report import Chart, Estimate, Excerpts, Figures, Prose, Report, Table
from reviewer.text.atomic import write_text

FORMAT: Final = "reviewer-report"
VERSION: Final = 1
BLOCKS: Final[Mapping[str, type]] = {
    "figures": Figures,
    "table": Table,
    "chart": Chart,
    "excerpts": Excerpts,
    "prose": Prose,
}
_KINDS: Final = {made: name for name, made in BLOCKS.items()}
_HALF: Final = regex.compile("[\ud800-\udfff]")
_Data = Any
"""A value of the model, its type, or what JSON makes of it: nothing narrower holds for all three."""


@cache
def _hints(made: type) -> dict[str, _Data]:
    return get_type_hints(made)


def render(report: Report) -> str:
    """Return the report as JSON. A number that is none (NaN, infinite) becomes `null`."""
    whole = {"format": FORMAT, "version": VERSION, "report": _encoded(report)}
    text = json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=1)
    # Half characters cannot be written as UTF-8, but JSON has an escape for them.
    return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", text) + "\n"


def write(report: Report, path: Path) -> None:
    """Write the report, replacing `path` in one step; ReviewerError where that fails."""
    write_text(path, render(report))


def read(text: str, *, file: str = "") -> Report:
    """Return the report that `render` wrote; ReviewerError where the text is something else."""
    try:
        whole = json.loads(text)
    except ValueError as error:
        raise ReviewerError(f"this is no JSON: {error}", file=file) from error
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise ReviewerError("this is no score report", file=file, remedy="Export one as JSON.")
    if whole.get("version") != VERSION:
        raise ReviewerError(
            f"the report has version {whole.get('version')!r}, this program reads {VERSION}", file=file
        )
    try:
        report: Report = _decoded(Report, whole["report"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ReviewerError(f"the report is damaged: {error}", file=file) from error
    return report


def _encoded(value: _Data) -> _Data:
    if dataclasses.is_dataclass(value):
        fields = {each.name: _encoded(getattr(value, each.name)) for each in dataclasses.fields(value)}
        return {"block": _KINDS[type(value)], **fields} if type(value) in _KINDS else fields
    if isinstance(value, tuple):
        return [_encoded(each) for each in value]
    if isinstance(value, Mapping):
        return {name: _encoded(each) for name, each in value.items()}
    return _encoded_one(value)


def _encoded_one(value: _Data) -> _Data:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, datetime):
        return {"time": value.isoformat()}
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _decoded(hint: _Data, data: _Data) -> _Data:
    origin: _Data = get_origin(hint)
    if origin in {Union, types.UnionType}:
        return _one_of(get_args(hint), data)
    if origin is tuple:
        return tuple(_decoded(get_args(hint)[0], each) for each in _sure(data, list))
    if origin is not None and issubclass(origin, Mapping):
        return dict(_sure(data, dict))
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        hints = _hints(hint)
        fields = {name: value for name, value in _sure(data, dict).items() if name in hints}
        return hint(**{name: _decoded(hints[name], value) for name, value in fields.items()})
    return _decoded_one(hint, data)


def _decoded_one(hint: _Data, data: _Data) -> _Data:
    if hint is datetime:
        return datetime.fromisoformat(data["time"])
    if hint is date:
        return date.fromisoformat(data["day"])
    if issubclass(hint, StrEnum):
        return hint(data)
    return float(data) if hint is float and type(data) is int else _sure(data, hint)


def _sure(data: _Data, wanted: type) -> _Data:
    if not isinstance(data, wanted):
        raise TypeError(f"{wanted.__name__} expected, found {str(data)[:40]!r}")
    return data


def _one_of(hints: tuple[_Data, ...], data: _Data) -> _Data:
    if isinstance(data, str) and str not in hints:
        return _decoded_one(next(hint for hint in hints if hint is not types.NoneType), data)
    if data is None or isinstance(data, str | int | float):
        return data
    if "block" in data and set(hints) <= set(BLOCKS.values()):
        return _decoded(BLOCKS[data["block"]], data)
    if "time" in data:
        return _decoded(datetime, data)
    return _decoded(date if "day" in data else Estimate, data)

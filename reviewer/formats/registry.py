"""All formats there are, ours and those of other distributions, and how to find one."""

from collections.abc import Collection, Iterable
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import NamedTuple

from reviewer.domain.error import ReviewerError
from reviewer.formats.catalogue import BUILT_IN
from reviewer.formats.form import Format, Kind

GROUP = "reviewer.formats"
"""Entry points of formats by others; each names a `Format`."""


class Added(NamedTuple):
    """Formats of other distributions, and what is wrong with those that cannot be used."""

    formats: tuple[Format, ...]
    problems: tuple[str, ...]


def load(points: Iterable[EntryPoint], known: Iterable[str]) -> Added:
    """Load formats of others; ids that are `known` are refused."""
    made: list[Format] = []
    problems: list[str] = []
    taken = set(known)
    for point in points:
        try:
            entry = point.load()
        except Exception as error:  # noqa: BLE001 - whatever others wrote
            problems.append(f"the format {point.value} is left out: {error}")
            continue
        if not isinstance(entry, Format) or entry.id in taken:
            problems.append(f"the format {point.value} is left out: it is no format, or its id is taken")
            continue
        taken.add(entry.id)
        made.append(entry)
    return Added(tuple(made), tuple(problems))


ADDED = load(entry_points(group=GROUP), (entry.id for entry in BUILT_IN))
FORMATS: tuple[Format, ...] = (*BUILT_IN, *ADDED.formats)

_BY_ID = {entry.id: entry for entry in FORMATS}


def by_id(format_id: str) -> Format:
    """Look a format up; raise ReviewerError with the known names where there is none."""
    if format_id in _BY_ID:
        return _BY_ID[format_id]
    raise ReviewerError(f"there is no format {format_id!r}", remedy=f"Known: {', '.join(_BY_ID)}.")


def readable(suffix: str) -> tuple[Format, ...]:
    """The formats that read files of this suffix (with its dot), in order of the table."""
    return tuple(entry for entry in FORMATS if entry.reads and suffix.lower() in entry.suffixes)


def writable(path: Path, came_from: Collection[str] = ()) -> Format:
    """The format to write for this file name; raise ReviewerError where no format has its suffix.

    Of several, the review's own, then other reviews, then the text in the shape it came in.
    """
    fitting = [
        entry
        for entry in FORMATS
        if entry.writes and path.suffix.lower() in entry.suffixes and is_offered(entry, came_from)
    ]
    for entry in sorted(fitting, key=lambda each: _rank(each, came_from)):
        return entry
    known = ", ".join(sorted({suffix for entry in FORMATS if entry.writes for suffix in entry.suffixes}))
    raise ReviewerError(
        f"no format is written as {path.suffix or 'a file without suffix'}",
        file=path.name,
        remedy=f"Use one of {known}.",
    )


def _rank(entry: Format, came_from: Collection[str]) -> int:
    """Order by what a file name most likely means: more is in a review than in a text alone."""
    if entry.kind is Kind.REVIEW:
        return 0 if entry.id in came_from else 1
    return 2 if entry.id in came_from else 3


def is_offered(entry: Format, came_from: Collection[str]) -> bool:
    """Whether a review that came from files of these formats can be written in a format."""
    return entry.writes and (not entry.needs_original or entry.id in came_from)

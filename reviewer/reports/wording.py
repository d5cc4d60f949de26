"""What all kinds of reports say in the same words: the selection, the parameters, short names."""

import math
from collections.abc import Iterable

import regex

from reviewer.domain.report import Report, Selection
from reviewer.reports.text import one_line, point

_GAPS = regex.compile(r"[^0-9A-Za-z]+")


def about(report: Report) -> tuple[tuple[str, str], ...]:
    """Return what a reader must know before the first figure: names and values."""
    told = (
        ("Profile", one_line(report.profile)),
        *told_selection(report.selection),
        ("Made", f"{report.made:%Y-%m-%d %H:%M} UTC"),
        ("Program", f"Reviewer {one_line(report.version)}"),
    )
    return tuple((name, value) for name, value in told if value)


def told_selection(selection: Selection) -> tuple[tuple[str, str], ...]:
    """Return the conditions of a selection: names and values; nothing where all is taken in."""
    days = ""
    if selection.since and selection.until:
        days = f"{selection.since} to {selection.until}"
    elif selection.since:
        days = f"since {selection.since}"
    elif selection.until:
        days = f"until {selection.until}"
    count = len(selection.documents)
    told = (
        ("Days", days),
        ("Documents", f"{count:,} chosen" if count else ""),
        ("Engines", _list(selection.systems)),
        ("Editors", _list(selection.editors)),
        ("Desks", _list(selection.desks)),
        ("Roles", _list(role.value for role in selection.roles)),
        ("Error types", _list(selection.types)),
    )
    return tuple((name, value) for name, value in told if value)


def _list(names: Iterable[str]) -> str:
    return ", ".join(one_line(name) for name in names)


def parameters(report: Report) -> tuple[tuple[str, str], ...]:
    """Return what reproduces the figures; numbers in full, as a program takes them."""
    return tuple(
        (one_line(name), one_line(value) if isinstance(value, str) else _exact(value))
        for name, value in report.parameters.items()
    )


def _exact(value: float) -> str:
    return str(value) if math.isfinite(value) else point(None)


class Names:
    """Gives every part of a file a short name of its own."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def __call__(self, wish: str) -> str:
        """Return a name of ASCII letters, digits and hyphens that was not given before."""
        base = _GAPS.sub("-", wish).strip("-").lower()[:60] or "part"
        name, number = base, 1
        while name in self._given:
            number += 1
            name = f"{base}-{number}"
        self._given.add(name)
        return name

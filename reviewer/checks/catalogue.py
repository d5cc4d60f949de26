"""The explicit list of all checks, in the order they run; a new one is a class and a line here."""

import sys
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points

from reviewer.checks.check import Check

GROUP = "reviewer.checks"
"""Entry points of checks by others; each names a class like ours."""

FAMILIES = (
    "encoding",
    "number",
    "literal",
    "name",
    "term",
    "meaning",
    "orthography",
    "punctuation",
    "grammar",
    "style",
)
"""Modules under `reviewer.checks`, each with its classes in `CHECKS`, in the order they run."""


@cache
def shipped() -> tuple[Check, ...]:
    """Return one of each check of ours."""
    return tuple(kind() for family in FAMILIES for kind in import_module(f"reviewer.checks.{family}").CHECKS)


def all_checks() -> tuple[Check, ...]:
    """Return ours and those of others; one that cannot be loaded is told on stderr and left out."""
    made = list(shipped())
    known = {check.id for check in made}
    for point in entry_points(group=GROUP):
        try:
            check = point.load()()
            if not isinstance(check, Check) or check.id in known:
                raise TypeError("it is no check, or its id is taken")  # noqa: TRY301 - one way to say it
        except Exception as error:  # noqa: BLE001 - whatever others wrote
            print(f"reviewer: the check {point.value} is left out: {error}", file=sys.stderr)  # noqa: T201
            continue
        known.add(check.id)
        made.append(check)
    return tuple(made)


def by_id(check_id: str) -> Check | None:
    """Return a check by its id."""
    return next((check for check in all_checks() if check.id == check_id), None)

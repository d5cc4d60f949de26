"""The explicit list of all checks, in the order they run; a new one is a class and a line here."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Added:
    """Checks of other distributions, and what is wrong with those that cannot be used."""

    checks: tuple[Check, ...]
    problems: tuple[str, ...]


@cache
def added() -> Added:
    """Load the checks of other distributions, once."""
    made: list[Check] = []
    problems: list[str] = []
    known = {check.id for check in shipped()}
    for point in entry_points(group=GROUP):
        try:
            check = point.load()()
        except Exception as error:  # noqa: BLE001 - whatever others wrote
            problems.append(f"the check {point.value} is left out: {error}")
            continue
        if not isinstance(check, Check) or check.id in known:
            problems.append(f"the check {point.value} is left out: it is no check, or its id is taken")
            continue
        known.add(check.id)
        made.append(check)
    return Added(tuple(made), tuple(problems))


def all_checks() -> tuple[Check, ...]:
    """Return ours and those of others."""
    return (*shipped(), *added().checks)


def by_id(check_id: str) -> Check | None:
    """Return a check by its id."""
    return next((check for check in all_checks() if check.id == check_id), None)

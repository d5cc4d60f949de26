"""Which checks a project is inspected with, and under which style."""

from collections.abc import Callable, Iterable
from pkgutil import resolve_name
from typing import cast

from reviewer.checks.catalogue import all_checks
from reviewer.checks.check import Check
from reviewer.domain.error import ReviewerError
from reviewer.domain.profile import Profile
from reviewer.domain.snapshot import ProjectReview
from reviewer.domain.style import Style
from reviewer.review.reading import Reading
from reviewer.review.rule import rules_of


def style_of(project: ProjectReview | Reading) -> Style:
    """Return a project's house style; where its rules cannot be read, nothing is laid down."""
    try:
        return style_in(rules_of(project))
    except ReviewerError:
        return Style()


def style_in(profile: Profile) -> Style:
    """Return a profile's house style."""
    return cast("Style", getattr(profile, "style", None) or Style())


def checks_under(style: Style) -> tuple[Check, ...]:
    """Return all checks, the desk's own last."""
    try:
        own = cast("Callable[[Style], Iterable[Check]]", resolve_name("reviewer.checks.house:checks_of"))
    except (ImportError, AttributeError):
        return all_checks()
    return (*all_checks(), *own(style))

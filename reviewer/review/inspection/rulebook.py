"""Which checks a project is inspected with, and under which style."""

from reviewer.checks.catalogue import all_checks
from reviewer.checks.check import Check
from reviewer.checks.house import checks_of
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
    return profile.style


def checks_under(style: Style) -> tuple[Check, ...]:
    """Return all checks, the desk's own last."""
    return (*all_checks(), *checks_of(style))

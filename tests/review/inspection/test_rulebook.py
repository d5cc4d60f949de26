"""Which checks a project is inspected with."""

from pathlib import Path

from reviewer.checks.catalogue import all_checks
from reviewer.domain.style import Pattern, Style
from reviewer.review.inspection.rulebook import checks_under, style_in, style_of
from reviewer.scoring import profile
from tests.review.projects import a_project


def test_all_checks_are_at_work_under_any_style() -> None:
    """The desk's own patterns come behind them."""
    style = Style(patterns=(Pattern(id="test", pattern="कल", message="No कल."),))
    assert checks_under(style)[: len(all_checks())] == all_checks()


def test_a_profile_gives_the_style(tmp_path: Path) -> None:
    """The project's is its profile's; rules that cannot be read lay down nothing."""
    with a_project(tmp_path) as session:
        assert style_of(session) == style_in(profile.load("newsroom"))
        session.set_profile("ours", "this = = is nothing")
        assert style_of(session) == Style()

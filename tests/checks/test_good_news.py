"""Checks are silent on good news: nothing is wrong in it, and nobody is told that there is."""

import pytest

from reviewer.checks.catalogue import shipped
from reviewer.checks.engine import Checker
from reviewer.checks.lens import article_of
from reviewer.domain.finding import Tier
from reviewer.domain.segment import Role, Segment
from tests.checks.good import STORIES


def a_segment(number: int, target: str, english: str, beside: str, role: Role) -> Segment:
    """A sentence of its own paragraph, with its English as one or the other."""
    return Segment(
        id=number,
        document_id=1,
        position=number,
        paragraph=number,
        received=target,
        final=target,
        source=english if beside == "source" else None,
        back_translation=english if beside == "back-translation" else None,
        role=role,
    )


def errors_and_warnings(segments: list[Segment]) -> list[tuple[str, str, str]]:
    """What checks are sure of: the check, the words, what it says."""
    return [
        (each.check, each.quote, each.message)
        for _, found in Checker(shipped()).all(article_of(segments))
        for each in found
        if each.tier is not Tier.HINT
    ]


@pytest.mark.parametrize("beside", ["nothing", "back-translation", "source"])
@pytest.mark.parametrize("has_roles", [True, False], ids=["headline marked", "no roles"])
@pytest.mark.parametrize("story", STORIES, ids=lambda story: story[0][1])
def test_a_good_story_is_left_alone(
    story: tuple[tuple[str, str], ...], beside: str, *, has_roles: bool
) -> None:
    """Whatever English is beside it, and whether the file says which line is the headline or not."""
    segments = [
        a_segment(number, *pair, beside, Role.BODY if number or not has_roles else Role.HEADLINE)
        for number, pair in enumerate(story)
    ]
    assert errors_and_warnings(segments) == []


def test_all_stories_together_are_left_alone() -> None:
    """As one long document, as a file of many articles is read."""
    pairs = [pair for story in STORIES for pair in story]
    segments = [a_segment(number, *pair, "source", Role.BODY) for number, pair in enumerate(pairs)]
    assert len(segments) >= 60
    assert errors_and_warnings(segments) == []

"""Which rules a project is judged by."""

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.domain.snapshot import ProjectReview
from reviewer.review.rule import rules_of
from reviewer.scoring import profile
from tests.review.projects import a_project


def test_project_names_a_shipped_profile() -> None:
    """Without rules of its own the profile of that name holds."""
    assert rules_of(ProjectReview(documents=(), profile="wmt")) == profile.load("wmt")


def test_rules_of_its_own_win(tmp_path: Path) -> None:
    """The session and its snapshot agree on them."""
    own = replace(profile.load("newsroom"), id="ours", title="Ours", acceptable_npt=7.5)
    with a_project(tmp_path) as session:
        session.set_profile("ours", profile.write(own))
        assert rules_of(session) == own
        assert rules_of(session.project_review()) == own


def test_rules_that_cannot_be_read_are_named() -> None:
    """The key at fault is told, with the profile it stands in."""
    with pytest.raises(ReviewerError, match=r"ours\.toml"):
        rules_of(ProjectReview(documents=(), profile="ours", profile_text='id = "ours"'))

"""The rules a project is judged by: a shipped profile's, or its own."""

from functools import lru_cache

from reviewer.domain.profile import Profile
from reviewer.domain.snapshot import ProjectReview
from reviewer.review.reading import Reading
from reviewer.scoring import profile


def rules_of(project: ProjectReview | Reading) -> Profile:
    """Return a project's profile; raise ReviewerError where its own rules cannot be read."""
    if isinstance(project, ProjectReview):
        return _rules(project.profile, project.profile_text)
    return _rules(project.profile_id, project.profile_text)


@lru_cache(maxsize=8)
def _rules(profile_id: str, text: str) -> Profile:
    return profile.parse(text, f"{profile_id}.toml") if text else profile.load(profile_id)

"""Which documents a command is about."""

from pathlib import Path

import pytest

from reviewer.cli.selection import read_review
from reviewer.domain.error import ReviewerError
from reviewer.review.session import Session
from tests.builders import a_draft


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of two documents."""
    path = tmp_path / "a.review"
    with Session.create(path, "editor") as session:
        session.add_document(a_draft(title="One"))
        session.add_document(a_draft(title="Two"))
    return path


def test_without_a_number_all_documents_are_meant(project: Path) -> None:
    """They come in the project's order."""
    assert [entry.document.title for entry in read_review(project).documents] == ["One", "Two"]


def test_documents_count_from_one(project: Path) -> None:
    """The second is number 2."""
    assert [entry.document.title for entry in read_review(project, 2).documents] == ["Two"]


@pytest.mark.parametrize("number", [0, 3, -1])
def test_a_document_that_is_not_there_is_refused(project: Path, number: int) -> None:
    """The error says how many there are."""
    with pytest.raises(ReviewerError, match="It has 2"):
        read_review(project, number)


def test_a_text_is_no_review(tmp_path: Path) -> None:
    """The remedy is to make a project of it."""
    path = tmp_path / "a.txt"
    path.write_text("नमस्ते।\n", encoding="utf-8")
    with pytest.raises(ReviewerError, match="reviewer new"):
        read_review(path)

"""Any file that can be opened."""

from pathlib import Path

import pytest

from reviewer.domain.draft import Article
from reviewer.domain.error import ReviewerError
from reviewer.domain.snapshot import ProjectReview
from reviewer.formats import jsonl
from reviewer.formats.header import Field
from reviewer.formats.registry import by_id
from reviewer.review.opening import add_opened, is_project, open_path, table_mapping
from reviewer.review.session import Session
from tests.builders import a_draft


def a_table(folder: Path) -> Path:
    """A table whose headers tell nothing."""
    path = folder / "table.csv"
    path.write_text("A,B\nHello.,नमस्ते।\n", encoding="utf-8")
    return path


def test_a_text_is_an_article(tmp_path: Path) -> None:
    """Plain text is the usual case."""
    path = tmp_path / "a.txt"
    path.write_text("नमस्ते।\n", encoding="utf-8")
    assert isinstance(open_path(path), Article)


def test_a_table_is_documents(tmp_path: Path) -> None:
    """Columns that are named take precedence over those guessed."""
    opened = open_path(a_table(tmp_path), columns={Field.SOURCE: "a", Field.TARGET: "2"})
    assert isinstance(opened, tuple)
    assert (opened[0].segments[0].source, opened[0].segments[0].received) == ("Hello.", "नमस्ते।")


def test_a_column_is_not_used_twice(tmp_path: Path) -> None:
    """What was guessed of a column that is named otherwise is forgotten."""
    mapping = table_mapping(a_table(tmp_path), encoding=None, columns={Field.REFERENCE: "B"})
    assert [field for field, place in mapping.columns.items() if place == 1] == [Field.REFERENCE]


def test_an_unknown_column_is_refused(tmp_path: Path) -> None:
    """The error lists the columns there are."""
    with pytest.raises(ReviewerError, match="Its columns are A, B"):
        open_path(a_table(tmp_path), columns={Field.TARGET: "9"})


def test_a_project_and_its_export_hold_the_same_review(tmp_path: Path) -> None:
    """Either can be opened."""
    path = tmp_path / "a.review"
    with Session.create(path, "editor") as session:
        session.add_document(a_draft())
        review = session.project_review()
    jsonl.write(review, tmp_path / "a.jsonl")
    assert open_path(path) == open_path(tmp_path / "a.jsonl") == review


def test_a_project_is_known_by_name_and_by_content(tmp_path: Path) -> None:
    """A renamed project is still one; an empty file with its ending was meant to be one."""
    path = tmp_path / "a.data"
    Session.create(path, "editor").close()
    (tmp_path / "b.review").touch()
    (tmp_path / "c.txt").touch()
    assert [is_project(tmp_path / name) for name in ("a.data", "b.review", "c.txt")] == [True, True, False]


def test_a_form_overrules_what_the_file_looks_like(tmp_path: Path) -> None:
    """A table can be read as running text."""
    assert isinstance(open_path(a_table(tmp_path), form=by_id("plain")), Article)


def test_whatever_was_opened_can_be_added(tmp_path: Path) -> None:
    """Articles, tables and reviews become documents of a project; the system named fills gaps."""
    (tmp_path / "a.txt").write_text("नमस्ते।\n", encoding="utf-8")
    table = open_path(a_table(tmp_path), columns={Field.TARGET: "B"})
    with Session.create(tmp_path / "a.review", "editor") as session:
        add_opened(session, open_path(tmp_path / "a.txt"), system="engine")
        add_opened(session, table, system="engine")
        review = session.project_review()
        assert isinstance(review, ProjectReview)
        add_opened(session, review)
        assert [entry.document.system for entry in session.documents()] == ["engine"] * 4

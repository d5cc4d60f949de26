"""Large files come as a document and its segments."""

from pathlib import Path

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.formats.form import Format
from reviewer.formats.registry import FORMATS
from reviewer.formats.stream import FROM_BYTES, Stream
from reviewer.review import opening
from reviewer.review.opening import add_opened, open_path
from reviewer.review.session import Session
from tests.formats.whole import whole_file

STREAMED = [form for form in FORMATS if form.streamer]


def test_memories_and_tables_are_streamed() -> None:
    """From a size on at which the whole would be felt."""
    assert {form.id for form in STREAMED} >= {"tmx", "csv"}
    assert FROM_BYTES < 100 * 2**20


@pytest.mark.parametrize("form", STREAMED, ids=lambda form: form.id)
def test_a_stream_becomes_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: Format) -> None:
    """The same rows as those of the whole file; small files and files with named columns are not streamed."""
    path = tmp_path / f"a{form.suffixes[0]}"
    path.write_bytes(whole_file(form))
    assert not isinstance(open_path(path, is_streamed=True), Stream)
    monkeypatch.setattr(opening, "FROM_BYTES", 1)
    made = open_path(path, is_streamed=True)
    assert isinstance(made, Stream)
    with Session.create(tmp_path / "a.review", "editor", "newsroom") as session:
        add_opened(session, made)
        add_opened(session, open_path(path))
        one, two = session.project_review().documents
    assert [(s.source, s.received) for s in one.segments] == [(s.source, s.received) for s in two.segments]


def test_what_breaks_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All rows of a document or none."""
    path = tmp_path / "a.tsv"
    path.write_bytes(b"source\ttarget\n" + "The house\tघर\n".encode() * 60_000 + b"broken\n")
    monkeypatch.setattr(opening, "FROM_BYTES", 1)
    with Session.create(tmp_path / "a.review", "editor", "newsroom") as session:
        made = open_path(path, is_streamed=True)
        with pytest.raises(ReviewerError, match="line 60002"):
            add_opened(session, made)
        assert session.project_review().documents == ()

"""Pieces of a file become segments with ids and languages."""

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range, Side
from reviewer.formats.xliff.piece import Issue, Keys, Part, Piece, original_of, review_of


def a_part(*pieces: Piece, source: str = "en-US", target: str = "hi_IN") -> Part:
    """A document of a file."""
    return Part("a.html", source, target, list(pieces))


def test_documents_and_segments_are_numbered_through(tmp_path: Path) -> None:
    """An issue is a flag on whole letters, and what was left out is told."""
    path = tmp_path / "a.xlf"
    path.write_bytes(b"<xliff/>")
    issue = Issue("style", Severity.MAJOR, "why", place=(0, 1))
    parts = [
        a_part(Piece("1", 0, "One", "एक"), Piece("2", 1, "House", "कि घर", issues=(issue,))),
        Part("empty"),
        replace(a_part(Piece("1", 0, "Two", "दो"), source="", target=""), left_out=1500),
    ]
    review = review_of(parts, path, "xliff-1.2")
    first, second = review.documents
    assert [s.id for entry in review.documents for s in entry.segments] == [1, 2, 3]
    assert [s.position for s in second.segments] == [0]
    assert (first.document.source_language, second.document.source_language) == ("en", "en")
    assert second.document.target_language == "hi"
    assert first.flags[0].spans[0].ranges == (Range(0, 2),)
    assert (first.flags[0].spans[0].side, first.flags[0].quote) == (Side.RECEIVED, "कि")
    assert review.notes == ("1,500 segments that are locked or not to be translated were left out",)
    assert original_of(review, ("xliff-1.2",)) == first.original
    assert original_of(review, ("tmx",)) is None


def test_a_file_without_segments_is_refused(tmp_path: Path) -> None:
    """There is nothing to review."""
    path = tmp_path / "a.xlf"
    path.write_bytes(b"<xliff/>")
    with pytest.raises(ReviewerError, match=r"a\.xlf: the file holds no segments to review"):
        review_of([Part("a")], path, "xliff-1.2")


def test_names_are_unlike() -> None:
    """Also where a file uses an id twice."""
    keys = Keys()
    assert [keys.name("1", "a"), keys.name("1", "a"), keys.name("2", "a")] == ["1/a", "1/a~2", "2/a"]

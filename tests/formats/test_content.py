"""The bytes of a file."""

import os
from pathlib import Path

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.formats.content import Shape, head, load, shape_of


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The whole path is told, as the folder may be the mistake."""
    with pytest.raises(ReviewerError, match=r"none\.txt: there is no such file"):
        load(tmp_path / "none.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder is refused with the remedy."""
    with pytest.raises(ReviewerError, match="is a folder, not a file"):
        load(tmp_path)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    """Nothing can be read from nothing."""
    path = tmp_path / "a.txt"
    path.touch()
    with pytest.raises(ReviewerError, match=r"a\.txt: the file is empty"):
        head(path)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    """The size is looked at before anything is read."""
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(3 * 2**20)
    with pytest.raises(ReviewerError, match="has 3 MB; 1 MB are read at most"):
        load(path, limit=2**20)


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    """What is no ordinary file could be read for ever."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(ReviewerError, match="is not an ordinary file"):
        load(path)


def test_a_name_that_no_file_can_have_is_refused() -> None:
    """A zero character in a name is an error of one line too."""
    with pytest.raises(ReviewerError, match="cannot be read"):
        load(Path("a\x00b"))


@pytest.mark.parametrize(
    ("data", "shape"),
    [
        (b"%PDF-1.7", Shape.PDF),
        (b"\x89PNG\r\n\x1a\n", Shape.PICTURE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Shape.OLE),
        (b"PK\x03\x04", Shape.ZIP),
        (b"{\\rtf1", Shape.RTF),
        (b"SQLite format 3\x00", Shape.SQLITE),
        (b"\x00\x00\x00\x18ftypmp42", Shape.MEDIA),
        (bytes(range(256)), Shape.BINARY),
        ("यह पाठ है।".encode(), Shape.TEXT),
        ("यह पाठ है।".encode("utf-16"), Shape.TEXT),
        ("यह पाठ है। हाँ, Yes.".encode("utf-16-le"), Shape.TEXT),
        ("यह पाठ है। हाँ, Yes.".encode("utf-16-be"), Shape.TEXT),
        (b"  <!DOCTYPE html><p>", Shape.HTML),
        ("<html>".encode("utf-16"), Shape.HTML),
        (b"<?xml version='1.0'?><xliff/>", Shape.XML),
        (b"<?xml version='1.0'?><html xmlns='x'/>", Shape.HTML),
        (b'{"source": 1}', Shape.JSON_LINES),
    ],
)
def test_first_bytes_tell_the_shape(data: bytes, shape: Shape) -> None:
    """What a file is stands in its first bytes."""
    assert shape_of(data) is shape

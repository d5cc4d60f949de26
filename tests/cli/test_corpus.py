"""Line files are read as the sacrebleu command reads them."""

import gzip
import io
import sys
from pathlib import Path

import pytest

from reviewer.cli.corpus import STDIN, read_corpus, read_lines
from reviewer.domain.error import ReviewerError


def a_file(path: Path, data: bytes) -> Path:
    """A file with this content."""
    path.write_bytes(data)
    return path


def test_only_a_line_feed_ends_a_line(tmp_path: Path) -> None:
    """A line separator within a sentence does not shift all that follows."""
    path = a_file(tmp_path / "a.txt", "एक\u2028दो\r\nतीन\x85\x0c\n\n".encode())
    assert read_lines(path) == ["एक\u2028दो", "तीन", ""]


@pytest.mark.parametrize("end", [b"", b"\n"])
def test_a_final_line_feed_is_no_line(tmp_path: Path, end: bytes) -> None:
    """With it or without, there are as many lines."""
    assert read_lines(a_file(tmp_path / "a.txt", b"a\nb" + end)) == ["a", "b"]


def test_a_byte_order_mark_stays_and_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It counts in sacreBLEU; figures would differ without it."""
    assert read_lines(a_file(tmp_path / "a.txt", "\ufeffक\n".encode())) == ["\ufeffक"]
    assert "a.txt begins with a byte order mark" in capsys.readouterr().err


def test_utf_16_is_read_by_its_mark(tmp_path: Path) -> None:
    """What no sacreBLEU reads, but every Windows editor writes."""
    assert read_lines(a_file(tmp_path / "a.txt", "क\nख\n".encode("utf-16"))) == ["क", "ख"]
    assert read_lines(a_file(tmp_path / "b.txt", "क\nख\n".encode("utf-16-le")), "utf-16-le") == ["क", "ख"]


def test_packed_files_are_unpacked(tmp_path: Path) -> None:
    """By their name, as sacreBLEU does; a damaged one is told."""
    path = a_file(tmp_path / "a.gz", gzip.compress("क\nख\n".encode()))
    assert read_lines(path) == ["क", "ख"]
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(ReviewerError, match="cannot be unpacked"):
        read_lines(path)


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """In place of a file, under the name of a dash."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("क \nख".encode()), encoding="ascii"))
    assert read_lines(STDIN) == ["क", "ख"]


def test_files_of_unlike_length_are_refused(tmp_path: Path) -> None:
    """The error names the file and both counts."""
    paths = [a_file(tmp_path / name, b"a\n" * count) for name, count in (("h", 4), ("r", 4), ("s", 1))]
    with pytest.raises(ReviewerError, match="s: has 1 lines, but h has 4"):
        read_corpus(paths[0], paths[1:])


@pytest.mark.parametrize(
    ("data", "reason"), [(b"", "is empty"), (b"\xff\x00\x81", "a.txt"), (b"caf\xe9\n", "is not UTF-8")]
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    """In one line, with the file's name."""
    with pytest.raises(ReviewerError, match=reason):
        read_lines(a_file(tmp_path / "a.txt", data))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """As everywhere."""
    with pytest.raises(ReviewerError, match="no such file"):
        read_lines(tmp_path / "none.txt")

"""Telling the format of a file."""

from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from reviewer.domain.error import ReviewerError
from reviewer.formats.sniff import sniff


def written(folder: Path, name: str, data: bytes | str) -> Path:
    """A file of this name and content."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "format_id"),
    [
        ("a.txt", "वे आए।", "plain"),
        ("लेख", "वे आए।", "plain"),
        ("a.v1.2", "वे आए।", "plain"),
        ("a.MD", "# वे आए", "markdown"),
        ("a.htm", "वे आए", "html"),
        ("a.txt", "<!doctype html><p>वे आए", "html"),
        ("a.csv", "a,b", "csv"),
        ("a.tsv", "a\tb", "csv"),
        ("a.jsonl", '{"source": "a", "target": "b"}', "bilingual-jsonl"),
        ("a.jsonl", '{"format": "reviewer", "version": 1, "profile": "newsroom"}', "jsonl"),
    ],
)
def test_text_formats_are_told(tmp_path: Path, name: str, data: str, format_id: str) -> None:
    """Suffix and content together decide."""
    assert sniff(written(tmp_path, name, data)).id == format_id


def test_a_word_document_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    """A wrong suffix misleads nobody."""
    Document().save(str(tmp_path / "a.txt"))
    assert sniff(tmp_path / "a.txt").id == "docx"


def test_a_workbook_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    """Excel under a text's name is still Excel."""
    Workbook().save(tmp_path / "a.csv")
    assert sniff(tmp_path / "a.csv").id == "xlsx"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"%PDF-1.4", "is a PDF"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office file of before 2007"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "or one with a password"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "is a picture"),
        ("a.txt", bytes(range(256)), "is a binary file"),
        ("a.review", b"SQLite format 3\x00", "is a database"),
        ("a.docx", b"plain text", "is no Word document"),
        ("a.po", b'msgid ""', r"\(\.po\) are not read"),
        ("a.xml", b"<?xml version='1.0'?><x/>", "are not read"),
        ("a.zip", b"PK\x03\x04cut", "is a damaged ZIP archive"),
    ],
)
def test_what_is_not_read_is_refused_in_one_line(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    """The reason is what the file is, not what failed."""
    with pytest.raises(ReviewerError, match=reason) as caught:
        sniff(written(tmp_path, name, data))
    assert "\n" not in str(caught.value)

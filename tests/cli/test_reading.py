"""Reading the files that commands are given."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

import pytest

from reviewer.cli.reading import add_reading_arguments, article, notes, read, warn
from reviewer.domain.draft import Article
from reviewer.domain.error import ReviewerError


def options(*arguments: str) -> Namespace:
    """What a command with reading arguments understands."""
    parser = ArgumentParser()
    add_reading_arguments(parser)
    return parser.parse_args(arguments)


def test_an_encoding_is_used_where_the_file_does_not_tell_its_own(tmp_path: Path) -> None:
    """UTF-8 is read as such, whatever was named."""
    (tmp_path / "old.txt").write_bytes("naïve café".encode("cp1252"))
    (tmp_path / "new.txt").write_text("कल", encoding="utf-8")
    with pytest.raises(ReviewerError, match="--encoding"):
        article(tmp_path / "old.txt", "source", options())
    named = options("--encoding", "cp1252")
    assert article(tmp_path / "old.txt", "source", named).paragraphs[0].text == "naïve café"
    opened = read(tmp_path / "new.txt", named)
    assert isinstance(opened, Article)
    assert opened.paragraphs[0].text == "कल"


def test_columns_are_named_in_pairs(tmp_path: Path) -> None:
    """Anything else is told."""
    (tmp_path / "a.tsv").write_text("कल\tHe\nआज\tShe\n", encoding="utf-8")
    opened = read(tmp_path / "a.tsv", options("--columns", "target=1,source=2"))
    assert isinstance(opened, tuple)
    assert (opened[0].segments[0].received, opened[0].segments[0].source) == ("कल", "He")
    with pytest.raises(ReviewerError, match="FIELD=NAME"):
        read(tmp_path / "a.tsv", options("--columns", "target"))


def test_notes_go_beside_the_output(capsys: pytest.CaptureFixture[str]) -> None:
    """Scripts read standard output."""
    warn(notes(Article(title="", paragraphs=(), warnings=("two columns",))))
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "reviewer: note: two columns\n")

"""Articles of any format."""

import os
from pathlib import Path

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.domain.segment import Role
from reviewer.formats import reader
from reviewer.formats.reader import read_article
from reviewer.formats.registry import by_id

SEED = Path(__file__).resolve().parents[2].parent / "shared" / "cases" / "seed"
BODY = "शहर में मंगलवार को हुई भारी बारिश के कारण कई इलाक़ों में पानी भर गया और यातायात घंटों तक ठप रहा।"


def written(folder: Path, text: str, name: str = "a.txt") -> Path:
    """The text as a file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_headline_is_the_title(tmp_path: Path) -> None:
    """A document is called what its headline says, else after its file."""
    assert (
        read_article(written(tmp_path, f"बारिश से शहर बेहाल\n\n{BODY}\n{BODY}\n")).title == "बारिश से शहर बेहाल"
    )
    assert read_article(written(tmp_path, BODY, "बारिश.txt")).title == "बारिश"


def test_the_language_is_told(tmp_path: Path) -> None:
    """By the script of most letters."""
    assert read_article(written(tmp_path, BODY)).language == "hi"
    assert read_article(written(tmp_path, "It rained all day in the city.")).language == "en"


def test_another_language_than_expected_is_a_warning(tmp_path: Path) -> None:
    """The file is read all the same: the editor decides."""
    found = read_article(written(tmp_path, "It rained all day in the city."), expected="hi")
    assert found.warnings == ("Hindi was expected, but 0% of the letters are Devanagari.",)


def test_a_table_is_no_article(tmp_path: Path) -> None:
    """Tables have a door of their own."""
    with pytest.raises(
        ReviewerError, match=r"a\.csv: holds a Bilingual table \(CSV or TSV\), not an article"
    ):
        read_article(written(tmp_path, "source,target\na,b\n", "a.csv"))


def test_a_format_can_be_insisted_on(tmp_path: Path) -> None:
    """Markdown read as plain text keeps its marks."""
    found = read_article(written(tmp_path, "# एक", "a.md"), form=by_id("plain"))
    assert found.paragraphs[0].text == "# एक"


@pytest.mark.parametrize("text", [" \n\t\n", "\ufeff", "\u200b\n"])
def test_a_file_of_blanks_holds_no_text(tmp_path: Path, text: str) -> None:
    """Spaces and invisible characters are nothing to review."""
    with pytest.raises(ReviewerError, match=r"a\.txt: the file holds no text"):
        read_article(written(tmp_path, text))


def test_an_endless_paragraph_is_refused(tmp_path: Path) -> None:
    """A megabyte without a line end is no prose."""
    path = written(tmp_path, "क" * (reader.MAX_PARAGRAPH + 1))
    with pytest.raises(ReviewerError, match="paragraph 1: the paragraph has 1,000,001 characters"):
        read_article(path)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_reading_changes_nothing(tmp_path: Path, name: str) -> None:
    """Neither the file's bytes nor its time of change, and nothing appears beside it."""
    path = written(tmp_path, BODY, name)
    os.utime(path, (1, 1))
    read_article(path)
    assert path.read_text(encoding="utf-8") == BODY
    assert path.stat().st_mtime == 1
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


@pytest.mark.skipif(not SEED.is_dir(), reason="the shared cases are not here")
@pytest.mark.parametrize(
    "name", ["article_hi", "back_translation_en", "reconstructed_source_en", "post_edit_hi"]
)
def test_the_seed_article_has_nine_paragraphs_two_of_them_credits(name: str) -> None:
    """A paragraph a line, no headline, the agency and the note about AI at the end."""
    found = read_article(SEED / f"{name}.txt")
    assert [p.role for p in found.paragraphs] == [Role.BODY] * 7 + [Role.CREDIT] * 2
    lines = (SEED / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert [p.text for p in found.paragraphs] == lines

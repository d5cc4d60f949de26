"""Plain text as articles."""

import sys
import textwrap
from pathlib import Path

import pytest

from reviewer.formats.plain import WRAPPED, paragraphs, read

PROSE = (
    "शहर में मंगलवार को हुई भारी बारिश के कारण कई इलाक़ों में पानी भर गया और यातायात घंटों तक ठप रहा। "
    "मौसम विभाग ने कहा कि अगले दो दिन तक बारिश जारी रहेगी। अधिकारियों ने लोगों से घरों में रहने को कहा है।"
)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\u2028", "\u2029", "\x0c"])
def test_every_line_end_parts_paragraphs(end: str) -> None:
    """Line ends of all systems do, blank lines count for nothing."""
    assert paragraphs(f"एक।{end}दो।{end}") == (("एक।", "दो।"), False)


def test_edges_are_trimmed_and_nothing_else() -> None:
    """Joiners, no-break spaces, decomposed letters and control characters inside stay."""
    text = "क\u094d\u200dष\u00a0क\u093c\x07 ख"
    assert paragraphs(f"  {text}\t") == ((text,), False)


def test_lines_of_invisible_characters_are_blank() -> None:
    """A byte order mark or joiner alone is no paragraph."""
    assert paragraphs("एक।\n\u200b\ufeff\n\u200d\nदो।") == (("एक।", "दो।"), False)


@pytest.mark.parametrize("width", [50, 60, 72])
def test_wrapped_lines_are_joined(width: int) -> None:
    """Blocks filled to one width are paragraphs, and the reader says so."""
    text = "\n\n".join(textwrap.fill(PROSE, width, break_on_hyphens=False) for _ in range(2))
    assert paragraphs(text) == ((PROSE, PROSE), True)


def test_a_hyphen_at_the_line_end_joins_without_a_space() -> None:
    """A compound broken at its hyphen is whole again."""
    lines = (
        "आज इस बात की बहुत चर्चा रही कि भू-",
        "राजनीतिक कारण और आर्थिक कारण एक ही होते",
        "हैं और उन्हें अलग अलग देखना ठीक नहीं है",
        "क्योंकि दोनों बातें एक साथ चलती रहती हैं।",
    )
    found, is_joined = paragraphs("\n".join(lines))
    assert is_joined
    assert found[0].startswith("आज इस बात की बहुत चर्चा रही कि भू-राजनीतिक कारण")


def test_verse_is_not_joined() -> None:
    """Lines that end before the next word had to are meant."""
    verse = "धीरे धीरे रे मना\nधीरे सब कुछ होय\nमाली सींचे सौ घड़ा\nऋतु आए फल होय"
    assert paragraphs(verse) == (tuple(verse.split("\n")), False)


def test_a_sentence_a_line_is_not_joined() -> None:
    """Lines that end sentences are paragraphs, however even they are."""
    lines = tuple(f"आज शहर में बारिश के कारण सब कुछ बंद रहा {n}।" for n in range(10, 20))
    assert paragraphs("\n".join(lines)) == (lines, False)


def test_the_file_tells_its_name_and_what_was_done(tmp_path: Path) -> None:
    """Title, origin, encoding and warning come with the text."""
    path = tmp_path / "बारिश.txt"
    path.write_text(textwrap.fill(PROSE, 60, break_on_hyphens=False), encoding="utf-16")
    found = read(path)
    assert (found.title, found.origin, found.encoding) == ("बारिश", "बारिश.txt", "utf-16-le")
    assert found.warnings == (WRAPPED,)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has file names that are not text")
def test_a_file_name_of_wild_bytes_becomes_text(tmp_path: Path) -> None:
    """Title and origin can be stored whatever bytes the name has."""
    path = tmp_path / "लेख\udcff.txt"
    path.write_text("पाठ", encoding="utf-8")
    article = read(path)
    assert (article.title, article.origin) == ("लेख\ufffd", "लेख\ufffd.txt")

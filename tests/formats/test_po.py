"""Catalogues come back with the final words in them, and otherwise byte by byte."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.error import ReviewerError
from reviewer.formats import po
from reviewer.formats.placeholder import without_codes
from reviewer.formats.sniff import sniff

_PO = r"""# A comment
msgid ""
msgstr ""
"Language: hi\n"
"Content-Type: text/plain; charset=UTF-8\n"

#. Shown in the menu
#: main.c:3
#, fuzzy
msgctxt "menu"
msgid "Open \"file\"\n"
"now"
msgstr "\"फ़ाइल\" खोलें\n"
"अभी"

msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d फ़ाइल"
msgstr[1] "%d फ़ाइलें"

#~ msgid "Old"
#~ msgstr "पुराना"
"""


def _write(tmp_path: Path, text: str = _PO) -> Path:
    path = tmp_path / "hi.po"
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_untouched_catalogue_comes_back_byte_by_byte(tmp_path: Path, newline: str) -> None:
    """Comments, flags, references, obsolete messages."""
    path = _write(tmp_path, _PO.replace("\n", newline))
    assert sniff(path).id == "po"
    po.write(po.read(path), tmp_path / "out.po")
    assert (tmp_path / "out.po").read_bytes() == path.read_bytes()


def test_messages_have_source_context_and_plural(tmp_path: Path) -> None:
    """The header and what is obsolete are no segments."""
    document = po.read(_write(tmp_path)).documents[0]
    shown = [
        (without_codes(each.source or "", each.codes), without_codes(each.received, each.codes))
        for each in document.segments
    ]
    assert shown == [
        ('Open "file"\nnow', '"फ़ाइल" खोलें\nअभी'),
        ("%d file", "%d फ़ाइल"),
        ("%d files", "%d फ़ाइलें"),
    ]
    assert document.segments[0].note == "menu\nShown in the menu"
    assert (document.document.source_language, document.document.target_language) == ("en", "hi")


def test_only_the_words_change(tmp_path: Path) -> None:
    """One translation of a message with several."""
    path = _write(tmp_path)
    review = po.read(path)
    entry = review.documents[0]
    last = replace(entry.segments[2], final='%d "फ़ाइलें"')
    po.write(replace(entry, segments=(*entry.segments[:2], last)), tmp_path / "out.po")
    expected = _PO.replace('msgstr[1] "%d फ़ाइलें"', r'msgstr[1] "%d \"फ़ाइलें\""')
    assert (tmp_path / "out.po").read_text(encoding="utf-8") == expected


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff")))
def test_any_translation_comes_back(text: str) -> None:
    """Quotation marks, backslashes, line ends, control characters."""
    lines = "\n".join(po._written("msgstr", text))
    found = list(po.messages(f'msgid "a"\n{lines}\n', "a.po"))
    assert [message.texts["msgstr"] for message in found] == [text]


@pytest.mark.parametrize(
    "text", ['msgid "a"\nmsgstr "b\n', 'msgid "a"\nmsgstr "b"\nrubbish\n', 'msgid ""\nmsgstr ""\n']
)
def test_what_is_broken_is_refused_with_its_line(tmp_path: Path, text: str) -> None:
    """Never a traceback."""
    with pytest.raises(ReviewerError, match=r"hi\.po"):
        po.read(_write(tmp_path, text))


def test_placeholders_are_codes_and_come_back(tmp_path: Path) -> None:
    """Moved with the words around them, and written as they were."""
    path = _write(tmp_path)
    review = po.read(path)
    entry = review.documents[0]
    row = entry.segments[1]
    (code,) = row.codes
    assert row.received == f"{code.letter} फ़ाइल"
    edited = replace(row, final=f"कुल {code.letter} फ़ाइल")
    rows = (entry.segments[0], edited, *entry.segments[2:])
    po.write(replace(review, documents=(replace(entry, segments=rows),)), path)
    assert path.read_text(encoding="utf-8") == _PO.replace('"%d फ़ाइल"', '"कुल %d फ़ाइल"')

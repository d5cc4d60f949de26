# ruff: noqa: E501 - files as they come
"""Translation memories."""

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain.code import Code, CodeKind
from reviewer.domain.error import ReviewerError
from reviewer.domain.segment import State
from reviewer.domain.snapshot import ProjectReview
from reviewer.formats import tmx
from reviewer.formats.sniff import sniff
from reviewer.text.code import without_codes
from tests.builders import a_review, a_segment

MEMORY = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en-US" segtype="sentence" o-tmf="x" adminlang="en" datatype="xml"
  creationtool="t" creationtoolversion="1"/>
<body>
  <tu tuid="a"><note>Sport</note><tuv xml:lang="fr-FR"><seg>oui</seg></tuv>
    <tuv xml:lang="en-US"><seg>Press <bpt i="1" x="1">&lt;b&gt;</bpt>OK<ept i="1">&lt;/b&gt;</ept><ph x="2"/></seg></tuv>
    <tuv xml:lang="HI-IN"><seg><bpt i="1" x="1">&lt;b&gt;</bpt>ठीक<ept i="1">&lt;/b&gt;</ept> दबाएँ<ph x="2"/></seg></tuv></tu>
  <tu><tuv xml:lang="en-US"><seg>Alone &amp; cold</seg></tuv></tu>
  <tu><tuv lang="en-US"><seg>Old</seg></tuv><tuv lang="HI-IN"><seg/></tuv></tu>
</body></tmx>
"""


def opened(tmp_path: Path, text: str = MEMORY) -> ProjectReview:
    """Write a memory and read it."""
    path = tmp_path / "a.tmx"
    path.write_text(text, "utf-8")
    assert sniff(path).id == "tmx"
    return tmx.read(path)


def test_units_are_read_in_two_languages_with_their_codes(tmp_path: Path) -> None:
    """The source is the memory's, the target Hindi, whatever else there is."""
    (document,) = opened(tmp_path).documents
    assert (document.document.source_language, document.document.target_language) == ("en", "hi")
    assert [without_codes(s.received) for s in document.segments] == ["ठीक दबाएँ", "", ""]
    assert [without_codes(s.source or "") for s in document.segments] == ["Press OK", "Alone & cold", "Old"]
    first = document.segments[0]
    assert (first.key, first.note) == ("a", "Sport")
    assert [(code.kind, code.data) for code in first.codes] == [
        (CodeKind.OPENING, "<b>"),
        (CodeKind.CLOSING, "</b>"),
        (CodeKind.STANDALONE, '<ph x="2">'),
    ]


def test_a_memory_comes_back_byte_for_byte_but_for_what_was_edited(tmp_path: Path) -> None:
    """Edited targets, an empty one, and one that was not there."""
    review = opened(tmp_path)
    tmx.write(review, tmp_path / "same.tmx")
    assert (tmp_path / "same.tmx").read_bytes() == (tmp_path / "a.tmx").read_bytes()
    entry = review.documents[0]
    finals = [entry.segments[0].received.replace("दबाएँ", "चुनें"), "अकेला & ठंडा", "पुराना"]
    rows = tuple(replace(s, final=final) for s, final in zip(entry.segments, finals, strict=True))
    tmx.write(replace(review, documents=(replace(entry, segments=rows),)), tmp_path / "new.tmx")
    text = (tmp_path / "new.tmx").read_text("utf-8")
    assert '&lt;/b&gt;</ept> चुनें<ph x="2"/></seg>' in text
    assert (
        '<seg>Alone &amp; cold</seg></tuv><tuv xml:lang="HI-IN"><seg>अकेला &amp; ठंडा</seg></tuv></tu>' in text
    )
    assert '<tuv lang="HI-IN"><seg>पुराना</seg></tuv>' in text
    assert [without_codes(s.received) for s in tmx.read(tmp_path / "new.tmx").documents[0].segments] == [
        without_codes(final) for final in finals
    ]


def test_a_first_unit_in_one_language_does_not_hide_the_other(tmp_path: Path) -> None:
    """The target of those behind it is read, and filled where it stands."""
    text = """<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>One</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Two</seg></tuv><tuv xml:lang="hi"><seg>दो</seg></tuv></tu></body></tmx>"""
    review = opened(tmp_path, text)
    entry = review.documents[0]
    assert [s.received for s in entry.segments] == ["", "दो"]
    rows = tuple(replace(s, final="नया") for s in entry.segments)
    tmx.write(replace(review, documents=(replace(entry, segments=rows),)), tmp_path / "new.tmx")
    written = (tmp_path / "new.tmx").read_text("utf-8")
    assert written.count('<tuv xml:lang="hi"><seg>नया</seg></tuv>') == 2
    assert written.count("<tuv") == 4


def test_a_new_memory_holds_what_was_approved(tmp_path: Path) -> None:
    """In its final words; what nobody has reviewed is left out."""
    done = a_segment("घर", final="मकान", source="A <house>", state=State.CLEAN)
    other = a_segment("दो", source="Two", id=2, position=1)
    tmx.write(a_review(done, other), tmp_path / "new.tmx")
    (segment,) = tmx.read(tmp_path / "new.tmx").documents[0].segments
    assert (segment.source, segment.received) == ("A <house>", "मकान")


def test_a_new_memory_holds_codes(tmp_path: Path) -> None:
    """A pair, a lone end and a point are read as what they are."""
    codes = (
        Code(CodeKind.OPENING, 1, "<b>"),
        Code(CodeKind.CLOSING, 1, "</b>"),
        Code(CodeKind.STANDALONE, 2, "<br/>"),
    )
    o, c, p = (code.letter for code in codes)
    done = a_segment(f"{o}घर{c}{p}\x01", source=f"A {o}house{p}", state=State.CLEAN, codes=codes)
    tmx.write(a_review(done), tmp_path / "new.tmx")
    text = (tmp_path / "new.tmx").read_text("utf-8")
    assert '<it pos="begin" x="1">&lt;b&gt;</it>house<ph x="2">&lt;br/&gt;</ph></seg>' in text
    assert '<bpt i="1" x="1">&lt;b&gt;</bpt>घर<ept i="1">&lt;/b&gt;</ept><ph x="2">' in text
    (segment,) = tmx.read(tmp_path / "new.tmx").documents[0].segments
    assert without_codes(segment.received) == "घर\ufffd"
    assert [code.data for code in segment.codes if code.letter in segment.received] == [
        "<br/>",
        "<b>",
        "</b>",
    ]


def test_a_memory_is_read_as_a_stream(tmp_path: Path) -> None:
    """The document is known before its segments are."""
    opened(tmp_path)
    made = tmx.stream(tmp_path / "a.tmx")
    assert made.document.title == "a"
    assert next(made.segments).key == "a"
    assert len(list(made.segments)) == 2


@pytest.mark.parametrize(
    "text",
    [
        MEMORY[:500],
        "<tmx version='1.4'><header srclang='en'/><body/></tmx>",
        '<!DOCTYPE tmx [<!ENTITY a "b">]><tmx><body><tu><tuv><seg>&a;</seg></tuv></tu></body></tmx>',
    ],
)
def test_what_is_broken_gets_one_line(tmp_path: Path, text: str) -> None:
    """File, place, and what to do."""
    with pytest.raises(ReviewerError, match=r"^a\.tmx"):
        opened(tmp_path, text)

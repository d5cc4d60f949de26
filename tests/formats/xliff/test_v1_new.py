"""New XLIFF 1.2 files keep to what the published schema asks for."""

from dataclasses import replace

from lxml import etree

from reviewer.domain.code import Code, CodeKind
from reviewer.domain.snapshot import ProjectReview
from reviewer.formats.xliff import v1_new
from tests.builders import a_flag, a_review, a_segment

CORE = "{urn:oasis:names:tc:xliff:document:1.2}"
OPENING, CLOSING = Code(CodeKind.OPENING, 1, "<b>"), Code(CodeKind.CLOSING, 1, "</b>")
POINT = Code(CodeKind.STANDALONE, 2, "<br/>")


def unit(source: str, final: str, back: str = "") -> etree._Element:
    """Write one segment with codes and return its unit."""
    segment = a_segment(
        "घर", final=final, source=source, back_translation=back, codes=(OPENING, CLOSING, POINT)
    )
    data = v1_new.whole(ProjectReview(documents=(a_review(segment, flags=(a_flag(),)),)))
    (found,) = etree.fromstring(data).iter(f"{CORE}trans-unit")
    return found


def names(parent: etree._Element | None) -> list[str]:
    """The elements within an element."""
    assert parent is not None
    return [etree.QName(child).localname for child in parent.iterdescendants()]


def test_both_ends_of_a_pair_are_written_where_both_are_there_in_order() -> None:
    """An end without its other end, or before its beginning, is an isolated code."""
    o, c, p = OPENING.letter, CLOSING.letter, POINT.letter
    made = unit(f"A {o}house{c}{p}", f"{c}घर{o}")
    source, target = made.find(f"{CORE}source"), made.find(f"{CORE}target")
    assert names(source) == ["bx", "ex", "x"]
    assert names(target) == ["it", "it"]
    assert target is not None
    assert [(node.get("pos"), node.text) for node in target] == [("close", "</b>"), ("open", "<b>")]


def test_a_code_that_stands_twice_is_written_once() -> None:
    """Ids are unlike within a text."""
    o, c, p = OPENING.letter, CLOSING.letter, POINT.letter
    made = unit(f"{o}{o}{c}{p}{p}", "घर")
    source = made.find(f"{CORE}source")
    assert names(source) == ["bx", "ex", "x"]


def test_notes_hold_words_alone() -> None:
    """Also that of a back-translation with codes, and they come before elements of other namespaces."""
    made = unit("A house", "घर", back=f"a {POINT.letter}house")
    notes = made.findall(f"{CORE}note")
    assert [names(note) for note in notes] == [[], []]
    assert notes[-1].text == "a house"
    order = [etree.QName(child).localname for child in made]
    assert order == ["source", "target", "note", "note", "review"]
    edited = unit("A house", "मकान")
    assert "alt-trans" in [etree.QName(child).localname for child in edited]


def test_a_document_that_is_in_no_language_is_undetermined() -> None:
    """What is no language of XML is not written as one."""
    entry = a_review(a_segment())
    entry = replace(entry, document=replace(entry.document, target_language="?"))
    root = etree.fromstring(v1_new.whole(ProjectReview(documents=(entry,))))
    file = root.find(f"{CORE}file")
    assert file is not None
    assert file.get("target-language") == "und"

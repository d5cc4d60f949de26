# ruff: noqa: E501 - files as they come
"""XLIFF 2: read, written back into the same file, and written anew with ITS issues."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from reviewer.domain.code import CodeKind
from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Severity
from reviewer.domain.segment import State
from reviewer.domain.snapshot import ProjectReview
from reviewer.domain.span import Range, Side, Span
from reviewer.formats.sniff import sniff
from reviewer.formats.xliff import v2
from reviewer.text.code import letters, without_codes
from tests.builders import a_flag, a_review, a_segment
from tests.formats.reviews import projects

FILE = """<?xml version="1.0" encoding="utf-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="hi"
       xmlns:its="http://www.w3.org/2005/11/its" xmlns:wire="urn:wire">
  <file id="f1" original="story.html">
    <wire:desk name = 'city'/>
    <group id="g"><unit id="u1" name='lead'>
      <its:locQualityIssues xml:id="q1"><its:locQualityIssue locQualityIssueType="terminology" locQualityIssueSeverity="60"/><its:locQualityIssue locQualityIssueType="style" locQualityIssueComment="stiff"/></its:locQualityIssues>
      <notes><note id="n1">Lead</note></notes>
      <originalData><data id="d1">&lt;br/&gt;</data></originalData>
      <segment id="s1" state="translated" subState="wire:mt">
        <source>The <pc id="1">big</pc> house<ph id="2" dataRef="d1"/> &amp; more</source>
        <target><mrk id="m1" type="its:generic" its:locQualityIssuesRef="#its=q1">बड़ा</mrk> <pc id="1">घर</pc><ph id="2" dataRef="d1"/></target>
      </segment>
      <ignorable><source> </source></ignorable>
      <segment><source>Wait <sc id="3"/>here<ec startRef="3"/>.</source></segment>
    </unit></group>
    <unit id="u2" translate="no"><segment><source>X</source></segment></unit>
    <unit id="u3"><segment state="final"><source>Done</source><target>हुआ<cp hex="0007"/></target></segment></unit>
  </file>
</xliff>
"""


def opened(tmp_path: Path, text: str = FILE, name: str = "a.xlf") -> ProjectReview:
    """Write a file and read it."""
    path = tmp_path / name
    path.write_bytes(text.encode("utf-8"))
    return v2.read(path)


def edited(review: ProjectReview, row: int, final: str, state: State = State.REVIEWED) -> ProjectReview:
    """Return the review with another final text in one row of its first document."""
    first = review.documents[0]
    rows = list(first.segments)
    rows[row] = replace(rows[row], final=final, state=state)
    return replace(review, documents=(replace(first, segments=tuple(rows)), *review.documents[1:]))


def written(review: ProjectReview, tmp_path: Path, name: str = "out.xlf") -> str:
    """Write a review and return the file's text."""
    v2.write(review, tmp_path / name)
    return (tmp_path / name).read_text("utf-8")


def test_segments_have_codes_states_and_the_issues_of_others(tmp_path: Path) -> None:
    """Issues in a list of the unit are flags on the words they are about."""
    review = opened(tmp_path)
    (document,) = review.documents
    assert [without_codes(s.received) for s in document.segments] == ["बड़ा घर", "", "हुआ\x07"]
    assert [s.state for s in document.segments] == [State.UNREVIEWED, State.UNREVIEWED, State.REVIEWED]
    first = document.segments[0]
    assert first.note == "Lead"
    assert [code.data for code in first.codes if code.kind is CodeKind.STANDALONE] == ["<br/>"]
    assert [(flag.type, flag.severity, flag.comment, flag.quote) for flag in document.flags] == [
        ("terminology/wrong-term", Severity.MAJOR, "", "बड़ा"),
        ("style/awkward", Severity.MINOR, "stiff", "बड़ा"),
    ]
    second = document.segments[1]
    assert [code.kind for code in second.codes] == [CodeKind.OPENING, CodeKind.CLOSING]
    assert review.notes == ("1 segments that are locked or not to be translated were left out",)


@pytest.mark.parametrize("version", ["2.0", "2.1", "2.2"])
def test_what_was_not_reviewed_comes_back_byte_for_byte(tmp_path: Path, version: str) -> None:
    """In all versions."""
    text = FILE.replace("2.1", version).replace(
        "document:2.0", "document:" + ("2.2" if version == "2.2" else "2.0")
    )
    path = tmp_path / "a.xlf"
    path.write_text(text, "utf-8")
    assert sniff(path).id == "xliff-2"
    v2.write(v2.read(path), tmp_path / "out.xlf")
    assert (tmp_path / "out.xlf").read_bytes() == path.read_bytes()


def test_an_edit_changes_its_target_and_nothing_else(tmp_path: Path) -> None:
    """The sub-state goes with its state; what was received is a match."""
    review = opened(tmp_path)
    final = review.documents[0].segments[0].received.replace("घर", "मकान")
    text = written(edited(review, 0, final), tmp_path)
    assert '<segment id="s1" state="reviewed" subState="reviewer:reviewed">' in text
    assert 'Ref="#its=q1">बड़ा</mrk> <pc id="1">मकान</pc><ph id="2" dataRef="d1"/></target>' in text
    assert '<mtc:match ref="#s1" type="mt" origin="reviewer: as received">' in text
    before, after = FILE.splitlines(), text.splitlines()
    assert before[:5] == after[:5]
    assert before[-7:] == after[-7:]


def test_targets_come_where_there_were_none(tmp_path: Path) -> None:
    """And the file says their language then."""
    bare = FILE.replace(' trgLang="hi"', "")
    text = written(edited(opened(tmp_path, bare), 1, "यहाँ रुको"), tmp_path)
    assert 'srcLang="en"' in text
    assert 'trgLang="hi"' in text
    assert (
        '<source>Wait <sc id="3"/>here<ec startRef="3"/>.</source><target>यहाँ रुको</target></segment>' in text
    )


def test_flags_are_annotations_that_overlap(tmp_path: Path) -> None:
    """Each has its own beginning and end; on reading they are flags again, and no codes."""
    review = opened(tmp_path)
    first = review.documents[0]
    flags = (
        a_flag(1, 4, id=3, segment_id=first.segments[2].id, side=Side.FINAL, comment='"why" & <how>'),
        a_flag(0, 2, id=4, segment_id=first.segments[2].id, severity=Severity.CRITICAL),
        replace(a_flag(id=5, segment_id=first.segments[2].id), spans=()),
    )
    said = replace(review, documents=(replace(first, flags=(*first.flags, *flags)),))
    text = written(said, tmp_path)
    assert text.count("<sm ") == text.count("<em ") == 3
    assert 'its:locQualityIssueProfileRef="urn:mqm:accuracy/mistranslation" its:revPerson="editor"' in text
    again = v2.read(tmp_path / "out.xlf").documents[0]
    assert [(f.spans, f.severity, f.comment) for f in again.flags[-3:]] == [
        (f.spans, f.severity, f.comment) for f in flags
    ]
    assert letters(again.segments[2].final) == []
    assert written(replace(said, documents=(again,)), tmp_path, "twice.xlf") == text


def test_a_new_file_says_flags_in_the_words_of_its(tmp_path: Path) -> None:
    """With the received text as a match and the judges' mean as the rating."""
    segment = a_segment(
        "यह लाल घर है", final="यह हरा घर है", source="It is a green house", state=State.REVIEWED
    )
    flag = a_flag(3, 6, severity=Severity.MAJOR)
    gap = replace(a_flag(id=2), spans=(Span(Side.SOURCE, (Range(0, 2), Range(8, 13))),))
    text = written(ProjectReview(documents=(a_review(segment, flags=(flag, gap)),)), tmp_path)
    root = etree.fromstring(text.encode())
    core = "{urn:oasis:names:tc:xliff:document:2.0}"
    target, source = root.find(f".//{core}segment/{core}target"), root.find(f".//{core}segment/{core}source")
    match = root.find(f".//{{urn:oasis:names:tc:xliff:matches:2.0}}match/{core}target")
    assert target is not None
    assert source is not None
    assert match is not None
    assert ("".join(map(str, target.itertext())), match.text) == ("यह हरा घर है", "यह लाल घर है")
    issue = target.find(f"{core}sm")
    assert issue is not None
    its = "{http://www.w3.org/2005/11/its}"
    assert issue.get(f"{its}locQualityIssueType") == "mistranslation"
    assert issue.get(f"{its}locQualityIssueEnabled") == "no"
    assert len(source.findall(f"{core}sm")) == 2


def test_files_that_hold_nothing_do_not_hide_the_others(tmp_path: Path) -> None:
    """All units of a file are one document, whatever stands before it."""
    bare = '<file id="{}"><group id="g"/></file>'
    unit = '<unit id="u{0}"><segment><source>S{0}</source><target>त{0}</target></segment></unit>'
    file = f'<file id="f">{unit.format(1)}{unit.format(2)}{unit.format(3)}</file>'
    head = '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="hi">'
    review = opened(tmp_path, f"{head}{bare.format(1)}{bare.format(2)}{file}{bare.format(3)}</xliff>")
    (document,) = review.documents
    assert [s.source for s in document.segments] == ["S1", "S2", "S3"]
    assert ">नया</target>" in written(edited(review, 2, "नया"), tmp_path)


def test_a_file_without_namespace_is_known_by_its_version(tmp_path: Path) -> None:
    """Some programs forget to declare it."""
    bare = FILE.replace('xmlns="urn:oasis:names:tc:xliff:document:2.0" ', "")
    assert len(opened(tmp_path, bare).documents[0].segments) == 3
    assert sniff(tmp_path / "a.xlf").id == "xliff-2"


@given(projects())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
def test_any_review_reads_back_equal_from_a_new_file(tmp_path: Path, review: ProjectReview) -> None:
    """All texts, spans and characters that XML forbids."""
    path = tmp_path / "new.xlf"
    v2.write(review, path)
    if any(entry.segments for entry in review.documents):
        kept = tuple(entry for entry in review.documents if entry.segments)
        assert v2.read(path) == replace(review, documents=kept)


@pytest.mark.parametrize(
    "text",
    [
        FILE[: len(FILE) // 2],
        '<!DOCTYPE x [<!ENTITY a "b">]>' + FILE.partition("?>")[2],
        FILE.replace("utf-8", "utf-16", 1),
        FILE.replace("<segment", "<other").replace("</segment", "</other"),
    ],
    ids=["cut off", "entity", "wrong encoding", "nothing in it"],
)
def test_what_cannot_be_read_gets_one_line(tmp_path: Path, text: str) -> None:
    """File, place, and what to do."""
    with pytest.raises(ReviewerError, match=r"^a\.xlf") as caught:
        opened(tmp_path, text)
    assert "\n" not in str(caught.value)

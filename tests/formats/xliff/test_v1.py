# ruff: noqa: E501 - files as they come
"""XLIFF 1.2, SDLXLIFF and MQXLIFF: read, and written back into the same file."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from reviewer.domain.code import CodeKind
from reviewer.domain.error import ReviewerError
from reviewer.domain.segment import State
from reviewer.domain.snapshot import ProjectReview
from reviewer.formats.sniff import sniff
from reviewer.formats.xliff import v1
from reviewer.text.code import without_codes
from tests.builders import a_flag
from tests.formats.reviews import projects

PLAIN = """<?xml version='1.0' encoding="utf-8"?>\r
<!-- made by hand -->\r
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:wire="urn:wire">\r
  <file original='a.html' source-language="en-US" target-language="hi-IN" datatype="html">\r
    <header><wire:desk name = "city"/></header>\r
    <body>\r
      <group id="g1">\r
        <trans-unit id="1" wire:rank='3'>\r
          <source>The <g id="b">big</g> house<x id="br"/> stands &amp; waits</source>\r
          <target state="needs-review-translation">यह <g id="b">बड़ा</g> घर<x id="br"/> खड़ा है</target>\r
          <note>Headline</note>\r
          <wire:extra>keep <wire:me/></wire:extra>\r
        </trans-unit>\r
      </group>\r
      <trans-unit id="2"><source>Not yet</source></trans-unit>\r
      <trans-unit id="3" translate="no"><source>ID-77</source><target>ID-77</target></trans-unit>\r
      <trans-unit id="4"><source>Empty</source><target/></trans-unit>\r
      <trans-unit id="5" approved="yes"><source>Done</source><target state="final">हो गया</target></trans-unit>\r
    </body>\r
  </file>\r
</xliff>\r
"""
SDL = """<?xml version="1.0" encoding="utf-8"?><xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" \
xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2" sdl:version="1.0"><file original="b.docx" \
datatype="x-sdlfilterframework2" source-language="en-US" target-language="hi-IN"><body><trans-unit id="u">\
<source>One. Two.</source><seg-source><g id="5"><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">\
Two.</mrk></g></seg-source><target><g id="5"><mrk mtype="seg" mid="1">एक।</mrk> <mrk mtype="seg" mid="2" /></g>\
</target><sdl:seg-defs><sdl:seg id="1" conf="Draft" origin="mt"/><sdl:seg id="2" conf="Draft"/></sdl:seg-defs>\
</trans-unit><trans-unit id="v"><source>Three.</source><seg-source><mrk mtype="seg" mid="3">Three.</mrk>\
</seg-source><sdl:seg-defs><sdl:seg id="3"/></sdl:seg-defs></trans-unit></body></file></xliff>"""
MEMOQ = """<?xml version="1.0" encoding="utf-8"?><xliff version="1.2" \
xmlns="urn:oasis:names:tc:xliff:document:1.2" \
xmlns:mq="MQXliff"><file original="c" source-language="en" target-language="hi" datatype="x-memoq"><body>\
<trans-unit id="1" mq:status="MachineTranslated"><source>One <bpt id="1">{}</bpt>two<ept id="1">{}</ept></source>\
<target>एक <bpt id="1">{}</bpt>दो<ept id="1">{}</ept></target></trans-unit><trans-unit id="2" \
mq:status="Proofread" mq:locked="locked"><source>L</source><target>ल</target></trans-unit></body></file></xliff>"""


def opened(tmp_path: Path, text: str, name: str = "a.xlf") -> ProjectReview:
    """Write a file and read it."""
    path = tmp_path / name
    path.write_bytes(text.encode("utf-8"))
    return v1.read(path)


def edited(review: ProjectReview, row: int, final: str, **said: object) -> ProjectReview:
    """Return the review with another final text in one row of its first document."""
    first = review.documents[0]
    rows = list(first.segments)
    rows[row] = replace(rows[row], final=final, **said)  # type: ignore[arg-type]
    return replace(review, documents=(replace(first, segments=tuple(rows)), *review.documents[1:]))


def written(review: ProjectReview, tmp_path: Path, name: str = "out.xlf") -> str:
    """Write a review and return the file's text."""
    v1.write(review, tmp_path / name)
    return (tmp_path / name).read_bytes().decode("utf-8")


def test_units_become_segments_with_codes_notes_and_states(tmp_path: Path) -> None:
    """What is not to be translated is left out, and told."""
    review = opened(tmp_path, PLAIN)
    document = review.documents[0]
    first = document.segments[0]
    assert [without_codes(s.received) for s in document.segments] == ["यह बड़ा घर खड़ा है", "", "", "हो गया"]
    assert [s.state for s in document.segments] == [State.UNREVIEWED] * 3 + [State.REVIEWED]
    assert (first.note, document.document.source_language, document.document.target_language) == (
        "Headline",
        "en",
        "hi",
    )
    assert [(code.kind, code.number, code.data) for code in first.codes] == [
        (CodeKind.OPENING, 1, '<g id="b">'),
        (CodeKind.CLOSING, 1, "</g>"),
        (CodeKind.STANDALONE, 2, '<x id="br">'),
    ]
    assert first.source is not None
    assert [c for c in first.source if c > "\U000f0000"] == [c for c in first.received if c > "\U000f0000"]
    assert review.notes == ("1 segments that are locked or not to be translated were left out",)


@pytest.mark.parametrize(("text", "name"), [(PLAIN, "a.xlf"), (SDL, "a.sdlxliff"), (MEMOQ, "a.mqxliff")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_was_not_reviewed_comes_back_byte_for_byte(
    tmp_path: Path, text: str, name: str, encoding: str
) -> None:
    """Quotes, comments, line ends and unknown elements included, in any encoding."""
    path = tmp_path / name
    path.write_bytes(text.replace("utf-8", "utf-16" if "16" in encoding else "utf-8").encode(encoding))
    assert sniff(path).load_reader() is v1.read
    v1.write(v1.read(path), tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == path.read_bytes()


def test_an_edit_changes_its_target_and_nothing_else(tmp_path: Path) -> None:
    """All lines but those of the unit are as they were."""
    review = opened(tmp_path, PLAIN)
    first = review.documents[0].segments[0]
    text = written(edited(review, 0, first.received.replace("खड़ा", "अड़ा"), state=State.REVIEWED), tmp_path)
    assert '<target state="signed-off">यह <g id="b">बड़ा</g> घर<x id="br"/> अड़ा है</target>\r\n' in text
    assert '<trans-unit id="1" wire:rank=\'3\' approved="yes">\r\n' in text
    assert '<alt-trans origin="reviewer: as received"><target>यह <g id="b">बड़ा</g> घर' in text
    before, after = PLAIN.split("\r\n"), text.split("\r\n")
    assert before[:7] == after[:7]
    assert before[10:] == [line for line in after[10:] if "reviewer" not in line]


def test_a_target_is_put_where_there_was_none(tmp_path: Path) -> None:
    """And an empty one is filled."""
    review = opened(tmp_path, PLAIN)
    text = written(edited(edited(review, 1, "अभी नहीं"), 2, "खाली"), tmp_path)
    assert '<source>Not yet</source><target state="needs-review-translation">अभी नहीं</target>' in text
    assert '<source>Empty</source><target state="needs-review-translation">खाली</target>' in text


def test_codes_that_were_moved_still_make_well_formed_markup(tmp_path: Path) -> None:
    """A closing code before its opening one is put behind it."""
    review = opened(tmp_path, PLAIN)
    first = review.documents[0].segments[0]
    letters = [c for c in first.received if c > "\U000f0000"]
    text = written(edited(review, 0, "".join(reversed(letters)) + "घर"), tmp_path)
    assert '<x id="br"/><g id="b"></g>घर</target>' in text
    assert v1.read(tmp_path / "out.xlf").documents[0].segments[0].codes == first.codes


def test_segments_of_trados_are_filled_where_they_stand(tmp_path: Path) -> None:
    """Inside other codes, in an empty mark, and in a target that is made from the cut source."""
    review = opened(tmp_path, SDL, "b.sdlxliff")
    assert [(s.key, s.source, s.received) for s in review.documents[0].segments] == [
        ("1/u/1", "One.", "एक।"),
        ("1/u/2", "Two.", ""),
        ("1/v/3", "Three.", ""),
    ]
    done = edited(edited(review, 1, "दो।", state=State.REVIEWED), 2, "तीन।")
    text = written(done, tmp_path)
    assert '<mrk mtype="seg" mid="1">एक।</mrk> <mrk mtype="seg" mid="2">दो।</mrk></g></target>' in text
    assert '</seg-source><target><mrk mtype="seg" mid="3">तीन।</mrk></target><sdl:seg-defs>' in text
    assert '<sdl:seg id="1" conf="Draft" origin="mt"/><sdl:seg id="2" conf="ApprovedTranslation"/>' in text
    assert "urn:reviewer" not in text


def test_memoq_keeps_its_own_status(tmp_path: Path) -> None:
    """Locked segments are not shown; a reviewed one is proofread."""
    review = opened(tmp_path, MEMOQ, "c.mqxliff")
    (only,) = review.documents[0].segments
    text = written(edited(review, 0, only.received.replace("दो", "तीन"), state=State.CLEAN), tmp_path)
    assert '<trans-unit id="1" mq:status="Proofread">' in text
    assert '<target>एक <bpt id="1">{}</bpt>तीन<ept id="1">{}</ept></target>' in text


def test_files_that_hold_nothing_do_not_hide_the_others(tmp_path: Path) -> None:
    """Packages of converters begin with files that hold the original alone."""
    bare = '<file original="a.docx" source-language="en" datatype="xml"><header/><body/></file>'
    file = """<file original="b" source-language="en" target-language="hi" datatype="xml"><body><trans-unit id="1">
<alt-trans><source>No</source><target>ना</target></alt-trans><source>One</source><target>एक</target></trans-unit>
<trans-unit id="2"><source>Two</source></trans-unit></body></file>"""
    review = opened(tmp_path, f'<xliff version="1.2">{bare}{bare}{file}{bare}</xliff>')
    (document,) = review.documents
    assert [s.source for s in document.segments] == ["One", "Two"]
    text = written(edited(edited(review, 0, "पहला"), 1, "दूसरा"), tmp_path)
    assert ">पहला</target>" in text
    assert ">दूसरा</target>" in text


def test_an_empty_segment_stays_out_when_another_of_its_unit_is_reviewed(tmp_path: Path) -> None:
    """And a match names a segment only where the schema lets it."""
    unit = """<trans-unit id="1"><source> and</source><seg-source><mrk mid="0" mtype="seg"> </mrk><g id="1">
<mrk mid="1" mtype="seg">and</mrk></g></seg-source><target><mrk mid="0" mtype="seg"></mrk><g id="1">
<mrk mid="1" mtype="seg">और</mrk></g></target></trans-unit>"""
    head = '<file original="b" source-language="en" target-language="hi" datatype="xml"><body>'
    review = opened(tmp_path, f'<xliff version="1.2">{head}{unit}</body></file></xliff>')
    text = written(edited(review, 0, "तथा"), tmp_path)
    assert '<mrk mid="1" mtype="seg">तथा</mrk>' in text
    assert '<alt-trans origin="reviewer: as received"><target>और' in text
    again = v1.read(tmp_path / "out.xlf")
    assert [s.final for s in again.documents[0].segments] == ["तथा"]


def test_a_review_written_back_is_read_again_with_its_flags(tmp_path: Path) -> None:
    """Received, final, state and flags; a second export replaces what the first one noted."""
    review = opened(tmp_path, PLAIN)
    first = replace(review.documents[0], flags=(a_flag(segment_id=1, comment="क्यों?"),))
    said = edited(replace(review, documents=(first,)), 0, "नया घर", state=State.REVIEWED)
    once = written(said, tmp_path, "once.xlf")
    again = v1.read(tmp_path / "once.xlf")
    segment = again.documents[0].segments[0]
    assert (without_codes(segment.received), segment.state) == ("यह बड़ा घर खड़ा है", State.REVIEWED)
    assert without_codes(segment.final) == "नया घर"
    assert again.documents[0].flags == first.flags
    assert written(again, tmp_path, "twice.xlf") == once


def test_a_target_that_another_program_changed_since_is_the_final_text(tmp_path: Path) -> None:
    """What was received stays what it was."""
    review = edited(opened(tmp_path, PLAIN), 3, "पूरा हुआ")
    text = written(review, tmp_path).replace("पूरा हुआ</target>", "पूर्ण हुआ</target>", 1)
    segment = opened(tmp_path, text, "b.xlf").documents[0].segments[3]
    assert (segment.received, segment.final, segment.state) == ("हो गया", "पूर्ण हुआ", State.IN_WORK)


@given(projects())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
def test_any_review_reads_back_equal_from_a_new_file(tmp_path: Path, review: ProjectReview) -> None:
    """All texts, spans and characters that XML forbids."""
    path = tmp_path / "new.xlf"
    v1.write(review, path)
    if any(entry.segments for entry in review.documents):
        kept = tuple(entry for entry in review.documents if entry.segments)
        assert v1.read(path) == replace(review, documents=kept)


HOSTILE = {
    "entity": '<!DOCTYPE x [<!ENTITY a "aaaa">]><xliff version="1.2"><file><body/></file></xliff>',
    "cut off": PLAIN[: len(PLAIN) // 2],
    "deep": '<xliff version="1.2"><file><body>' + "<group>" * 5000,
    "empty": '<xliff version="1.2"><file><body/></file></xliff>',
    "unknown entity": PLAIN.replace("&amp;", "&nbsp;"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_cannot_be_read_gets_one_line(tmp_path: Path, kind: str) -> None:
    """File, place, and what to do."""
    with pytest.raises(ReviewerError, match=r"^a\.xlf") as caught:
        opened(tmp_path, HOSTILE[kind])
    assert "\n" not in str(caught.value)

"""Merging and splitting rows."""

from pathlib import Path

import pytest

from reviewer.domain.code import Original
from reviewer.domain.draft import DocumentDraft, SegmentDraft
from reviewer.domain.flag import Severity
from reviewer.domain.segment import State
from reviewer.domain.span import Range, Side, Span
from tests.review.projects import TEXTS, a_project, flag_words, the_review, the_rows


def test_merge_joins_all_texts_with_one_space(tmp_path: Path) -> None:
    """Source, received and final of the next row come behind this row's, the danda kept."""
    with a_project(tmp_path) as session:
        merged = session.merge(the_rows(session)[0])
        assert merged == the_review(session).segments[0]
        assert merged.received == merged.final == f"{TEXTS[0]} {TEXTS[1]}"
        assert merged.source == "The first sentence. The second sentence."
        assert merged.back_translation is None


def test_merge_keeps_rows_dense(tmp_path: Path) -> None:
    """The rows below move up by one."""
    with a_project(tmp_path) as session:
        session.merge(the_rows(session)[0])
        assert [segment.position for segment in the_review(session).segments] == [0, 1]
        assert session.documents()[0].total == 2


def test_merge_moves_flags_with_their_words(tmp_path: Path) -> None:
    """A flag of the second row marks the same words in the merged row, on either side."""
    with a_project(tmp_path) as session:
        first, second, _ = the_rows(session)
        spans = [Span.single(Side.FINAL, 0, 6), Span.single(Side.SOURCE, 4, 10)]
        flag = session.add_flag(second, spans, "accuracy/mistranslation", Severity.MAJOR)
        session.merge(first)
        moved, merged = session.flag(flag.id), session.segment(first)
        assert moved.segment_id == first
        assert moved.spans[0].quote(merged.received) == "दूसरा "
        assert moved.spans[1].quote(merged.source or "") == "second"


def test_merge_of_an_empty_row_adds_no_space(tmp_path: Path) -> None:
    """Joining with an empty text leaves the other as it is."""
    with a_project(tmp_path, "एक।", "", sources=()) as session:
        assert session.merge(the_rows(session)[0]).received == "एक।"


def test_merged_state_is_the_weaker_claim(tmp_path: Path) -> None:
    """A reviewed row merged with an untouched one is in work again."""
    with a_project(tmp_path) as session:
        first, second, third = the_rows(session)
        session.set_state(second, State.REVIEWED)
        session.set_state(third, State.CLEAN)
        assert session.merge(second).state is State.REVIEWED
        assert session.merge(first).state is State.IN_WORK


def test_merge_drops_the_second_judgement_until_undone(tmp_path: Path) -> None:
    """A number given to a part says nothing of the whole; undo brings it back."""
    with a_project(tmp_path) as session:
        first, second, _ = the_rows(session)
        session.judge(first, 80)
        session.judge(second, 0)
        before = the_review(session)
        session.merge(first)
        assert [judged.value for judged in the_review(session).judgements] == [80]
        session.undo()
        assert the_review(session) == before


def test_last_row_has_nothing_to_merge_with(tmp_path: Path) -> None:
    """Merging the last row is refused."""
    with a_project(tmp_path) as session, pytest.raises(ValueError, match="no next row"):
        session.merge(the_rows(session)[2])


def test_locked_row_is_neither_merged_nor_split(tmp_path: Path) -> None:
    """A lock fixes the alignment, also against the row above."""
    with a_project(tmp_path) as session:
        first, second, _ = the_rows(session)
        session.set_locked(second, True)
        with pytest.raises(ValueError, match="row 2 is locked"):
            session.merge(first)
        with pytest.raises(ValueError, match="row 2 is locked"):
            session.split(second, 5)


def test_split_cuts_at_the_given_offsets(tmp_path: Path) -> None:
    """Blanks at the cut belong to neither part."""
    with a_project(tmp_path, "पहला भाग। दूसरा भाग।", sources=("First. Second.",)) as session:
        second = session.split(the_rows(session)[0], 9, 6)
        first = the_review(session).segments[0]
        assert (first.received, first.final, first.source) == ("पहला भाग।", "पहला भाग।", "First.")
        assert (second.received, second.final, second.source) == ("दूसरा भाग।", "दूसरा भाग।", "Second.")
        assert second.position == 1


def test_split_without_source_offset_keeps_the_source_together(tmp_path: Path) -> None:
    """All of the source stays with the first part; the second has none."""
    with a_project(tmp_path, "पहला भाग। दूसरा भाग।", sources=("First. Second.",)) as session:
        second = session.split(the_rows(session)[0], 9)
        assert the_review(session).segments[0].source == "First. Second."
        assert second.source is None


def test_split_never_cuts_through_a_letter(tmp_path: Path) -> None:
    """An offset inside a cluster moves to its border."""
    with a_project(tmp_path, "क्षत्रिय लोग।", sources=()) as session:
        second = session.split(the_rows(session)[0], 4)
        assert (the_review(session).segments[0].final, second.final) == ("क्ष", "त्रिय लोग।")


def test_split_of_an_edited_row_cuts_received_where_the_words_are(tmp_path: Path) -> None:
    """The received text is cut at the place that the edit left next to the cut."""
    with a_project(tmp_path, "पहला भाग। दूसरा भाग।", sources=()) as session:
        row = the_rows(session)[0]
        session.set_final(row, "सबसे पहला भाग। दूसरा भाग।")
        second = session.split(row, 14)
        first = the_review(session).segments[0]
        assert (first.received, first.final) == ("पहला भाग।", "सबसे पहला भाग।")
        assert (second.received, second.final) == ("दूसरा भाग।", "दूसरा भाग।")


@pytest.mark.parametrize("offset", [0, 10])
def test_nothing_is_split_off_at_the_ends(tmp_path: Path, offset: int) -> None:
    """A cut must leave words on both sides."""
    with (
        a_project(tmp_path, "पहला भाग।  ", sources=()) as session,
        pytest.raises(ValueError, match="nothing to split off"),
    ):
        session.split(the_rows(session)[0], offset)


def test_flag_across_the_cut_goes_where_its_larger_part_is(tmp_path: Path) -> None:
    """It is clipped to that part."""
    with a_project(tmp_path, "पहला भाग। दूसरा भाग।", sources=()) as session:
        row = the_rows(session)[0]
        mostly_first = flag_words(session, row, 0, 12)
        mostly_second = flag_words(session, row, 7, 20)
        second = session.split(row, 9)
        assert session.flag(mostly_first.id).segment_id == row
        assert session.flag(mostly_first.id).spans[0].ranges == (Range(0, 9),)
        assert session.flag(mostly_second.id).segment_id == second.id
        assert session.flag(mostly_second.id).spans[0].ranges == (Range(0, 10),)


def test_second_of_several_documents_is_not_moved(tmp_path: Path) -> None:
    """Merging moves rows of its own document only."""
    with a_project(tmp_path) as session:
        draft = DocumentDraft(
            title="दूसरा", segments=(SegmentDraft(received="अ।"), SegmentDraft(received="आ।"))
        )
        other = session.add_document(draft)
        session.merge(the_rows(session)[0])
        assert [segment.position for segment in session.segments(other.id, 0, 9)] == [0, 1]


@pytest.mark.parametrize(("form", "is_fixed"), [("markdown", False), ("srt", True)])
def test_only_files_of_segments_fix_the_rows(tmp_path: Path, form: str, is_fixed: bool) -> None:
    """Of an article the file decides the paragraphs; its rows may be joined."""
    with a_project(tmp_path) as session:
        rows = tuple(SegmentDraft(received=text, paragraph=0) for text in ("एक।", "दो।"))
        original = Original(name="a", format=form, data="एक। दो।".encode())
        document = session.add_document(DocumentDraft(title="लेख", segments=rows, original=original))
        first = session.segments(document.id, 0, 1)[0].id
        if is_fixed:
            with pytest.raises(ValueError, match="file it came from decides"):
                session.merge(first)
        else:
            assert session.merge(first).received == "एक। दो।"

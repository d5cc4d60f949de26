"""Moving through rows, flags, edits and documents."""

from pathlib import Path

from reviewer.domain.flag import Severity
from reviewer.domain.segment import State
from reviewer.domain.span import Side, Span
from reviewer.review.session import Session
from tests.journeys.driver import Editor
from tests.ui.project import ENGLISH, begin, draft_of, flag_words, focus_name


def flag_in(session: Session, position: int, *places: tuple[int, int]) -> list[int]:
    """Flag places of a row; return the flags' ids."""
    segment = session.segments(1, position, position + 1)[0]
    return [
        session.add_flag(segment.id, [Span.single(Side.RECEIVED, *place)], "style/awkward", Severity.MINOR).id
        for place in places
    ]


def position(editor: Editor) -> int:
    """The current row."""
    return editor.window.desk.position


def test_rows_by_arrow_and_letter(editor: Editor, tmp_path: Path) -> None:
    """Down and J go on, Up and K back, and both stop at the ends."""
    begin(editor, tmp_path)
    found = []
    for key in ("Down", "J", "Down", "K", "Up", "Up", "Ctrl+End", "Ctrl+Home"):
        editor.press(key)
        found.append(position(editor))
    assert found == [1, 2, 2, 1, 0, 0, 2, 0]


def test_the_next_unreviewed_segment_is_found_round_the_end(editor: Editor, tmp_path: Path) -> None:
    """Reviewed rows are skipped, and after the last comes the first."""
    session = begin(editor, tmp_path)
    session.set_state(session.segments(1, 1, 2)[0].id, State.REVIEWED)
    editor.press("Ctrl+Down")
    assert position(editor) == 2
    editor.press("Ctrl+Down")
    assert position(editor) == 0
    editor.press("Ctrl+Up")
    assert position(editor) == 2


def test_flags_are_walked_in_reading_order(editor: Editor, tmp_path: Path) -> None:
    """N goes through the flags of a row, then on to the next row with one, and round the end."""
    session = begin(editor, tmp_path)
    late, early = flag_in(session, 0, (15, 20), (0, 5))
    (third,) = flag_in(session, 2, (0, 5))
    walked = []
    for key in ("N", "N", "N", "N", "Shift+N", "Shift+N"):
        editor.press(key)
        walked.append((position(editor), editor.flag.id))
    assert walked == [(0, early), (0, late), (2, third), (0, early), (2, third), (0, late)]


def test_a_document_without_flags_says_so(editor: Editor, tmp_path: Path) -> None:
    """N explains why it does not move."""
    begin(editor, tmp_path)
    editor.press("N")
    assert editor.notice == "No flags in this document."


def test_the_next_edit_is_found_round_the_end(editor: Editor, tmp_path: Path) -> None:
    """G goes to rows with an edit that no flag explains, and only to those."""
    session = begin(editor, tmp_path)
    first, second, third = session.segments(1, 0, 3)
    session.set_final(first.id, f"आज {first.received}")
    session.set_final(second.id, f"आज {second.received}")
    session.set_final(third.id, f"आज {third.received}")
    editor.go_to(1)
    editor.press("P", "G")
    assert position(editor) == 2
    editor.press("G")
    assert position(editor) == 0
    editor.press("G")
    assert position(editor) == 2


def test_no_edit_left_is_said(editor: Editor, tmp_path: Path) -> None:
    """G explains why it does not move."""
    begin(editor, tmp_path)
    editor.press("G")
    assert editor.notice == "No edit is waiting to be classified."


def test_documents_keep_their_place(editor: Editor, tmp_path: Path) -> None:
    """Going to another document and back leads to the row that was left."""
    session = begin(editor, tmp_path)
    second = session.add_document(draft_of("और एक लेख।"))
    editor.go_to(2)
    editor.press("Alt+Down")
    assert (editor.window.desk.document_id, position(editor)) == (second.id, 0)
    editor.press("Alt+Up")
    assert (editor.window.desk.document_id, position(editor)) == (1, 2)


def test_tab_goes_through_the_texts_of_the_row(editor: Editor, tmp_path: Path) -> None:
    """Hindi, source, and round again; texts that are not there are left out."""
    begin(editor, tmp_path, sources=ENGLISH)
    found = []
    for key in ("Tab", "Tab", "Shift+Tab"):
        editor.press(key)
        found.append(focus_name(editor))
    assert found == ["pane.source", "pane.final", "pane.source"]


def test_moving_on_lets_go_of_the_flag(editor: Editor, tmp_path: Path) -> None:
    """Another row begins without a current flag."""
    begin(editor, tmp_path)
    flag_words(editor, "योजना")
    editor.press("Down")
    assert editor.window.desk.flag() is None

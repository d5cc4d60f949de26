"""Moving, linking and settling flags by keyboard."""

from pathlib import Path

from reviewer.domain.flag import Resolution
from reviewer.domain.span import Range, Side, Span
from reviewer.ui.grid.model import Column
from tests.journeys.driver import Editor
from tests.ui.project import ENGLISH, begin, caret_after, flag_words, focus_name, select_in, words_of

# Moving, linking, resizing


def test_move_takes_the_flag_to_the_selection(editor: Editor, tmp_path: Path) -> None:
    """M puts the current flag on other words; it stays the same flag."""
    begin(editor, tmp_path)
    flag = flag_words(editor, "योजना")
    editor.select("घोषित")
    editor.press("M")
    assert [known.id for known in editor.flags] == [flag.id]
    assert (editor.flag.quote, words_of(editor)) == ("घोषित", "घोषित")


def test_move_without_a_selection_takes_the_word_at_the_caret(editor: Editor, tmp_path: Path) -> None:
    """A flag on words does not become an omission by mistake."""
    begin(editor, tmp_path)
    flag_words(editor, "योजना")
    caret_after(editor, "कल नई योजना घो")
    editor.press("M")
    assert editor.flag.quote == "घोषित"


def test_an_omission_moves_to_the_caret(editor: Editor, tmp_path: Path) -> None:
    """A caret stays a caret."""
    begin(editor, tmp_path)
    caret_after(editor, "सरकार ने")
    editor.press("O")
    caret_after(editor, "योजना")
    editor.press("M")
    assert editor.flag.spans == (Span.single(Side.RECEIVED, 20, 20),)


def test_link_adds_a_second_range(editor: Editor, tmp_path: Path) -> None:
    """L makes the flag discontinuous, in reading order."""
    begin(editor, tmp_path)
    flag_words(editor, "योजना")
    editor.select("सरकार")
    editor.press("L")
    assert editor.flag.quote == "सरकार … योजना"


def test_link_adds_words_of_the_other_language(editor: Editor, tmp_path: Path) -> None:
    """Hindi and English of one error are one flag."""
    begin(editor, tmp_path, sources=ENGLISH)
    flag_words(editor, "योजना")
    editor.press("Tab")
    select_in(editor, "scheme", Column.SOURCE)
    editor.press("L")
    assert editor.flag.span(Side.SOURCE) == Span.single(Side.SOURCE, 31, 37)
    assert editor.flag.span(Side.RECEIVED) == Span.single(Side.RECEIVED, 15, 20)
    assert editor.flag.quote == "योजना"


def test_link_to_the_english_leaves_what_was_flagged_alone(editor: Editor, tmp_path: Path) -> None:
    """Where the flagged words were edited away, the flag still says what was received."""
    session = begin(editor, tmp_path, sources=ENGLISH)
    flag_words(editor, "नई योजना")
    session.set_final(editor.segment.id, "सरकार ने कल नीति घोषित की।")
    editor.press("Tab")
    select_in(editor, "scheme", Column.SOURCE)
    editor.press("L")
    assert editor.flag.quote == "नई योजना"
    assert {span.side for span in editor.flag.spans} == {Side.RECEIVED, Side.SOURCE}


def test_link_in_an_edited_text_keeps_both_ranges_on_the_received_one(editor: Editor, tmp_path: Path) -> None:
    """Ranges chosen where the final text shows them belong to the engine's words."""
    session = begin(editor, tmp_path)
    session.set_final(editor.segment.id, "आखिरकार सरकार ने कल नई नीति घोषित की।")
    flag_words(editor, "योजना")
    editor.select("सरकार")
    editor.press("L")
    assert editor.flag.quote == "सरकार … योजना"
    assert editor.flag.span(Side.RECEIVED) == Span(Side.RECEIVED, (Range(0, 5), Range(15, 20)))


def test_link_needs_a_selection(editor: Editor, tmp_path: Path) -> None:
    """L without selected words says what to do."""
    begin(editor, tmp_path)
    flag_words(editor, "योजना")
    editor.press("L")
    assert "Select the words to add" in editor.notice


def test_grow_and_shrink_move_the_end_by_a_word(editor: Editor, tmp_path: Path) -> None:
    """A flag is resized without being made anew."""
    begin(editor, tmp_path)
    flag = flag_words(editor, "नई")
    editor.press("Ctrl+Alt+Right")
    assert editor.flag.quote == "नई योजना"
    editor.press("Ctrl+Alt+Right")
    assert editor.flag.quote == "नई योजना घोषित"
    editor.press("Ctrl+Alt+Left")
    assert (editor.flag.quote, editor.flag.id) == ("नई योजना", flag.id)


def test_a_flag_keeps_its_last_word(editor: Editor, tmp_path: Path) -> None:
    """Shrinking stops at one word and growing at the end."""
    begin(editor, tmp_path)
    flag_words(editor, "नई")
    editor.press("Ctrl+Alt+Left")
    assert editor.flag.quote == "नई"
    editor.press(*["Ctrl+Alt+Right"] * 9)
    assert editor.flag.quote == "नई योजना घोषित की"


def test_a_flag_grows_over_an_edited_text_on_the_received_words(editor: Editor, tmp_path: Path) -> None:
    """Words put in before the flag do not shift what it covers."""
    session = begin(editor, tmp_path)
    session.set_final(editor.segment.id, "आखिरकार सरकार ने कल नई योजना घोषित की।")
    flag_words(editor, "नई")
    editor.press("Ctrl+Alt+Right")
    assert editor.flag.quote == "नई योजना"
    assert editor.flag.span(Side.RECEIVED) == Span.single(Side.RECEIVED, 12, 20)


def test_a_flag_whose_words_were_edited_grows_and_keeps_what_was_received(
    editor: Editor, tmp_path: Path
) -> None:
    """The engine's words stay flagged, and those beside them join."""
    session = begin(editor, tmp_path)
    flag_words(editor, "योजना")
    session.set_final(editor.segment.id, "सरकार ने कल नई नीति घोषित की।")
    editor.press("Ctrl+Alt+Right")
    assert editor.flag.quote == "योजना घोषित"
    assert words_of(editor) == "नीति घोषित"


def test_a_flag_on_words_of_the_source_can_be_resized(editor: Editor, tmp_path: Path) -> None:
    """English flags grow by English words."""
    begin(editor, tmp_path, sources=ENGLISH)
    flag_words(editor, "new", side=Side.SOURCE)
    editor.press("Ctrl+Alt+Right")
    assert editor.flag.quote == "new scheme"


def test_a_flag_moves_in_an_edited_text_to_the_received_words(editor: Editor, tmp_path: Path) -> None:
    """M on unchanged words of an edited text lands on the same words of the received one."""
    session = begin(editor, tmp_path)
    session.set_final(editor.segment.id, "आखिरकार सरकार ने कल नई योजना घोषित की।")
    flag_words(editor, "नई")
    editor.select("घोषित")
    editor.press("M")
    assert editor.flag.span(Side.RECEIVED) == Span.single(Side.RECEIVED, 21, 26)


def test_a_flag_moves_onto_words_of_the_editor(editor: Editor, tmp_path: Path) -> None:
    """Words that were not received are flagged on the final text."""
    session = begin(editor, tmp_path)
    session.set_final(editor.segment.id, "आखिरकार सरकार ने कल नई योजना घोषित की।")
    flag_words(editor, "नई")
    editor.select("आखिरकार")
    editor.press("M")
    assert editor.flag.spans == (Span.single(Side.FINAL, 0, 7),)


# The rest of a flag


def test_needs_source_is_set_and_taken_back(editor: Editor, tmp_path: Path) -> None:
    """B says that only the English can decide; B again takes it back."""
    begin(editor, tmp_path)
    flag_words(editor, "योजना")
    editor.press("B")
    assert editor.flag.needs_source
    editor.press("B")
    assert not editor.flag.needs_source


def test_resolve_and_reopen(editor: Editor, tmp_path: Path) -> None:
    """R says that a flag no longer stands, R again that it does."""
    begin(editor, tmp_path)
    flag_words(editor, "योजना")
    found = []
    for _ in range(2):
        editor.press("R")
        found.append(editor.flag.resolution)
    assert found == [Resolution.RESOLVED, Resolution.OPEN]


def test_a_removed_flag_comes_back_with_undo(editor: Editor, tmp_path: Path) -> None:
    """Del removes, Ctrl+Z restores everything about it."""
    begin(editor, tmp_path)
    flag = flag_words(editor, "योजना", suggestion="नीति")
    editor.press("Del")
    assert len(editor.flags) == 0
    assert focus_name(editor) == "pane.final"
    editor.press("Ctrl+Z")
    assert list(editor.flags) == [flag]


def test_the_type_is_changed_later(editor: Editor, tmp_path: Path) -> None:
    """T opens the picker for the current flag."""
    begin(editor, tmp_path)
    flag_words(editor, "योजना")
    editor.press("T")
    editor.write("spel")
    editor.press("Return")
    assert editor.flag.type == "linguistic/spelling"


def test_selections_snap_to_words_or_letters(editor: Editor, tmp_path: Path) -> None:
    """W lets the arrows select letters instead of words."""
    begin(editor, tmp_path)
    pane = editor.window.desk.pane()
    editor.press("Home", "Shift+Right")
    assert pane.selection() == Range(0, 5)
    editor.press("W", "Home", "Shift+Right")
    assert pane.selection() == Range(0, 1)
    assert not editor.window.actions_["mark.words"].isChecked()


def test_keys_for_a_flag_do_nothing_without_one(editor: Editor, tmp_path: Path) -> None:
    """With no flag current, its keys change nothing."""
    session = begin(editor, tmp_path)
    editor.press("T", "C", "S", "A", "B", "R", "M", "L", "X", "Del")
    assert session.journal() == session.journal(limit=1)
    assert focus_name(editor) == "pane.final"

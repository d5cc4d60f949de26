"""Flagging by keyboard."""

from pathlib import Path

from reviewer.domain.flag import Severity
from reviewer.domain.span import Range, Side, Span
from reviewer.review.placement import placed
from reviewer.ui.grid.model import Column
from tests.journeys.driver import Editor
from tests.ui.project import ENGLISH, HINDI, begin, caret_after, flag_words, focus_name, select_in

# From selection to flag


def test_two_keys_make_a_complete_flag(editor: Editor, tmp_path: Path) -> None:
    """A severity opens the picker with the usual type, and Enter takes it."""
    begin(editor, tmp_path)
    editor.select("नई योजना")
    editor.press("3")
    assert focus_name(editor) == "type_filter"
    editor.press("Return")
    assert focus_name(editor) == "pane.final"
    assert (editor.flag.quote, editor.flag.severity) == ("नई योजना", Severity.MAJOR)
    assert editor.flag.type == "accuracy/mistranslation"
    assert editor.flag.spans[0].side is Side.RECEIVED


def test_letters_choose_another_type(editor: Editor, tmp_path: Path) -> None:
    """What is typed after the severity narrows the types."""
    begin(editor, tmp_path)
    editor.select("योजना")
    editor.press("2")
    editor.write("punc")
    editor.press("Return")
    assert editor.flag.type == "linguistic/punctuation"


def test_the_type_used_last_is_the_usual_one(editor: Editor, tmp_path: Path) -> None:
    """The next flag begins with the type of the one before."""
    begin(editor, tmp_path)
    editor.select("योजना")
    editor.press("2")
    editor.write("punc")
    editor.press("Return")
    editor.select("सरकार")
    editor.press("1", "Return")
    assert (editor.flag.type, editor.flag.quote) == ("linguistic/punctuation", "सरकार")


def test_leaving_the_picker_keeps_the_flag(editor: Editor, tmp_path: Path) -> None:
    """Esc leaves the picker; the flag has the usual type."""
    begin(editor, tmp_path)
    editor.select("योजना")
    editor.press("2", "Esc")
    assert focus_name(editor) == "pane.final"
    assert [flag.type for flag in editor.flags] == ["accuracy/mistranslation"]


def test_a_digit_changes_the_severity_of_the_current_flag(editor: Editor, tmp_path: Path) -> None:
    """With nothing selected, 4 makes the current flag critical and makes no new one."""
    begin(editor, tmp_path)
    editor.select("योजना")
    editor.press("2", "Return", "4")
    assert [flag.severity for flag in editor.flags] == [Severity.CRITICAL]


def test_a_selection_makes_a_new_flag_beside_the_current_one(editor: Editor, tmp_path: Path) -> None:
    """A flag that is current does not keep words from being flagged."""
    begin(editor, tmp_path)
    editor.select("योजना")
    editor.press("2", "Return")
    editor.select("सरकार")
    editor.press("4", "Return")
    assert [(flag.quote, flag.severity) for flag in editor.flags] == [
        ("योजना", Severity.MINOR),
        ("सरकार", Severity.CRITICAL),
    ]


def test_the_word_at_the_caret_is_flagged_where_nothing_is_selected(editor: Editor, tmp_path: Path) -> None:
    """Without a selection the digit takes the word that the caret stands in."""
    begin(editor, tmp_path)
    caret_after(editor, "नई यो")
    editor.press("2")
    assert editor.flag.quote == "योजना"


def test_nothing_to_flag_is_said_in_words(editor: Editor, tmp_path: Path) -> None:
    """In a row without words a digit explains what to do."""
    begin(editor, tmp_path, "।", "दूसरा वाक्य।")
    editor.press("2")
    assert editor.flags == ()
    assert "Select the words first" in editor.notice


def test_words_of_the_source_can_be_flagged(editor: Editor, tmp_path: Path) -> None:
    """A flag may lie on the English alone."""
    begin(editor, tmp_path, sources=ENGLISH)
    editor.press("Tab")
    select_in(editor, "new scheme", Column.SOURCE)
    editor.press("2", "Return")
    assert editor.flag.spans == (Span.single(Side.SOURCE, 27, 37),)
    assert editor.flag.quote == "new scheme"
    assert focus_name(editor) == "pane.source"


def test_a_flag_opens_the_inspector_where_it_was_hidden(editor: Editor, tmp_path: Path) -> None:
    """The picker is never out of sight when the keys go to it."""
    begin(editor, tmp_path)
    editor.press("Ctrl+Shift+I")
    assert editor.window.inspector.isHidden()
    editor.select("योजना")
    editor.press("2")
    assert not editor.window.inspector.isHidden()
    assert editor.window.actions_["view.inspector"].isChecked()
    editor.write("punc")
    editor.press("Return")
    assert editor.flag.type == "linguistic/punctuation"


# Omissions


def test_an_omission_is_one_key_at_the_caret(editor: Editor, tmp_path: Path) -> None:
    """O flags that something is missing where the caret is."""
    begin(editor, tmp_path)
    caret_after(editor, "सरकार ने")
    editor.press("O")
    assert editor.flag.spans == (Span.single(Side.RECEIVED, 8, 8),)
    assert (editor.flag.type, editor.flag.severity) == ("accuracy/omission", Severity.MAJOR)


def test_an_omission_takes_the_selected_english_along(editor: Editor, tmp_path: Path) -> None:
    """With words of the source selected, the flag says what is missing."""
    begin(editor, tmp_path, sources=ENGLISH)
    caret_after(editor, "सरकार ने")
    editor.press("Tab")
    select_in(editor, "yesterday", Column.SOURCE)
    editor.press("O")
    assert editor.flag.spans == (Span.single(Side.RECEIVED, 8, 8), Span.single(Side.SOURCE, 38, 47))


def test_the_english_of_one_omission_does_not_go_into_the_next(editor: Editor, tmp_path: Path) -> None:
    """Once taken along, the words are no longer selected."""
    begin(editor, tmp_path, sources=ENGLISH)
    select_in(editor, "yesterday", Column.SOURCE)
    editor.press("O", "Shift+Tab")
    caret_after(editor, "योजना")
    editor.press("O")
    assert [len(flag.spans) for flag in editor.flags] == [2, 1]


def test_an_omission_in_a_row_without_hindi(editor: Editor, tmp_path: Path) -> None:
    """English that was left out altogether can be flagged as missing."""
    session = begin(editor, tmp_path, "पहला वाक्य।", "", sources=ENGLISH)
    editor.go_to(1)
    editor.press("O")
    assert session.flags(editor.segment.id)[0].spans == (Span.single(Side.RECEIVED, 0, 0),)


# Comment and suggestion


def test_comment_and_suggestion_by_keyboard(editor: Editor, tmp_path: Path) -> None:
    """C and S open the fields, Enter stores and returns to the text."""
    begin(editor, tmp_path)
    flag_words(editor, "योजना")
    editor.press("C")
    editor.write("vague")
    editor.press("Return")
    assert (editor.flag.comment, focus_name(editor)) == ("vague", "pane.final")
    editor.press("S")
    editor.write("नीति")
    editor.press("Return")
    assert (editor.flag.suggestion, focus_name(editor)) == ("नीति", "pane.final")


def test_a_suggestion_begins_with_the_flagged_words(editor: Editor, tmp_path: Path) -> None:
    """S offers the words to be changed; a small correction needs no retyping."""
    begin(editor, tmp_path)
    flag_words(editor, "योजना")
    editor.press("S")
    assert editor.window.inspector.form.suggestion.toPlainText() == "योजना"
    editor.press("End")
    editor.write("एँ")
    editor.press("Return")
    assert editor.flag.suggestion == "योजनाएँ"


def test_words_that_were_only_offered_are_no_suggestion(editor: Editor, tmp_path: Path) -> None:
    """Leaving the field as it was offered stores nothing."""
    begin(editor, tmp_path)
    flag_words(editor, "योजना")
    editor.press("S", "Return")
    assert editor.flag.suggestion is None
    editor.press("S", "Esc")
    assert editor.flag.suggestion is None
    assert editor.window.inspector.form.suggestion.toPlainText() == ""


def test_an_emptied_suggestion_means_delete(editor: Editor, tmp_path: Path) -> None:
    """Taking the offered words away suggests that they go."""
    begin(editor, tmp_path)
    flag_words(editor, "नई")
    editor.press("S", "Del", "Return")
    assert editor.flag.suggestion == ""
    editor.press("A")
    assert editor.segment.final == "सरकार ने कल योजना घोषित की।"


def test_escape_takes_back_what_was_written(editor: Editor, tmp_path: Path) -> None:
    """Esc leaves the comment as it was stored."""
    begin(editor, tmp_path)
    flag_words(editor, "योजना")
    editor.press("C")
    editor.write("old")
    editor.press("Return", "C")
    editor.write("er")
    editor.press("Esc")
    assert (editor.flag.comment, focus_name(editor)) == ("old", "pane.final")


def test_a_comment_is_stored_when_another_row_is_clicked(editor: Editor, tmp_path: Path) -> None:
    """What was written belongs to its flag, wherever the editor goes next."""
    session = begin(editor, tmp_path)
    flag = flag_words(editor, "योजना")
    editor.press("C")
    editor.write("vague")
    editor.window.grid.row_pressed.emit(2)
    assert editor.window.desk.position == 2
    assert session.flag(flag.id).comment == "vague"


def test_a_comment_is_stored_with_its_flag_when_another_is_chosen(editor: Editor, tmp_path: Path) -> None:
    """Choosing another flag neither loses a comment nor gives it to the wrong one."""
    session = begin(editor, tmp_path)
    other = flag_words(editor, "सरकार")
    flag = flag_words(editor, "योजना")
    editor.press("C")
    editor.write("vague")
    editor.window.inspector.flags.pressed.emit(other.id)
    assert editor.flag.id == other.id
    assert (session.flag(flag.id).comment, session.flag(other.id).comment) == ("vague", "")
    assert editor.window.inspector.form.comment.toPlainText() == ""


def test_a_comment_is_stored_when_the_window_closes(editor: Editor, tmp_path: Path) -> None:
    """Nothing that was written waits for Enter."""
    from reviewer.review.session import Session  # noqa: PLC0415

    session = begin(editor, tmp_path)
    flag = flag_words(editor, "योजना")
    editor.press("C")
    editor.write("vague")
    editor.window.close()
    with Session.open(session.path, "editor") as again:
        assert again.flag(flag.id).comment == "vague"


# Applying


def test_apply_puts_the_suggestion_into_the_text(editor: Editor, tmp_path: Path) -> None:
    """A replaces the flagged words; received stays, and the flag is settled."""
    begin(editor, tmp_path)
    flag_words(editor, "योजना", suggestion="नीति")
    editor.press("A")
    assert editor.segment.final == "सरकार ने कल नई नीति घोषित की।"
    assert editor.segment.received == HINDI[0]
    assert placed(editor.flag, editor.segment).is_resolved


def test_apply_without_a_suggestion_says_what_to_do(editor: Editor, tmp_path: Path) -> None:
    """A asks for a suggestion first."""
    begin(editor, tmp_path)
    flag_words(editor, "योजना")
    editor.press("A")
    assert "press S" in editor.notice
    assert not editor.segment.is_edited


def test_apply_fills_an_omission_with_words_of_its_own(editor: Editor, tmp_path: Path) -> None:
    """What was missing comes in with spaces around it."""
    begin(editor, tmp_path)
    caret_after(editor, "सरकार ने")
    editor.press("O", "S")
    editor.write("आखिर")
    editor.press("Return", "A")
    assert editor.segment.final == "सरकार ने आखिर कल नई योजना घोषित की।"
    assert placed(editor.flag, editor.segment).is_resolved


def test_apply_fills_an_omission_before_the_danda(editor: Editor, tmp_path: Path) -> None:
    """No space comes between the new words and the end of the sentence."""
    begin(editor, tmp_path)
    caret_after(editor, "घोषित की")
    editor.press("O", "S")
    editor.write("है")
    editor.press("Return", "A")
    assert editor.segment.final == "सरकार ने कल नई योजना घोषित की है।"


def test_apply_to_two_ranges_replaces_one_and_cuts_the_other(editor: Editor, tmp_path: Path) -> None:
    """A discontinuous flag is settled by one suggestion, and no double space is left."""
    session = begin(editor, tmp_path, "वह कल  ही नई योजना लेकर यहाँ आया।")
    text = editor.segment.received
    ranges = (Range(text.index("नई"), text.index("नई") + 2), Range(text.index("लेकर"), text.index("लेकर") + 4))
    flag = session.add_flag(
        editor.segment.id, [Span(Side.RECEIVED, ranges)], "style/awkward", Severity.MINOR, suggestion="नई"
    )
    editor.window.desk.choose_flag(flag.id)
    editor.press("A")
    assert editor.segment.final == "वह कल  ही नई योजना यहाँ आया।"
    assert placed(editor.flag, editor.segment).is_resolved


def test_apply_of_a_deletion_leaves_no_stray_space(editor: Editor, tmp_path: Path) -> None:
    """Deleting the first, a middle or the last word joins what is left as it is written."""
    for word, left in (
        ("सरकार", "ने कल नई योजना घोषित की।"),
        ("नई", "सरकार ने कल योजना घोषित की।"),
        ("की", "सरकार ने कल नई योजना घोषित।"),
    ):
        begin(editor, tmp_path, name=word)
        flag_words(editor, word, suggestion="")
        editor.press("A")
        assert editor.segment.final == left
        assert placed(editor.flag, editor.segment).is_resolved


def test_apply_twice_changes_the_text_once(editor: Editor, tmp_path: Path) -> None:
    """The second time the text already reads so."""
    begin(editor, tmp_path)
    flag_words(editor, "योजना", suggestion="नीति")
    editor.press("A", "A")
    assert editor.segment.final == "सरकार ने कल नई नीति घोषित की।"
    assert "already reads so" in editor.notice


def test_an_omission_is_filled_once(editor: Editor, tmp_path: Path) -> None:
    """Applying again does not put the words in twice."""
    begin(editor, tmp_path)
    caret_after(editor, "सरकार ने")
    editor.press("O", "S")
    editor.write("आखिर")
    editor.press("Return", "A", "A")
    assert editor.segment.final == "सरकार ने आखिर कल नई योजना घोषित की।"

"""Searching the open document."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QLabel

from reviewer.ui.grid.model import Column
from tests.journeys.driver import Editor
from tests.ui.project import ENGLISH, begin, draft_of, focus_name

FRUIT = ("उसने क़लम खरीदी।", "यहाँ कुछ नहीं है।", "कलम मेज़ पर है।", "वह कलम और यह क़लम।")


def place(editor: Editor) -> str:
    """What the bar says of the places."""
    labels = editor.window.find_bar.findChildren(QLabel)
    return next(label.text() for label in labels if label.property("kind") == "muted")


def look_for(editor: Editor, words: str, outcome: str) -> None:
    """Open the bar, type, and wait for what it says in the end."""
    editor.press("Ctrl+F")
    editor.write(words)
    editor.qtbot.waitUntil(lambda: place(editor) == outcome)


def found(editor: Editor) -> tuple[int, str]:
    """The current row and the selected words in it."""
    pane = editor.window.desk.pane()
    chosen = pane.selection()
    return editor.window.desk.position, pane.text()[chosen.start : chosen.end]


def test_spelling_variants_are_found(editor: Editor, tmp_path: Path) -> None:
    """A search for कलम finds क़लम too, and Enter goes from one to the next."""
    begin(editor, tmp_path, *FRUIT)
    look_for(editor, "कलम", "4 places")
    walked = []
    for _ in range(5):
        editor.press("Return")
        walked.append(found(editor))
    assert walked == [(0, "क़लम"), (2, "कलम"), (3, "कलम"), (3, "क़लम"), (0, "क़लम")]
    assert place(editor) == "1 of 4"
    assert focus_name(editor) == "find.query"


def test_an_exact_search_tells_variants_apart(editor: Editor, tmp_path: Path) -> None:
    """With the box ticked the nukta counts."""
    begin(editor, tmp_path, *FRUIT)
    look_for(editor, "क़लम", "4 places")
    box = editor.window.find_bar.findChild(QCheckBox)
    assert isinstance(box, QCheckBox)
    box.setChecked(True)
    editor.qtbot.waitUntil(lambda: place(editor) == "2 places")
    editor.press("Return", "Return")
    assert found(editor) == (3, "क़लम")


def test_a_search_goes_back_too(editor: Editor, tmp_path: Path) -> None:
    """Shift+Enter goes to the place before, round the start."""
    begin(editor, tmp_path, *FRUIT)
    look_for(editor, "कलम", "4 places")
    editor.press("Shift+Return")
    assert found(editor) == (3, "क़लम")
    editor.press("Shift+Return")
    assert found(editor) == (3, "कलम")


def test_a_search_begins_at_the_current_row(editor: Editor, tmp_path: Path) -> None:
    """What lies before comes last."""
    begin(editor, tmp_path, *FRUIT)
    editor.go_to(1)
    look_for(editor, "कलम", "4 places")
    editor.press("Return")
    assert found(editor) == (2, "कलम")


def test_the_english_is_searched_and_ready_to_be_flagged(editor: Editor, tmp_path: Path) -> None:
    """A place in the source is selected there, and the next key acts on it."""
    begin(editor, tmp_path, sources=ENGLISH)
    look_for(editor, "scheme", "1 place")
    editor.press("Return", "Esc")
    assert focus_name(editor) == "pane.source"
    editor.press("2", "Return")
    assert editor.flag.quote == "scheme"


def test_hidden_columns_are_not_searched(editor: Editor, tmp_path: Path) -> None:
    """Nothing is found where nothing can be seen."""
    begin(editor, tmp_path, sources=ENGLISH)
    editor.press("Ctrl+Shift+1")
    assert editor.window.grid.isColumnHidden(Column.SOURCE)
    look_for(editor, "scheme", "Not found")
    editor.press("Return")
    assert editor.window.desk.position == 0


def test_selected_words_are_looked_for(editor: Editor, tmp_path: Path) -> None:
    """Ctrl+F begins with what is selected."""
    begin(editor, tmp_path, *FRUIT)
    editor.select("क़लम")
    editor.press("Ctrl+F")
    assert editor.window.find_bar.query == "क़लम"


def test_find_next_goes_on_after_the_bar_was_closed(editor: Editor, tmp_path: Path) -> None:
    """F3 repeats the search from the text."""
    begin(editor, tmp_path, *FRUIT)
    look_for(editor, "कलम", "4 places")
    editor.press("Return", "Esc")
    assert (editor.window.find_bar.isHidden(), focus_name(editor)) == (True, "pane.final")
    editor.press("F3")
    assert found(editor) == (2, "कलम")
    assert focus_name(editor) == "pane.final"


def test_find_next_without_a_search_asks_for_words(editor: Editor, tmp_path: Path) -> None:
    """F3 opens the bar where nothing was looked for yet."""
    begin(editor, tmp_path, *FRUIT)
    editor.press("F3")
    assert focus_name(editor) == "find.query"


def test_places_follow_the_edits(editor: Editor, tmp_path: Path) -> None:
    """After a text was changed, the search finds what stands there now, after the current place."""
    session = begin(editor, tmp_path, *FRUIT)
    look_for(editor, "कलम", "4 places")
    editor.press("Return", "Return", "Esc")
    session.set_final(session.segments(1, 3, 4)[0].id, "अब कुछ नहीं।")
    editor.press("F3")
    assert found(editor) == (0, "क़लम")


def test_another_document_is_searched_anew(editor: Editor, tmp_path: Path) -> None:
    """The places of one document mean nothing in the next."""
    session = begin(editor, tmp_path, *FRUIT)
    other = session.add_document(draft_of("पहला।", "दूसरी कलम।"))
    look_for(editor, "कलम", "4 places")
    editor.press("Return")
    editor.window.desk.show_document(other.id)
    editor.press("F3")
    assert found(editor) == (1, "कलम")

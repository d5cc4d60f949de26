"""A desk chief looks at the scores and changes the rules, then goes back to work."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from reviewer.domain.flag import Severity
from reviewer.domain.report import Selection
from reviewer.ui.dialog.profile import ProfileDialog
from reviewer.ui.score.excerpt import ExcerptCard
from reviewer.ui.score.table import TableView
from reviewer.ui.score.tile import Tile
from tests.journeys.driver import Editor
from tests.ui.project import HINDI, begin, draft_of, flag_words, shown

pytestmark = pytest.mark.journey


def look(editor: Editor) -> None:
    """Go to the scores and wait until everything is there."""
    editor.press("F7")
    editor.qtbot.waitUntil(lambda: editor.window.score_page.is_complete, timeout=30000)


def figures(editor: Editor) -> dict[str, str]:
    """The large figures on the page."""
    return {
        tile.title.text(): tile.value.text()
        for tile in editor.window.score_page.findChildren(Tile)
        if not tile.isHidden()
    }


def titles(editor: Editor) -> set[str]:
    """The words on the page."""
    return {label.text() for label in editor.window.score_page.findChildren(QLabel)}


def begin_with_flags(editor: Editor, folder: Path) -> None:
    """Open two documents, the second row of the first one flagged."""
    session = begin(editor, folder)
    session.add_document(draft_of(*HINDI, title="दूसरा लेख"))
    editor.go_to(1)
    flag_words(editor, "बड़ा", severity=Severity.MAJOR)


def test_one_key_leads_to_the_scores_and_back(editor: Editor, tmp_path: Path) -> None:
    """The row, its flag and the text with the keys are as they were left."""
    begin_with_flags(editor, tmp_path)
    place = editor.window.desk.position, editor.window.desk.flag_id, editor.window.focusWidget()
    look(editor)
    assert not editor.window.grid.isVisible()
    editor.press("F7")
    assert editor.window.grid.isVisible()
    assert (editor.window.desk.position, editor.window.desk.flag_id, editor.window.focusWidget()) == place


def test_escape_leads_back_too(editor: Editor, tmp_path: Path) -> None:
    """Esc leaves the page, whatever part of it has the keys."""
    begin_with_flags(editor, tmp_path)
    look(editor)
    editor.press("Tab", "Tab", "Esc")
    assert editor.window.grid.isVisible()


def test_keys_of_the_desk_do_nothing_on_the_scores(editor: Editor, tmp_path: Path) -> None:
    """What is not seen is not changed."""
    begin_with_flags(editor, tmp_path)
    before = len(editor.session.journal())
    look(editor)
    editor.press("Space", "2", "X", "Del", "Ctrl+M", "Alt+Down", "Return", "E", "Y")
    assert len(editor.session.journal()) == before
    assert editor.window.desk.position == 1


def test_figures_follow_what_is_undone(editor: Editor, tmp_path: Path) -> None:
    """The old figures stay until the new ones are there."""
    begin_with_flags(editor, tmp_path)
    look(editor)
    assert figures(editor)["Errors flagged"] == "1"
    editor.press("Ctrl+Z")
    assert editor.window.score_page.filter.state.text() == "updating…"
    assert figures(editor)["Errors flagged"] == "1"
    editor.qtbot.waitUntil(lambda: editor.window.score_page.is_complete, timeout=30000)
    assert figures(editor)["Errors flagged"] == "0"
    assert editor.window.score_page.filter.state.text() == ""


def test_an_excerpt_leads_to_its_row(editor: Editor, tmp_path: Path) -> None:
    """Enter on the worst segment opens it at the desk."""
    begin_with_flags(editor, tmp_path)
    editor.go_to(0)
    look(editor)
    card = editor.window.score_page.findChildren(ExcerptCard)[0]
    card.setFocus()
    editor.press("Return")
    assert editor.window.grid.isVisible()
    assert editor.window.desk.position == 1


def test_digits_lead_to_the_sections(editor: Editor, tmp_path: Path) -> None:
    """The list of sections and the page move together."""
    begin_with_flags(editor, tmp_path)
    look(editor)
    page = editor.window.score_page
    editor.press("3")
    assert page.outline.currentRow() == 2
    assert page.area.verticalScrollBar().value() > 0
    editor.press("1")
    assert page.area.verticalScrollBar().value() < 200


def test_the_figures_are_narrowed_to_a_document(editor: Editor, tmp_path: Path) -> None:
    """A choice in the bar is answered at once, and taken back by one click."""
    begin_with_flags(editor, tmp_path)
    look(editor)
    page = editor.window.score_page
    table = page.sections["documents"].findChild(TableView)
    assert table is not None
    assert table.sorted.rowCount() == 2
    page.filter.documents.setFocus()
    editor.press("Space", "Space")
    editor.press("Esc")
    assert len(page.live.selection.documents) == 1
    editor.qtbot.waitUntil(lambda: page.is_complete, timeout=30000)
    table = page.sections["documents"].findChild(TableView)
    assert table is not None
    assert table.sorted.rowCount() == 1
    editor.click_named("scores.all")
    editor.qtbot.waitUntil(lambda: page.is_complete, timeout=30000)
    assert page.live.selection == Selection()


def test_another_project_begins_with_its_own_figures(editor: Editor, tmp_path: Path) -> None:
    """Nothing of the project before is left on the page."""
    begin_with_flags(editor, tmp_path)
    look(editor)
    begin(editor, tmp_path, name="other")
    assert editor.window.grid.isVisible()
    look(editor)
    assert "दूसरा लेख" not in titles(editor)


def test_rules_are_changed_seen_and_undone(editor: Editor, tmp_path: Path) -> None:
    """A multiplier typed into the dialog judges the project until it is undone."""
    begin_with_flags(editor, tmp_path)
    editor.run("profile…")
    dialog = shown(editor, ProfileDialog)
    field = dialog.rules.fields["multiplier major"]
    field.setFocus()
    field.selectAll()
    editor.write("7")
    editor.qtbot.waitUntil(lambda: "7" in dialog.effect.text(), timeout=10000)
    editor.press("Return")
    assert editor.window.desk.profile.multipliers[Severity.MAJOR] == 7
    editor.window.activateWindow()
    editor.qtbot.waitUntil(editor.window.isActiveWindow)
    editor.press("Ctrl+Z")
    assert editor.window.desk.profile.multipliers[Severity.MAJOR] == 5


def test_the_report_that_is_saved_is_the_one_on_the_page(editor: Editor, tmp_path: Path) -> None:
    """Figures in the file are those the desk chief has just read; stale ones are never written."""
    begin_with_flags(editor, tmp_path)
    scoring = editor.window.scoring
    assert scoring.shown_report is None
    look(editor)
    assert scoring.shown_report is editor.window.score_page.live.report
    editor.press("Ctrl+Z")
    assert scoring.shown_report is None

"""What checks suspect, answered with one key each."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QRadioButton

from reviewer.domain.answer import Scope
from reviewer.domain.finding import Finding
from reviewer.ui.dialog.checks import ChecksDialog
from reviewer.ui.dialog.dismissal import DismissalDialog
from reviewer.ui.dialog.fixes import FixesDialog
from tests.journeys.driver import Editor

TEXT = "\n".join(
    (
        "सरकार ने सोमवार को नई योजना की घोषणा की।",
        "मंत्री ने कहा की वह इस पर विचार करेंगे।",
        "उन्होंने बताया कि काम काम जल्द शुरू होगा।",
        "बैठक में सभी लोग आए ।",
    )
)


def open_article(editor: Editor, folder: Path) -> None:
    """Open an article with three slips, and wait until it was looked through."""
    path = folder / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    editor.window.files.take([path])
    editor.qtbot.waitUntil(lambda: editor.window.findings.count() >= 3, timeout=20000)


def current(editor: Editor) -> Finding:
    """The finding that keys act on."""
    found = editor.window.findings.current
    assert found is not None
    return found


def dialog(editor: Editor, kind: type[QDialog]) -> QDialog:
    """The open dialog of a kind."""
    shown = [each for each in editor.window.findChildren(kind) if each.isVisible()]
    assert len(shown) == 1
    return shown[0]


def test_findings_are_walked_flagged_and_undone(editor: Editor, tmp_path: Path) -> None:
    """F8 leads there, F makes a flag of it, and undo takes the flag back."""
    open_article(editor, tmp_path)
    editor.press("F8")
    first = current(editor)
    assert editor.segment.position == 1
    assert "की" in first.quote
    editor.press("F")
    (flag,) = editor.flags
    assert (flag.type, flag.severity) == (first.type, first.severity)
    assert flag.comment == first.message
    editor.press("Ctrl+Z")
    assert editor.flags == ()


def test_a_correction_is_used_with_one_key(editor: Editor, tmp_path: Path) -> None:
    """The words change, and the finding is gone."""
    open_article(editor, tmp_path)
    editor.press("F8")
    editor.press("U")
    assert editor.segment.final == "मंत्री ने कहा कि वह इस पर विचार करेंगे।"
    assert editor.window.findings.here() == ()


def test_a_finding_that_is_wrong_is_not_shown_again(editor: Editor, tmp_path: Path) -> None:
    """H is about this place; Shift+H asks how far and why."""
    open_article(editor, tmp_path)
    editor.press("F8", "F8")
    check = current(editor).check
    editor.press("H")
    assert editor.window.findings.here() == ()
    editor.press("Shift+F8")
    editor.press("Shift+H")
    asked = dialog(editor, DismissalDialog)
    next(each for each in asked.findChildren(QRadioButton) if "Never “" in each.text()).click()
    asked.accept()
    scopes = {answer.check: answer.scope for answer in editor.session.dismissals()}
    assert scopes[check] is Scope.HERE
    assert Scope.CHECK in scopes.values()


def test_what_needs_no_look_is_put_right_in_one_step(editor: Editor, tmp_path: Path) -> None:
    """Shown first as what goes and what comes; one undo takes it back."""
    open_article(editor, tmp_path)
    editor.press("Ctrl+Shift+F")
    dialog(editor, FixesDialog).accept()
    # Without a window manager nobody gives the window its keys back.
    editor.window.activateWindow()
    editor.qtbot.waitUntil(lambda: QApplication.activeWindow() is editor.window)
    last = editor.session.segments(1, 3, 4)[0]
    assert last.final == "बैठक में सभी लोग आए।"
    editor.press("Ctrl+Z")
    assert editor.session.segments(1, 3, 4)[0].final == "बैठक में सभी लोग आए ।"


def test_checks_are_listed_with_their_answers(editor: Editor, tmp_path: Path) -> None:
    """What was silenced can be heard again."""
    open_article(editor, tmp_path)
    editor.press("F8")
    found = current(editor)
    editor.session.dismiss(found, Scope.CHECK)
    editor.press("Ctrl+F8")
    listed = dialog(editor, ChecksDialog)
    assert isinstance(listed, ChecksDialog)
    listed.search.setText(found.check)
    rows = [listed.list.topLevelItem(number) for number in range(listed.list.topLevelItemCount())]
    (row,) = [each for each in rows if each is not None and not each.isHidden()]
    assert row.text(6) == "silenced"
    listed.list.setCurrentItem(row)
    listed.restore.click()
    assert editor.session.muted().checks == frozenset()
    listed.close()


def test_findings_never_count_in_a_score(editor: Editor, tmp_path: Path) -> None:
    """Only what somebody states does."""
    open_article(editor, tmp_path)
    editor.qtbot.waitUntil(lambda: editor.window.scores.card is not None, timeout=10000)
    card = editor.window.scores.card
    assert card is not None
    assert card.received.penalty == 0

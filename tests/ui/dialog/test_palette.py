"""The command palette."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QTextEdit
from pytestqt.qtbot import QtBot

from reviewer.ui.action import Actions, ActionSpec
from reviewer.ui.dialog.palette import CommandPalette

SPECS = (
    ActionSpec(id="go.next", text="Next segment", menu="Go", shortcuts=("Down",), needs="document"),
    ActionSpec(id="file.open", text="Open…", menu="File", shortcuts=("Ctrl+O",)),
    ActionSpec(id="go.flag", text="Next flag", menu="Go", shortcuts=("N",)),
    ActionSpec(id="help.palette", text="All commands…", menu="Help", shortcuts=("Ctrl+K",)),
)


class _Bench(QMainWindow):
    """A window with a page that has the focus, three commands, and the names of those that ran."""

    def __init__(self) -> None:
        super().__init__()
        self.page = QTextEdit()
        self.setCentralWidget(self.page)
        self.resize(800, 600)
        self.actions_ = Actions(SPECS, self)
        self.ran: list[str] = []
        for spec in SPECS:
            self.actions_[spec.id].triggered.connect(lambda _=False, name=spec.id: self.ran.append(name))
        self.actions_.enable(frozenset())

    def open_palette(self) -> tuple[CommandPalette, QLineEdit]:
        """Show the palette as the window does."""
        panel = CommandPalette(self.actions_, self)
        panel.open()
        field = panel.findChild(QLineEdit)
        assert field is not None
        return panel, field


def _bench(qtbot: QtBot) -> _Bench:
    bench = _Bench()
    qtbot.addWidget(bench)
    with qtbot.waitActive(bench):
        bench.show()
        bench.activateWindow()
    bench.page.setFocus()
    return bench


def test_all_commands_but_itself_are_offered(qtbot: QtBot) -> None:
    """The empty field lists everything in the order of the menus."""
    panel, _ = _bench(qtbot).open_palette()
    assert panel.shown == ("go.next", "file.open", "go.flag")


def test_typing_narrows_and_enter_runs(qtbot: QtBot) -> None:
    """A few letters and Enter are a command."""
    bench = _bench(qtbot)
    panel, field = bench.open_palette()
    qtbot.keyClicks(field, "nfl")
    assert panel.shown == ("go.flag",)
    with qtbot.waitSignal(panel.destroyed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert bench.ran == ["go.flag"]


def test_a_menu_s_name_finds_its_commands(qtbot: QtBot) -> None:
    """Whoever types the menu sees what is in it, after what is called so."""
    panel, field = _bench(qtbot).open_palette()
    qtbot.keyClicks(field, "go")
    assert panel.shown == ("go.next", "go.flag")


def test_the_focus_is_back_before_the_command_runs(qtbot: QtBot) -> None:
    """A command acts on what had the focus, not on the panel."""
    bench = _bench(qtbot)
    seen: list[object] = []
    bench.actions_["file.open"].triggered.connect(lambda: seen.append(QApplication.focusWidget()))
    _, field = bench.open_palette()
    qtbot.keyClicks(field, "open")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert seen == [bench.page]


def test_a_disabled_command_does_not_run(qtbot: QtBot) -> None:
    """What cannot be done now is listed and stays where it is."""
    bench = _bench(qtbot)
    panel, field = bench.open_palette()
    qtbot.keyClicks(field, "next seg")
    assert panel.shown[0] == "go.next"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert bench.ran == []
    assert panel.isVisible()


def test_arrows_choose(qtbot: QtBot) -> None:
    """Down moves in the list and not in the window behind."""
    bench = _bench(qtbot)
    _, field = bench.open_palette()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert bench.ran == ["file.open"]


def test_escape_leaves_and_gives_the_focus_back(qtbot: QtBot) -> None:
    """Nothing happened."""
    bench = _bench(qtbot)
    panel, field = bench.open_palette()
    with qtbot.waitSignal(panel.destroyed):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is bench.page
    assert bench.ran == []


def test_a_click_elsewhere_leaves(qtbot: QtBot) -> None:
    """The panel goes when something else takes the focus, and does not take it back."""
    bench = _bench(qtbot)
    panel, _ = bench.open_palette()
    with qtbot.waitSignal(panel.destroyed):
        bench.page.setFocus()
    assert QApplication.focusWidget() is bench.page


def test_the_panel_stays_in_the_middle(qtbot: QtBot) -> None:
    """It follows the width of the window."""
    bench = _bench(qtbot)
    panel, _ = bench.open_palette()
    bench.resize(1000, 600)
    QApplication.processEvents()
    assert abs(panel.geometry().center().x() - bench.width() // 2) <= 1

"""Segments to read on the Scores page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.domain.report import Excerpts
from reviewer.ui.app import make_application
from reviewer.ui.font import load_fonts
from reviewer.ui.score.excerpt import ExcerptBlock
from reviewer.ui.theme import Theme
from tests.ui.score.reports import an_excerpt
from tests.ui.workplace import press


def _block(qtbot: QtBot, *positions: int) -> ExcerptBlock:
    make_application()
    made = ExcerptBlock(Theme("light"), load_fonts())
    qtbot.addWidget(made)
    made.show_block(_excerpts(*positions))
    made.resize(700, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.cards[0].setFocus()
    return made


def _excerpts(*positions: int) -> Excerpts:
    return Excerpts(id="worst", title="Worst", excerpts=tuple(map(an_excerpt, positions)))


def test_enter_leads_to_the_row(qtbot: QtBot) -> None:
    """The segment asks for its document and position."""
    block = _block(qtbot, 4, 7)
    with qtbot.waitSignal(block.wanted) as asked:
        press(block.cards[0], "Return")
    assert asked.args == [1, 4]


def test_a_double_click_leads_to_the_row(qtbot: QtBot) -> None:
    """So does the mouse."""
    block = _block(qtbot, 4, 7)
    with qtbot.waitSignal(block.wanted) as asked:
        QTest.mouseDClick(block.cards[1], Qt.MouseButton.LeftButton)
    assert asked.args == [1, 7]


def test_arrows_walk_from_segment_to_segment(qtbot: QtBot) -> None:
    """Down goes to the next one."""
    block = _block(qtbot, 4, 7)
    block.activateWindow()
    qtbot.waitUntil(block.cards[0].hasFocus)
    press(block.cards[0], "Down")
    assert block.cards[1].hasFocus()


def test_texts_are_copied_whole(qtbot: QtBot) -> None:
    """What was marked is on the clipboard without marks."""
    block = _block(qtbot, 4)
    press(block.cards[0], "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "Farmers will benefit.\nकिसानों को इससे बड़ा लाभ मिलेगा।"


def test_a_narrow_window_makes_the_segment_higher(qtbot: QtBot) -> None:
    """Text wraps instead of being cut."""
    block = _block(qtbot, 4)
    card = block.cards[0]
    assert card.heightForWidth(300) > card.heightForWidth(900)


def test_fewer_segments_leave_no_card_behind(qtbot: QtBot) -> None:
    """The cards are as many as the segments."""
    block = _block(qtbot, 1, 2, 3)
    block.show_block(_excerpts(2))
    assert [card.excerpt.position for card in block.cards if card.excerpt] == [2]

"""What is shown when there is nothing to review."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reviewer.ui.empty import EmptyState


@pytest.fixture
def empty(qtbot: QtBot) -> EmptyState:
    """An empty desk."""
    made = EmptyState()
    qtbot.addWidget(made)
    return made


def test_at_first_it_says_what_this_place_is_for(empty: EmptyState) -> None:
    """A new editor reads what to bring, and can look at the sample."""
    assert "Review" in empty.title.text()
    assert "DOCX" in empty.text.text()
    assert not empty.sample.isHidden()


def test_the_buttons_ask_for_what_they_say(empty: EmptyState, qtbot: QtBot) -> None:
    """One click opens the dialog, one the sample."""
    for button, signal in ((empty.open, empty.open_wanted), (empty.sample, empty.sample_wanted)):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_document_without_text_is_named(empty: EmptyState) -> None:
    """It says which document is empty, and offers no sample in a project of one's own."""
    empty.show_no_segments("खाली लेख")
    assert (empty.title.text(), empty.sample.isHidden()) == ("खाली लेख", True)


def test_an_empty_review_asks_for_its_first_article(empty: EmptyState) -> None:
    """A project without documents says what comes next."""
    empty.show_no_documents()
    assert "first article" in empty.text.text()
    assert empty.sample.isHidden()


def test_closing_a_project_brings_the_invitation_back(empty: EmptyState) -> None:
    """After a project is closed the sample is offered again."""
    empty.show_no_documents()
    empty.show_nothing_open()
    assert not empty.sample.isHidden()


def test_there_is_one_main_button(empty: EmptyState) -> None:
    """Of the two buttons one is the next step."""
    kinds = [button.property("kind") for button in empty.findChildren(QPushButton)]
    assert kinds.count("primary") == 1

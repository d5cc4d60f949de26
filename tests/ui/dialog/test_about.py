"""What the program is."""

from importlib.metadata import version

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reviewer.ui.dialog.about import AboutDialog, libraries


def test_version_and_licence_are_told(qtbot: QtBot) -> None:
    """The two things anybody looks for."""
    dialog = AboutDialog("9.8.7")
    qtbot.addWidget(dialog)
    text = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "9.8.7" in text
    assert "GNU General Public License" in text


def test_libraries_come_with_their_versions() -> None:
    """The versions are those in use."""
    assert ("SQLAlchemy", version("SQLAlchemy")) in libraries()

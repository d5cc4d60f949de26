"""Starting the window."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.review.session import Session
from reviewer.ui import app
from reviewer.ui.font import HINDI_FAMILY
from reviewer.ui.settings import Settings
from tests.builders import a_draft


@pytest.mark.usefixtures("qapp")
def test_there_is_one_application() -> None:
    """Asking twice gives the same application, under its own name."""
    first = app.make_application()
    first.setStyleSheet("")  # it would stand in front of the style itself
    assert app.make_application() is first
    assert first.applicationName() == "Reviewer"


def test_a_window_is_made_without_being_shown(qtbot: QtBot, tmp_path: Path) -> None:
    """The window is wired and styled before anybody sees it, with nothing open."""
    window = app.make_window(tmp_path, user="editor")
    qtbot.addWidget(window)
    assert not window.isVisible()
    assert window.desk.session is None
    assert HINDI_FAMILY in QApplication.font().families()
    window.close()


def test_the_theme_of_last_time_is_in_force(qtbot: QtBot, tmp_path: Path) -> None:
    """Who chose the night colours sees them from the start."""
    settings = Settings(tmp_path)
    settings.set("view.theme", "dark")
    settings.save()
    window = app.make_window(tmp_path, user="editor")
    qtbot.addWidget(window)
    assert QApplication.palette().window().color().lightness() < 80
    window.close()
    app.make_application().setStyleSheet("")


@pytest.mark.usefixtures("qapp")
def test_a_project_is_opened_drawn_and_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a picture asked for, the window opens the file, draws itself into it and ends well."""
    with Session.create(tmp_path / "project.review", user="editor") as session:
        session.add_document(a_draft())
    monkeypatch.setattr(app, "SCREENSHOT_DELAY_MS", 50)
    picture = tmp_path / "desk.png"
    code = app.run([tmp_path / "project.review"], screenshot=picture, profile_folder=tmp_path / "settings")
    assert code == 0
    assert QImage(str(picture)).width() >= 960

"""A workplace for each test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.ui.app import make_window
from tests.journeys.driver import Editor
from tests.ui.workplace import Workplace


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Iterator[Workplace]:
    """A table and a desk with nothing open."""
    made = Workplace(qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def editor(qtbot: QtBot, tmp_path: Path) -> Iterator[Editor]:
    """An editor in front of an empty desk."""
    window = make_window(tmp_path / "settings", user="editor")
    yield Editor(window, qtbot)
    window.close()
    window.deleteLater()

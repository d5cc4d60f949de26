"""A workplace for each test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.workplace import Workplace


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Iterator[Workplace]:
    """A table and a desk with nothing open."""
    made = Workplace(qtbot, tmp_path)
    yield made
    made.close()

"""Every test runs without a screen, away from the user's settings, and leaves nothing running."""

import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

# Before anything imports Qt, which reads these once.
_HOME = Path(tempfile.mkdtemp(prefix="reviewer-tests-"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["HOME"] = os.environ["USERPROFILE"] = str(_HOME)
for _name in (
    "APPDATA",
    "LOCALAPPDATA",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
):
    os.environ[_name] = str(_HOME / _name.lower())
os.environ["XDG_RUNTIME_DIR"] = str(_HOME)  # mkdtemp made it for this user alone, as Qt demands

_PATIENCE = 5.0
"""Seconds a thread that was told to stop has for doing so."""


def pytest_unconfigure() -> None:
    """Remove the throw-away home."""
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def _no_settings_of_another_test() -> Iterator[None]:
    """Give each test a home without a file in it."""
    yield
    for entry in _HOME.iterdir():
        if entry.is_dir():
            shutil.rmtree(entry, ignore_errors=True)
        else:
            entry.unlink(missing_ok=True)


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    """Fail a test that leaves a thread running or a window open."""
    before = set(threading.enumerate())
    yield
    threads = [thread for thread in threading.enumerate() if thread not in before and not is_foreign(thread)]
    for thread in threads:
        thread.join(_PATIENCE)
    assert [thread.name for thread in threads if thread.is_alive()] == [], "threads were left running"
    assert open_windows() == [], "windows were left open"


def is_foreign(thread: threading.Thread) -> bool:
    """Whether Python merely met this thread: Qt's pool and Dask's client keep theirs for the next job."""
    return thread.name.startswith(("Dummy-", "Dask-Offload", "IO loop"))


def open_windows() -> list[str]:
    """The windows on the screen, by class and title, where Qt was loaded at all."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    visible = [window for window in widgets.QApplication.topLevelWidgets() if window.isVisible()]
    return [f"{type(window).__name__} {window.windowTitle()!r}" for window in visible]

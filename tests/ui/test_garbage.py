"""Python's garbage and the threads of the window."""

import gc
import weakref

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.ui.app import make_application
from reviewer.ui.garbage import PauseCollector


class Knot:
    """Something that holds on to itself."""

    def __init__(self) -> None:
        self.itself = self


def test_no_thread_but_the_window_s_looks_for_garbage(qtbot: QtBot) -> None:
    """Background work never takes away a widget that is just being made."""
    application = make_application()
    assert qtbot is not None
    assert not gc.isenabled()
    make_application()
    assert len(application.findChildren(PauseCollector)) == 1


def test_garbage_goes_in_the_pauses(qtbot: QtBot) -> None:
    """What nobody needs any more is gone soon, without anybody asking."""
    make_application()
    knot = weakref.ref(Knot())
    kept = [[number] for number in range(5000)]
    qtbot.waitUntil(lambda: knot() is None)
    assert len(kept) == 5000


def test_everything_is_looked_at_when_the_editor_turns_away(qtbot: QtBot) -> None:
    """Old garbage goes when the window is not in front."""
    application = make_application()
    assert qtbot is not None
    old = Knot()
    gone = weakref.ref(old)
    gc.collect(1)
    del old
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert gone() is None

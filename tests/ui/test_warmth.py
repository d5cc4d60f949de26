"""Getting ready in the pauses."""

from pytestqt.qtbot import QtBot

from reviewer.ui.job import Dispatcher
from reviewer.ui.warmth import Warmth
from tests.ui.workplace import Workplace


def test_a_pause_is_used_once(place: Workplace, qtbot: QtBot) -> None:
    """Once nothing has happened for a while, what takes long is prepared, and never again."""
    done: list[bool] = []
    warmth = Warmth(place.desk, Dispatcher(place.desk), lambda: done.append(True), idle_ms=1)
    qtbot.waitUntil(lambda: done == [True])
    place.open("एक वाक्य।")
    assert warmth.is_done


def test_a_key_press_puts_it_off(place: Workplace, qtbot: QtBot) -> None:
    """While an editor works, nothing is prepared."""
    done: list[bool] = []
    warmth = Warmth(place.desk, Dispatcher(place.desk), lambda: done.append(True), idle_ms=60_000)
    place.open("एक वाक्य।")
    place.desk.mode_changed.emit()
    assert not warmth.is_done
    assert done == []
    assert qtbot is not None

"""From which day to which day."""

from datetime import date

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reviewer.ui.score.period import PeriodButton, PeriodPanel
from tests.ui.workplace import press


def _open(qtbot: QtBot) -> tuple[PeriodButton, PeriodPanel]:
    button = PeriodButton()
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    button.click()
    assert button.panel is not None
    return button, button.panel


def test_a_day_is_typed(qtbot: QtBot) -> None:
    """From a day on, everything counts."""
    button, panel = _open(qtbot)
    qtbot.keyClicks(panel.since, "2026-11-02")
    assert (button.since, button.until, button.text()) == (date(2026, 11, 2), None, "Time: from 2026-11-02")
    press(panel, "Esc")


def test_half_a_day_is_not_taken(qtbot: QtBot) -> None:
    """What is no day yet changes nothing and says what is expected."""
    button, panel = _open(qtbot)
    qtbot.keyClicks(panel.until, "2026-13")
    assert button.until is None
    assert "2026-11-23" in panel.trouble.text()
    panel.close()


def test_the_first_day_comes_before_the_last(qtbot: QtBot) -> None:
    """A period that holds no day is refused."""
    button, panel = _open(qtbot)
    qtbot.keyClicks(panel.since, "2026-11-02")
    qtbot.keyClicks(panel.until, "2026-11-01")
    assert button.until is None
    assert not panel.trouble.isHidden()
    panel.close()


def test_the_usual_periods_are_one_click(qtbot: QtBot) -> None:
    """The last week ends today and has seven days."""
    button, panel = _open(qtbot)
    next(b for b in panel.findChildren(QPushButton) if "7" in b.text()).click()
    assert button.since is not None
    assert button.until is not None
    assert (button.until - button.since).days == 6

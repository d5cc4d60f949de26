"""One condition of the selection."""

from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reviewer.ui.score.facet import FacetButton, OptionModel
from tests.ui.workplace import press

ENGINES = (("a", "Alpha"), ("b", "Beta"), ("c", "Gamma"))


def _button(qtbot: QtBot) -> FacetButton:
    made = FacetButton("systems", "Engine")
    qtbot.addWidget(made)
    made.offer(ENGINES)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


def test_the_model_keeps_qt_s_rules(qtbot: QtBot) -> None:
    """Options come, are ticked, and go as Qt demands."""
    model = OptionModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show(ENGINES, {"b"})
    model.show((), set())
    assert model.rowCount() == 0
    assert qtbot is not None
    tester.deleteLater()


def test_options_are_ticked_by_keyboard(qtbot: QtBot) -> None:
    """Space opens the list and ticks, arrows move, Esc closes."""
    button = _button(qtbot)
    press(button, "Space")
    assert button.list is not None
    with qtbot.waitSignal(button.changed):
        press(button.list.list, "Down", "Space")
    assert button.chosen == ("b",)
    assert button.text() == "Engine: Beta"
    press(button.list.list, "Esc")
    qtbot.waitUntil(lambda: button.list is None)


def test_several_options_are_counted(qtbot: QtBot) -> None:
    """The button stays short."""
    button = _button(qtbot)
    button.choose("a", "c")
    assert (button.chosen, button.text()) == (("a", "c"), "Engine: 2 chosen")


def test_one_option_is_no_choice(qtbot: QtBot) -> None:
    """Where all documents come from one engine, nothing is asked."""
    button = _button(qtbot)
    button.offer(ENGINES[:1])
    assert button.isHidden()


def test_an_option_that_is_gone_is_no_longer_chosen(qtbot: QtBot) -> None:
    """A removed document does not keep the page empty."""
    button = _button(qtbot)
    button.choose("c")
    button.offer(ENGINES[:2])
    assert button.chosen == ()


def test_long_lists_are_narrowed_by_typing(qtbot: QtBot) -> None:
    """A few letters leave what has them, however they are spelt."""
    button = _button(qtbot)
    button.offer([(n, f"लेख {n}") for n in range(12)])
    button.open()
    assert button.list is not None
    button.list.field.setText("11")
    assert button.list.list.model().rowCount() == 1
    button.list.close()

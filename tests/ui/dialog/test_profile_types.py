"""The table of error types."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reviewer.domain.flag import Severity
from reviewer.scoring.profile import load
from reviewer.ui.dialog.profile_types import TypeModel

EDIT = Qt.ItemDataRole.EditRole.value


def _model() -> TypeModel:
    made = TypeModel()
    made.show(load("newsroom").types)
    return made


def test_the_model_keeps_qt_s_rules(qtbot: QtBot) -> None:
    """Types come, change and go as Qt demands."""
    model = TypeModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show(load("newsroom").types)
    model.remove(model.add())
    assert qtbot is not None
    tester.deleteLater()


def test_a_weight_of_one_severity_is_set_and_taken_back(qtbot: QtBot) -> None:
    """An empty cell is the type's own weight."""
    model = _model()
    assert qtbot is not None
    assert model.setData(model.index(0, 4), "2.5", EDIT)
    assert model.types[0].weight_at(Severity.MAJOR) == 2.5
    assert model.setData(model.index(0, 4), "", EDIT)
    assert model.types[0].severity_weights == {}


@pytest.mark.parametrize(
    ("column", "text"), [(0, ""), (1, " "), (1, "accuracy/omission"), (2, "much"), (2, "-1"), (3, "inf")]
)
def test_what_cannot_be_used_is_refused_with_a_reason(qtbot: QtBot, column: int, text: str) -> None:
    """No name, a name twice, or no number: the cell keeps what it had."""
    model = _model()
    before = model.types
    with qtbot.waitSignal(model.refused) as said:
        assert not model.setData(model.index(0, column), text, EDIT)
    assert said.args[0]
    assert model.types == before


def test_the_last_type_stays(qtbot: QtBot) -> None:
    """A flag needs at least one type."""
    model = TypeModel()
    model.show(load("newsroom").types[:1])
    with qtbot.waitSignal(model.refused):
        model.remove(0)
    assert model.rowCount() == 1


def test_new_types_have_names_of_their_own(qtbot: QtBot) -> None:
    """Two added at once do not collide."""
    model = _model()
    model.add()
    model.add()
    assert qtbot is not None
    assert len({kind.id for kind in model.types}) == len(model.types)

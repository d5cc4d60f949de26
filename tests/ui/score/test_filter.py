"""The bar above the scores."""

from pytestqt.qtbot import QtBot

from reviewer.domain.report import Selection
from reviewer.domain.segment import Document, Role
from reviewer.scoring.profile import load
from reviewer.ui.score.filter import FilterBar


def _bar(qtbot: QtBot) -> FilterBar:
    made = FilterBar()
    qtbot.addWidget(made)
    documents = [
        Document(id=1, title="लेख", system="Alpha", desk="sport", created=""),
        Document(id=2, title="Article", system="Beta", desk="sport", created=""),
    ]
    made.offer(documents, ("Asha", "Ravi"), load("newsroom"))
    return made


def test_the_selection_is_what_is_ticked(qtbot: QtBot) -> None:
    """All conditions hold together."""
    bar = _bar(qtbot)
    bar.documents.choose(2)
    bar.systems.choose("Beta")
    bar.roles.choose(Role.HEADLINE)
    bar.types.choose("accuracy")
    assert bar.selection == Selection(
        documents=(2,), systems=("Beta",), roles=(Role.HEADLINE,), types=("accuracy",)
    )


def test_a_condition_that_tells_nothing_apart_is_not_shown(qtbot: QtBot) -> None:
    """Both articles are for one desk, so nobody is asked for the desk."""
    bar = _bar(qtbot)
    assert bar.desks.isHidden()
    assert not bar.systems.isHidden()


def test_one_click_shows_everything_again(qtbot: QtBot) -> None:
    """The way back is there only while something is left out."""
    bar = _bar(qtbot)
    assert bar.all.isHidden()
    bar.editors.choose("Asha")
    bar.editors.changed.emit()
    assert not bar.all.isHidden()
    with qtbot.waitSignal(bar.changed):
        bar.all.click()
    assert bar.selection == Selection()
    assert bar.all.isHidden()


def test_whole_dimensions_can_be_chosen(qtbot: QtBot) -> None:
    """A dimension stands before its types."""
    bar = _bar(qtbot)
    ids = [value for value, _ in bar.types.model.options]
    assert ids[:2] == ["accuracy", "accuracy/mistranslation"]

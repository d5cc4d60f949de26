"""The list of documents."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from reviewer.domain.segment import State
from reviewer.ui.documents import SUMMARY_ROLE, DocumentModel, DocumentPanel
from tests.builders import a_draft
from tests.ui.workplace import Workplace

TITLES = ("क़लम की ताक़त", "हिंदी दिवस", "Budget 2026")


@pytest.fixture
def panel(place: Workplace) -> Iterator[DocumentPanel]:
    """The panel of a project with three documents."""
    made = DocumentPanel(place.desk, place.theme, place.fonts)
    place.qtbot.addWidget(made)
    session = place.session("पहला।", "दूसरा।")
    session.rename(1, TITLES[0])
    for title in TITLES[1:]:
        session.add_document(a_draft(title=title))
    place.desk.attach(session)
    yield made
    made.close()


def titles(model: QAbstractItemModel) -> list[str]:
    """The titles a model shows."""
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_documents_are_listed_in_their_order(panel: DocumentPanel) -> None:
    """The list shows every document of the project, as they were added."""
    assert titles(panel.proxy) == list(TITLES)


def test_a_closed_project_empties_the_list(panel: DocumentPanel, place: Workplace) -> None:
    """Without a project there are no documents."""
    place.desk.detach()
    assert titles(panel.proxy) == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("कलम", [TITLES[0]]),
        ("क\u093cलम", [TITLES[0]]),
        ("ताकत कलम", [TITLES[0]]),
        ("हिन्दी", [TITLES[1]]),
        ("budget", [TITLES[2]]),
        ("BUD 26", [TITLES[2]]),
        ("", list(TITLES)),
        ("   ", list(TITLES)),
        ("नहीं है", []),
    ],
)
def test_the_filter_folds_spelling(panel: DocumentPanel, typed: str, found: list[str]) -> None:
    """Titles are found whatever way nukta, nasals and case are written, by all words typed."""
    panel.filter.setText(typed)
    assert titles(panel.proxy) == found


def test_clearing_the_filter_shows_all(panel: DocumentPanel) -> None:
    """Nothing that was filtered out is lost."""
    panel.filter.setText("budget")
    panel.filter.clear()
    assert titles(panel.proxy) == list(TITLES)


def test_a_new_title_is_filtered_anew(panel: DocumentPanel, place: Workplace) -> None:
    """A document renamed to what was typed comes into the list."""
    panel.filter.setText("समाचार")
    assert place.desk.session is not None
    place.desk.session.rename(2, "ताज़ा समाचार")
    assert titles(panel.proxy) == ["ताज़ा समाचार"]


def test_a_click_chooses_the_document(panel: DocumentPanel, qtbot: QtBot) -> None:
    """Pressing a title asks for that document, filtered list or not."""
    with qtbot.waitExposed(panel):
        panel.show()
    panel.filter.setText("budget")
    where = panel.list.visualRect(panel.proxy.index(0, 0)).center()
    with qtbot.waitSignal(panel.chosen) as told:
        QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert told.args == [3]


def test_progress_is_up_to_date(panel: DocumentPanel, place: Workplace) -> None:
    """A reviewed segment counts at once, without the list being built again."""
    session = place.desk.session
    assert session is not None
    resets: list[str] = []
    panel.model.modelReset.connect(lambda: resets.append("reset"))
    session.set_state(place.model.row(0).segment.id, State.REVIEWED)
    summary = panel.model.index(0).data(SUMMARY_ROLE)
    assert (summary.done, summary.total, resets) == (1, 2, [])


def test_the_tooltip_shows_the_whole_title(panel: DocumentPanel) -> None:
    """A title that is cut off can be read."""
    assert panel.model.index(0).data(Qt.ItemDataRole.ToolTipRole) == TITLES[0]


def test_the_model_and_its_filter_keep_the_rules_of_qt(panel: DocumentPanel, place: Workplace) -> None:
    """Qt's own tester finds nothing wrong while documents come, go and are filtered."""
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    testers = [QAbstractItemModelTester(model, mode) for model in (panel.model, panel.proxy)]
    session = place.desk.session
    assert session is not None
    panel.filter.setText("बजट")
    session.add_document(a_draft(title="बजट"))
    session.remove_document(2)
    panel.filter.clear()
    assert titles(panel.proxy) == [TITLES[0], TITLES[2], "बजट"]
    assert [tester.model() for tester in testers] == [panel.model, panel.proxy]


def test_the_list_is_painted(panel: DocumentPanel, place: Workplace, qtbot: QtBot) -> None:
    """The current document stands out, and a signed one carries its seal."""
    session = place.desk.session
    assert session is not None
    with qtbot.waitExposed(panel):
        panel.show()
    before = panel.list.grab().toImage()
    place.desk.show_document(2)
    current = panel.list.grab().toImage()
    session.set_state(session.segments(2, 0, 1)[0].id, State.REVIEWED)
    session.set_state(session.segments(2, 1, 2)[0].id, State.REVIEWED)
    session.sign_off(2)
    assert len({before.cacheKey(), current.cacheKey()}) == 2
    assert before != current
    assert panel.list.grab().toImage() != current


@pytest.mark.usefixtures("qapp")
def test_a_model_without_documents_is_empty(place: Workplace) -> None:
    """Before a project is open there are no rows, and showing none again is no change."""
    model = DocumentModel(place.desk)
    model.show(())
    assert model.rowCount() == 0

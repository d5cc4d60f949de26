"""The paged model of a document's rows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reviewer.domain.flag import Severity
from reviewer.domain.segment import State
from reviewer.domain.span import Side, Span
from reviewer.review.session import Session
from reviewer.ui.grid.model import PAGE, PAGES_KEPT, TEXT_COLUMNS, Column, SegmentModel
from tests.builders import a_draft


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A new project without documents."""
    with Session.create(tmp_path / "project.review", user="editor") as made:
        yield made


def shown(session: Session, *texts: str, sources: tuple[str, ...] = ()) -> SegmentModel:
    """A model of a new document of these texts."""
    model = SegmentModel()
    model.show(session, session.add_document(a_draft(*texts, sources=sources)).id)
    return model


def many(number: int) -> tuple[str, ...]:
    """Make so many short texts."""
    return tuple(f"वाक्य {n}।" for n in range(number))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("number", [1, PAGE, PAGE + 1])
def test_the_model_keeps_the_rules_of_qt(session: Session, number: int) -> None:
    """Qt's own tester finds nothing wrong with the model, nor with what it signals."""
    model = shown(session, *many(number))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    session.set_final(model.row(0).segment.id, "नया।")
    model.refresh(0)
    model.reload()
    model.show(None, None)
    assert tester.model() is model


@pytest.mark.usefixtures("qapp")
def test_a_document_without_segments_has_no_rows(session: Session) -> None:
    """An empty document is shown as no rows, not as an error."""
    model = SegmentModel()
    draft = a_draft()
    empty = session.add_document(type(draft)(title="खाली", segments=()))
    model.show(session, empty.id)
    assert model.rowCount() == 0


@pytest.mark.usefixtures("qapp")
def test_nothing_shown_has_no_rows() -> None:
    """Without a project the model is empty."""
    model = SegmentModel()
    model.show(None, None)
    assert (model.rowCount(), model.document_id) == (0, None)


@pytest.mark.usefixtures("qapp")
def test_rows_have_no_children(session: Session) -> None:
    """A table is not a tree."""
    model = shown(session)
    inside = model.index(0, 0)
    assert (model.rowCount(inside), model.columnCount(inside)) == (0, 0)


@pytest.mark.usefixtures("qapp")
def test_cells_show_the_texts(session: Session) -> None:
    """A row reads number, source, back-translation and Hindi."""
    model = shown(session, "पहला।", sources=("First.",))
    assert [model.index(0, column).data() for column in Column] == ["1", "First.", "", "पहला।"]


@pytest.mark.usefixtures("qapp")
def test_a_screen_reader_hears_number_and_state(session: Session) -> None:
    """What is only painted is said as well."""
    model = shown(session)
    said = model.index(1, Column.STATE).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert said == "Segment 2, unreviewed"


@pytest.mark.usefixtures("qapp")
def test_a_cell_outside_the_table_has_no_data(session: Session) -> None:
    """An invalid index is answered with nothing."""
    assert shown(session).data(QModelIndex()) is None


@pytest.mark.usefixtures("qapp")
def test_columns_are_named(session: Session) -> None:
    """The header says what each text is."""
    model = shown(session)
    horizontal, display = Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole
    names = [model.headerData(column, horizontal, display) for column in TEXT_COLUMNS]
    assert names == ["Source", "Back-translation", "Hindi (final)"]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("position", [-1, 2])
def test_a_row_outside_the_document_is_refused(session: Session, position: int) -> None:
    """There is no row before the first or after the last."""
    with pytest.raises(IndexError):
        shown(session).row(position)


@pytest.mark.usefixtures("qapp")
def test_opening_reads_no_row(session: Session) -> None:
    """A document is opened by counting its rows; none is fetched before it is looked at."""
    assert list(shown(session, *many(PAGE * 3))._pages) == []


@pytest.mark.usefixtures("qapp")
def test_looking_at_a_row_reads_its_page_only(session: Session) -> None:
    """A row in the middle brings its own page and no other."""
    model = shown(session, *many(PAGE * 3))
    assert model.row(PAGE + 5).segment.received == f"वाक्य {PAGE + 5}।"
    assert list(model._pages) == [1]


@pytest.mark.usefixtures("qapp")
def test_pages_looked_at_long_ago_are_forgotten(session: Session) -> None:
    """Walking a long document does not fill the memory."""
    model = shown(session, *many(PAGE * (PAGES_KEPT + 3)))
    for position in range(0, model.rowCount(), PAGE):
        model.row(position)
    assert (len(model._pages), 0 in model._pages) == (PAGES_KEPT, False)


@pytest.mark.usefixtures("qapp")
def test_a_page_in_use_is_kept(session: Session) -> None:
    """The page of the current row stays, however far one looks around."""
    model = shown(session, *many(PAGE * (PAGES_KEPT + 3)))
    for position in range(0, model.rowCount(), PAGE):
        model.row(position)
        model.row(0)
    assert 0 in model._pages


def test_refreshing_a_row_tells_of_that_row_alone(session: Session, qtbot: QtBot) -> None:
    """After an edit one row is drawn again, never the list."""
    model = shown(session, *many(5))
    session.set_final(model.row(3).segment.id, "बदला।")
    with qtbot.waitSignal(model.dataChanged) as told:
        model.refresh(3)
    first, last = told.args[:2]
    assert [(first.row(), first.column()), (last.row(), last.column())] == [(3, 0), (3, Column.HINDI)]


@pytest.mark.usefixtures("qapp")
def test_refreshing_a_row_brings_text_state_and_flags(session: Session) -> None:
    """Everything about the row is read again."""
    model = shown(session, *many(3))
    segment = model.row(1).segment
    session.set_final(segment.id, "बदला।")
    session.set_state(segment.id, State.IN_WORK)
    session.add_flag(segment.id, [Span.single(Side.FINAL, 0, 3)], "accuracy/addition", Severity.MAJOR)
    model.refresh(1)
    row = model.row(1)
    assert (row.segment.final, row.segment.state, len(row.flags)) == ("बदला।", State.IN_WORK, 1)


@pytest.mark.usefixtures("qapp")
def test_refreshing_leaves_the_neighbours_as_they_were(session: Session) -> None:
    """Rows of the same page are not read again."""
    model = shown(session, *many(3))
    before = model.row(0)
    model.refresh(1)
    assert model.row(0) is before


@pytest.mark.usefixtures("qapp")
def test_refreshing_a_row_never_looked_at_reads_nothing(session: Session) -> None:
    """A change far away costs nothing."""
    model = shown(session, *many(PAGE * 2))
    model.row(0)
    model.refresh(PAGE + 1)
    assert list(model._pages) == [0]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("position", [-1, 2, 99])
def test_refreshing_outside_the_document_does_nothing(session: Session, position: int) -> None:
    """A late word about a row that is gone is passed over."""
    model = shown(session)
    told: list[object] = []
    model.dataChanged.connect(told.append)
    model.refresh(position)
    assert told == []


@pytest.mark.usefixtures("qapp")
def test_reloading_counts_again(session: Session) -> None:
    """After a merge there is one row fewer."""
    model = shown(session, *many(3))
    session.merge(model.row(0).segment.id)
    model.reload()
    assert [model.row(n).segment.position for n in range(model.rowCount())] == [0, 1]


@pytest.mark.usefixtures("qapp")
def test_flags_come_with_their_page(session: Session) -> None:
    """A page is fetched with everything said about its rows."""
    model = shown(session, *many(2))
    flag = session.add_flag(
        session.segments(1, 1, 2)[0].id, [Span.single(Side.FINAL, 0, 2)], "fluency/grammar", Severity.MINOR
    )
    assert (model.row(0).flags, model.row(1).flags) == ((), (flag,))

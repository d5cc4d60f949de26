"""Session events as signals."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.domain.segment import State
from reviewer.review.session import Session
from reviewer.ui.bridge import Bridge
from tests.builders import a_draft


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A project with one document of two rows."""
    with Session.create(tmp_path / "project.review", user="editor") as made:
        made.add_document(a_draft())
        yield made


def test_a_changed_segment_is_signalled(session: Session, qtbot: QtBot) -> None:
    """Document, segment and row are named."""
    bridge = Bridge(session)
    segment = session.segments(1, 1, 2)[0]
    with qtbot.waitSignal(bridge.segment_changed) as told:
        session.set_state(segment.id, State.REVIEWED)
    assert told.args == [1, segment.id, 1]


def test_merged_rows_are_signalled(session: Session, qtbot: QtBot) -> None:
    """Rows that came or went name their document."""
    bridge = Bridge(session)
    with qtbot.waitSignal(bridge.rows_changed) as told:
        session.merge(session.segments(1, 0, 1)[0].id)
    assert told.args == [1]


def test_a_new_document_is_signalled(session: Session, qtbot: QtBot) -> None:
    """The list of documents hears of each."""
    bridge = Bridge(session)
    with qtbot.waitSignal(bridge.documents_changed):
        session.add_document(a_draft())


def test_another_profile_is_signalled(session: Session, qtbot: QtBot) -> None:
    """Scores are computed anew under other rules."""
    bridge = Bridge(session)
    with qtbot.waitSignal(bridge.profile_changed):
        session.set_profile("plain")


def test_undo_is_signalled(session: Session, qtbot: QtBot) -> None:
    """What can be undone or redone changes with each edit."""
    bridge = Bridge(session)
    session.rename(1, "नया")
    with qtbot.waitSignal(bridge.history_changed):
        session.undo()


def test_a_closed_bridge_is_silent(session: Session, qtbot: QtBot) -> None:
    """After closing nothing is passed on."""
    bridge = Bridge(session)
    bridge.close()
    with qtbot.assertNotEmitted(bridge.documents_changed):
        session.rename(1, "नया")

"""Questions to a project."""

from pathlib import Path

import pytest

from reviewer.domain.flag import Severity
from reviewer.domain.segment import State
from reviewer.review import query
from reviewer.review.query import Goal
from reviewer.review.session import Session
from tests.builders import a_draft
from tests.review.projects import TEXTS, a_project, flag_words, the_rows

ROWS = 6


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Six rows: 1 and 4 flagged (4 without a type), 2 edited, 0 and 5 reviewed."""
    session = a_project(tmp_path, *[f"वाक्य {number} है।" for number in range(ROWS)], sources=())
    rows = the_rows(session)
    flag_words(session, rows[1], 0, 5)
    session.add_flag(rows[4], (), "", Severity.MINOR)
    session.set_final(rows[2], "बदला।")
    session.set_state(rows[0], State.REVIEWED)
    session.set_state(rows[5], State.CLEAN)
    return session


@pytest.mark.parametrize(
    ("kind", "start", "forward", "found"),
    [
        ("unreviewed", 0, True, 1),
        ("unreviewed", 3, True, 4),
        ("unreviewed", 5, False, 4),
        ("flag", -1, True, 1),
        ("flag", 1, True, 4),
        ("flag", 4, False, 1),
        ("flag", 4, True, None),
        ("edited", -1, True, 2),
        ("edited", 2, False, None),
        ("unclassified", -1, True, 4),
        ("unclassified", 4, False, None),
    ],
)
def test_next_row_is_found_in_either_direction(
    session: Session, kind: Goal, start: int, forward: bool, found: int | None
) -> None:
    """The row one stands on is not found again, and the end is told from a row."""
    assert session.find_next(1, start, forward=forward, kind=kind) == found
    session.close()


@pytest.mark.parametrize("kind", ["unreviewed", "flag", "edited", "unclassified"])
def test_next_row_is_found_through_an_index(session: Session, kind: Goal) -> None:
    """No rows are read in between, so a million rows cost what a hundred do."""
    with session._database.read() as connection:
        statement = query.next_row(1, 0, is_forward=True, goal=kind)
        sql = statement.compile(connection.engine, compile_kwargs={"literal_binds": True})
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}").all()
    session.close()
    index = {
        "unreviewed": "segments_by_state",
        "flag": "segments_flagged",
        "edited": "segments_edited",
        "unclassified": "flags_untyped",
    }
    assert index[kind] in str(plan)
    assert "segments_by_position" not in str(plan)


def test_flags_between_rows_are_grouped_by_segment(session: Session) -> None:
    """Rows outside and rows without flags are left out."""
    rows = the_rows(session)
    found = session.flags_between(1, 0, 4)
    assert list(found) == [rows[1]]
    assert found[rows[1]] == session.flags(rows[1])
    session.close()


def test_segments_are_read_by_row(tmp_path: Path) -> None:
    """A page of rows, half-open, of one document only."""
    with a_project(tmp_path) as session:
        session.add_document(a_draft("और।"))
        assert [segment.received for segment in session.segments(1, 1, 3)] == list(TEXTS[1:])
        assert session.segments(1, 3, 9) == ()


def test_project_review_holds_the_documents_asked_for(tmp_path: Path) -> None:
    """All that are not removed, or those named."""
    with a_project(tmp_path) as session:
        second = session.add_document(a_draft("और।"))
        session.set_profile("mqm-wmt")
        whole = session.project_review()
        assert [review.document.id for review in whole.documents] == [1, second.id]
        assert whole.profile == "mqm-wmt"
        assert session.project_review([second.id]).documents == whole.documents[1:]
        session.remove_document(1)
        assert session.project_review().documents == whole.documents[1:]


@pytest.mark.parametrize("noun", ["document", "segment", "flag"])
def test_what_is_not_there_is_a_key_error(tmp_path: Path, noun: str) -> None:
    """The error names what was looked for."""
    with a_project(tmp_path) as session, pytest.raises(KeyError, match=f"no {noun} 99"):
        getattr(session, noun)(99)

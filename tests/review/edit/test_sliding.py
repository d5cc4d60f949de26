"""Shifting source or back-translation against the Hindi."""

from pathlib import Path

import pytest

from reviewer.domain.flag import Severity
from reviewer.domain.span import Side, Span
from reviewer.review.session import Session
from tests.review.projects import SOURCES, TEXTS, a_project, flag_words, the_review, the_rows


def the_sources(session: Session) -> list[str | None]:
    """The first document's source texts, in order."""
    return [segment.source for segment in the_review(session).segments]


def test_shift_down_empties_this_row_and_fills_the_last(tmp_path: Path) -> None:
    """Each source goes one row down; the last row takes two."""
    with a_project(tmp_path) as session:
        session.shift(the_rows(session)[0], Side.SOURCE, 1)
        assert the_sources(session) == [None, SOURCES[0], f"{SOURCES[1]} {SOURCES[2]}"]


def test_shift_up_joins_this_row_to_the_one_above(tmp_path: Path) -> None:
    """Each source goes one row up; the last row is left without one."""
    with a_project(tmp_path) as session:
        session.shift(the_rows(session)[1], Side.SOURCE, -1)
        assert the_sources(session) == [f"{SOURCES[0]} {SOURCES[1]}", SOURCES[2], None]


def test_shift_leaves_the_hindi_where_it_is(tmp_path: Path) -> None:
    """Only one side moves."""
    with a_project(tmp_path) as session:
        session.shift(the_rows(session)[0], Side.SOURCE, 1)
        assert [segment.received for segment in the_review(session).segments] == list(TEXTS)


def test_shift_stops_before_a_locked_row(tmp_path: Path) -> None:
    """Rows from the next locked one on keep their texts."""
    with a_project(tmp_path) as session:
        first, _, third = the_rows(session)
        session.set_locked(third, True)
        session.shift(first, Side.SOURCE, 1)
        assert the_sources(session) == [None, f"{SOURCES[0]} {SOURCES[1]}", SOURCES[2]]


@pytest.mark.parametrize(("row", "by"), [(0, 1), (1, 1), (1, -1), (2, -1)])
def test_shift_is_undone_exactly(tmp_path: Path, row: int, by: int) -> None:
    """Undo puts every text back, redo shifts again."""
    with a_project(tmp_path) as session:
        before = the_review(session)
        session.shift(the_rows(session)[row], Side.SOURCE, by)
        shifted = the_review(session)
        session.undo()
        assert the_review(session) == before
        session.redo()
        assert the_review(session) == shifted


@pytest.mark.parametrize(("row", "by", "reason"), [(2, 1, "no free row below"), (0, -1, "no row above")])
def test_shift_needs_a_row_to_shift_into(tmp_path: Path, row: int, by: int, reason: str) -> None:
    """At the ends there is nowhere to go."""
    with a_project(tmp_path) as session, pytest.raises(ValueError, match=reason):
        session.shift(the_rows(session)[row], Side.SOURCE, by)


def test_received_text_is_never_shifted(tmp_path: Path) -> None:
    """The Hindi is what the other texts are aligned to."""
    with a_project(tmp_path) as session, pytest.raises(ValueError, match="only source"):
        session.shift(the_rows(session)[0], Side.RECEIVED, 1)


def test_flag_on_the_source_follows_its_words(tmp_path: Path) -> None:
    """A flag on the source alone goes to the row its words went to, joined texts included."""
    with a_project(tmp_path) as session:
        first, second, third = the_rows(session)
        going = flag_words(session, second, 4, 10, Side.SOURCE)
        staying = flag_words(session, third, 4, 9, Side.SOURCE)
        session.shift(first, Side.SOURCE, 1)
        for flag, words in ((going, "second"), (staying, "third")):
            moved = session.flag(flag.id)
            assert moved.segment_id == third
            assert moved.spans[0].quote(session.segment(third).source or "") == words


def test_flag_on_the_hindi_stays_with_it(tmp_path: Path) -> None:
    """It gives up the source words that left its row, until the shift is undone."""
    with a_project(tmp_path) as session:
        second = the_rows(session)[1]
        spans = [Span.single(Side.RECEIVED, 0, 6), Span.single(Side.SOURCE, 4, 10)]
        flag = session.add_flag(second, spans, "accuracy/mistranslation", Severity.MAJOR)
        session.shift(second, Side.SOURCE, -1)
        assert (session.flag(flag.id).segment_id, session.flag(flag.id).spans) == (second, flag.spans[:1])
        session.undo()
        assert session.flag(flag.id) == flag

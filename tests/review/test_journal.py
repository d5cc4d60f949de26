"""The journal: append-only, and all that undo needs."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from reviewer.domain.flag import Severity
from reviewer.domain.segment import Role, State
from reviewer.domain.snapshot import ProjectReview
from reviewer.domain.span import Side, Span
from reviewer.review.change import Kind, RowChange
from reviewer.review.session import Session
from tests.review.projects import TEXTS, a_project, flag_words, the_rows


def test_entry_says_who_changed_what_and_when(tmp_path: Path) -> None:
    """An edit's entry holds the texts before and after, the user and the moment in UTC."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        session.set_final(row, "नया।")
        entry = session.journal()[-1]
        assert (entry.who, entry.kind, entry.action) == ("asha", Kind.DO, "Edit Hindi")
        assert (entry.segment_id, entry.document_id) == (row, 1)
        assert datetime.fromisoformat(entry.at).utcoffset() is not None
        assert RowChange("segments", row, {"final": None}, {"final": "नया।"}) in entry.steps


def test_journal_keeps_what_was_undone(tmp_path: Path) -> None:
    """Undo and redo are entries of their own that name what they are about."""
    with a_project(tmp_path) as session:
        session.set_final(the_rows(session)[0], "नया।")
        session.undo()
        session.redo()
        assert [(entry.kind, entry.ref) for entry in session.journal()[1:]] == [
            (Kind.DO, None),
            (Kind.UNDO, 2),
            (Kind.REDO, 2),
        ]


def test_journal_of_one_segment_leaves_out_the_others(tmp_path: Path) -> None:
    """The history of a row is what was done to it."""
    with a_project(tmp_path) as session:
        first, second, _ = the_rows(session)
        session.set_final(first, "नया।")
        session.set_final(second, "और नया।")
        assert [entry.segment_id for entry in session.journal(segment_id=second)] == [second]


def test_limited_journal_holds_the_newest_entries_in_order(tmp_path: Path) -> None:
    """A limit cuts off the old end."""
    with a_project(tmp_path) as session:
        for text in ("एक।", "दो।", "तीन।"):
            session.set_final(the_rows(session)[0], text)
        assert [entry.id for entry in session.journal(limit=2)] == [3, 4]


@pytest.mark.parametrize("statement", ["UPDATE journal SET who = 'x'", "DELETE FROM journal"])
def test_journal_is_neither_updated_nor_deleted(tmp_path: Path, statement: str) -> None:
    """The file itself refuses to rewrite its history."""
    with a_project(tmp_path) as session:
        with pytest.raises(IntegrityError, match="append-only"), session._database.write() as connection:
            connection.exec_driver_sql(statement)
        assert len(session.journal()) == 1


def test_received_text_never_changes(tmp_path: Path) -> None:
    """The file itself refuses to rewrite what the engine wrote."""
    with a_project(tmp_path) as session:
        with pytest.raises(IntegrityError, match="never changes"), session._database.write() as connection:
            connection.exec_driver_sql("UPDATE segments SET received = 'x'")
        assert session.segment(the_rows(session)[0]).received == TEXTS[0]


def test_merge_writes_no_more_than_the_rows_it_joins(tmp_path: Path) -> None:
    """Rows that only move up are one step in the journal, not one each."""
    with a_project(tmp_path, *[f"वाक्य {number}।" for number in range(200)], sources=()) as session:
        session.merge(the_rows(session)[0])
        assert len(session.journal()[-1].steps) == 3


def test_numbers_of_rows_are_never_given_twice(tmp_path: Path) -> None:
    """A flag made after an undo has an id of its own, so the journal stays unambiguous."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        first = flag_words(session, row, 0, 5)
        session.undo()
        assert flag_words(session, row, 0, 5).id > first.id


WHOLE = ("merge", "split", "text", "flag")
ACTIONS = (
    *WHOLE,
    *("change", "unflag", "pass", "state", "judge", "shift", "role", "source", "lock", "sign"),
)
WORDS = ("यह", "क्षत्रिय", "वाक्य", "नया", "है।", "", "१२", "और लंबा")


def _edits(session: Session, pick: int, text: str) -> dict[str, Callable[[], object]]:
    """Everything that can be done to the row that `pick` chooses."""
    document = session.documents()[0].document.id
    rows = session.segments(document, 0, 99)
    segment = rows[pick % len(rows)]
    row = segment.id
    flags = session.flags(row)
    side = Side.SOURCE if segment.source and pick % 3 == 0 else Side.FINAL
    end = pick % (len(segment.text(side)) + 1)
    spans = [Span.single(side, min(2, end), end)]
    return {
        "text": lambda: session.set_final(row, text),
        "flag": lambda: session.add_flag(row, spans, "", Severity.MINOR, suggestion=text),
        "change": lambda: flags and session.change_flag(flags[0].id, spans=spans, comment=text),
        "unflag": lambda: list(map(session.remove_flag, (flag.id for flag in flags[-1:]))),
        "pass": lambda: session.pass_over(row, text),
        "state": lambda: session.set_state(row, list(State)[pick % 4]),
        "judge": lambda: session.judge(row, None if pick % 5 == 0 else pick),
        "merge": lambda: session.merge(row),
        "split": lambda: session.split(row, pick % 20, len(segment.source or "") // 2),
        "shift": lambda: session.shift(row, Side.SOURCE, 1 if pick % 2 else -1),
        "role": lambda: session.set_role(row, list(Role)[pick % 5]),
        "source": lambda: session.set_text(row, "source", text or None),
        "lock": lambda: session.set_locked(row, pick % 4 == 0),
        "sign": lambda: session.sign_off(document),
    }


def _act(session: Session, action: str, pick: int, words: list[str]) -> None:
    """Do one edit; what the rules refuse is left undone."""
    with suppress(ValueError):
        _edits(session, pick, " ".join(words))[action]()


def _snapshot(session: Session) -> tuple[ProjectReview, tuple[object, ...]]:
    return session.project_review(), session.documents()


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(ACTIONS), st.integers(0, 60), st.lists(st.sampled_from(WORDS), max_size=4)),
        max_size=12,
    )
)
def test_undo_restores_exactly_what_was_there(steps: list[tuple[str, int, list[str]]]) -> None:
    """After any edits, undo walks back through every state there was, and redo forward again."""
    with TemporaryDirectory() as folder, a_project(Path(folder)) as session:
        states = [_snapshot(session)]
        for action, pick, words in steps:
            entries = len(session.journal())
            _act(session, action, pick, words)
            if len(session.journal()) > entries:
                states.append(_snapshot(session))
        for state in reversed(states[:-1]):
            session.undo()
            assert _snapshot(session) == state
        for state in states[1:]:
            session.redo()
            assert _snapshot(session) == state


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(ACTIONS), st.integers(0, 60), st.lists(st.sampled_from(WORDS), max_size=4)),
        max_size=15,
    )
)
def test_counters_and_rows_agree_after_any_edits(steps: list[tuple[str, int, list[str]]]) -> None:
    """What is counted along is what counting afresh gives; rows stay dense, spans inside their texts."""
    with TemporaryDirectory() as folder, a_project(Path(folder)) as session:
        for action, pick, words in steps:
            _act(session, action, pick, words)
        review, summary = session.project_review().documents[0], session.documents()[0]
        segments = {segment.id: segment for segment in review.segments}
        assert [segment.position for segment in review.segments] == list(range(summary.total))
        assert summary.done == sum(segment.state.is_done for segment in review.segments)
        assert summary.in_work == sum(segment.state is State.IN_WORK for segment in review.segments)
        assert summary.edited == sum(segment.is_edited for segment in review.segments)
        assert summary.flags == len(review.flags)
        for flag in review.flags:
            for span in flag.spans:
                assert span.end <= len(segments[flag.segment_id].text(span.side))
        flagged = {flag.segment_id for flag in review.flags}
        found = session.find_next(review.document.id, -1, kind="flag")
        assert found == min((segments[row].position for row in flagged), default=None)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(WHOLE),
            st.integers(0, 60),
            st.lists(st.sampled_from(WORDS), max_size=4),
        ),
        max_size=15,
    )
)
def test_merge_and_split_only_join_and_cut_received_text(steps: list[tuple[str, int, list[str]]]) -> None:
    """Whatever is merged and split, the engine's words are all there, in order."""
    with TemporaryDirectory() as folder, a_project(Path(folder)) as session:
        for action, pick, words in steps:
            _act(session, action, pick, words)
        segments = session.project_review().documents[0].segments
        received = "".join(segment.received for segment in segments)
        assert received.replace(" ", "") == "".join(TEXTS).replace(" ", "")

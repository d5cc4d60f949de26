"""Flags: where their spans are put, and how they change."""

from pathlib import Path
from typing import Any

import pytest

from reviewer.domain.flag import Resolution, Severity
from reviewer.domain.segment import State
from reviewer.domain.span import Range, Side, Span
from tests.review.projects import TEXTS, a_project, flag_words, the_review, the_rows


def test_span_is_snapped_to_letters(tmp_path: Path) -> None:
    """A span that ends inside a cluster is widened to its border."""
    with a_project(tmp_path, "क्षत्रिय लोग।", sources=()) as session:
        flag = flag_words(session, the_rows(session)[0], 1, 5)
        assert flag.spans[0].ranges == (Range(0, 7),)
        assert flag.quote == "क्षत्रि"


def test_flag_says_who_made_it_and_when(tmp_path: Path) -> None:
    """Author, moment and origin are filled in, and all of it is read back."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        flag = flag_words(session, row, 0, 4)
        assert (flag.author, flag.origin, flag.quote) == ("asha", "hand", "पहला")
        assert flag.created.endswith("+00:00")
        assert session.flags(row) == (flag,)


def test_flag_on_unedited_final_text_lies_on_received(tmp_path: Path) -> None:
    """Where nothing was edited the words are the engine's."""
    with a_project(tmp_path) as session:
        flag = flag_words(session, the_rows(session)[0], 0, 4, Side.FINAL)
        assert flag.spans == (Span.single(Side.RECEIVED, 0, 4),)


def test_flag_on_untouched_words_of_an_edited_text_lies_on_received(tmp_path: Path) -> None:
    """The engine wrote them, though they stand elsewhere now."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        session.set_final(row, f"देखिए, {TEXTS[0]}")
        flag = flag_words(session, row, 7, 11, Side.FINAL)
        assert flag.quote == "पहला"
        assert flag.spans == (Span.single(Side.RECEIVED, 0, 4),)


def test_flag_on_the_editors_own_words_lies_on_final(tmp_path: Path) -> None:
    """The engine is not blamed for what an editor wrote."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        session.set_final(row, "दूसरा वाक्य यहाँ है।")
        flag = flag_words(session, row, 0, 5, Side.FINAL)
        assert flag.spans == (Span.single(Side.FINAL, 0, 5),)


def test_first_flag_puts_the_segment_in_work_in_one_change(tmp_path: Path) -> None:
    """One undo takes back the flag and the state."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        flag_words(session, row, 0, 4)
        assert session.segment(row).state is State.IN_WORK
        session.undo()
        assert session.segment(row).state is State.UNREVIEWED
        assert session.flags(row) == ()


@pytest.mark.parametrize(
    ("before", "after"), [(State.CLEAN, State.REVIEWED), (State.REVIEWED, State.REVIEWED)]
)
def test_flagged_segment_is_reviewed_but_not_clean(tmp_path: Path, before: State, after: State) -> None:
    """A flag contradicts "clean", not "reviewed"."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        session.set_state(row, before)
        flag_words(session, row, 0, 4)
        assert session.segment(row).state is after


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "fluency/spelling"},
        {"severity": Severity.CRITICAL},
        {"comment": "गलत", "needs_source": True},
        {"suggestion": ""},
        {"resolution": Resolution.RESOLVED},
    ],
)
def test_field_of_a_flag_is_changed_and_undone(tmp_path: Path, fields: dict[str, Any]) -> None:
    """Each field can be changed on its own, and taken back."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        flag = flag_words(session, row, 0, 4)
        changed = session.change_flag(flag.id, **fields)
        assert session.flags(row) == (changed,)
        assert all(getattr(changed, name) == value for name, value in fields.items())
        session.undo()
        assert session.flags(row) == (flag,)


def test_moved_flag_keeps_its_identity(tmp_path: Path) -> None:
    """Resizing keeps id, author and moment, and quotes the new words."""
    with a_project(tmp_path) as session:
        flag = flag_words(session, the_rows(session)[0], 0, 4)
        moved = session.change_flag(flag.id, spans=[Span.single(Side.FINAL, 0, 10)])
        assert (moved.id, moved.author, moved.created) == (flag.id, flag.author, flag.created)
        assert moved.quote == "पहला वाक्य"


def test_flag_takes_a_second_range(tmp_path: Path) -> None:
    """A flag can be discontinuous; its quote shows the gap."""
    with a_project(tmp_path) as session:
        flag = flag_words(session, the_rows(session)[0], 0, 4)
        linked = session.change_flag(flag.id, spans=[Span(Side.FINAL, (Range(0, 4), Range(11, 15)))])
        assert linked.spans[0].is_discontinuous
        assert linked.quote == "पहला … यहाँ"


def test_change_that_changes_nothing_is_no_change(tmp_path: Path) -> None:
    """Setting a field to its value leaves no entry."""
    with a_project(tmp_path) as session:
        flag = flag_words(session, the_rows(session)[0], 0, 4)
        assert session.change_flag(flag.id, severity=flag.severity, spans=flag.spans) == flag
        assert session.undo_label == "Flag"


def test_author_of_a_flag_is_fixed(tmp_path: Path) -> None:
    """Who said it and when cannot be rewritten."""
    with a_project(tmp_path) as session:
        flag = flag_words(session, the_rows(session)[0], 0, 4)
        with pytest.raises(ValueError, match="author cannot be changed"):
            session.change_flag(flag.id, author="someone")


def test_removed_flag_comes_back_with_undo(tmp_path: Path) -> None:
    """Under its old id, with all it said."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        flag = flag_words(session, row, 0, 4)
        session.remove_flag(flag.id)
        assert session.flags(row) == ()
        session.undo()
        assert session.flags(row) == (flag,)


@pytest.mark.parametrize(
    ("spans", "reason"),
    [
        ([Span.single(Side.FINAL, 0, 99)], "ends at 99"),
        ([Span.single(Side.BACK_TRANSLATION, 0, 1)], "ends at 1"),
        ([Span.single(Side.FINAL, 0, 2), Span.single(Side.RECEIVED, 3, 4)], "at most one span"),
        ([Span.single(Side.SOURCE, 0, 2), Span.single(Side.SOURCE, 3, 4)], "at most one span"),
    ],
)
def test_spans_that_cannot_be_are_refused(tmp_path: Path, spans: list[Span], reason: str) -> None:
    """A span lies in its text, and each side has at most one."""
    with a_project(tmp_path) as session, pytest.raises(ValueError, match=reason):
        session.add_flag(the_rows(session)[0], spans, "", Severity.MINOR)


def test_flag_without_spans_is_about_the_whole_segment(tmp_path: Path) -> None:
    """It quotes nothing."""
    with a_project(tmp_path) as session:
        flag = session.add_flag(the_rows(session)[0], (), "style/register", Severity.MINOR)
        assert (flag.spans, flag.quote) == ((), "")
        assert the_review(session).flags == (flag,)


def test_source_flag_quotes_the_source(tmp_path: Path) -> None:
    """Where no Hindi is flagged, the flagged words are the English ones."""
    with a_project(tmp_path) as session:
        assert flag_words(session, the_rows(session)[0], 4, 9, Side.SOURCE).quote == "first"


def test_edit_passed_over_is_remembered_and_undone(tmp_path: Path) -> None:
    """An edit that an editor passed is not offered again, until that is undone."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        session.pass_over(row, "0:4")
        session.pass_over(row, "0:4")
        assert session.passed(row) == {"0:4"}
        assert len(session.journal()) == 2
        session.undo()
        assert session.passed(row) == frozenset()

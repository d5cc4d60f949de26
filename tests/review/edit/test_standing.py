"""States, judgements, roles, locks and signatures."""

from pathlib import Path

import pytest

from reviewer.domain.flag import Resolution, Scale
from reviewer.domain.segment import Role, State
from reviewer.review.session import Session
from tests.review.projects import a_project, flag_words, the_review, the_rows


def test_clean_is_refused_while_flags_are_open(tmp_path: Path) -> None:
    """The window can say why."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[1]
        flag_words(session, row, 0, 4)
        with pytest.raises(ValueError, match="segment 2 has open flags"):
            session.set_state(row, State.CLEAN)
        assert session.segment(row).state is State.IN_WORK


def test_clean_may_be_said_once_all_flags_are_resolved(tmp_path: Path) -> None:
    """A resolved flag contradicts nothing."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[1]
        flag = flag_words(session, row, 0, 4)
        session.change_flag(flag.id, resolution=Resolution.RESOLVED)
        session.set_state(row, State.CLEAN)
        assert session.segment(row).state is State.CLEAN


@pytest.mark.parametrize("state", [State.IN_WORK, State.REVIEWED, State.CLEAN])
def test_state_is_set_and_undone(tmp_path: Path, state: State) -> None:
    """Each state can be said of an untouched segment."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        session.set_state(row, state)
        assert session.segment(row).state is state
        session.undo()
        assert session.segment(row).state is State.UNREVIEWED


def test_role_is_set_and_undone(tmp_path: Path) -> None:
    """A guessed role can be corrected."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        session.set_role(row, Role.HEADLINE)
        assert session.segment(row).role is Role.HEADLINE
        session.undo()
        assert session.segment(row).role is Role.BODY


def test_lock_is_set_and_undone(tmp_path: Path) -> None:
    """A row's alignment can be fixed and released."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        session.set_locked(row, True)
        assert session.segment(row).is_locked
        session.undo()
        assert not session.segment(row).is_locked


def test_zero_is_a_judgement_and_none_is_not(tmp_path: Path) -> None:
    """0 says "worthless"; not judged says nothing."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        assert session.judgement(row) is None
        session.judge(row, 0)
        judged = session.judgement(row)
        assert judged is not None
        assert judged.value == 0
        session.judge(row, None)
        assert session.judgement(row) is None


def test_judgement_is_replaced_not_added(tmp_path: Path) -> None:
    """A judge has one number for a segment on a scale; undo gives the earlier one back."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        first = session.judge(row, 40)
        second = session.judge(row, 66)
        assert first is not None
        assert second is not None
        assert (second.id, the_review(session).judgements) == (first.id, (second,))
        session.undo()
        assert the_review(session).judgements == (first,)


def test_judges_do_not_overwrite_each_other(tmp_path: Path) -> None:
    """Each judge's number stands on its own."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        session.judge(row, 40)
        with Session.open(session.path, "ravi") as other:
            other.judge(row, 90)
            mine, theirs = other.judgement(row, "asha"), other.judgement(row)
            assert mine is not None
            assert theirs is not None
            assert (mine.value, theirs.value) == (40, 90)
            assert len(other.judgements_between(1, 0, 3)[row]) == 2


def test_scales_are_kept_apart(tmp_path: Path) -> None:
    """An ESA number and a DA number of one judge are two judgements."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        session.judge(row, 40)
        session.judge(row, 70, scale=Scale.DA)
        assert {judged.scale for judged in the_review(session).judgements} == {Scale.ESA, Scale.DA}


def test_who_marked_errors_has_given_no_number(tmp_path: Path) -> None:
    """That somebody looked for errors is kept, and is not the number the slider shows."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        session.judge(row, 100, scale=Scale.MQM)
        assert session.judgement(row) is None
        marked = session.judgement(row, scale=Scale.MQM)
        assert marked is not None
        assert marked.label == "MQM"


def test_document_is_judged_as_a_whole(tmp_path: Path) -> None:
    """A number for the document belongs to no segment."""
    with a_project(tmp_path) as session:
        document = session.documents()[0].document.id
        judged = session.judge(None, 55, document_id=document)
        assert session.document_judgements(document) == (judged,)
        assert session.judgements_between(document, 0, 9) == {}


def test_judgement_lies_between_0_and_100(tmp_path: Path) -> None:
    """A number outside the scale is refused and nothing written."""
    with a_project(tmp_path) as session:
        with pytest.raises(ValueError, match="between 0 and 100"):
            session.judge(the_rows(session)[0], 101)
        assert len(session.journal()) == 1


def test_judgement_is_about_something(tmp_path: Path) -> None:
    """Without a segment the document must be named."""
    with a_project(tmp_path) as session, pytest.raises(ValueError, match="either a segment or a document"):
        session.judge(None, 50)


def test_signature_names_the_editor_and_the_moment(tmp_path: Path) -> None:
    """Signing again replaces the earlier signature."""
    with a_project(tmp_path) as session:
        document = session.documents()[0].document.id
        session.sign_off(document)
        with Session.open(session.path, "ravi") as other:
            other.sign_off(document)
            signed = other.document(document)
            assert signed.signed_by == "ravi"
            assert signed.signed_at.endswith("+00:00")
            other.undo()
            assert other.document(document).signed_by == "asha"

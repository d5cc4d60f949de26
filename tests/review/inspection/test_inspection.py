"""Findings of an open project follow every edit."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from threading import Event, Thread

import pytest

from reviewer.domain.answer import Scope
from reviewer.domain.finding import Tier
from reviewer.review.inspection.event import (
    CheckFailed,
    FindingsChanged,
    InspectionEvent,
    InspectionFinished,
    WorkWanted,
)
from reviewer.review.inspection.inspection import Inspection
from reviewer.review.inspection.round import Round
from reviewer.review.session import Session
from tests.builders import a_draft
from tests.review.inspection.specimen import Broken, Repeated, Word, settle
from tests.review.projects import a_project, the_rows

TEXTS = ("वह कल आया।", "रात हुई।", "वह आज गया।")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A project of one document with one कल and one रात."""
    with a_project(tmp_path, *TEXTS, sources=()) as session:
        yield session


@pytest.fixture
def inspection(session: Session) -> Iterator[Inspection]:
    """An inspection that has looked at everything."""
    inspection = Inspection(session, [Word(), Repeated()])
    inspection.open(1)
    settle(inspection)
    yield inspection
    inspection.close()


def quotes(inspection: Inspection, document_id: int = 1) -> list[tuple[int, str]]:
    """What is found, by segment."""
    return [(each.segment_id, each.quote) for each in inspection.document_findings(document_id)]


def test_a_document_is_looked_at_in_one_round(session: Session) -> None:
    """The findings come in pieces, and then it is told that there are no more."""
    inspection = Inspection(session, [Word(), Repeated()])
    heard: list[InspectionEvent] = []
    inspection.subscribe(heard.append)
    inspection.open(1)
    assert heard == [WorkWanted(1)]
    assert settle(inspection) == 1
    assert quotes(inspection) == [(the_rows(session)[0], "कल")]
    assert heard[1:] == [FindingsChanged(1, None), InspectionFinished(1)]
    assert inspection.is_done(1)
    assert inspection.counts(1) == {Tier.WARNING: 1}


def test_an_edit_is_looked_at_at_once(session: Session, inspection: Inspection) -> None:
    """No background is needed for the segment itself."""
    first, second, _ = the_rows(session)
    session.set_final(second, "कल रात हुई।")
    assert quotes(inspection) == [(first, "कल"), (second, "कल")]
    session.undo()
    assert quotes(inspection) == [(first, "कल")]


def test_other_segments_follow_in_the_background(session: Session, inspection: Inspection) -> None:
    """A word that two segments have now is found in both, once there was time for it."""
    first, second, third = the_rows(session)
    session.set_final(third, "वह रात गया।")
    assert quotes(inspection) == [(first, "कल")]
    assert settle(inspection) == 1
    assert quotes(inspection) == [(first, "कल"), (second, "रात"), (third, "रात")]


def test_findings_of_the_document_move_with_their_words(session: Session, inspection: Inspection) -> None:
    """Until the background looks again, they stay on words that still stand."""
    _, second, third = the_rows(session)
    session.set_final(third, "वह रात गया।")
    settle(inspection)
    session.set_final(third, "और फिर वह रात गया।")
    (found,) = inspection.findings(1, third)
    assert found.target_span is not None
    assert found.target_span.quote(session.segment(third).final) == "रात"
    session.set_final(third, "वह चला गया।")
    assert inspection.findings(1, third) == ()
    assert inspection.findings(1, second) != ()


def test_an_edit_during_a_round_is_not_lost(session: Session) -> None:
    """What was read before the edit does not replace what was found after it."""
    inspection = Inspection(session, [Word(), Repeated()])
    inspection.open(1)
    order = inspection.pending()
    assert order is not None
    order.run(is_cancelled=lambda: False, report=lambda _done, _total: None)
    first = the_rows(session)[0]
    session.set_final(first, "वह आज आया।")
    inspection.collect()
    assert quotes(inspection) == []
    settle(inspection)
    assert quotes(inspection) == []


def test_a_round_can_be_stopped(session: Session) -> None:
    """It ends with what it has, and the work stays wanted."""
    inspection = Inspection(session, [Word()])
    inspection.open(1)
    order = inspection.pending()
    assert order is not None
    done: list[int] = []
    assert not order.run(is_cancelled=lambda: len(done) == 1, report=lambda n, _total: done.append(n))
    inspection.collect()
    assert not inspection.is_done(1)
    assert quotes(inspection) == [(the_rows(session)[0], "कल")]
    settle(inspection)
    assert inspection.is_done(1)


def test_a_round_begins_where_the_editor_is(session: Session) -> None:
    """Rows before come last."""
    inspection = Inspection(session, [Word()])
    inspection.open(1, position=2)
    order = inspection.pending()
    assert order is not None
    order.run(is_cancelled=lambda: False, report=lambda _done, _total: None)
    rows = [each.lens.segment.position for each in order.results if hasattr(each, "lens")]
    assert rows == [2, 0, 1]


def test_merged_rows_are_read_again(session: Session, inspection: Inspection) -> None:
    """Findings of a row that went are gone."""
    first, second, _ = the_rows(session)
    session.merge(first)
    settle(inspection)
    assert quotes(inspection) == [(first, "कल")]
    session.undo()
    session.set_final(second, "कल।")
    settle(inspection)
    assert quotes(inspection) == [(first, "कल"), (second, "कल")]


def test_what_is_flagged_is_not_found(session: Session, inspection: Inspection) -> None:
    """Accepting makes a flag of the finding; removing the flag brings it back."""
    (found,) = inspection.findings(1, the_rows(session)[0])
    flag = session.accept(found)
    assert quotes(inspection) == []
    session.set_final(flag.segment_id, "क्या वह कल आया?")
    assert quotes(inspection) == []
    session.remove_flag(flag.id)
    assert quotes(inspection) == [(flag.segment_id, "कल")]


def test_what_was_dismissed_comes_back_with_undo(session: Session, inspection: Inspection) -> None:
    """And everywhere at once where the answer reaches further."""
    first, second, _ = the_rows(session)
    session.set_final(second, "कल।")
    (found, _) = inspection.document_findings(1)
    session.dismiss(found)
    assert quotes(inspection) == [(second, "कल")]
    session.dismiss(inspection.findings(1, second)[0], Scope.WORD)
    assert quotes(inspection) == []
    session.undo()
    session.undo()
    assert quotes(inspection) == [(first, "कल"), (second, "कल")]


def test_many_edits_at_once_are_left_to_the_background(tmp_path: Path) -> None:
    """No finding stands on words that are gone meanwhile."""
    with a_project(tmp_path, *["वह कल आया।"] * 30, sources=()) as session:
        inspection = Inspection(session, [Word()])
        inspection.open(1)
        settle(inspection)
        assert len(session.apply_fixes(1, inspection.document_findings(1))) == 30
        assert quotes(inspection) == []
        session.undo()
        settle(inspection)
        assert len(quotes(inspection)) == 30


def test_a_check_that_fails_is_told_once(session: Session) -> None:
    """The others go on."""
    inspection = Inspection(session, [Broken(), Word()])
    heard: list[InspectionEvent] = []
    inspection.subscribe(heard.append)
    inspection.open(1)
    settle(inspection)
    session.set_final(the_rows(session)[1], "कल।")
    (failed,) = [each for each in heard if isinstance(each, CheckFailed)]
    assert failed.check == "test.broken"
    assert failed.message.endswith("put aside: RuntimeError nobody expected this")
    assert len(quotes(inspection)) == 2


def test_findings_are_walked_through_in_both_directions(session: Session, inspection: Inspection) -> None:
    """From one to the next, and to none beyond the last."""
    third = the_rows(session)[2]
    session.set_final(third, "कल और कल।")
    first = inspection.next(1, 0)
    assert first is not None
    assert (first.position, first.finding.quote) == (0, "कल")
    second = inspection.next(1, first.position, first.finding)
    assert second is not None
    last = inspection.next(1, second.position, second.finding)
    assert last is not None
    assert (second.position, last.position) == (2, 2)
    assert second.finding != last.finding
    assert inspection.next(1, last.position, last.finding) is None
    assert inspection.next(1, last.position, last.finding, is_forward=False) == second
    assert inspection.next(1, second.position, second.finding, is_forward=False) == first


def test_hints_are_walked_to_on_request(session: Session, inspection: Inspection) -> None:
    """An editor is led to what is surer."""
    session.set_final(the_rows(session)[2], "रात।")
    settle(inspection)
    assert [inspection.next(1, 1), inspection.next(1, 1, tiers=frozenset(Tier)) is None] == [None, False]


def test_the_next_document_with_a_finding_is_searched_for(session: Session, inspection: Inspection) -> None:
    """Round the end of the project, and what is clean is not searched again."""
    session.add_document(a_draft("कुछ नहीं।"))
    third = session.add_document(a_draft("कुछ नहीं।", "वह कल आया।")).id
    order = inspection.search(1)
    assert [document for document, _ in order.documents] == [2, third]
    sought = order.run(is_cancelled=lambda: False, report=lambda _done, _total: None)
    assert sought is not None
    assert sought.place is not None
    assert (sought.place.document_id, sought.place.position) == (third, 1)
    inspection.remember(order, sought)
    assert [document for document, _ in inspection.search(1).documents] == [third]
    session.set_final(session.document_review(2).segments[0].id, "कल।")
    assert [document for document, _ in inspection.search(1, is_forward=False).documents] == [third, 2]


def test_a_search_comes_back_to_where_it_began(session: Session, inspection: Inspection) -> None:
    """To the first finding of the document, or the last; what is known of it is not looked for again."""
    session.add_document(a_draft("कुछ नहीं।"))
    session.set_final(the_rows(session)[2], "कल।")
    settle(inspection)
    for is_forward, position in ((True, 0), (False, 2)):
        sought = inspection.search(1, is_forward=is_forward).run(
            is_cancelled=lambda: False, report=lambda _done, _total: None
        )
        assert sought is not None
        assert sought.place is not None
        assert (sought.place.document_id, sought.place.position) == (1, position)


def test_a_text_being_typed_is_looked_at_without_being_saved(
    session: Session, inspection: Inspection
) -> None:
    """Nothing is kept of it."""
    segment = session.segment(the_rows(session)[1])
    typed = type(segment)(**{name: getattr(segment, name) for name in segment.__slots__} | {"final": "कल।"})
    assert [each.quote for each in inspection.tried(typed)] == ["कल"]
    assert inspection.findings(1, segment.id) == ()


def test_another_profile_begins_anew(session: Session, inspection: Inspection) -> None:
    """The style may be another one."""
    session.set_profile("wmt")
    assert quotes(inspection) == []
    settle(inspection)
    assert len(quotes(inspection)) == 1


def test_rules_that_cannot_be_read_lay_down_no_style(session: Session, inspection: Inspection) -> None:
    """The window tells of them; checks go on."""
    session.set_profile("ours", "no rules = = at all")
    settle(inspection)
    assert len(quotes(inspection)) == 1


def test_documents_left_long_ago_are_forgotten(session: Session, inspection: Inspection) -> None:
    """Those left lately are there at once; one that was removed is gone."""
    second = session.add_document(a_draft("कल।")).id
    inspection.open(second)
    settle(inspection)
    assert inspection.is_done(1)
    session.remove_document(1)
    assert not inspection.is_done(1)
    assert len(quotes(inspection, second)) == 1


@pytest.mark.parametrize("seed", range(3))
def test_whatever_happens_meanwhile_the_findings_come_out_right(tmp_path: Path, seed: int) -> None:
    """Edits, merges and answers while the background works lead to what a fresh look finds."""
    chance = Random(seed)  # noqa: S311 - a test that can be repeated
    texts = [chance.choice(TEXTS) for _ in range(60)]
    with a_project(tmp_path, *texts, sources=()) as session:
        inspection = Inspection(session, [Word(), Repeated()])
        inspection.open(1, position=20)
        for _ in range(6):
            order = inspection.pending()
            stop = Event()
            worker = Thread(target=_run, args=(order, stop)) if order else None
            if worker:
                worker.start()
            for _ in range(5):
                _disturb(session, inspection, chance)
                inspection.collect()
            if chance.random() < 0.5:
                stop.set()
            if worker:
                worker.join()
        settle(inspection)
        with Session.open(session.path, "ravi") as again:
            fresh = Inspection(again, [Word(), Repeated()])
            fresh.open(1)
            settle(fresh)
            assert inspection.document_findings(1) == fresh.document_findings(1)
            assert inspection.counts(1) == fresh.counts(1)


def _run(order: Round, stop: Event) -> None:
    order.run(is_cancelled=stop.is_set, report=lambda _done, _total: None)


def _disturb(session: Session, inspection: Inspection, chance: Random) -> None:
    """Do one of the things that editors do."""
    rows = the_rows(session)
    row = chance.choice(rows)
    match chance.randrange(6):
        case 0:
            session.merge(rows[0])
        case 1 if session.undo_label != "Add document":
            session.undo()
        case 2 if found := inspection.document_findings(1):
            with suppress(KeyError):  # Its row was merged just now.
                session.dismiss(chance.choice(found))
        case 3:
            session.set_text(row, "source", chance.choice(["Yes.", None]))
        case _:
            session.set_final(row, chance.choice(["कल रात।", "रात।", "और कल।", "कुछ नहीं।"]))

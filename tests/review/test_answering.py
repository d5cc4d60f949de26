"""Findings are answered on the open project: every answer is one change that can be undone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.checks.check import Check, Hit
from reviewer.checks.engine import Checker
from reviewer.checks.lens import Article, Lens, article_of
from reviewer.domain.answer import Reason, Scope, Verdict
from reviewer.domain.finding import Finding, Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range, Side, Span
from reviewer.review.event import AnswersChanged, CheckDemoted, Event
from reviewer.review.session import Session
from tests.builders import a_draft
from tests.review.inspection.specimen import Word
from tests.review.projects import a_project, the_review, the_rows

TEXTS = ("वह कल आया और कल गया।", "कल रात हुई।", "वह आज गया।")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A project of one document with three कल."""
    with a_project(tmp_path, *TEXTS, sources=()) as session:
        yield session


class Opening(Word):
    """Finds the first two words of a segment."""

    id = "test.opening"

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield them."""
        del article
        first, second, *_ = lens.target.tokens
        yield Hit(target=Range(first.start, second.end), message="It begins so.")


def shown(session: Session, document_id: int = 1, check: Check | None = None) -> list[Finding]:
    """What a check finds in a document and the desk has not muted, row by row."""
    checker = Checker([check or Word()], session.muted())
    segments = session.document_review(document_id).segments
    return [each for _, found in checker.all(article_of(segments)) for each in found]


def starts(findings: list[Finding]) -> list[tuple[int, int]]:
    """Where findings are: segment and offset."""
    return [(each.segment_id, each.spans[0].start) for each in findings]


def test_an_accepted_finding_is_a_flag_filled_in(session: Session) -> None:
    """Words, type, severity, comment and suggestion are the check's, and so is the origin."""
    flag = session.accept(shown(session)[0])
    assert flag.spans == (Span.single(Side.RECEIVED, 3, 5),)
    assert (flag.type, flag.severity, flag.comment) == ("style/awkward", Severity.MINOR, "कल stands here.")
    assert (flag.suggestion, flag.origin, flag.quote, flag.author) == ("आज", "test.word", "कल", "asha")
    assert session.flags(flag.segment_id) == (flag,)


def test_an_editor_may_know_better(session: Session) -> None:
    """What is given replaces what the check said."""
    flag = session.accept(
        shown(session)[0],
        type="accuracy/mistranslation",
        severity=Severity.MAJOR,
        comment="ग़लत दिन",
        suggestion="परसों",
        needs_source=True,
    )
    assert (flag.type, flag.severity, flag.comment) == ("accuracy/mistranslation", Severity.MAJOR, "ग़लत दिन")
    assert (flag.suggestion, flag.needs_source) == ("परसों", True)


def test_flag_and_answer_are_one_change(session: Session) -> None:
    """Undo takes both back, redo brings both."""
    before = the_review(session)
    session.accept(shown(session)[0])
    assert session.undo_label == "Accept finding"
    session.undo()
    assert the_review(session) == before
    assert session.answers() == {}
    session.redo()
    assert session.answers()["test.word"].accepted == 1


def test_a_dismissed_finding_stays_away_from_its_words_alone(session: Session) -> None:
    """The same word elsewhere is still found, in the same segment too."""
    first, second, _ = the_rows(session)
    answer = session.dismiss(shown(session)[0], reason=Reason.OTHER, note="शीर्षक ऐसा ही है")
    assert starts(shown(session)) == [(first, 13), (second, 0)]
    assert (answer.reason, answer.note, answer.who, answer.quote) == ("other", "शीर्षक ऐसा ही है", "asha", "कल")
    assert session.dismissals() == session.answers_on(first) == (answer,)


def test_a_dismissal_survives_edits_elsewhere_in_its_segment(session: Session) -> None:
    """It follows the words, wherever they move."""
    first = the_rows(session)[0]
    session.dismiss(shown(session)[0])
    session.set_final(first, "मंत्री ने बताया कि वह कल आया और परसों गया।")
    assert [key for key, _ in starts(shown(session)) if key == first] == []


def test_a_dismissed_finding_comes_back_when_its_words_change(session: Session) -> None:
    """Whoever writes something else is told anew."""
    second = the_rows(session)[1]
    (found,) = [each for each in shown(session, check=Opening()) if each.segment_id == second]
    assert found.quote == "कल रात"
    session.dismiss(found)
    assert second not in dict(starts(shown(session, check=Opening())))
    session.set_final(second, "कल सुबह हुई।")
    assert second in dict(starts(shown(session, check=Opening())))


@pytest.mark.parametrize(
    ("scope", "left"),
    [(Scope.HERE, [2, 1]), (Scope.DOCUMENT, [0, 1]), (Scope.WORD, [0, 0]), (Scope.CHECK, [0, 0])],
)
def test_an_answer_reaches_as_far_as_its_scope(session: Session, scope: Scope, left: list[int]) -> None:
    """Here, in this document, on these words anywhere, or everywhere."""
    other = session.add_document(a_draft("वह कल आया।")).id
    session.dismiss(shown(session)[0], scope)
    assert [len(shown(session, key)) for key in (1, other)] == left
    session.undo()
    assert [len(shown(session, key)) for key in (1, other)] == [3, 1]


def test_an_answer_is_told_where_it_reaches(session: Session) -> None:
    """Listeners hear of a segment, a document or everything."""
    first = the_rows(session)[0]
    heard: list[Event] = []
    session.subscribe(heard.append)
    found = shown(session)[0]
    for scope in (Scope.HERE, Scope.DOCUMENT, Scope.WORD):
        session.dismiss(found, scope)
    told = [each for each in heard if isinstance(each, AnswersChanged)]
    assert told == [AnswersChanged(1, first), AnswersChanged(1, None), AnswersChanged(None, None)]


def test_dismissing_leaves_state_and_signature_alone(session: Session) -> None:
    """A finding is nobody's statement, and saying no to it neither."""
    session.sign_off(1)
    before = the_review(session)
    session.dismiss(shown(session)[0])
    assert the_review(session) == before


def test_an_answer_can_be_taken_back_later(session: Session) -> None:
    """Without undoing what came after it."""
    answer = session.dismiss(shown(session)[0], Scope.CHECK)
    session.rename(1, "नया शीर्षक")
    session.take_answer_back(answer.id)
    assert len(shown(session)) == 3
    with pytest.raises(KeyError, match="no answer"):
        session.take_answer_back(answer.id)


def test_answers_go_along_when_rows_are_merged_and_split(session: Session) -> None:
    """What was dismissed stays dismissed in the row its words went to."""
    first, second, _ = the_rows(session)
    session.dismiss(shown(session)[2])
    session.merge(first)
    assert starts(shown(session)) == [(first, 3), (first, 13)]
    made = session.split(first, len(TEXTS[0]))
    assert starts(shown(session)) == [(first, 3), (first, 13)]
    assert [answer.segment_id for answer in session.answers_on(made.id)] == [made.id]
    session.undo()
    session.undo()
    assert [answer.segment_id for answer in session.answers_on(second)] == [second]


def test_a_fix_is_put_into_the_text(session: Session) -> None:
    """As one change, and it counts as accepted."""
    first = the_rows(session)[0]
    fix = session.apply_fix(shown(session)[1])
    assert session.segment(first).final == fix.after == "वह कल आया और आज गया।"
    assert session.answers()["test.word"].accepted == 1
    assert session.answers_on(first)[0].verdict is Verdict.FIXED
    session.undo()
    assert session.segment(first).final == TEXTS[0]
    assert session.answers() == {}


def test_a_finding_without_the_right_text_cannot_be_applied(session: Session) -> None:
    """There is nothing to put in."""
    with pytest.raises(ValueError, match="without a suggestion"):
        session.apply_fix(replace(shown(session)[0], suggestion=None))


@pytest.mark.parametrize("answer", ["accept", "apply_fix"])
def test_a_finding_whose_words_are_gone_is_refused(session: Session, answer: str) -> None:
    """Nothing is flagged or replaced that nobody has seen."""
    found = shown(session)[0]
    session.set_final(the_rows(session)[0], "अब यहाँ कुछ और लिखा है।")
    with pytest.raises(ValueError, match="have changed"):
        getattr(session, answer)(found)


def test_safe_fixes_of_a_document_are_previewed_and_undone_together(session: Session) -> None:
    """The preview changes nothing; applying changes just what it showed."""
    before = the_review(session)
    findings = shown(session)
    preview = session.preview_fixes(1, findings)
    assert [(fix.before, fix.after) for fix in preview] == [
        (TEXTS[0], "वह आज आया और आज गया।"),
        (TEXTS[1], "आज रात हुई।"),
    ]
    assert the_review(session) == before
    assert session.apply_fixes(1, findings) == preview
    assert [row.final for row in the_review(session).segments] == [*(fix.after for fix in preview), TEXTS[2]]
    assert session.answers()["test.word"].accepted == 3
    session.undo()
    assert the_review(session) == before


def test_fixes_that_are_not_safe_are_not_applied_unseen(session: Session) -> None:
    """They wait for an editor."""
    findings = [replace(each, is_safe=False) for each in shown(session)]
    assert session.apply_fixes(1, findings) == ()
    assert session.undo_label == "Add document"


def test_a_check_that_is_seldom_right_is_demoted_and_told_once(session: Session) -> None:
    """Under 30 of 100 after 30 answers; restored, it is counted anew."""
    (found, *_) = shown(session)
    heard: list[Event] = []
    session.subscribe(heard.append)
    for number in range(31):
        session.dismiss(replace(found, quote=str(number)))
        assert session.answers()["test.word"].is_demoted is (number >= 29)
    assert [each for each in heard if isinstance(each, CheckDemoted)] == [CheckDemoted("test.word", 0, 30)]
    assert session.muted().demoted == {"test.word"}
    assert {each.tier for each in shown(session)} == {Tier.HINT}
    session.restore_check("test.word")
    tally = session.answers()["test.word"]
    assert (tally.is_demoted, tally.answered, tally.acceptance) == (False, 31, 0.0)
    session.undo()
    assert session.answers()["test.word"].is_demoted


def test_answers_are_there_after_a_restart(session: Session) -> None:
    """Another editor finds what the first one said."""
    session.dismiss(shown(session)[0], Scope.WORD, Reason.HOUSE_RULE)
    with Session.open(session.path, "ravi") as again:
        assert shown(again) == []
        assert again.dismissals() == session.dismissals()

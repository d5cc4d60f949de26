"""The scoreboard follows every edit and says what is left to do."""

import random
from dataclasses import replace

import pytest

from reviewer.domain.flag import Flag, Judgement, Scale, Severity
from reviewer.domain.score import Verdict
from reviewer.domain.segment import Role, Segment, State
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.review.scoreboard import Blocker, Scoreboard, score_document, score_project
from reviewer.scoring.comparison import compute
from reviewer.scoring.engine.cancel import Cancelled
from reviewer.scoring.engine.kernel import SWITCH
from reviewer.scoring.profile import load
from tests.builders import a_flag, a_review, a_segment

_NEWSROOM = load("newsroom")
_WORDS = "सरकार ने नई योजना की घोषणा आज दिल्ली में की है और कहा कि इसे जल्द लागू किया जाएगा।"


def _rows(number: int = 12) -> tuple[Segment, ...]:
    return tuple(a_segment(_WORDS, id=n + 1, position=n, state=State.CLEAN) for n in range(number))


def _judgement(segment_id: int | None, value: float = 70, judge: str = "asha") -> Judgement:
    return Judgement(id=1, document_id=1, segment_id=segment_id, judge=judge, scale=Scale.ESA, value=value)


def _texts(board: Scoreboard) -> list[str]:
    return [blocker.text for blocker in board.blockers()]


def test_a_document_read_and_found_clean_passes() -> None:
    """Nothing blocks it, and its card says pass."""
    board = Scoreboard(a_review(*_rows()), _NEWSROOM)
    assert board.blockers() == ()
    assert board.card().final.verdict is Verdict.PASS


def test_the_card_counts_what_was_done() -> None:
    """Edited and finished segments are counted."""
    rows = (*_rows(3), a_segment("क", final="ख", id=9, position=3))
    card = score_document(a_review(*rows), _NEWSROOM)
    assert (card.segments, card.done_segments, card.edited_segments) == (4, 3, 1)


def test_mending_an_error_clears_the_final_text_only() -> None:
    """The engine's score keeps the error; the release score loses it with the edit."""
    flag = a_flag(0, 5, segment_id=5, severity=Severity.CRITICAL)
    rows = _rows()
    board = Scoreboard(a_review(*rows, flags=(flag,)), _NEWSROOM)
    assert board.blockers()[0] == Blocker("1 critical error is open", 4)
    board.update(replace(rows[4], final=_WORDS.replace("सरकार", "मंत्रालय")), (flag,), ())
    assert board.blockers() == ()
    assert board.card().received.counts[Severity.CRITICAL] == 1


def test_blockers_come_most_serious_first() -> None:
    """Errors, then what is unsettled, then what nobody has read, each with its first row."""
    rows = list(_rows(20))
    rows[1] = replace(rows[1], state=State.IN_WORK)
    rows[7] = replace(rows[7], state=State.UNREVIEWED)
    flags = (
        a_flag(0, 5, id=1, segment_id=7, severity=Severity.CRITICAL),
        a_flag(0, 5, id=2, segment_id=3, severity=Severity.NEUTRAL, type=""),
        replace(a_flag(6, 8, id=3, segment_id=5), needs_source=True),
    )
    board = Scoreboard(a_review(*rows, flags=flags), _NEWSROOM)
    assert board.blockers() == (
        Blocker("1 critical error is open", 6),
        Blocker(f"{_npt(board)} penalty points per 1,000 words; 15 is the limit", 2),
        Blocker("1 flag not classified", 2),
        Blocker("1 flag to be confirmed against the source", 4),
        Blocker("2 segments not reviewed", 1),
    )


def _npt(board: Scoreboard) -> str:
    return f"{board.card().final.per_thousand:.1f}"


def test_a_major_error_in_the_lead_leads_to_the_lead() -> None:
    """The blocker jumps to the row where the error stands."""
    rows = (a_segment("शीर्षक", id=30, role=Role.HEADLINE, state=State.CLEAN), *_moved(_rows(20)))
    flag = a_flag(0, 5, segment_id=1, severity=Severity.MAJOR)
    board = Scoreboard(a_review(*rows, flags=(flag,)), _NEWSROOM)
    assert board.blockers()[0] == Blocker("1 major error in headline or lead is open", 1)


def _moved(rows: tuple[Segment, ...]) -> list[Segment]:
    return [replace(row, position=row.position + 1) for row in rows]


def test_an_empty_document_says_so() -> None:
    """There is no row to jump to."""
    board = Scoreboard(DocumentReview(document=a_review().document, segments=()), _NEWSROOM)
    assert board.blockers() == (Blocker("There are no segments", None),)


def test_changing_a_role_moves_the_lead() -> None:
    """When the first row becomes the headline, the next body row is the lead."""
    rows = _rows()
    flags = tuple(a_flag(0, 5, id=n, segment_id=n, type=f"own/{n}") for n in (1, 2))
    board = Scoreboard(a_review(*rows, flags=flags), _NEWSROOM)
    headline = replace(rows[0], role=Role.CREDIT)
    assert board.card().received.penalty == 3
    board.update(headline, flags[:1], ())
    assert board.card() == score_document(a_review(headline, *rows[1:], flags=flags), _NEWSROOM)
    assert board.card().received.penalty == 3


def test_all_judges_count() -> None:
    """Two judges giving 100 and 0 are 50; withdrawing both leaves no score."""
    rows = _rows()
    board = Scoreboard(a_review(*rows), _NEWSROOM)
    board.update(rows[0], (), (_judgement(1, 100), _judgement(1, 0, "ravi")))
    assert board.card().human.value == 50
    board.update(rows[0], (), ())
    assert board.card().human.value is None


def test_a_judgement_on_the_document_counts_where_no_segment_was_judged() -> None:
    """One number for the article is enough."""
    board = Scoreboard(a_review(*_rows()), _NEWSROOM)
    board.judge_document((_judgement(None, 62),))
    assert board.card().human.value == 62


def _random_change(rng: random.Random, rows: dict[int, Segment], flags: dict[int, tuple[Flag, ...]]) -> int:
    """Edit, flag or mark one random row."""
    key = rng.choice(list(rows))
    row = rows[key]
    final = rng.choice([row.received, row.received.replace("आज", "कल"), "नया वाक्य।"])
    rows[key] = replace(row, final=final, state=rng.choice(list(State)), role=rng.choice(list(Role)))
    flags[key] = tuple(
        a_flag(start, start + 4, id=10 * key + start, segment_id=key, severity=rng.choice(list(Severity)))
        for start in range(rng.randrange(3))
    )
    return key


@pytest.mark.parametrize("seed", range(5))
def test_after_any_edits_the_board_equals_a_fresh_count(seed: int) -> None:
    """Running figures and figures from scratch are the same to the last digit."""
    rng = random.Random(seed)  # noqa: S311 - test data
    rows = {row.id: row for row in _rows(8)}
    flags: dict[int, tuple[Flag, ...]] = {}
    board = Scoreboard(a_review(*rows.values()), _NEWSROOM)
    for _ in range(30):
        key = _random_change(rng, rows, flags)
        board.update(rows[key], flags[key], ())
    board.settle([compute(task) for task in board.pending])
    fresh = Scoreboard(a_review(*rows.values(), flags=tuple(sum(flags.values(), ()))), _NEWSROOM)
    assert board.card() == fresh.card()
    assert board.blockers() == fresh.blockers()


def test_reloading_takes_over_merged_rows() -> None:
    """After a merge the board is that of the new rows."""
    rows = _rows(6)
    board = Scoreboard(a_review(*rows, flags=(a_flag(segment_id=2),)), _NEWSROOM)
    merged = a_review(replace(rows[0], received=_WORDS * 2, final=_WORDS * 2), *rows[2:])
    board.reload(merged)
    assert board.card() == score_document(merged, _NEWSROOM)


def test_edit_distances_can_come_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Deferred where no kernel counts them, all but HTER is there at once, and settling completes it."""
    monkeypatch.setenv(SWITCH, "1")
    edited = a_review(*(replace(row, final="नया वाक्य।") for row in _rows(4)))
    board = Scoreboard(edited, _NEWSROOM, is_deferring=True)
    assert "hter" not in {metric.metric for metric in board.card().metrics}
    board.settle([compute(task) for task in board.pending])
    assert board.card() == score_document(edited, _NEWSROOM)


def test_scoring_can_be_stopped() -> None:
    """A caller that has moved on is not kept waiting."""
    with pytest.raises(Cancelled):
        Scoreboard(a_review(*_rows()), _NEWSROOM, is_cancelled=lambda: True)


def test_a_project_adds_up_its_documents() -> None:
    """The total's figures are those of all segments; each document keeps its own card."""
    first = a_review(*_rows(12))
    second = a_review(
        *(replace(row, id=row.id + 100) for row in _rows(12)),
        flags=(a_flag(segment_id=105, severity=Severity.CRITICAL),),
    )
    second = replace(second, judgements=(_judgement(101), _judgement(None, 10)))
    scores = score_project(ProjectReview(documents=(first, second)), _NEWSROOM)
    assert [card.final.verdict for card in scores.documents] == [Verdict.PASS, Verdict.FAIL]
    assert scores.total.segments == 24
    assert scores.total.final.reasons == ("1 of 2 documents: fail",)
    assert scores.total.human.value == 70
    assert {metric.segments for metric in scores.total.metrics} == {24}


def test_a_project_of_one_document_has_its_scores() -> None:
    """Nothing changes by being alone."""
    only = replace(a_review(*_rows()), judgements=(_judgement(None, 62),))
    scores = score_project(ProjectReview(documents=(only,)), _NEWSROOM)
    assert replace(scores.total, title=scores.documents[0].title) == scores.documents[0]


def test_a_judge_who_found_nothing_lowers_the_mean_at_once() -> None:
    """Under a profile of independent raters a clean judgement counts as soon as it is given."""
    row = a_segment(state=State.REVIEWED)
    flag = a_flag(severity=Severity.MAJOR)
    board = Scoreboard(a_review(row, flags=(flag,)), load("wmt"))
    assert board.card().received.per_segment == 5
    clean = replace(_judgement(row.id, 100, "ravi"), scale=Scale.MQM)
    board.update(row, [flag], [clean])
    assert board.card().received.per_segment == 2.5
    assert board.card().human.value is None


def test_reloading_notices_a_new_judge() -> None:
    """A segment that only got another rater is counted anew."""
    row = a_segment(state=State.REVIEWED)
    review = a_review(row, flags=(a_flag(severity=Severity.MAJOR),))
    board = Scoreboard(review, load("wmt"))
    board.reload(replace(review, judgements=(replace(_judgement(row.id, 100, "ravi"), scale=Scale.MQM),)))
    assert board.card().received.per_segment == 2.5


def test_points_over_a_tolerance_block() -> None:
    """A profile with a tolerance names its own limit."""
    rows = (a_segment(" ".join(["शब्द"] * 360), state=State.REVIEWED),)
    flags = (a_flag(severity=Severity.MAJOR), a_flag(severity=Severity.MAJOR, id=2))
    blockers = Scoreboard(a_review(*rows, flags=flags), load("mqm-core")).blockers()
    assert "10.0 penalty points on 300 words; 6.0 are tolerated" in [each.text for each in blockers]

"""Steps on the tables, and what is counted along with them."""

from pathlib import Path

from reviewer.review.change import RowChange
from reviewer.review.store.ledger import Ledger, weights
from tests.review.projects import TEXTS, a_project, flag_words, the_review, the_rows


def test_steps_taken_and_reverted_leave_no_trace(tmp_path: Path) -> None:
    """Rows and counters are what they were."""
    with a_project(tmp_path) as session:
        row, before, summary = the_rows(session)[0], the_review(session), session.documents()
        step = RowChange("segments", row, {"final": None}, {"final": "नया और लंबा वाक्य यहाँ है।"})
        with session._database.write() as connection:
            ledger = Ledger(connection)
            ledger.travel((step,), is_back=False)
            ledger.travel((step,), is_back=True)
            ledger.close()
        assert the_review(session) == before
        assert session.documents() == summary


def test_ledger_knows_what_was_touched(tmp_path: Path) -> None:
    """A flag's segment is named though the step names only the flag."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[1]
        flag = flag_words(session, row, 0, 4)
        with session._database.write() as connection:
            ledger = Ledger(connection)
            ledger.take(RowChange("flags", flag.id, {"comment": ""}, {"comment": "क्यों?"}))
            assert ledger.segments == {row: 1}
            assert ledger.realigned == set()


def test_weight_of_a_segment_is_what_it_adds() -> None:
    """One row, its words, and whether it is done, in work, edited and has English beside it."""
    row = {
        "state": "in work",
        "received": TEXTS[0],
        "final": None,
        "source": "The first.",
        "back_translation": None,
    }
    assert weights(row) == {
        "total": 1,
        "done": 0,
        "in_work": 1,
        "edited": 0,
        "words": 4,
        "sources": 1,
        "back_translations": 0,
    }
    assert weights(None) == {}

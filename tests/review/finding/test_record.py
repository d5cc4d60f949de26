"""What was answered, as tables have it."""

from pathlib import Path

import pytest

from reviewer.domain.answer import Verdict, is_demoting
from reviewer.review.finding import record
from tests.review.projects import a_project


@pytest.mark.parametrize(
    ("accepted", "dismissed", "demotes"),
    [(0, 29, False), (0, 30, True), (8, 22, True), (9, 21, False), (30, 70, False), (29, 71, True)],
)
def test_a_check_is_demoted_below_three_in_ten(accepted: int, dismissed: int, demotes: bool) -> None:
    """Never before it has thirty answers."""
    assert is_demoting(accepted, dismissed) is demotes


def test_a_new_project_has_no_answers(tmp_path: Path) -> None:
    """Nothing is muted, and nobody is counted."""
    with a_project(tmp_path) as session, session._database.read() as connection:
        assert record.tallies(connection) == {}
        assert record.tally(connection, "test.word").acceptance is None
        assert record.recent(connection, "test.word") == (0, 0)
        assert record.muted(connection).here == {}


def test_making_a_flag_and_applying_a_fix_both_agree() -> None:
    """A dismissal does not, and a restored check has been asked nothing."""
    assert [verdict.value for verdict in Verdict if verdict.agrees] == ["accepted", "fixed"]

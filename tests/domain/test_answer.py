"""What editors answer to findings."""

from reviewer.domain.answer import Tally, Verdict, is_demoting


def test_acceptance_is_a_share_of_all_answers() -> None:
    """And nothing while nobody has answered."""
    assert Tally(check="test.word", accepted=1, dismissed=3).acceptance == 0.25
    assert Tally(check="test.word").acceptance is None


def test_a_flag_and_a_fix_agree_with_the_check() -> None:
    """A dismissal does not; a check that was restored has been asked nothing."""
    assert {verdict for verdict in Verdict if verdict.agrees} == {Verdict.ACCEPTED, Verdict.FIXED}


def test_a_check_is_demoted_on_enough_answers_alone() -> None:
    """Three of ten accepted is enough to stay."""
    assert not is_demoting(0, 29)
    assert is_demoting(8, 22)
    assert not is_demoting(9, 21)

import pytest

from reviewer.domain.flag import Severity
from reviewer.formats.field import Fields, RecordError


def test_what_is_absent_takes_its_default_or_is_missed() -> None:
    """Only a field without a default must be there."""
    assert Fields({}).text("title", "none") == "none"
    with pytest.raises(RecordError, match="'title' is missing"):
        Fields({}).text("title")


@pytest.mark.parametrize("value", [True, "1", 1.0, None])
def test_only_whole_numbers_are_whole_numbers(value: object) -> None:
    """A truth value or a text is not taken for a number."""
    with pytest.raises(RecordError, match="'id' must be a whole number"):
        Fields({"id": value}).integer("id")


def test_an_unknown_choice_is_told_with_the_known_ones() -> None:
    """The message says what could stand there."""
    with pytest.raises(RecordError, match="'awful', not one of neutral, minor, major, critical"):
        Fields({"severity": "awful"}).choice("severity", Severity)


def test_numbers_may_be_whole() -> None:
    """An ESA of 62 is 62.0."""
    assert Fields({"value": 62}).maybe_number("value") == 62.0


def test_truth_values_are_not_guessed() -> None:
    """`"no"` is not false."""
    with pytest.raises(RecordError, match="must be true or false"):
        Fields({"is_locked": "no"}).boolean("is_locked")


def test_numbers_that_no_database_keeps_are_refused() -> None:
    """Whole numbers beyond 64 bits, infinity and what is no number."""
    with pytest.raises(RecordError, match="too large"):
        Fields({"id": 2**63}).integer("id")
    for value in (float("inf"), float("nan"), 10**400):
        with pytest.raises(RecordError, match="no number that can be kept"):
            Fields({"value": value}).maybe_number("value")

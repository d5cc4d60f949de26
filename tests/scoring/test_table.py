"""A settings table gives each value once, of the right type, and owns up to what is left."""

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Severity
from reviewer.scoring.table import Table


def test_values_are_taken_by_type() -> None:
    """Texts, numbers, counts and choices come as what they are."""
    table = Table({"title": "Desk", "weight": 2, "major": 1, "usual": "minor"}, "desk.toml")
    assert table.text("title") == "Desk"
    assert table.number("weight", 1) == 2.0
    assert table.count("major", None) == 1
    assert table.choice("usual", Severity.MAJOR) is Severity.MINOR
    table.finish()


def test_what_is_absent_takes_the_default() -> None:
    """A count without a value is no limit, not zero."""
    table = Table({}, "desk.toml")
    assert (table.text("hint", ""), table.number("weight", 1), table.count("major", None)) == ("", 1, None)
    assert table.tables("types") == ()


def test_a_key_nobody_asked_for_is_an_error() -> None:
    """A misspelt setting is not passed over in silence."""
    with pytest.raises(ReviewerError, match="wieght: this setting is not known"):
        Table({"wieght": 2}, "desk.toml").finish()


def test_places_are_named_from_the_top() -> None:
    """The error names the path to the value."""
    inner = Table({"limits": {"major": -1}}, "desk.toml").table("limits")
    with pytest.raises(ReviewerError, match=r"desk\.toml, limits\.major"):
        inner.count("major", None)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "2", True, -1])
def test_a_weight_is_a_finite_number(value: object) -> None:
    """Nothing else can be multiplied with."""
    with pytest.raises(ReviewerError, match="a number of 0 or more"):
        Table({"weight": value}, "desk.toml").number("weight", 1)

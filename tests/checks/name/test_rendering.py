"""Hindi words that were to be names of the English."""

from reviewer.checks.check import Example
from reviewer.checks.name.rendering import wrong_names
from tests.checks.specimen import document


def _wrong(source: str, target: str) -> list[tuple[str, str | None]]:
    lens = document(Example(target=target, finds=(), source=source)).lenses[-1]
    return [(target[each.place.start : each.place.end], each.right) for each in wrong_names(lens)]


def test_a_known_name_is_put_right() -> None:
    """Its spelling is offered."""
    assert _wrong("The road to Jaisalmer is shut.", "जैलसमेर की सड़क बंद है।") == [("जैलसमेर", "जैसलमेर")]


def test_an_unknown_name_is_told_without_a_spelling() -> None:
    """Nobody can say how it is written."""
    assert _wrong("They live in Tarundavi now.", "वे अब तारुंदाकी में रहते हैं।") == [("तारुंदाकी", None)]


def test_a_word_of_the_dictionary_is_no_name() -> None:
    """However near it sounds."""
    assert _wrong("It was said by Karan.", "यह बात कारण ने कही।") == []


def test_a_word_nearer_to_another_name_is_that_one() -> None:
    """Two names may be a sound apart."""
    assert _wrong("We saw Torvani and Torlani.", "हमने तोरवानी को देखा।") == []


def test_a_plural_is_the_name() -> None:
    """Endings are no errors."""
    assert _wrong("It is a song of the Golundras.", "यह गोलुंद्राओं का गीत है।") == []

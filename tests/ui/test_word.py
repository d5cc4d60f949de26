"""Words on the screen."""

import pytest

from reviewer.ui.word import count, tr


def test_a_text_without_values_is_itself() -> None:
    """Untranslated texts read as they were written, braces too."""
    assert tr("Drop {it} here") == "Drop {it} here"


def test_named_values_are_filled_in() -> None:
    """Values are put where the sentence names them."""
    assert tr("Signed off by {user}.", user="सीमा") == "Signed off by सीमा."


def test_braces_in_a_value_do_no_harm() -> None:
    """A title with braces is not taken for a place to fill in."""
    assert tr("{title} is open", title="{x} {0}") == "{x} {0} is open"


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 flags"), (1, "1 flag"), (2, "2 flags"), (12345, "12,345 flags")]
)
def test_numbers_take_the_right_form(number: int, said: str) -> None:
    """One flag, several flags, thousands set apart."""
    assert count(number, "flag", "flags") == said

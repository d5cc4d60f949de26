"""Control characters as pictures."""

from hypothesis import given

from reviewer.formats.picture import shown, shown_name, taken_back
from tests.formats.annotated import FULL


@given(FULL)
def test_what_is_shown_is_taken_back(text: str) -> None:
    """Also where the text holds pictures itself; the result fits into one cell of one line."""
    plain = shown(text)
    assert taken_back(plain) == text
    assert not set(plain) & set("\t\n\r\x00")
    assert not plain.startswith("\ufeff")


def test_a_place_keeps_its_number() -> None:
    """One character stands for one."""
    assert shown("एक\tदो\nतीन") == "एक␉दो␊तीन"


def test_a_name_has_no_blank() -> None:
    """Some tools end a name at one."""
    assert shown_name("GPT 4\u00a0o") == "GPT␣4␣o"
    assert taken_back("GPT␣4") == "GPT 4"


def test_a_lone_escape_stays() -> None:
    """Nothing follows that it could be for."""
    assert taken_back("a␛") == "a␛"

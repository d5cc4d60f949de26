import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text.script import devanagari_share, guess_language


@pytest.mark.parametrize(
    ("text", "share"), [("", 0), ("123 — ?", 0), ("hello", 0), ("हिंदी", 1), ("कख ab", 0.5), ("19 जून", 1)]
)
def test_shares_count_letters_only(text: str, share: float) -> None:
    """Matras, digits, marks and blanks are no letters."""
    assert devanagari_share(text) == share


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("नेटो (NATO) की बैठक", "hi"),
        ("The word हिंदी is Hindi", "en"),
        ("Пхеньян", None),
        ("2022 …", None),
        ("", None),
        ("கखk", None),
    ],
)
def test_the_majority_of_letters_decides(text: str, language: str | None) -> None:
    """A few words of the other script do not change the language; other scripts are not guessed."""
    assert guess_language(text) == language


@given(st.text())
def test_a_share_is_a_share(text: str) -> None:
    """No text has more Devanagari letters than letters."""
    assert 0 <= devanagari_share(text) <= 1

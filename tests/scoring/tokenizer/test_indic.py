"""Tokens of Indic scripts; the expected ones are those of indic-nlp-library 0.92."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.scoring.tokenizer.indic import split


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("वह घर गया।", "वह घर गया ।"),
        ("क्या?अच्छा!", "क्या ? अच्छा !"),
        ("मूल्य 1,234.50 रुपये", "मूल्य 1,234.50 रुपये"),
        ("तारीख 15/08/1947 थी", "तारीख 15/08/1947 थी"),
        ("1,234 रुपये", "1 , 234 रुपये"),
        ("दाम १,२३४", "दाम १ , २३४"),
        ("क\tख  ग ", "क ख ग"),
        ("क\\ख", "क\\ख"),
        ("॥", "॥"),
        ("", ""),
    ],
)
def test_tokens_are_those_of_the_indic_nlp_library(text: str, tokens: str) -> None:
    """Its rules for punctuation and numbers, with what it leaves undone."""
    assert split(text) == tokens


@given(st.text(alphabet="अकया।, .0९-"))
def test_splitting_changes_nothing_but_spaces(text: str) -> None:
    """No letter or mark is lost."""
    assert split(text).replace(" ", "") == text.replace(" ", "")

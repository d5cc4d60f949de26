"""Suggestions put into the text."""

import pytest

from reviewer.domain.span import Range, Side, Span
from reviewer.review.correction import corrected

TEXT = "सरकार ने कल नई योजना घोषित की।"


def at(words: str, text: str = TEXT) -> Range:
    """Where words stand in a text."""
    start = text.index(words)
    return Range(start, start + len(words))


def test_words_are_replaced() -> None:
    """The suggestion stands where the flagged words stood."""
    span = Span(Side.FINAL, (at("योजना"),))
    assert corrected(TEXT, span, "नीति") == "सरकार ने कल नई नीति घोषित की।"


@pytest.mark.parametrize(
    ("caret", "expected"),
    [
        (0, "आज सरकार ने।"),
        (5, "सरकार आज ने।"),
        (6, "सरकार आज ने।"),
        (8, "सरकार ने आज।"),
        (9, "सरकार ने। आज"),
    ],
)
def test_missing_words_come_in_with_spaces(caret: int, expected: str) -> None:
    """Words put in at a caret do not grow together with their neighbours."""
    assert corrected("सरकार ने।", Span.single(Side.FINAL, caret, caret), "आज") == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("सरकार", "ने कल नई योजना घोषित की।"),
        ("नई", "सरकार ने कल योजना घोषित की।"),
        ("की", "सरकार ने कल नई योजना घोषित।"),
        ("।", "सरकार ने कल नई योजना घोषित की"),
    ],
)
def test_deleted_words_leave_no_space_behind(word: str, expected: str) -> None:
    """What is left reads as if the words had never been there."""
    assert corrected(TEXT, Span(Side.FINAL, (at(word),)), "") == expected


def test_the_other_ranges_are_cut_out() -> None:
    """A suggestion for words with a gap replaces the first and takes the others away."""
    span = Span(Side.FINAL, (at("नई"), at("घोषित")))
    assert corrected(TEXT, span, "ताज़ा") == "सरकार ने कल ताज़ा योजना की।"


def test_double_spaces_elsewhere_are_left_alone() -> None:
    """Only the place of the flag is touched."""
    text = "वह  कल नई योजना लाया।"
    assert corrected(text, Span(Side.FINAL, (at("नई", text),)), "") == "वह  कल योजना लाया।"


def test_deleting_everything_leaves_nothing() -> None:
    """A sentence that should not be there goes as a whole."""
    assert corrected(TEXT, Span.single(Side.FINAL, 0, len(TEXT)), "") == ""


def test_an_empty_suggestion_at_a_caret_changes_nothing() -> None:
    """There is nothing to delete where something is missing."""
    assert corrected(TEXT, Span.single(Side.FINAL, 5, 5), "") == TEXT

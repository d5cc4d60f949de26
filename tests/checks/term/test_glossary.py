"""A glossary is looked up as people write: inflected, in plural, in any case but that of abbreviations."""

import pytest

from reviewer.checks.lens import Lens, Text
from reviewer.checks.term.glossary import glossary_places, hindi_stem, place_of
from reviewer.domain.segment import Segment
from reviewer.domain.span import Range, Side
from reviewer.domain.style import Style, Term

STYLE = Style(
    glossary=(
        Term(source="treaty", approved=("संधि",)),
        Term(source="peace treaty", approved=("शांति संधि",)),
        Term(source="WHO", approved=("डब्ल्यूएचओ",)),
    )
)


def a_lens(english: str, hindi: str) -> Lens:
    """One segment with its source."""
    return Lens(
        Segment(id=1, document_id=1, position=0, paragraph=0, received=hindi, final=hindi, source=english)
    )


def test_the_longest_term_wins() -> None:
    """A peace treaty is not also a treaty."""
    ((term, english, hindi),) = glossary_places(
        a_lens("Peace treaties ended it.", "शांति संधियों ने अंत किया।"), STYLE
    )
    assert (term.source, english, hindi) == ("peace treaty", Range(0, 14), Range(0, 13))


def test_an_abbreviation_is_no_common_word() -> None:
    """WHO is looked for, who is not."""
    assert glossary_places(a_lens("Those who came.", "जो आए।"), STYLE) == ()
    ((term, _, hindi),) = glossary_places(a_lens("The WHO came.", "वह आया।"), STYLE)
    assert (term.source, hindi) == ("WHO", None)


@pytest.mark.parametrize("form", ["संधि", "संधियों", "संधियाँ"])
def test_endings_of_number_and_case_are_one_word(form: str) -> None:
    """The stem is the same."""
    assert place_of("संधि", Text(f"यह {form} है", Side.FINAL)) is not None


def test_words_that_differ_by_more_are_two() -> None:
    """A spell is no minister."""
    assert hindi_stem("मंत्र") != hindi_stem("मंत्री")

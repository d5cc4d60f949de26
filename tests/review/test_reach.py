"""Flags moved, linked and resized."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.segment import Segment
from reviewer.domain.span import Range, Side, Span
from reviewer.review.reach import linked, moved, resized
from tests.builders import a_flag, a_segment

WORDS = ("सरकार", "ने", "कल", "नई", "योजना", "घोषित", "की")
RECEIVED = " ".join(WORDS) + "।"


def at(words: str, text: str = RECEIVED) -> Range:
    """Where words stand in a text."""
    start = text.index(words)
    return Range(start, start + len(words))


def flagged(words: str) -> "tuple[Segment, Range]":
    """An edited segment and where words of its received text stand."""
    return a_segment(RECEIVED, final="आज सरकार ने कल नई नीति घोषित की।"), at(words)


def test_moving_leaves_other_texts_alone() -> None:
    """A flag that is moved in the Hindi keeps its English words."""
    flag = replace(a_flag(0, 5), spans=(Span.single(Side.RECEIVED, 0, 5), Span.single(Side.SOURCE, 3, 6)))
    assert moved(flag, Side.FINAL, Range(6, 8)) == (
        Span.single(Side.SOURCE, 3, 6),
        Span.single(Side.FINAL, 6, 8),
    )


def test_moving_in_the_english_leaves_the_hindi_alone() -> None:
    """Received and final are one text to a flag, the English is another."""
    flag = a_flag(0, 5)
    assert moved(flag, Side.SOURCE, Range(0, 3)) == (*flag.spans, Span.single(Side.SOURCE, 0, 3))


def test_linking_joins_words_in_reading_order() -> None:
    """Two ranges of one text are one span."""
    flag = a_flag(*_ends(at("योजना")))
    assert linked(flag, a_segment(RECEIVED), Side.FINAL, at("सरकार")) == (
        Span(Side.RECEIVED, (at("सरकार"), at("योजना"))),
    )


def test_linking_the_other_language_adds_a_span() -> None:
    """The words of the source stand beside those of the translation."""
    flag = a_flag(0, 5)
    spans = linked(flag, a_segment(RECEIVED, source="The government"), Side.SOURCE, Range(4, 14))
    assert spans == (*flag.spans, Span.single(Side.SOURCE, 4, 14))


def test_linking_more_of_the_other_language_joins_its_span() -> None:
    """A second range of the source goes to the first one."""
    flag = replace(a_flag(), spans=(Span.single(Side.SOURCE, 0, 3),))
    spans = linked(flag, a_segment(RECEIVED, source="The government"), Side.SOURCE, Range(4, 14))
    assert spans == (Span(Side.SOURCE, (Range(0, 3), Range(4, 14))),)


def test_linking_in_an_edited_text_finds_the_received_words() -> None:
    """Words chosen on the final text are added where the engine wrote them."""
    segment, place = flagged("योजना")
    final = at("सरकार", segment.final)
    assert linked(a_flag(*_ends(place)), segment, Side.FINAL, final) == (
        Span(Side.RECEIVED, (at("सरकार"), place)),
    )


def test_linking_words_of_the_editor_moves_the_flag_to_the_final_text() -> None:
    """What was never received can only be flagged on the final text, and its companions with it."""
    segment, place = flagged("नई")
    spans = linked(a_flag(*_ends(place)), segment, Side.FINAL, at("आज", segment.final))
    assert spans == (Span(Side.FINAL, (at("आज", segment.final), at("नई", segment.final))),)


def test_linking_to_an_omission_gives_it_words() -> None:
    """A caret goes when there are words."""
    assert linked(a_flag(5, 5), a_segment(RECEIVED), Side.FINAL, at("नई")) == (
        Span(Side.RECEIVED, (at("नई"),)),
    )


def test_growing_an_omission_takes_the_next_word() -> None:
    """The space at the caret is not flagged."""
    assert resized(a_flag(5, 5), a_segment(RECEIVED), 1) == (Span(Side.RECEIVED, (at("ने"),)),)


def test_resizing_moves_the_last_range_only() -> None:
    """The first part of a flag with a gap stays."""
    flag = replace(a_flag(), spans=(Span(Side.RECEIVED, (at("सरकार"), at("नई"))),))
    assert resized(flag, a_segment(RECEIVED), 1) == (Span(Side.RECEIVED, (at("सरकार"), at("नई योजना"))),)


def test_a_flag_on_a_whole_segment_has_no_end_to_move() -> None:
    """Without a span there is nothing to resize."""
    assert resized(replace(a_flag(), spans=()), a_segment(RECEIVED), 1) == ()


@given(first=st.integers(0, 6), steps=st.integers(1, 6))
def test_shrinking_takes_growing_back(first: int, steps: int) -> None:
    """As many words back as forward, and the flag is as it was."""
    segment, flag = a_segment(RECEIVED), a_flag(*_ends(at(WORDS[first])))
    grown = flag
    taken = min(steps, 6 - first)
    for _ in range(taken):
        grown = replace(grown, spans=resized(grown, segment, 1))
    for _ in range(taken):
        grown = replace(grown, spans=resized(grown, segment, -1))
    assert grown == flag


def _ends(piece: Range) -> tuple[int, int]:
    return piece.start, piece.end

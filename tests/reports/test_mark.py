"""Flagged text is cut so that every line and number has its place."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.flag import Flag, Severity
from reviewer.domain.span import Range, Side, Span
from reviewer.reports.mark import Piece, changes, marked
from tests.builders import a_flag

_TEXT = "रूसी नेता ने किम को गाड़ी में ले जाया।"


def _marked(*flags: Flag) -> tuple[Piece, ...]:
    return marked(_TEXT, Side.RECEIVED, list(enumerate(flags, start=1)))


def _lanes(pieces: tuple[Piece, ...]) -> dict[str, list[int]]:
    return {piece.text: [line.lane for line in piece.lines] for piece in pieces if piece.lines}


def test_a_text_without_flags_is_one_piece() -> None:
    """Nothing is cut that carries no mark."""
    assert _marked() == (Piece(_TEXT),)


def test_a_flag_is_drawn_and_numbered_at_its_end() -> None:
    """The words have one line; the number follows them."""
    before, words, after = _marked(a_flag(5, 9, severity=Severity.MAJOR))
    assert (before.text, words.text, after.lines) == ("रूसी ", "नेता", ())
    assert [(line.severity, line.lane) for line in words.lines] == [(Severity.MAJOR, 1)]
    assert [ending.number for ending in words.endings] == [1]


def test_nested_flags_lie_in_lanes_below_one_another() -> None:
    """The longer one is on top, whichever was made first."""
    assert _lanes(_marked(a_flag(5, 9, id=1), a_flag(0, 12, id=2))) == {
        "रूसी ": [1],
        "नेता": [2, 1],
        " ने": [1],
    }


def test_a_fourth_line_would_not_be_told_apart() -> None:
    """Beyond three lanes a flag has its number only."""
    pieces = _marked(*(a_flag(0, 4, id=n) for n in range(4)))
    assert _lanes(pieces) == {"रूसी": [1, 2, 3]}
    assert [ending.number for ending in pieces[0].endings] == [1, 2, 3, 4]


def test_an_omission_is_a_caret_between_the_words() -> None:
    """A place, not a stretch."""
    pieces = _marked(a_flag(4, 4))
    assert [piece.text for piece in pieces] == ["रूसी", " नेता ने किम को गाड़ी में ले जाया।"]
    assert pieces[0].endings[0].is_caret


def test_an_omission_before_the_first_word_is_shown() -> None:
    """A caret at the very start precedes the text."""
    first, _ = _marked(a_flag(0, 0))
    assert (first.text, first.endings[0].is_caret) == ("", True)


def test_a_flag_in_two_parts_is_numbered_once() -> None:
    """ने … ले जाया is one error: two lines, one number at the end."""
    flag = replace(a_flag(), spans=(Span(Side.RECEIVED, (Range(10, 12), Range(30, 37))),))
    pieces = _marked(flag)
    assert len(_lanes(pieces)) == 2
    assert [len(piece.endings) for piece in pieces if piece.lines] == [0, 1]


def test_only_flags_on_this_side_are_drawn() -> None:
    """A flag on the source leaves the Hindi alone."""
    assert _marked(a_flag(0, 4, side=Side.SOURCE)) == (Piece(_TEXT),)


@given(st.lists(st.tuples(st.integers(0, len(_TEXT)), st.integers(0, len(_TEXT))), max_size=6))
def test_no_letter_is_lost(places: list[tuple[int, int]]) -> None:
    """However flags overlap, the pieces are the text, and every flag has its number."""
    flags = [a_flag(*sorted(place), id=n) for n, place in enumerate(places)]
    pieces = _marked(*flags)
    assert "".join(piece.text for piece in pieces) == _TEXT
    assert sorted(ending.number for piece in pieces for ending in piece.endings) == [
        n for n, _ in enumerate(flags, start=1)
    ]


def test_an_edit_is_laid_into_one_line() -> None:
    """What went stands before what came."""
    assert [(change.kind, change.text.strip()) for change in changes("वह घर गया।", "वह घर आया।")] == [
        ("kept", "वह घर"),
        ("deleted", "गया"),
        ("inserted", "आया"),
        ("kept", "।"),
    ]

"""Marked text is cut so that every line and number has its place."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.flag import Severity
from reviewer.domain.report import Mark
from reviewer.domain.span import Range
from reviewer.reports.mark import Piece, pieces, with_whole_words

_TEXT = "रूसी नेता ने किम को गाड़ी में ले जाया।"


def _mark(start: int, end: int, *, number: int = 1, severity: Severity = Severity.MINOR) -> Mark:
    return Mark(ranges=(Range(start, end),), severity=severity, number=number)


def _marked(*marks: Mark) -> tuple[Piece, ...]:
    return pieces(_TEXT, marks)


def _lanes(cut: tuple[Piece, ...]) -> dict[str, list[int]]:
    return {piece.text: [line.lane for line in piece.lines] for piece in cut if piece.lines}


def test_a_text_without_marks_is_one_piece() -> None:
    """Nothing is cut that carries no mark."""
    assert _marked() == (Piece(_TEXT),)


def test__mark_is_drawn_and_numbered_at_its_end() -> None:
    """The words have one line; the number follows them."""
    before, words, after = _marked(_mark(5, 9, severity=Severity.MAJOR))
    assert (before.text, words.text, after.lines) == ("रूसी ", "नेता", ())
    assert [(line.severity, line.lane) for line in words.lines] == [(Severity.MAJOR, 1)]
    assert [ending.number for ending in words.endings] == [1]


def test_nested_marks_lie_in_lanes_below_one_another() -> None:
    """The longer one is on top, whichever was made first."""
    assert _lanes(_marked(_mark(5, 9), _mark(0, 12, number=2))) == {
        "रूसी ": [1],
        "नेता": [2, 1],
        " ने": [1],
    }


def test_a_fourth_line_would_not_be_told_apart() -> None:
    """Beyond three lanes a mark has its number only."""
    cut = _marked(*(_mark(0, 4, number=n) for n in range(1, 5)))
    assert _lanes(cut) == {"रूसी": [1, 2, 3]}
    assert [ending.number for ending in cut[0].endings] == [1, 2, 3, 4]


def test_an_omission_is_a_caret_between_the_words() -> None:
    """A place, not a stretch."""
    cut = _marked(_mark(4, 4))
    assert [piece.text for piece in cut] == ["रूसी", " नेता ने किम को गाड़ी में ले जाया।"]
    assert cut[0].endings[0].is_caret


def test_an_omission_before_the_first_word_is_shown() -> None:
    """A caret at the very start precedes the text."""
    first, _ = _marked(_mark(0, 0))
    assert (first.text, first.endings[0].is_caret) == ("", True)


def test__mark_in_two_parts_is_numbered_once() -> None:
    """ने … ले जाया is one error: two lines, one number at the end."""
    cut = _marked(Mark(ranges=(Range(10, 12), Range(30, 37)), severity=Severity.MINOR, number=1))
    assert len(_lanes(cut)) == 2
    assert [len(piece.endings) for piece in cut if piece.lines] == [0, 1]


@given(st.lists(st.tuples(st.integers(0, len(_TEXT)), st.integers(0, len(_TEXT))), max_size=6))
def test_no_letter_is_lost(places: list[tuple[int, int]]) -> None:
    """However marks overlap, the pieces are the text, and every mark has its number."""
    marks = [_mark(*sorted(place), number=n) for n, place in enumerate(places, start=1)]
    for cut in (_marked(*marks), with_whole_words(_marked(*marks))):
        assert "".join(piece.text for piece in cut) == _TEXT
        told = [ending.number for piece in cut for ending in piece.endings]
        assert sorted(told) == [mark.number for mark in marks]


def test_a_mark_beyond_the_text_is_drawn_to_its_end() -> None:
    """A range that no longer fits keeps its number."""
    cut = _marked(_mark(33, 900), _mark(500, 900, number=2))
    assert [ending.number for ending in cut[-1].endings] == [1, 2]


def test_numbers_wait_for_the_end_of_the_word() -> None:
    """A search for the word finds it: no number stands inside."""
    cut = with_whole_words(_marked(_mark(5, 7), _mark(5, 9, number=2)))
    numbered = [(piece.text, [ending.number for ending in piece.endings]) for piece in cut if piece.endings]
    assert len(numbered) == 1
    assert numbered[0][0].endswith("ता")
    assert sorted(numbered[0][1]) == [1, 2]

"""Laid-out texts and their cache."""

import pytest
from PySide6.QtGui import QFont

from reviewer.ui.font import load_fonts
from reviewer.ui.grid.layout import KEPT, LayoutCache, lay_out
from tests.ui.workplace import LONG

pytestmark = pytest.mark.usefixtures("qapp")


def hindi() -> QFont:
    """The Hindi font of the grid."""
    return load_fonts().hindi


def test_lines_are_spaced_as_wanted() -> None:
    """Hindi lines stand 1.7 em apart."""
    layout = lay_out(LONG, hindi(), 300, 1.7).layout
    assert layout.lineAt(1).y() - layout.lineAt(0).y() == pytest.approx(1.7 * 17, abs=0.5)


def test_the_height_holds_every_line() -> None:
    """The last line with its room for marks lies within the height."""
    laid = lay_out(LONG, hindi(), 300, 1.7)
    last = laid.layout.lineAt(laid.layout.lineCount() - 1)
    assert laid.height >= last.y() + last.height()


def test_no_line_is_wider_than_the_cell() -> None:
    """Even a word without spaces is broken rather than cut off."""
    laid = lay_out("https://example.org/" + "अ" * 200, hindi(), 200, 1.7)
    lines = [laid.layout.lineAt(n) for n in range(laid.layout.lineCount())]
    assert max(line.naturalTextWidth() for line in lines) <= 200


def test_a_line_break_in_a_text_starts_a_line() -> None:
    """A segment of two lines is shown as two, without moving the marks behind the break."""
    layout = lay_out("पहली\nदूसरी", hindi(), 400, 1.7).layout
    assert [layout.lineAt(n).textStart() for n in range(layout.lineCount())] == [0, 5]


def test_an_empty_text_is_one_line_at_most() -> None:
    """No text takes no more room than a line."""
    assert lay_out("", hindi(), 300, 1.7).height <= 1.7 * 17 + 1


@pytest.mark.parametrize("width", [0, -40])
def test_a_cell_without_width_does_no_harm(width: int) -> None:
    """While the window is being laid out a column may have no width yet."""
    assert lay_out("नेता आया", hindi(), width, 1.7).height > 0


def test_a_text_is_laid_out_once() -> None:
    """The same text in the same width is taken from the cache."""
    cache = LayoutCache()
    assert cache.get(LONG, hindi(), 300, 1.7) is cache.get(LONG, hindi(), 300, 1.7)


@pytest.mark.parametrize(("width", "scale", "spacing"), [(301, 1.0, 1.7), (300, 1.1, 1.7), (300, 1.0, 1.5)])
def test_width_font_and_spacing_make_another_layout(width: int, scale: float, spacing: float) -> None:
    """Whatever changes the lines is laid out anew."""
    cache = LayoutCache()
    other = cache.get(LONG, load_fonts(scale).hindi, width, spacing)
    assert other is not cache.get(LONG, hindi(), 300, 1.7)


def test_the_oldest_layouts_are_forgotten() -> None:
    """The cache does not grow with the document, and keeps what is in use."""
    cache = LayoutCache()
    first = cache.get("पहला", hindi(), 300, 1.7)
    for number in range(KEPT):
        cache.get(str(number), hindi(), 300, 1.7)
        assert cache.get("पहला", hindi(), 300, 1.7) is first
    assert len(cache._kept) == KEPT


def test_a_cleared_cache_lays_out_again() -> None:
    """With other fonts everything is drawn anew."""
    cache = LayoutCache()
    first = cache.get(LONG, hindi(), 300, 1.7)
    cache.clear()
    assert cache.get(LONG, hindi(), 300, 1.7) is not first

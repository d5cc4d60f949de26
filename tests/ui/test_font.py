"""The typefaces."""

from pathlib import Path

import fontpkg_inter
import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont

from reviewer.ui.font import HINDI_FAMILY, load_fonts

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_hindi_is_drawn_in_noto() -> None:
    """Hindi looks the same on every machine: the application brings its font."""
    assert QFontInfo(load_fonts().hindi).family() == HINDI_FAMILY


def test_the_hindi_font_has_every_letter() -> None:
    """Nukta letters, vedic signs of quotation and digits are all there."""
    raw = QRawFont.fromFont(load_fonts().hindi)
    assert [letter for letter in "कक़ड़ढ़ज़ञळऑॅँंः।॥₹०९ॐ" if not raw.supportsCharacter(ord(letter))] == []


def test_the_hindi_is_the_largest_type() -> None:
    """The text under review is larger than the English, and larger still in the open row."""
    fonts = load_fonts()
    sizes = [f.pixelSize() for f in (fonts.interface, fonts.english, fonts.hindi, fonts.hindi_open)]
    assert sizes == [13, 14, 17, 21]


def test_zoom_scales_the_texts_alone() -> None:
    """Larger text leaves buttons and menus as they are."""
    fonts = load_fonts(1.5)
    assert (fonts.hindi.pixelSize(), fonts.interface.pixelSize()) == (round(17 * 1.5), 13)


def test_zooming_loads_no_file_twice() -> None:
    """The font files are registered once, however often the size changes."""
    load_fonts()
    font = next(Path(fontpkg_inter.__file__).parent.joinpath("files").glob("*.ttf"))
    before = QFontDatabase.addApplicationFont(str(font))
    load_fonts(1.1)
    load_fonts(1.2)
    after = QFontDatabase.addApplicationFont(str(font))
    QFontDatabase.removeApplicationFont(after)
    QFontDatabase.removeApplicationFont(before)
    # Ids are given in order: none was given in between.
    assert after == before + 1


def test_weights_beyond_regular_are_there() -> None:
    """Headlines are drawn in a real weight, not a smeared one."""
    font = QFont(load_fonts().hindi)
    font.setWeight(QFont.Weight.DemiBold)
    assert QFontInfo(font).weight() >= QFont.Weight.DemiBold

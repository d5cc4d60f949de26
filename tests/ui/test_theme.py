"""The colours of both themes."""

import pytest
from PySide6.QtGui import QColor, QPalette

from reviewer.domain.flag import Severity
from reviewer.ui.theme import DARK, LIGHT, Colours, Theme, palette, style_sheet

WORDS = ("text", "muted", "accent", "finding", "neutral", "minor", "major", "critical", "done")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    seen = QColor(colour)
    channels = (seen.redF(), seen.greenF(), seen.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return float(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", WORDS)
def test_words_stand_out_on_light_paper(name: str) -> None:
    """Every colour that carries words has a contrast of at least 5 to 1 by day."""
    assert contrast(getattr(LIGHT, name), LIGHT.paper) >= 5


@pytest.mark.parametrize("name", WORDS)
def test_words_stand_out_on_dark_paper(name: str) -> None:
    """Every colour that carries words has a contrast of at least 7 to 1 by night."""
    assert contrast(getattr(DARK, name), DARK.paper) >= 7


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_selected_text_stays_readable(colours: Colours) -> None:
    """Text on a selection has a contrast of at least 5 to 1."""
    assert contrast(colours.text, colours.selection) >= 5


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_severities_have_colours_of_their_own(colours: Colours) -> None:
    """No two severities share a colour."""
    assert len({colours.severity(severity) for severity in Severity}) == len(Severity)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_style_sheet_has_no_colour_left_to_fill_in(colours: Colours) -> None:
    """Every placeholder of the style sheet names a colour of the theme."""
    assert "$" not in style_sheet(colours)


def test_palette_paints_the_base_as_paper(qapp: object) -> None:
    """Text fields and lists lie on paper."""
    assert qapp is not None
    assert palette(DARK).color(QPalette.ColorRole.Base) == QColor(DARK.paper)


def test_choosing_dark_tells_the_window(qapp: object) -> None:
    """A choice of theme is in force at once and signalled."""
    assert qapp is not None
    theme = Theme("light")
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(theme.is_dark))
    theme.choose("dark")
    assert told == [True]

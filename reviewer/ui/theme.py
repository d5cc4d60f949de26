"""Colours, type and space of the window, for paper by day and by night."""

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from reviewer.domain.flag import Severity
from reviewer.resources import resource


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme's colours, each at least 5 : 1 (light) or 7 : 1 (dark) on paper where it carries text."""

    paper: str
    panel: str
    hairline: str
    text: str
    muted: str
    accent: str
    finding: str
    neutral: str
    minor: str
    major: str
    critical: str
    done: str
    selection: str

    def severity(self, severity: Severity) -> str:
        """The colour of a severity."""
        return {
            Severity.NEUTRAL: self.neutral,
            Severity.MINOR: self.minor,
            Severity.MAJOR: self.major,
            Severity.CRITICAL: self.critical,
        }[severity]


LIGHT = Colours(
    paper="#FCFBF9",
    panel="#F4F2EE",
    hairline="#E4E0D9",
    text="#1F2328",
    muted="#5B626C",
    accent="#3450B8",
    finding="#2F6F9F",
    neutral="#646B75",
    minor="#8A6100",
    major="#B8430F",
    critical="#A3143D",
    done="#1E7145",
    selection="#CBD5F7",
)
DARK = Colours(
    paper="#17191E",
    panel="#1F2229",
    hairline="#2C3039",
    text="#E7E5E1",
    muted="#A3A9B3",
    accent="#8FA6FF",
    finding="#7CB7E0",
    neutral="#A9AFB9",
    minor="#E0B252",
    major="#FF9A62",
    critical="#FF7A9C",
    done="#6CC99A",
    selection="#37457F",
)


def palette(colours: Colours) -> QPalette:
    """A Qt palette of these colours."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.panel,
        QPalette.ColorRole.Base: colours.paper,
        QPalette.ColorRole.AlternateBase: colours.panel,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.Button: colours.panel,
        QPalette.ColorRole.Highlight: colours.selection,
        QPalette.ColorRole.HighlightedText: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.ToolTipBase: colours.panel,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.Mid: colours.hairline,
        QPalette.ColorRole.Light: colours.paper,
        QPalette.ColorRole.Dark: colours.hairline,
        QPalette.ColorRole.Accent: colours.accent,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return made


def style_sheet(colours: Colours) -> str:
    """The window's style sheet with the colours filled in."""
    text = resource("styles", "desk.qss").read_text(encoding="utf-8")
    tick = resource("styles", "tick-dark.svg" if colours is DARK else "tick-light.svg")
    return Template(text).substitute(asdict(colours), tick=tick.as_posix())


class Theme(QObject):
    """The colours in force; follows the system until the user chooses."""

    changed = Signal()

    def __init__(self, choice: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.colours = LIGHT
        self.choice = choice
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self.choose(choice)

    @property
    def is_dark(self) -> bool:
        """Whether the night colours are in force."""
        return self.colours is DARK

    def choose(self, choice: str) -> None:
        """Set `light`, `dark` or `system`."""
        self.choice = choice
        scheme = QGuiApplication.styleHints().colorScheme()
        is_dark = choice == "dark" or (choice == "system" and scheme == Qt.ColorScheme.Dark)
        self.colours = DARK if is_dark else LIGHT
        self.changed.emit()

    def _on_scheme_changed(self) -> None:
        if self.choice == "system":
            self.choose("system")

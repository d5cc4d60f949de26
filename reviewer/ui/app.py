"""Starting the window: fonts, theme, settings, and what was asked to be opened."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLoggingCategory, QTimer
from PySide6.QtWidgets import QApplication

from reviewer import __version__
from reviewer.review.account import user_name
from reviewer.ui.font import load_fonts
from reviewer.ui.garbage import PauseCollector
from reviewer.ui.settings import Settings
from reviewer.ui.theme import Theme, palette, style_sheet
from reviewer.ui.warmth import Warmth, prepare_kernels
from reviewer.ui.window import MainWindow

SCREENSHOT_DELAY_MS = 1500
"""Time for the scores to be computed before the window is drawn into a file."""


def make_application() -> QApplication:
    """The one application object, styled the same on every platform."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    if application.findChild(PauseCollector) is None:
        PauseCollector(application)
    application.setApplicationName("Reviewer")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("reviewer")
    application.setStyle("Fusion")
    # Inter has no Devanagari and is not meant to: Qt says so once a text, and takes the next family.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    return application


def make_window(profile_folder: Path | None = None, user: str | None = None) -> MainWindow:
    """A window wired up and styled, not yet shown."""
    application = make_application()
    settings = Settings(profile_folder)
    theme = Theme(settings.text("view.theme", "system"), application)
    fonts = load_fonts()
    application.setFont(fonts.interface)
    application.setPalette(palette(theme.colours))
    application.setStyleSheet(style_sheet(theme.colours))
    return MainWindow(theme, fonts, settings, user or user_name())


def run(
    paths: Sequence[Path],
    *,
    sample: bool = False,
    screenshot: Path | None = None,
    profile_folder: Path | None = None,
    debug: frozenset[str] = frozenset(),
) -> int:
    """Open the window on these files and return the exit code when it closes."""
    application = make_application()
    window = make_window(profile_folder)
    window.dispatcher.setProperty("timings", "timings" in debug)
    window.show()
    warmth = Warmth(window.desk, window.dispatcher, prepare_kernels)
    if sample:
        QTimer.singleShot(0, window.files.open_sample)
    elif paths:
        QTimer.singleShot(0, lambda: window.files.take(list(paths)))
    if screenshot is not None:
        QTimer.singleShot(SCREENSHOT_DELAY_MS, lambda: _draw(window, screenshot))
    code = application.exec()
    warmth.stop()
    return code


def _draw(window: MainWindow, target: Path) -> None:
    window.grab().save(str(target))
    window.close()

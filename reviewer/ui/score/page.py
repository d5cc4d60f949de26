"""The Scores page: filter bar, list of sections, and the report as one calm column."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from reviewer.domain.report import Report
from reviewer.ui.desk import Desk
from reviewer.ui.dialog.frame import KeyFrame
from reviewer.ui.font import Fonts
from reviewer.ui.score.filter import FilterBar
from reviewer.ui.score.live import LiveReport
from reviewer.ui.score.outline import Outline
from reviewer.ui.score.section import SectionView
from reviewer.ui.theme import Theme
from reviewer.ui.word import tr

_WIDEST = 1120
_OUTLINE = 184
_PATIENCE_MS = 250
"""Figures that are replaced sooner than this are not dimmed: that would only flicker."""


class ScorePage(KeyFrame):
    """Shows the live report; digits, J and K lead to sections, `Esc` back to the desk."""

    left = Signal()
    row_wanted = Signal(int, int)
    """Document and position to open at the desk."""
    export_wanted = Signal()

    def __init__(
        self, desk: Desk, live: LiveReport, theme: Theme, fonts: Fonts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("scores")
        self._desk, self.live, self._theme, self._fonts = desk, live, theme, fonts
        self._report: Report | None = None
        self.filter = FilterBar(self)
        self.outline = Outline(self)
        self.title, self.subtitle = QLabel(self), QLabel(self)
        self.sections: dict[str, SectionView] = {}
        self._column = QVBoxLayout()
        self.area = QScrollArea(self)
        self._sheet = QWidget()
        self._paper = QWidget(self._sheet)
        self._veil = _Veil(theme, self.area.viewport())
        self._dim = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._dim.timeout.connect(self._veil.show)
        self._steps: Iterator[None] | None = None
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._take_step)
        self._lay_out()
        self.filter.changed.connect(lambda: live.select(self.filter.selection))
        self.filter.export_wanted.connect(self.export_wanted)
        self.outline.chosen.connect(self.go)
        self.area.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        live.changed.connect(self.refresh)
        live.progressed.connect(self._on_progressed)
        desk.session_changed.connect(self._on_session_changed)
        theme.changed.connect(self.update)

    def begin(self) -> None:
        """Come into sight: bring the figures up to date and take the keys."""
        self.refresh()
        self.live.watch()
        self.outline.setFocus()

    def go(self, section_id: str) -> None:
        """Scroll a section to the top."""
        view = self.sections.get(section_id)
        if view is not None:
            self.area.verticalScrollBar().setValue(self._top(view))
            self.outline.mark(section_id)

    def refresh(self) -> None:
        """Show what the live report holds now."""
        if self.isHidden():
            return
        session = self._desk.session
        if session is not None:
            documents = [summary.document for summary in session.documents()]
            self.filter.offer(documents, self.live.editors, self._desk.profile)
        self._show_state()
        if self.live.report is not None and self.live.report is not self._report:
            self._report = self.live.report
            self._steps = self._showing(self._report)
            self._next.start()

    @property
    def is_complete(self) -> bool:
        """Whether everything of the newest report is on the page."""
        return self._report is not None and self._steps is None and not self.live.is_stale

    # Showing a report, a block a turn of the event loop

    def _take_step(self) -> None:
        if self._steps is not None and next(self._steps, self) is self:
            self._steps = None
        if self._steps is None:
            self._next.stop()

    def _showing(self, report: Report) -> Iterator[None]:
        self.title.setText(report.title)
        self.subtitle.setText(
            " · ".join(filter(None, (report.subtitle, tr("profile {name}", name=report.profile))))
        )
        self.outline.show_sections(report.sections)
        wanted = [section.id for section in report.sections]
        for section_id in [each for each in self.sections if each not in wanted]:
            gone = self.sections.pop(section_id)
            self._column.removeWidget(gone)
            gone.deleteLater()
        for place, section in enumerate(report.sections):
            view = self.sections.get(section.id)
            if view is None:
                view = SectionView(self._theme, self._fonts, self._paper)
                view.excerpt_wanted.connect(self.row_wanted)
                self.sections[section.id] = view
                self._column.insertWidget(place, view)
                view.show()
            yield from view.showing(section)

    def _show_state(self) -> None:
        is_updating = self.live.is_updating
        words = tr("updating…") if self.live.report else tr("computing…")
        self.filter.state.setText(words if is_updating else "")
        if not is_updating:
            self._dim.stop()
            self._veil.hide()
        elif self.live.report is not None and self._veil.isHidden() and not self._dim.isActive():
            self._dim.start()

    def _on_progressed(self, done: int, total: int) -> None:
        if self.live.is_updating and total:
            self.filter.state.setText(tr("updating… {share} %", share=100 * done // total))

    def _on_session_changed(self) -> None:
        self._report, self._steps = None, None
        self._next.stop()
        for view in self.sections.values():
            self._column.removeWidget(view)
            view.deleteLater()
        self.sections.clear()
        self.outline.clear()
        self.title.clear()
        self.subtitle.clear()
        self.filter.clear()

    # Moving

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: leave, jump, scroll."""
        key, ids = event.key(), self.outline.ids
        bar = self.area.verticalScrollBar()
        page = self.area.viewport().height() - 48
        moves = {
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Space: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_Down: 48,
            Qt.Key.Key_Up: -48,
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and key - Qt.Key.Key_1 < len(ids):
            self.go(ids[key - Qt.Key.Key_1])
        elif key in {Qt.Key.Key_J, Qt.Key.Key_K} and ids:
            at = self.outline.currentRow() + (1 if key == Qt.Key.Key_J else -1)
            self.go(ids[max(0, min(at, len(ids) - 1))])
        elif (by := moves.get(Qt.Key(key))) is not None:
            bar.setValue(bar.value() + by)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's override: the column follows the window's width, and its own contents' height."""
        if watched is self.area.viewport() and event.type() == QEvent.Type.Resize:
            self._veil.resize(self.area.viewport().size())
            self._fit()
        elif watched is self._paper and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        # Left to itself, a scroll area asks for the height at the narrowest width.
        whole = self.area.viewport().width()
        width = min(whole, _WIDEST)
        layout = self._paper.layout()
        if layout is not None:
            height = max(layout.totalHeightForWidth(width), self.area.viewport().height())
            self._sheet.resize(whole, height)
            self._paper.setGeometry((whole - width) // 2, 0, width, height)

    def _on_scrolled(self, value: int) -> None:
        if value == self.area.verticalScrollBar().maximum() and self.sections and value:
            # The last section may be too short ever to reach the top.
            reached = [key for key, view in self.sections.items() if self._top(view) <= value + 96]
        else:
            reached = [key for key, view in self.sections.items() if self._top(view) <= value + 32]
        if reached:
            self.outline.mark(reached[-1])

    def _top(self, view: SectionView) -> int:
        return view.mapTo(self._sheet, QPoint(0, 0)).y() - 24

    # Layout

    def _lay_out(self) -> None:
        self.title.setProperty("kind", "headline")
        self.subtitle.setProperty("kind", "muted")
        self._sheet.setObjectName("scores.sheet")
        inner = QVBoxLayout(self._paper)
        inner.setContentsMargins(40, 32, 40, 64)
        inner.setSpacing(4)
        inner.addWidget(self.title)
        inner.addWidget(self.subtitle)
        inner.addSpacing(28)
        self._column.setSpacing(56)
        inner.addLayout(self._column)
        inner.addStretch(1)
        self.area.setObjectName("scores.page")
        self.area.setWidget(self._sheet)
        self._paper.installEventFilter(self)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.viewport().installEventFilter(self)
        self.outline.setFixedWidth(_OUTLINE)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.outline)
        row.addWidget(self.area, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.filter)
        whole.addLayout(row, 1)


class _Veil(QWidget):
    """Lies over figures that are out of date; they can be read through it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's override."""
        colour = QColor(self._theme.colours.paper)
        colour.setAlphaF(0.55)
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), colour)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's override."""
        super().resizeEvent(event)
        self.raise_()

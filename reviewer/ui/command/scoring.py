"""The Scores page beside the desk, and the profile that judges."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from reviewer.domain.report import Report
from reviewer.ui.desk import Desk
from reviewer.ui.score.page import ScorePage


class Scoring(QObject):
    """Handlers that lead to the scores and back."""

    def __init__(
        self, desk: Desk, places: QStackedWidget, page: ScorePage, report: Callable[[], object]
    ) -> None:
        super().__init__(desk)
        self._desk, self._places, self._page = desk, places, page
        self._before: QWidget | None = None
        self.changed: Callable[[], object] = lambda: None
        """Hears that the page came or went."""
        page.left.connect(self.leave)
        page.row_wanted.connect(self.open_row)
        page.export_wanted.connect(report)
        desk.session_changed.connect(self._on_session_changed)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does."""
        return {"view.scores": self.toggle}

    @property
    def is_shown(self) -> bool:
        """Whether the page is in front of the desk."""
        return self._places.currentWidget() is self._page

    @property
    def shown_report(self) -> Report | None:
        """The report on the page, while it is there and up to date."""
        live = self._page.live
        return live.report if self.is_shown and not live.is_stale else None

    def toggle(self) -> None:
        """Go to the scores, or back to the desk."""
        if self.is_shown:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Show the scores; what is being typed is stored, and stays open to be typed on."""
        if self._desk.session is None or not self._desk.commit():
            self.changed()
            return
        self._before = QApplication.focusWidget()
        self._places.setCurrentWidget(self._page)
        self._page.begin()
        self.changed()

    def leave(self) -> None:
        """Show the desk exactly as it was left."""
        if not self.is_shown:
            return
        self._page.live.leave()
        self._places.setCurrentIndex(0)
        if self._before is not None:
            self._before.setFocus()
        self._before = None
        self.changed()

    def open_row(self, document_id: int, position: int) -> None:
        """Show a row of any document at the desk."""
        self._before = None
        self.leave()
        if self._desk.document_id != document_id:
            self._desk.show_document(document_id, position)
        else:
            self._desk.go(position)
        self._desk.pane().setFocus()

    def _on_session_changed(self) -> None:
        self._before = None
        self.leave()

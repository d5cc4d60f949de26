"""The window: documents, the desk, the inspector, and the strip beneath."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from reviewer.domain.error import ReviewerError
from reviewer.ui.action import Actions
from reviewer.ui.catalogue import ACTIONS, MENUS
from reviewer.ui.command.checking import Checking
from reviewer.ui.command.files import Files
from reviewer.ui.command.finding import Finding
from reviewer.ui.command.going import Going
from reviewer.ui.command.helping import Helping
from reviewer.ui.command.judging import Judging
from reviewer.ui.command.marking import Marking
from reviewer.ui.command.output import Output
from reviewer.ui.command.reviewing import Reviewing
from reviewer.ui.command.rows import Rows
from reviewer.ui.command.scoring import Scoring
from reviewer.ui.command.standing import Standing
from reviewer.ui.command.viewing import Viewing
from reviewer.ui.desk import Desk
from reviewer.ui.dialog.find import FindBar
from reviewer.ui.dialog.notice import Notice, show_error
from reviewer.ui.documents import DocumentPanel
from reviewer.ui.empty import EmptyState
from reviewer.ui.findings import Findings
from reviewer.ui.font import Fonts
from reviewer.ui.grid.model import Column, SegmentModel
from reviewer.ui.grid.view import ReviewTable
from reviewer.ui.inspector.panel import Inspector
from reviewer.ui.job import Dispatcher
from reviewer.ui.score.live import LiveReport
from reviewer.ui.score.page import ScorePage
from reviewer.ui.scores import LiveScores
from reviewer.ui.settings import Settings
from reviewer.ui.strip import Strip
from reviewer.ui.theme import Theme


class MainWindow(QMainWindow):
    """Puts the parts together and wires them; holds no state of the review itself."""

    def __init__(self, theme: Theme, fonts: Fonts, settings: Settings, user: str) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self.setMinimumSize(960, 600)
        self.settings = settings
        self.dispatcher = Dispatcher(self)
        model = SegmentModel(self)
        self.grid = ReviewTable(model, theme, fonts, self)
        self.desk = Desk(model, self.grid)
        self.findings = Findings(self.desk, self.dispatcher)
        self.scores = LiveScores(self.desk, self.dispatcher)
        self.documents = DocumentPanel(self.desk, theme, fonts, self)
        self.inspector = Inspector(self.desk, theme, fonts, self)
        self.inspector.follow(self.findings)
        self.notice = Notice(self)
        self.find_bar = FindBar(self)
        self.empty = EmptyState(self)
        self.strip = Strip(self.desk, self.scores, theme, self)
        self.strip.follow(self.findings)
        self.pages = QStackedWidget(self)
        self.score_page = ScorePage(self.desk, LiveReport(self.desk, self.dispatcher), theme, fonts, self)
        self.places = QStackedWidget(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._lay_out()
        self.actions_ = Actions(ACTIONS, self)
        self.files = Files(self.desk, self, settings, self.dispatcher, user)
        self._wire(theme, settings)
        self._restore()

    # Wiring

    def _lay_out(self) -> None:
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.grid)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.find_bar)
        column.addWidget(self.pages, 1)
        self.find_bar.hide()
        for part in (self.documents, centre, self.inspector):
            self.splitter.addWidget(part)
        self.splitter.setHandleWidth(1)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setCollapsible(1, False)
        whole = QWidget(self)
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self.places.addWidget(self.splitter)
        self.places.addWidget(self.score_page)
        rows.addWidget(self.places, 1)
        rows.addWidget(self.strip)
        self.setCentralWidget(whole)

    def _wire(self, theme: Theme, settings: Settings) -> None:
        desk = self.desk
        going = Going(desk)
        marking = Marking(desk, self.inspector)
        reviewing = Reviewing(desk, self.inspector, going)
        reviewing.blockers = lambda: self.scores.blockers
        panels: dict[str, QWidget] = {"view.documents": self.documents, "view.inspector": self.inspector}
        self.viewing = Viewing(desk, theme, settings, panels)
        output = Output(desk, self, self.notice, settings, self.dispatcher)
        output.shown_report = lambda: self.scoring.shown_report
        self.scoring = Scoring(desk, self.places, self.score_page, output.ask_report)
        checking = self._checking(theme, settings)
        families = (
            self.files,
            checking,
            output,
            self.scoring,
            going,
            marking,
            reviewing,
            Rows(desk),
            self.viewing,
            Finding(desk, self.find_bar),
            Helping(self, self.actions_),
            Standing(desk, self, self.actions_),
            Judging(desk, self, self.dispatcher),
        )
        handlers: dict[str, Callable[[], object]] = {}
        for family in families:
            handlers.update(family.handlers())
        self.actions_.connect(handlers)
        self.actions_.fill(self.menuBar(), MENUS)
        self.actions_["mark.words"].setChecked(True)
        self.actions_["view.diff"].setChecked(desk.shows_diff)
        self.actions_["check.hints"].setChecked(checking.shows_hints)
        self._listen(marking, going, theme)

    def _checking(self, theme: Theme, settings: Settings) -> Checking:
        made = Checking(
            self.desk,
            self.findings,
            self.inspector,
            window=self,
            notice=self.notice,
            theme=theme,
            settings=settings,
        )
        self.findings.show_hints(is_on=made.shows_hints)
        return made

    def _listen(self, marking: Marking, going: Going, theme: Theme) -> None:
        desk = self.desk
        marking.words_toggled.connect(self.actions_["mark.words"].setChecked)
        self.documents.chosen.connect(desk.show_document)
        self.strip.edits_wanted.connect(going.next_edit)
        self.strip.findings_wanted.connect(lambda: self.findings.step(is_forward=True))
        self.empty.open_wanted.connect(self.files.open)
        self.empty.sample_wanted.connect(self.files.open_sample)
        desk.told.connect(self.notice.show_message)
        desk.failed.connect(self._on_failed)
        for signal in (
            desk.session_changed,
            desk.document_changed,
            desk.documents_changed,
            desk.rows_changed,
        ):
            signal.connect(self._show_page)
        for signal in (desk.row_changed, desk.flag_changed, desk.mode_changed, desk.history_changed):
            signal.connect(self._enable)
        desk.row_changed.connect(self._clear_notice)
        theme.changed.connect(self.viewing.apply_theme)
        self.scoring.changed = self._show_place
        self.viewing.restore(self.actions_)
        self._show_page()
        self._enable()

    # What is shown

    def _show_page(self) -> None:
        desk = self.desk
        session = desk.session
        if session is None:
            self.empty.show_nothing_open()
        elif desk.document_id is None:
            self.empty.show_no_documents()
        elif desk.model.rowCount() == 0:
            self.empty.show_no_segments(session.document(desk.document_id).title)
        has_rows = session is not None and desk.model.rowCount() > 0
        self.pages.setCurrentWidget(self.grid if has_rows else self.empty)
        self.viewing.show_panels(is_there=session is not None)
        self.strip.setVisible(session is not None and not self.scoring.is_shown)
        if session is None:
            self.empty.open.setFocus()
        name = session.path.name if session else ""
        self.setWindowTitle(f"{name} – Reviewer" if name else "Reviewer")
        if has_rows:
            self.grid.open_current(desk.position, desk.flag_id)
            self.grid.open_row.activate(Column.HINDI)
        self._enable()

    def _show_place(self) -> None:
        """Show the desk's own strip and commands only while the desk is there."""
        is_desk = not self.scoring.is_shown
        self.strip.setVisible(is_desk and self.desk.session is not None)
        self.actions_["view.scores"].setChecked(not is_desk)
        self._enable()

    def _enable(self) -> None:
        desk = self.desk
        met = {"always"}
        if desk.session is not None:
            met.add("project")
        is_desk = not self.scoring.is_shown
        if is_desk and desk.document_id is not None:
            met.add("document")
        if is_desk and desk.row() is not None:
            met.add("segment")
        if is_desk and desk.flag() is not None:
            met.add("flag")
        self.actions_.enable(frozenset(met))
        session = desk.session
        self.actions_["edit.undo"].setEnabled(session is not None and session.can_undo)
        self.actions_["edit.redo"].setEnabled(session is not None and session.can_redo)

    def _clear_notice(self) -> None:
        if not self.notice.isHidden() and self.notice.property("tone") != "problem":
            self.notice.clear()

    def _on_failed(self, error: ReviewerError) -> None:
        show_error(self, error)

    # Layout remembered

    def _restore(self) -> None:
        if not self.restoreGeometry(self.settings.state("window.geometry")):
            self.resize(1280, 800)
        if not self.splitter.restoreState(self.settings.state("window.splitter")):
            self.splitter.setSizes([172, 800, 308])
        header = self.settings.state("window.columns")
        if not header.isEmpty():
            self.grid.horizontalHeader().restoreState(header)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt's override: what was typed is committed, the layout remembered; nothing is asked."""
        self.settings.set("window.geometry", self.saveGeometry())
        self.settings.set("window.splitter", self.splitter.saveState())
        self.settings.set("window.columns", self.grid.horizontalHeader().saveState())
        self.desk.detach()
        self.dispatcher.wait_all()
        self.settings.save()
        super().closeEvent(event)

    # Dropped files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt's override."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt's override."""
        self.files.take_dropped([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

"""What the project and its documents are called, judged by, and whether they are in it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QInputDialog, QWidget

from reviewer.domain.error import ReviewerError
from reviewer.domain.span import Side
from reviewer.ui.action import Actions
from reviewer.ui.command.guard import attempt, did
from reviewer.ui.desk import Desk
from reviewer.ui.word import tr

PROFILES = ("newsroom", "plain", "wmt")


class Standing(QObject):
    """Handlers for a document's title and place, its alignment as a whole, and the profile."""

    def __init__(self, desk: Desk, window: QWidget, actions: Actions) -> None:
        super().__init__(desk)
        self._desk, self._window, self._actions = desk, window, actions
        for signal in (desk.session_changed, desk.document_changed):
            signal.connect(self._tick)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does."""
        made: dict[str, Callable[[], object]] = {
            f"profile.{name}": partial(self.set_profile, name) for name in PROFILES
        }
        return made | {
            "file.rename": self.ask_title,
            "file.remove": self.remove,
            "rows.realign": self.realign,
        }

    def ask_title(self) -> None:
        """Ask for another title of the open document."""
        session, document_id = self._desk.session, self._desk.document_id
        if session is None or document_id is None:
            return
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Rename the document"))
        dialog.setLabelText(tr("Title"))
        dialog.setOkButtonText(tr("Rename"))
        dialog.setTextValue(session.document(document_id).title)
        dialog.textValueSelected.connect(self.rename)
        dialog.resize(480, 120)
        dialog.open()

    def rename(self, title: str) -> None:
        """Give the open document another title."""
        session, document_id = self._desk.session, self._desk.document_id
        if session is not None and document_id is not None and title.strip():
            attempt(self._desk, lambda: session.rename(document_id, title.strip()))

    def remove(self) -> None:
        """Take the open document out of sight; undo brings it back."""
        session, document_id = self._desk.session, self._desk.document_id
        if session is None or document_id is None:
            return
        title = session.document(document_id).title
        self._desk.end_editing()
        if did(self._desk, lambda: session.remove_document(document_id)):
            self._desk.told.emit(tr("Removed: {title}. Undo brings it back.", title=title))

    def realign(self) -> None:
        """Give the English sentences to the rows anew; locked rows keep theirs."""
        from reviewer.review.intake import realign

        session, document_id = self._desk.session, self._desk.document_id
        if session is None or document_id is None:
            return
        self._desk.end_editing()
        for side in (Side.BACK_TRANSLATION, Side.SOURCE):
            if side in session.sides(document_id):
                attempt(self._desk, partial(realign, session, document_id, side))
        self._desk.show_document(document_id, self._desk.position)

    def set_profile(self, name: str) -> None:
        """Judge the project by another profile."""
        session = self._desk.session
        if session is not None:
            try:
                session.set_profile(name)
            except ReviewerError as error:
                self._desk.failed.emit(error)
        self._tick()

    def _tick(self) -> None:
        session = self._desk.session
        current = session.profile_id if session and not session.profile_text else ""
        for name in PROFILES:
            self._actions[f"profile.{name}"].setChecked(name == current)

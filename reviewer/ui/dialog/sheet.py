"""The shape all dialogs share: what is asked, the thing itself, one line of trouble, two buttons."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.word import tr

MARGIN = 24
GAP = 12


class Sheet(QDialog):
    """A window-modal question with a primary button; `Enter` takes it, `Esc` leaves."""

    _open: ClassVar[set["Sheet"]] = set()
    """Those on the screen: a look for garbage has been seen to destroy a dialog that only its parent held."""

    def __init__(
        self, title: str, explanation: str = "", *, accept: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setSizeGripEnabled(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN - 4)
        outer.setSpacing(GAP)
        if title:
            outer.addWidget(label(title, "title"))
        if explanation:
            outer.addWidget(label(explanation, "muted"))
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        outer.addLayout(self.body, 1)
        self._trouble = label("", "problem")
        self._trouble.setAccessibleName(tr("What is missing"))
        self._trouble.hide()
        outer.addWidget(self._trouble)
        self.buttons = QDialogButtonBox()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        outer.addSpacing(4)
        outer.addWidget(self.buttons)
        self.primary = self._add_primary(accept)

    def show_trouble(self, line: str, *, blocks: bool = True) -> None:
        """Say in one line what is wrong, and hold the primary button back; empty clears both."""
        self._trouble.setText(line)
        self._trouble.setVisible(bool(line))
        self.primary.setEnabled(not (line and blocks))

    def fit(self, width: int) -> None:
        """Be exactly as high as the wrapped words need at this width, in pixels."""
        self.setFixedWidth(width)
        self.resize(width, self.layout().heightForWidth(width))  # type: ignore[union-attr]

    def done(self, result: int) -> None:
        """Qt's override."""
        self._open.discard(self)
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab reach the buttons after everything that is asked."""
        super().showEvent(event)
        self._open.add(self)
        last: QWidget = self
        while (following := last.nextInFocusChain()) and following is not self:
            last = following
        for button in (self.primary, *(each for each in self.buttons.buttons() if each is not self.primary)):
            if button is not last:
                self.setTabOrder(last, button)
            last = button

    @property
    def trouble(self) -> str:
        """The line of trouble, empty where there is none."""
        return self._trouble.text()

    def _add_primary(self, accept: str) -> QPushButton:
        if not accept:
            primary = self.buttons.addButton(tr("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        else:
            cancel = self.buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
            cancel.setAutoDefault(False)
            primary = self.buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        primary.setDefault(True)
        return primary


def label(text: str, kind: str = "", *, is_hindi: bool = False) -> QLabel:
    """Make a label that wraps, shows plain text only, and can be copied from."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    if kind:
        made.setProperty("kind", kind)
    if is_hindi:
        made.setProperty("script", "hindi")
    return made


def rule() -> QFrame:
    """Make a hairline."""
    line = QFrame()
    line.setProperty("kind", "rule")
    return line


def scrolled(content: QWidget) -> QScrollArea:
    """Put a widget into a scroll area that follows its width."""
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area

"""A text that is pasted, typed, or read from a file."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QTextEdit, QWidget

from reviewer.text.script import guess_language
from reviewer.ui.dialog.sheet import Sheet, label
from reviewer.ui.word import count, tr

_BREAKS = str.maketrans(dict.fromkeys("\u2029\u2028\ufdd0\ufdd1", "\n"))


class TextDialog(Sheet):
    """A page for a text, one paragraph a line; `Ctrl+Enter` takes it.

    `open_file` asks for a file and returns its text, or nothing where the user thought better of it.
    """

    def __init__(
        self,
        title: str,
        explanation: str,
        *,
        is_hindi: bool,
        text: str = "",
        accept: str = "",
        open_file: Callable[[], str | None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, explanation, accept=accept or tr("&Use this text"), parent=parent)
        self._is_hindi = is_hindi
        self._page = _Page(is_hindi=is_hindi)
        self._page.setAccessibleName(title)
        self._page.set_text(text)
        self._count: QLabel = label("", "caption")
        self.body.addWidget(self._page, 1)
        self.body.addWidget(self._count)
        self.resize(760, 520)
        if open_file:
            self._open_file = open_file
            button = self.buttons.addButton(tr("&Open file…"), QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)
            button.clicked.connect(self._on_open_clicked)
        self._page.textChanged.connect(self._on_text_changed)
        self._on_text_changed()
        self._page.setFocus()

    def text(self) -> str:
        """The text as it stands, a paragraph a line, without blank lines around it."""
        return self._page.text().strip("\n")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the text on Ctrl+Enter; a plain Enter is a new paragraph."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.primary.click()
        else:
            super().keyPressEvent(event)

    def _on_open_clicked(self) -> None:
        text = self._open_file()
        if text is not None:
            self._page.set_text(text)
        self._page.setFocus()

    def _on_text_changed(self) -> None:
        paragraphs = sum(1 for line in self._page.text().split("\n") if line.strip())
        self._count.setText(
            count(paragraphs, "paragraph", "paragraphs") if paragraphs else tr("Nothing yet.")
        )
        self.show_trouble(self._doubt(), blocks=False)
        self.primary.setEnabled(paragraphs > 0)

    def _doubt(self) -> str:
        language = guess_language(self._page.text())
        if language == "en" and self._is_hindi:
            return tr("This looks like English. Hindi belongs here.")
        if language == "hi" and not self._is_hindi:
            return tr("This looks like Hindi. English belongs here.")
        return ""


class _Page(QTextEdit):
    """A plain-text page with the line height of reading."""

    def __init__(self, *, is_hindi: bool) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setProperty("script", "hindi" if is_hindi else "english")
        self._height = 30 if is_hindi else 21
        self.setPlaceholderText(tr("Paste or type here, one paragraph a line."))

    def text(self) -> str:
        """The text with its no-break spaces, which Qt's own plain text would lose."""
        return self.document().toRawText().translate(_BREAKS)

    def set_text(self, text: str) -> None:
        """Replace the text, as one step that can be undone."""
        spacing = QTextBlockFormat()
        spacing.setLineHeight(self._height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        spacing.setBottomMargin(8)
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(spacing)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

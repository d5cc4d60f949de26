"""What the desk shows when there is nothing to review: what this place is for, and the one next step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reviewer.ui.word import tr


class EmptyState(QWidget):
    """An invitation to open something."""

    open_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty")
        self.title = QLabel(self)
        self.title.setProperty("kind", "headline")
        self.text = QLabel(self)
        self.text.setProperty("kind", "muted")
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.text.setFixedWidth(460)
        self.open = QPushButton(tr("Open an article…"), self)
        self.open.setObjectName("empty.open")
        self.open.setProperty("kind", "primary")
        self.sample = QPushButton(tr("Look at the sample"), self)
        self.sample.setObjectName("empty.sample")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self.open)
        buttons.addWidget(self.sample)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(self.title, 0, Qt.AlignmentFlag.AlignHCenter)
        line = QHBoxLayout()
        line.addStretch()
        line.addWidget(self.text)
        line.addStretch()
        layout.addLayout(line)
        layout.addSpacing(8)
        layout.addLayout(buttons)
        layout.addStretch(3)
        self.open.clicked.connect(self.open_wanted)
        self.sample.clicked.connect(self.sample_wanted)
        self.show_nothing_open()

    def show_nothing_open(self) -> None:
        """Nothing is open."""
        self.title.setText(tr("Review a translated article"))
        self.text.setText(
            tr(
                "Drop a Hindi article here, or open one: text, Markdown, DOCX, ODT, HTML, a bilingual "
                "table, or a review. English beside it is welcome but not needed."
            )
        )
        self.sample.show()

    def show_no_segments(self, title: str) -> None:
        """A document without text is open."""
        self.title.setText(title)
        self.text.setText(
            tr("There is no text in this document. Add an article to this review, or open another.")
        )
        self.sample.hide()

    def show_no_documents(self) -> None:
        """A project without documents is open."""
        self.title.setText(tr("This review is empty"))
        self.text.setText(tr("Add the first article: drop it here, or choose it."))
        self.sample.hide()

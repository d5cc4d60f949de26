"""The ESA judgement: a slider with anchors and a number to type; "not judged" is not 0."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSlider, QStyle, QWidget

from reviewer.ui.dialog.frame import KeyFrame
from reviewer.ui.inspector.field import column
from reviewer.ui.word import tr

ANCHORS = {
    0: "no meaning",
    33: "some meaning",
    66: "most meaning",
    100: "perfect",
}


class ClickSlider(QSlider):
    """A slider that goes where it is pressed, and leaves the wheel to what is scrolled beneath it."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's override."""
        handle = self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, None, self)
        across = round(event.position().x() - handle / 2)
        room = max(1, self.width() - handle)
        value = QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), across, room)
        self.setSliderPosition(value)
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt's override."""
        event.ignore()


class JudgePanel(KeyFrame):
    """One judge's number for the current segment."""

    judged = Signal(float)
    cleared = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("judge")
        self.value: float | None = None
        self.slider = ClickSlider(Qt.Orientation.Horizontal, self)
        self.slider.setObjectName("judge.slider")
        self.slider.setRange(0, 100)
        self.slider.setAccessibleName(tr("ESA, 0 to 100"))
        self.slider.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.number = QLineEdit(self)
        self.number.setObjectName("judge.number")
        self.number.setAccessibleName(tr("ESA number"))
        self.number.setFixedWidth(56)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setPlaceholderText("–")
        self.word = QLabel(self)
        self.word.setProperty("kind", "caption")
        self.clear = QPushButton(tr("Clear"), self)
        self.clear.setProperty("kind", "flat")
        self.clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self.number.installEventFilter(self)
        self.slider.sliderReleased.connect(self._on_slider_settled)
        self.slider.actionTriggered.connect(self._on_slider_stepped)
        self.slider.sliderMoved.connect(lambda value: self.number.setText(str(value)))
        self.clear.clicked.connect(self.cleared)

    def show_value(self, value: float | None) -> None:
        """Show a stored number, or that there is none."""
        self.value = value
        judged = "false" if value is None else "true"
        if self.slider.property("judged") != judged:
            self.slider.setProperty("judged", judged)
            self.slider.style().unpolish(self.slider)
            self.slider.style().polish(self.slider)
        self.slider.setSliderPosition(50 if value is None else round(value))
        if not self.number.hasFocus():
            self.number.setText(self._shown())
        self.word.setText(self._meaning())
        self.clear.setVisible(value is not None)

    def begin(self) -> None:
        """Take the keys."""
        self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.number.selectAll()

    def commit(self) -> None:
        """Store a number that was typed and not yet taken; what is none is taken back."""
        self.word.setText(self._meaning())
        if self.number.text() == self._shown():
            return
        value = parse(self.number.text())
        if value is not None and value != self.value:
            self.judged.emit(value)
        self.number.setText(self._shown())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's override: Enter stores the number, Esc leaves it."""
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._take_number()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.number.setText(self._shown())
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _take_number(self) -> None:
        text = self.number.text().strip()
        value = parse(text)
        if text and value is None:
            self.number.selectAll()
            self.word.setText(tr("a number from 0 to 100"))
            return
        if value is None:
            self.cleared.emit()
        else:
            self.judged.emit(value)
        self.left.emit()

    def _meaning(self) -> str:
        return tr("not judged") if self.value is None else tr(nearest_anchor(self.value))

    def _shown(self) -> str:
        return "" if self.value is None else f"{self.value:g}"

    def _on_slider_settled(self) -> None:
        self.judged.emit(float(self.slider.sliderPosition()))
        self.left.emit()

    def _on_slider_stepped(self, action: int) -> None:
        if action != QSlider.SliderAction.SliderMove.value:
            self.judged.emit(float(self.slider.sliderPosition()))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        title = QLabel(tr("ESA (E)"), self)
        title.setProperty("kind", "caption")
        head.addWidget(title)
        head.addWidget(self.word, 1)
        head.addWidget(self.clear)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.slider, 1)
        row.addWidget(self.number)
        anchors = QHBoxLayout()
        anchors.setContentsMargins(0, 0, 64, 0)
        for value, word in ANCHORS.items():
            label = QLabel(str(value), self)
            label.setProperty("kind", "caption")
            label.setToolTip(tr(word))
            anchors.addWidget(label, 0)
            if value < 100:
                anchors.addStretch(1)
        layout = column(self, 2)
        layout.addLayout(head)
        layout.addLayout(row)
        layout.addLayout(anchors)


def parse(text: str) -> float | None:
    """Read a number from 0 to 100, in Latin or Devanagari digits; None where it is none."""
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return value if 0 <= value <= 100 else None


def nearest_anchor(value: float) -> str:
    """The words of the anchor nearest to a number."""
    return ANCHORS[min(ANCHORS, key=lambda anchor: abs(anchor - value))]

"""A part of the window that keeps plain keys for itself while it has the focus."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class KeyFrame(QFrame):
    """A frame whose fields and buttons get Enter, Tab, Space, arrows and letters.

    In marking mode these keys are shortcuts of the window; without the claim, Enter in a search
    field would open the Hindi for editing. Keys with Ctrl, Alt or Meta and F1 to F35 stay the window's.
    """

    def event(self, event: QEvent) -> bool:
        """Claim a plain key before the window's shortcuts see it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_plain(event):
            event.accept()
            return True
        return super().event(event)


def _is_plain(event: QKeyEvent) -> bool:
    is_function_key = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
    return not is_function_key and not event.modifiers() & _COMMANDS

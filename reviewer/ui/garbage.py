"""When Python looks for garbage: in this thread and in the pauses, never while a key is on its way."""

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

_EVERY_MS = 1000


class PauseCollector(QObject):
    """Goes through young objects once a second, and through all when the editor turns to another program.

    Python itself would look whenever a thread has made enough objects. In a background thread that
    destroys widgets which the window is just making, and the program falls. A look at everything stops
    all threads: 0.2 s with the scores of a document of 10,000 segments.
    """

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        gc.disable()
        gc.collect()
        # What was made to start with stays: modules, the window.
        gc.freeze()
        self._clock = QTimer(self, interval=_EVERY_MS)
        self._clock.timeout.connect(self._look_at_the_young)
        self._clock.start()
        application.applicationStateChanged.connect(self._on_state_changed)

    def _look_at_the_young(self) -> None:
        if gc.get_count()[0] > gc.get_threshold()[0]:
            gc.collect(1)

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            gc.collect()

"""Getting the fast counting ready while the editor pauses, so that nobody ever waits for it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from reviewer.ui.desk import Desk
from reviewer.ui.job import Dispatcher

IDLE_MS = 4000


class Warmth(QObject):
    """Calls once, after some seconds in which nothing was done at the desk and no job was under way."""

    def __init__(
        self, desk: Desk, dispatcher: Dispatcher, prepare: Callable[[], object], idle_ms: int = IDLE_MS
    ) -> None:
        super().__init__(desk)
        self._dispatcher, self._prepare = dispatcher, prepare
        self._quiet = QTimer(self, singleShot=True, interval=idle_ms)
        self._quiet.timeout.connect(self._on_quiet)
        for signal in (desk.row_changed, desk.history_changed, desk.mode_changed, desk.document_changed):
            signal.connect(self._wait_again)
        desk.grid.open_row.typed.connect(self._wait_again)
        self._quiet.start()

    @property
    def is_done(self) -> bool:
        """Whether it has called."""
        return not self._quiet.isActive()

    def stop(self) -> None:
        """Never call any more: the window is gone."""
        self._quiet.stop()

    def _wait_again(self) -> None:
        if not self.is_done:
            self._quiet.start()

    def _on_quiet(self) -> None:
        if self._dispatcher.is_busy:
            self._quiet.start()
        else:
            self._prepare()


def prepare_kernels() -> None:
    """Compile and load the kernels of the metrics on a thread of low priority."""
    # Loaded here: the window starts without them.
    from reviewer.scoring.engine.kernel import prepare_in_background  # noqa: PLC0415

    prepare_in_background()

"""Work in the background: pure functions on immutable values, their results brought to the window."""

from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

V = TypeVar("V")
In_contra = TypeVar("In_contra", contravariant=True)
_Work = Callable[[int, Event], object]
_THREADS = 2
_REPORT_SECONDS = 0.05


class Watched(Protocol[In_contra]):
    """A function that asks whether to go on and tells how far it is."""

    def __call__(
        self, value: In_contra, /, *, is_cancelled: Callable[[], bool], report: Callable[[int, int], None]
    ) -> object:
        """Work on the value; `report(done, total)` is cheap to call often."""


class Job(QObject):
    """One piece of work under way; its signals arrive in the thread that started it.

    A job that was cancelled, or replaced by a newer one on the same topic, never signals again.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    """The result."""
    failed = Signal(object)
    """The exception."""

    def __init__(self, job_id: int, topic: str, stop: Event, parent: QObject) -> None:
        super().__init__(parent)
        self.id = job_id
        self.topic = topic
        self._stop = stop

    @property
    def is_cancelled(self) -> bool:
        """Whether the result is no longer wanted."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the function to stop and drop whatever it still returns."""
        self._stop.set()


class Dispatcher(QObject):
    """Starts jobs, at most two at a time, and knows whether any is under way."""

    busy_changed = Signal(bool)
    _progressed = Signal(int, int, int)
    _returned = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(_THREADS)
        self._jobs: dict[int, Job] = {}
        self._last_id = 0
        self._progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)
        self._returned.connect(self._on_returned, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether any job that is still wanted is under way."""
        return any(not job.is_cancelled for job in self._jobs.values())

    def start(self, topic: str, function: Callable[[V], object], value: V, *, must_run: bool = False) -> Job:
        """Run `function(value)` in the background; an older job on the topic becomes stale.

        What must run, such as writing a file, is done even when nobody waits for its end any more.
        """
        return self._start(topic, lambda _id, _stop: function(value), must_run=must_run)

    def start_watched(self, topic: str, function: Watched[V], value: V) -> Job:
        """Run a function that can be cancelled halfway and reports its progress."""
        return self._start(
            topic,
            lambda job_id, stop: function(value, is_cancelled=stop.is_set, report=self._reporter(job_id)),
        )

    def cancel(self, topic: str) -> None:
        """Make the job on this topic stale, if there is one."""
        was_busy = self.is_busy
        for job in self._jobs.values():
            if job.topic == topic:
                job.cancel()
        self._tell_busy(was_busy)

    def wait_all(self, milliseconds: int = -1) -> bool:
        """Cancel everything and wait until no thread works; return whether that was reached in time.

        For shutdown: no job signals afterwards. A negative number waits as long as it takes.
        """
        was_busy = self.is_busy
        for job in self._jobs.values():
            job.cancel()
        self._tell_busy(was_busy)
        return self._pool.waitForDone(milliseconds)

    def _start(self, topic: str, work: _Work, *, must_run: bool = False) -> Job:
        was_busy = self.is_busy
        for job in self._jobs.values():
            if job.topic == topic:
                job.cancel()
        self._last_id += 1
        stop = Event()
        job = Job(self._last_id, topic, stop, self)
        self._jobs[job.id] = job
        self._pool.start(_Run(job.id, Event() if must_run else stop, work, self._returned.emit))
        self._tell_busy(was_busy)
        return job

    def _reporter(self, job_id: int) -> Callable[[int, int], None]:
        last = 0.0

        def report(done: int, total: int) -> None:
            nonlocal last
            now = monotonic()
            if done >= total or now - last >= _REPORT_SECONDS:
                last = now
                self._progressed.emit(job_id, done, total)

        return report

    @Slot(int, int, int)
    def _on_progressed(self, job_id: int, done: int, total: int) -> None:
        job = self._jobs.get(job_id)
        if job and not job.is_cancelled:
            job.progressed.emit(done, total)

    @Slot(int, object, object)
    def _on_returned(self, job_id: int, result: object, error: object) -> None:
        was_busy = self.is_busy
        job = self._jobs.pop(job_id)
        if not job.is_cancelled:
            if error is None:
                job.finished.emit(result)
            else:
                job.failed.emit(error)
        job.deleteLater()
        self._tell_busy(was_busy)

    def _tell_busy(self, was_busy: bool) -> None:
        if self.is_busy is not was_busy:
            self.busy_changed.emit(not was_busy)


class _Run(QRunnable):
    """The part of a job that lives in another thread."""

    def __init__(
        self,
        job_id: int,
        stop: Event,
        work: _Work,
        give_back: Callable[[int, object, object], None],
    ) -> None:
        super().__init__()
        self._id = job_id
        self._stop = stop
        self._work = work
        self._give_back = give_back

    def run(self) -> None:
        """Do the work unless it is stale already; whatever happens, give something back."""
        result, error = None, None
        if not self._stop.is_set():
            try:
                result = self._work(self._id, self._stop)
            except Exception as raised:  # noqa: BLE001 - the window decides what to do about it
                error = raised
        self._give_back(self._id, result, error)

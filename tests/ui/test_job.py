"""Work in the background."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, current_thread

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from reviewer.domain.error import ReviewerError
from reviewer.ui.job import Dispatcher

PATIENCE = 10
"""Seconds a thread is given before a test fails instead of hanging."""


class Gate:
    """A function that tells when it has begun and ends only when it is let through."""

    def __init__(self) -> None:
        self.begun, self.open = Event(), Event()

    def __call__(self, value: str) -> str:
        """Wait, then give the value back."""
        self.begun.set()
        assert self.open.wait(PATIENCE)
        return value


@contextmanager
def _dispatcher() -> Iterator[Dispatcher]:
    dispatcher = Dispatcher()
    try:
        yield dispatcher
    finally:
        assert dispatcher.wait_all(PATIENCE * 1000)


def _count(value: int, /, *, is_cancelled: Callable[[], bool], report: Callable[[int, int], None]) -> int:
    for done in range(value):
        if is_cancelled():
            return done
        report(done + 1, value)
    return value


def test_a_result_arrives_in_the_window_s_thread(qtbot: QtBot) -> None:
    """The work is done elsewhere, the result is handed over here."""
    threads: list[object] = []
    here = QThread.currentThread()
    with _dispatcher() as dispatcher:
        job = dispatcher.start("name", lambda _value: current_thread().name, None)
        job.finished.connect(lambda _result: threads.append(QThread.currentThread()))
        with qtbot.waitSignal(job.finished) as finished:
            pass
    assert finished.args != [current_thread().name]
    assert threads == [here]


def test_an_error_arrives_as_it_was_raised(qtbot: QtBot) -> None:
    """What a job raises reaches whoever asked for it."""
    error = ReviewerError("the disk is full")

    def fail(_value: None) -> None:
        raise error

    with _dispatcher() as dispatcher:
        job = dispatcher.start("save", fail, None)
        with qtbot.waitSignal(job.failed) as failed:
            pass
    assert failed.args == [error]


def test_a_newer_job_makes_the_older_stale(qtbot: QtBot) -> None:
    """Only the last question on a topic is answered."""
    gate, answers = Gate(), list[object]()
    with _dispatcher() as dispatcher:
        old = dispatcher.start("scores", gate, "old")
        old.finished.connect(answers.append)
        assert gate.begun.wait(PATIENCE)
        new = dispatcher.start("scores", str.upper, "new")
        new.finished.connect(answers.append)
        with qtbot.waitSignal(old.destroyed), qtbot.waitSignal(new.destroyed):
            gate.open.set()
    assert answers == ["NEW"]


def test_topics_do_not_disturb_one_another(qtbot: QtBot) -> None:
    """Scores and alignment can be under way together."""
    with _dispatcher() as dispatcher:
        first = dispatcher.start("scores", str.upper, "a")
        second = dispatcher.start("alignment", str.upper, "b")
        with qtbot.waitSignals([first.finished, second.finished]):
            pass
    assert first.id != second.id


def test_a_cancelled_job_stays_silent(qtbot: QtBot) -> None:
    """After cancelling neither a result nor an error comes."""
    gate, answers = Gate(), list[object]()
    with _dispatcher() as dispatcher:
        job = dispatcher.start("scores", gate, "late")
        job.finished.connect(answers.append)
        assert gate.begun.wait(PATIENCE)
        dispatcher.cancel("scores")
        assert not dispatcher.is_busy
        with qtbot.waitSignal(job.destroyed):
            gate.open.set()
    assert answers == []


def test_a_job_that_waits_its_turn_can_be_cancelled_before_it_begins(qtbot: QtBot) -> None:
    """Work that nobody wants any more is not begun."""
    gates, begun = (Gate(), Gate()), list[str]()
    with _dispatcher() as dispatcher:
        for number, gate in enumerate(gates):
            dispatcher.start(f"topic {number}", gate, "")
            assert gate.begun.wait(PATIENCE)
        waiting = dispatcher.start("third", begun.append, "begun")
        waiting.cancel()
        with qtbot.waitSignal(waiting.destroyed):
            for gate in gates:
                gate.open.set()
    assert begun == []


def test_what_must_run_is_done_when_nobody_waits_for_it(qtbot: QtBot) -> None:
    """A file that was to be written is written, although the window closes first."""
    gates, done = (Gate(), Gate()), list[str]()
    with _dispatcher() as dispatcher:
        for number, gate in enumerate(gates):
            dispatcher.start(f"topic {number}", gate, "")
            assert gate.begun.wait(PATIENCE)
        dispatcher.start("export", done.append, "written", must_run=True)
        for gate in gates:
            gate.open.set()
        assert dispatcher.wait_all(PATIENCE * 1000)
    assert done == ["written"]
    assert qtbot is not None


def test_a_watched_job_tells_how_far_it_is(qtbot: QtBot) -> None:
    """The last report always arrives."""
    with _dispatcher() as dispatcher:
        job = dispatcher.start_watched("count", _count, 1000)
        reports: list[tuple[int, int]] = []
        job.progressed.connect(lambda done, total: reports.append((done, total)))
        with qtbot.waitSignal(job.finished) as finished:
            pass
    assert finished.args == [1000]
    assert reports[-1] == (1000, 1000)
    assert len(reports) < 1000


def test_busy_is_told_once_each_way(qtbot: QtBot) -> None:
    """The window learns when work begins and when the last of it is done."""
    told: list[bool] = []
    gate = Gate()
    with _dispatcher() as dispatcher:
        dispatcher.busy_changed.connect(told.append)
        first = dispatcher.start("a", gate, "")
        second = dispatcher.start("b", str.upper, "")
        with qtbot.waitSignal(second.destroyed):
            pass
        with qtbot.waitSignal(first.destroyed):
            gate.open.set()
    assert told == [True, False]


def test_waiting_cancels_what_can_be_cancelled(qtbot: QtBot) -> None:
    """Closing the window ends an endless job."""

    def endless(
        value: Event, /, *, is_cancelled: Callable[[], bool], report: Callable[[int, int], None]
    ) -> None:
        value.set()
        while not is_cancelled():
            report(0, 1)

    begun = Event()
    dispatcher = Dispatcher()
    dispatcher.start_watched("endless", endless, begun)
    assert begun.wait(PATIENCE)
    assert dispatcher.wait_all(PATIENCE * 1000)
    assert not dispatcher.is_busy
    assert qtbot is not None

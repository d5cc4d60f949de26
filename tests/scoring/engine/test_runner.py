"""Rows are cut into chunks, done on threads, told of, and stopped."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.scoring.engine.cancel import Cancelled
from reviewer.scoring.engine.runner import chunks, run


@given(st.lists(st.integers(0, 10**6), max_size=50), st.integers(1, 8))
def test_chunks_hold_every_row_once(lengths: list[int], workers: int) -> None:
    """Chunks follow one another and leave nothing out."""
    assert [row for chunk in chunks(lengths, workers) for row in chunk] == list(range(len(lengths)))


def test_long_rows_are_chunks_of_their_own() -> None:
    """Few long rows are shared out between workers as well as many short ones."""
    assert [len(chunk) for chunk in chunks([10**6] * 4, 2)] == [1, 1, 1, 1]


def test_many_short_rows_share_a_chunk() -> None:
    """What is done in no time is not cut into pieces."""
    assert chunks([10] * 100, 2) == [range(100)]


@pytest.mark.parametrize("workers", [1, 3])
def test_every_piece_is_done_and_told(workers: int) -> None:
    """All pieces are done, and the caller's own thread is told how many rows are."""
    done: list[range] = []
    told: list[tuple[int, int, threading.Thread]] = []
    pieces = [range(2), range(2, 3), range(3, 7)]
    run(
        pieces,
        done.append,
        workers=workers,
        progress=lambda now, total: told.append((now, total, threading.current_thread())),
    )
    assert sorted(done, key=lambda piece: piece.start) == pieces
    assert told[-1] == (7, 7, threading.current_thread())


def test_stops_between_pieces() -> None:
    """After the question whether to stop is affirmed, no further piece begins."""
    done: list[range] = []
    with pytest.raises(Cancelled):
        run([range(1)] * 9, done.append, workers=1, is_cancelled=lambda: len(done) == 2)
    assert len(done) == 2


def test_threads_stop_with_the_caller() -> None:
    """Pieces that no thread has begun yet are not begun any more."""
    begun: list[range] = []
    is_stopped = threading.Event()

    def work(piece: range) -> None:
        begun.append(piece)
        is_stopped.wait()

    def stop() -> bool:
        if begun:
            is_stopped.set()
        return is_stopped.is_set()

    with pytest.raises(Cancelled):
        run([range(1)] * 10_000, work, workers=2, is_cancelled=stop)
    assert len(begun) < 10_000


@pytest.mark.parametrize("workers", [1, 2])
def test_errors_come_to_the_caller(workers: int) -> None:
    """What goes wrong in a piece is raised where the work was asked for."""

    def fail(piece: range) -> None:
        raise ValueError(piece)

    with pytest.raises(ValueError, match="range"):
        run([range(1), range(1, 2)], fail, workers=workers)

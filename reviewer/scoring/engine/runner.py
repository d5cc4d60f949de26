"""Work on a corpus in chunks, on threads where the work leaves the interpreter's lock."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from reviewer.scoring.engine.cancel import Cancelled

Chunk = range
"""The rows of one piece of work."""
Progress = Callable[[int, int], None]
"""Is told, in the caller's thread, how many rows of how many are done."""
_ROWS = 4096
_CHARACTERS = 400_000
_FEWEST_CHARACTERS = 20_000
_CHUNKS_A_WORKER = 8
"""So many that a worker with a long segment does not keep the others waiting at the end."""
_PATIENCE = 0.05
"""Seconds between two questions whether to go on."""


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def chunks(lengths: Sequence[int], workers: int) -> list[Chunk]:
    """Cut rows of these lengths, in characters, into pieces of about equal work; a long row is one alone."""
    share = sum(lengths) // (workers * _CHUNKS_A_WORKER)
    limit = min(_CHARACTERS, max(_FEWEST_CHARACTERS, share))
    return list(_cut(lengths, limit))


def _cut(lengths: Sequence[int], limit: int) -> Iterator[Chunk]:
    start = total = 0
    for row, length in enumerate(lengths):
        if row > start and (total + length > limit or row - start == _ROWS):
            yield range(start, row)
            start, total = row, 0
        total += length
    if start < len(lengths):
        yield range(start, len(lengths))


def run(
    pieces: Sequence[Chunk],
    work: Callable[[Chunk], None],
    *,
    workers: int,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> None:
    """Do the work on every piece; raises `Cancelled` between two pieces, and what the work raises."""
    total = sum(map(len, pieces))
    if workers == 1 or len(pieces) < 2:
        done = 0
        for piece in pieces:
            _check(is_cancelled)
            work(piece)
            done += len(piece)
            if progress:
                progress(done, total)
        return
    with ThreadPoolExecutor(min(workers, len(pieces)), "scoring") as pool:
        waiting = {pool.submit(work, piece): len(piece) for piece in pieces}
        try:
            _collect(waiting, total, progress, is_cancelled)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _collect(
    waiting: dict[Future[None], int],
    total: int,
    progress: Progress | None,
    is_cancelled: Callable[[], bool] | None,
) -> None:
    done = 0
    while waiting:
        _check(is_cancelled)
        finished, _ = wait(waiting, timeout=_PATIENCE, return_when=FIRST_COMPLETED)
        for future in finished:
            future.result()
            done += waiting.pop(future)
        if finished and progress:
            progress(done, total)


def _check(is_cancelled: Callable[[], bool] | None) -> None:
    if is_cancelled is not None and is_cancelled():
        raise Cancelled

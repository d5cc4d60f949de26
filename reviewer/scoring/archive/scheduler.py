"""Where the parts of an archive are worked on: in this process, or on a Dask cluster."""

from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

from reviewer.domain.error import ReviewerError

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")
_PATIENCE_SECONDS = 10
_AHEAD = 2
"""Parts a worker has waiting besides the one it works on."""


class Scheduler(Protocol):
    """Does the same work on every part; a context manager that lets go of what it holds."""

    @property
    def threads(self) -> int | None:
        """How many threads one part may use; none for as many as there are processors."""

    def __enter__(self) -> Self:
        """Begin."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go."""

    def map(self, work: Callable[[_Task], _Result], tasks: Sequence[_Task]) -> Iterator[_Result]:
        """Yield each task's result, in the order of the tasks; raises what the work raises."""


class InProcess:
    """One part after the other, each on all processors."""

    threads: int | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def map(self, work: Callable[[_Task], _Result], tasks: Sequence[_Task]) -> Iterator[_Result]:
        """Yield each task's result, in the order of the tasks."""
        return map(work, tasks)


class DaskCluster:
    """An existing Dask cluster, by the address of its scheduler.

    Its workers must have this program installed and reach the files or the database under the same names.
    """

    threads: int | None = 1

    def __init__(self, address: str) -> None:
        self._address = address
        self._client: Any = None

    def __enter__(self) -> Self:
        try:
            from distributed import Client  # noqa: PLC0415 - 0.5 s and an extra
        except ImportError as error:
            raise ReviewerError(
                "a cluster needs dask and distributed", remedy="Install Reviewer with its extra `cluster`."
            ) from error
        try:
            connect: Callable[..., Any] = Client
            self._client = connect(self._address, timeout=_PATIENCE_SECONDS, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise ReviewerError(
                "no Dask scheduler answers", file=self._address, remedy="Give one like tcp://host:8786."
            ) from error
        if not self._workers():
            self._client.close()
            raise ReviewerError(
                "the cluster has no workers", file=self._address, remedy="Start some with `dask worker`."
            )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def _workers(self) -> int:
        return sum(self._client.nthreads().values())

    def map(self, work: Callable[[_Task], _Result], tasks: Sequence[_Task]) -> Iterator[_Result]:
        """Yield each task's result, in the order of the tasks; few are ahead, so that memory stays flat."""
        ahead = _AHEAD + self._workers() * _AHEAD
        waiting = [self._client.submit(work, task, pure=False) for task in tasks[:ahead]]
        position = len(waiting)
        try:
            while waiting:
                first = waiting.pop(0)
                if position < len(tasks):
                    waiting.append(self._client.submit(work, tasks[position], pure=False))
                    position += 1
                yield first.result()
        finally:
            for future in waiting:
                future.cancel()


def scheduler(address: str | None) -> Scheduler:
    """Return the cluster at an address, or this process."""
    return DaskCluster(address) if address else InProcess()

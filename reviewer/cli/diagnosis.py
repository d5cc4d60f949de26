"""What `--debug` shows while a command runs."""

import logging
from collections.abc import Callable, Collection
from time import perf_counter

from reviewer.cli.outcome import tell


def diagnosed(run: Callable[[], int], topics: Collection[str]) -> Callable[[], int]:
    """Return the command with what is asked for shown on stderr: `sql` statements, `timings`."""
    if not topics:
        return run

    def observed() -> int:
        if "sql" in topics:
            logging.basicConfig(format="%(message)s")
            logging.getLogger("sqlalchemy.engine").setLevel(logging.INFO)
        begun = perf_counter()
        try:
            return run()
        finally:
            if "timings" in topics:
                tell(f"took {1000 * (perf_counter() - begun):.0f} ms")

    return observed

"""How far a long command is, told on stderr."""

import sys
import time
from typing import Final

_PAUSE: Final = 1.0
"""Seconds before the first word, and between two."""


class Progress:
    """Tells what is being done and how much of it is done; silent where it takes under a second."""

    def __init__(self) -> None:
        self._told = time.monotonic()

    def __call__(self, what: str, done: int, of: int) -> None:
        """Take note that so many of so many steps are done."""
        now = time.monotonic()
        if sys.stderr is None or now - self._told < _PAUSE:
            return
        self._told = now
        end = "\r" if sys.stderr.isatty() else "\n"
        print(f"{what}: {100 * done // max(1, of)} %", end=end, file=sys.stderr, flush=True)

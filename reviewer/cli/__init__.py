"""The command line. Nothing here loads Qt, except to open the window."""

import sys
from collections.abc import Sequence

from reviewer.cli.outcome import guarded
from reviewer.cli.parser import parse


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 the text failed, 2 wrong use or input."""
    return guarded(lambda: parse(sys.argv[1:] if arguments is None else arguments))


def desk() -> int:
    """Open the window on the files named; what the graphical launcher starts."""
    return main(["open", *sys.argv[1:]])

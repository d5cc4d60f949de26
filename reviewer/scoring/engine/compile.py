"""Fills the cache of kernels in a process of its own, so that nobody waits for the interpreter's lock.

`python -m reviewer.scoring.engine.compile`
"""

import os
import sys

from reviewer.scoring.engine import cache, kernel

_NICE = 10


def main() -> int:
    """Compile what is not compiled yet, behind everything else that runs; return 1 where that fails."""
    if hasattr(os, "nice"):
        os.nice(_NICE)
    try:
        where = cache.folder()
        if not where.exists():
            cache.fill(kernel.modules(), where)
    except (ImportError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

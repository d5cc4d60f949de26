"""Fills the cache of kernels in a process of its own, so that nobody waits for the interpreter's lock.

`python -m reviewer.scoring.engine.compile [--behind]`
"""

import os
import sys

from reviewer.scoring.engine import cache, kernel

BEHIND = "--behind"
_NICE = 10


def main() -> int:
    """Compile what is not compiled yet, with `--behind` after everything else; return 1 where that fails."""
    if BEHIND in sys.argv[1:] and hasattr(os, "nice"):
        os.nice(_NICE)
    try:
        for name in kernel.Kernel:
            where = cache.folder(name)
            if not where.exists():
                cache.fill(kernel.module_of(name), where)
    except (ImportError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Where compiled kernels are kept: a folder for each state of their sources, compiler and processor.

A folder is written under another name and renamed when it is whole, so that two processes may compile at
once, and what is there is never half a cache.
"""

import hashlib
import importlib
import os
import shutil
import sys
from functools import cache
from pathlib import Path
from typing import Any

import platformdirs

PACKAGE = "reviewer.scoring.engine"
FOLDER = "REVIEWER_KERNELS"
"""The environment variable that names another folder than the user's cache."""


def folder(kernel: str) -> Path:
    """Return a kernel's folder, which exists once it is compiled; ImportError without numba."""
    if named := os.environ.get(FOLDER):
        return Path(named) / _state() / kernel
    return Path(platformdirs.user_cache_dir("reviewer", appauthor=False)) / "kernels" / _state() / kernel


@cache
def _state() -> str:
    """Return a hash of all that the compiled code depends on."""
    import numba  # noqa: PLC0415 - loads the compiler's library
    from llvmlite import binding  # noqa: PLC0415 - as above

    known = hashlib.sha256()
    processor = (binding.get_host_cpu_name(), binding.get_host_cpu_features().flatten())
    for part in (sys.version, numba.__version__, *processor):
        known.update(part.encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        # Older compilers look at a file's time too, and would compile anew where they should load.
        known.update(f"{path}{path.stat().st_mtime_ns}".encode())
        known.update(path.read_bytes())
    return known.hexdigest()[:24]


def load(module: str, where: Path) -> None:
    """Import a module that declares a kernel; what `where` does not hold is compiled and written there."""
    from numba import config  # noqa: PLC0415 - as above

    # Its settings are names made at run time.
    settings: Any = config
    if settings.DISABLE_JIT:
        raise ImportError("the compiler is switched off")
    settings.CACHE_DIR = str(where)
    importlib.import_module(module)


def fill(module: str, where: Path) -> None:
    """Compile a module into a folder, unless another process was faster; OSError if it cannot be written."""
    unfinished = where.with_name(f"{where.name}.{os.getpid()}")
    unfinished.mkdir(parents=True)
    try:
        load(module, unfinished)
        if not where.exists():
            unfinished.rename(where)
    except OSError:
        if not where.exists():
            raise
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)

"""Kernels: how they are declared to the compiler, and whether they are ready.

Compiling takes many seconds of the interpreter's lock, so it is done by another process; loading what that
process left takes a fraction of one. Until then, and where there is no compiler, sacreBLEU counts.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import ParamSpec, TypeVar, cast

from reviewer.scoring.engine import cache
from reviewer.scoring.engine.cancel import Cancelled

P = ParamSpec("P")
R = TypeVar("R")

SWITCH = "REVIEWER_NO_COMPILER"
"""The environment variable that leaves all counting to sacreBLEU."""
_TICK = 0.05


class Kernel(StrEnum):
    """The modules that declare kernels, those first that are waited for most."""

    CHRF = "chrf"
    BLEU = "bleu"
    TER = "ter"


def compiled(*signatures: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Compile a function for these argument types, as numba writes them, or load it as compiled before.

    It runs without the interpreter's lock. Modules that use this are imported by `load` alone.
    """
    import numba  # noqa: PLC0415 - 0.3 s that only kernels need

    def made(function: Callable[P, R]) -> Callable[P, R]:
        return cast("Callable[P, R]", numba.njit(list(signatures), nogil=True, cache=True)(function))

    return made


def inlined(function: Callable[P, R]) -> Callable[P, R]:
    """Let kernels call a function; it is compiled as a part of each."""
    import numba  # noqa: PLC0415 - as above

    return cast("Callable[P, R]", numba.njit(nogil=True)(function))


def embedded(function: Callable[P, R]) -> Callable[P, R]:
    """Let kernels call a function whose body takes the call's place: for what runs for each character."""
    import numba  # noqa: PLC0415 - as above

    return cast("Callable[P, R]", numba.njit(nogil=True, forceinline=True)(function))


def module_of(name: Kernel) -> str:
    """Return the full name of the module that declares a kernel."""
    return f"{cache.PACKAGE}.{name}"


class _Shelf:
    """The kernels of this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loaded: dict[Kernel, ModuleType] = {}
        self._process: subprocess.Popen[bytes] | None = None
        self._thread: threading.Thread | None = None
        self._owed = dict.fromkeys(Kernel, 0.0)
        self.failures: dict[Kernel, str] = {}

    def owed(self, name: Kernel, seconds: float) -> float:
        """Add to what was counted without a kernel, and return the sum."""
        with self._lock:
            self._owed[name] += seconds
            return self._owed[name]

    def get(self, name: Kernel) -> ModuleType | None:
        """Return a module if it is loaded, without waiting for anything."""
        return None if os.environ.get(SWITCH) else self._loaded.get(name)

    def load(self, name: Kernel) -> ModuleType | None:
        """Load a module from the cache; `None` if it is not there yet or cannot be used."""
        if os.environ.get(SWITCH):
            return None
        with self._lock:
            if name not in self._loaded and name not in self.failures:
                try:
                    where = cache.folder(name)
                    if not where.exists():
                        return None
                    cache.load(module_of(name), where)
                    self._loaded[name] = sys.modules[module_of(name)]
                except Exception as error:  # noqa: BLE001 - whatever ails the compiler, sacreBLEU counts
                    self.failures[name] = f"{type(error).__name__}: {error}"
            return self._loaded.get(name)

    def start_compiling(self, *, behind: bool) -> None:
        """Start the compiling process, unless it runs, has run, or is not needed."""
        if os.environ.get(SWITCH) or self.failures:
            return
        with self._lock:
            try:
                if self._process is None and not all(cache.folder(name).exists() for name in Kernel):
                    self._process = _compile(behind=behind)
            except (ImportError, OSError) as error:
                self.failures.update(dict.fromkeys(Kernel, f"{type(error).__name__}: {error}"))

    def wait(self, name: Kernel, is_cancelled: Callable[[], bool] | None = None) -> None:
        """Wait for a kernel while the compiling process runs; raises `Cancelled`."""
        while self._process is not None and not cache.folder(name).exists():
            try:
                self._process.wait(_TICK)
            except subprocess.TimeoutExpired:
                if is_cancelled is not None and is_cancelled():
                    raise Cancelled from None
                continue
            if not cache.folder(name).exists():
                self.failures[name] = "it could not be compiled"
            return

    def prepare(self, *, behind: bool) -> bool:
        """Compile what is not compiled yet, and load everything; return whether all is ready."""
        self.start_compiling(behind=behind)
        for name in Kernel:
            self.wait(name)
            self.load(name)
        return all(self.get(name) is not None for name in Kernel)

    def prepare_in_background(self) -> threading.Thread:
        """Do the same on a thread, once."""
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(
                    target=partial(self.prepare, behind=True), name="kernels", daemon=True
                )
                self._thread.start()
            return self._thread


def _compile(*, behind: bool) -> subprocess.Popen[bytes]:
    root = str(Path(__file__).resolve().parents[3])
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    below = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
    return subprocess.Popen(  # noqa: S603 - this interpreter, on our own module
        [sys.executable, "-m", f"{cache.PACKAGE}.compile", *(["--behind"] if behind else [])],
        env={**os.environ, "PYTHONPATH": path},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        creationflags=below if behind else 0,
    )


_SHELF = _Shelf()


def is_ready() -> bool:
    """Whether all kernels are loaded."""
    return all(_SHELF.get(name) is not None for name in Kernel)


def why_not() -> str:
    """Return why kernels cannot be used, in a few words; empty while nothing is known against them."""
    if os.environ.get(SWITCH):
        return f"{SWITCH} is set"
    return "; ".join(f"{name}: {reason}" for name, reason in _SHELF.failures.items())


def prepare() -> bool:
    """Compile and load all kernels, and wait for it: seconds, the first time; return whether all is ready."""
    return _SHELF.prepare(behind=False)


def prepare_in_background() -> threading.Thread:
    """Compile and load all kernels without making anyone wait; return the thread that does it."""
    return _SHELF.prepare_in_background()


def loaded(name: Kernel) -> ModuleType | None:
    """Return a kernel's module if it is loaded."""
    return _SHELF.get(name)


def owed(name: Kernel, seconds: float) -> float:
    """Note that a kernel would save so many seconds, and return what it would have saved since the start."""
    return _SHELF.owed(name, seconds)


def obtain(
    name: Kernel, *, may_wait: bool, is_cancelled: Callable[[], bool] | None = None
) -> ModuleType | None:
    """Return a kernel's module, loading it where it is compiled.

    Where it is not, the compiler is started, and with `may_wait` waited for; raises `Cancelled`.
    """
    if (found := _SHELF.load(name)) is not None:
        return found
    _SHELF.start_compiling(behind=not may_wait)
    if not may_wait:
        return None
    _SHELF.wait(name, is_cancelled)
    return _SHELF.load(name)

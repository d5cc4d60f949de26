"""How kernels are declared to the compiler."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")


def compiled(*signatures: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Compile a function for these argument types, as numba writes them, or load it as compiled before.

    Runs without the interpreter's lock. Modules that use it are imported by `prepare` alone.
    """
    # Loaded here: 0.3 s, and the modules that declare kernels are imported late anyway.
    import numba  # noqa: PLC0415

    def made(function: Callable[P, R]) -> Callable[P, R]:
        return cast("Callable[P, R]", numba.njit(list(signatures), nogil=True, cache=True)(function))

    return made


def inlined(function: Callable[P, R]) -> Callable[P, R]:
    """Let kernels call a function; it is compiled as a part of each."""
    import numba  # noqa: PLC0415 - as above

    return cast("Callable[P, R]", numba.njit(nogil=True)(function))

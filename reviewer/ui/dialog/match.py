"""Type-ahead: how well a few typed letters fit a name."""

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def fit(query: str, text: str) -> float | None:
    """Return how well the letters of `query`, in order, fit into `text`; None where they do not.

    Letters that follow one another or begin a word count more, and early ones a little.
    Spaces in the query are ignored.
    """
    wanted = "".join(query.casefold().split())
    hay = text.casefold()
    if not wanted:
        return 0.0
    starts = (at for at, letter in enumerate(hay) if letter == wanted[0])
    found = [score for at in starts if (score := _fit_from(wanted, hay, at)) is not None]
    return max(found, default=None)


def best(query: str, things: Iterable[T], name: Callable[[T], str]) -> list[T]:
    """Return the things whose names fit, best first; equal ones, and all for no query, as they came."""
    scored = [(score, thing) for thing in things if (score := fit(query, name(thing))) is not None]
    if query.strip():
        scored.sort(key=lambda pair: -pair[0])
    return [thing for _, thing in scored]


def _fit_from(wanted: str, hay: str, start: int) -> float | None:
    score = 0.0
    previous = start - 1
    for letter in wanted:
        at = hay.find(letter, previous + 1)
        if at < 0:
            return None
        score += 1
        if at == previous + 1 and at != start:
            score += 2
        if at == 0 or not hay[at - 1].isalnum():
            score += 1.5
        previous = at
    return score - start / 100

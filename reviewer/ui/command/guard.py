"""What is tried on a session: a refusal is told to the editor, never lost and never a traceback."""

from collections.abc import Callable
from typing import TypeVar

from reviewer.domain.error import ReviewerError
from reviewer.ui.desk import Desk

T = TypeVar("T")


def attempt(desk: Desk, edit: Callable[[], T]) -> T | None:
    """Do an edit; where the session refuses, say why in one line and return None."""
    try:
        return edit()
    except ReviewerError as error:
        desk.failed.emit(error)
    except ValueError as error:
        text = str(error)
        desk.told.emit(text[:1].upper() + text[1:])
    return None


def did(desk: Desk, edit: Callable[[], object]) -> bool:
    """Do an edit and return whether the session took it."""

    def run() -> bool:
        edit()
        return True

    return attempt(desk, run) is True

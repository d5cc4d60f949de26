"""What the database says when it cannot go on, in the words of an editor."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from json import JSONDecodeError
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from reviewer.domain.error import ReviewerError
from reviewer.review.store.row import DamagedRow

_FAULTS = (
    ("SQLITE_BUSY", "another program is writing to the project", "Close it there, then try again."),
    ("SQLITE_LOCKED", "another program is writing to the project", "Close it there, then try again."),
    (
        "SQLITE_READONLY_ROLLBACK",
        "a change was interrupted and must be taken back, but the project is read-only",
        "Make the file and its folder writable, then open it again.",
    ),
    ("SQLITE_READONLY", "the project is read-only", "Save a copy in a folder you may write to."),
    ("SQLITE_FULL", "the disk is full; the last change was not saved", "Free some space, then repeat it."),
    ("SQLITE_CANTOPEN", "the project cannot be opened", "Check that you may read and write its folder."),
    ("SQLITE_NOTADB", "the file is not a Reviewer project", "Choose a file that ends in .review."),
    ("SQLITE_CORRUPT", "the project is damaged", "Restore it from a copy."),
    ("SQLITE_IOERR", "the disk failed to read or write", "Check the disk, then try again."),
    ("SQLITE_PERM", "access to the project was denied", "Check that you may read and write the file."),
)


@contextmanager
def naming_faults(path: Path) -> Iterator[None]:
    """Turn what the database raises about the file at `path` into a ReviewerError."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise ReviewerError(
            "the text holds half a character (a lone surrogate) and was not saved",
            file=str(path),
            remedy="Delete that character.",
        ) from error
    except (DamagedRow, UnicodeDecodeError, JSONDecodeError) as error:
        raise _damaged(path) from error
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        name = getattr(cause, "sqlite_errorname", "")
        for start, reason, remedy in _FAULTS:
            if name.startswith(start):
                raise ReviewerError(reason, file=str(path), remedy=remedy) from error
        if "Could not decode to UTF-8" in str(cause):
            raise _damaged(path) from error
        if "no such table" in str(cause) or "no such column" in str(cause):
            raise ReviewerError(
                "the project lacks a table it must have", file=str(path), remedy="Restore it from a copy."
            ) from error
        raise


def _damaged(path: Path) -> ReviewerError:
    return ReviewerError("the project is damaged", file=str(path), remedy="Restore it from a copy.")

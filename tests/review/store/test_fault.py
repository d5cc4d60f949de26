"""Database faults in the words of an editor."""

import sqlite3
from pathlib import Path
from shutil import copyfile

import pytest
from sqlalchemy.exc import OperationalError

from reviewer.domain.error import ReviewerError
from reviewer.review.session import Session
from reviewer.review.store.fault import naming_faults
from tests.review.projects import TEXTS, a_project, the_review


def a_fault(name: str) -> sqlite3.OperationalError:
    """An error as the database raises it."""
    error = sqlite3.OperationalError("it failed")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("SQLITE_BUSY", "another program"),
        ("SQLITE_FULL", "disk is full"),
        ("SQLITE_READONLY_DIRECTORY", "is read-only"),
        ("SQLITE_IOERR_WRITE", "disk failed"),
        ("SQLITE_CORRUPT_INDEX", "damaged"),
        ("SQLITE_CANTOPEN", "cannot be opened"),
    ],
)
def test_fault_is_named_with_file_and_remedy(name: str, reason: str) -> None:
    """Whether it comes from the driver or through the library."""
    for fault in (a_fault(name), OperationalError("SELECT 1", None, a_fault(name))):
        with pytest.raises(ReviewerError, match=reason) as caught, naming_faults(Path("my.review")):
            raise fault
        assert caught.value.file == "my.review"
        assert caught.value.remedy


def test_unknown_fault_is_not_hidden() -> None:
    """What nobody foresaw stays what it is."""
    with pytest.raises(sqlite3.OperationalError, match="it failed"), naming_faults(Path("my.review")):
        raise a_fault("SQLITE_MISUSE")


def an_interrupted_project(folder: Path) -> Path:
    """A project as a power cut leaves it: half of a change written, its journal beside it."""
    with a_project(folder) as session:
        path = session.path
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE segments SET final = 'half'")
    connection.executemany("INSERT INTO meta VALUES (?, ?)", [(f"key {n}", "x" * 900) for n in range(300)])
    half = folder / "half.review"
    copyfile(path, half)
    copyfile(f"{path}-journal", f"{half}-journal")
    connection.execute("ROLLBACK")
    connection.close()
    return half


def test_interrupted_change_is_taken_back(tmp_path: Path) -> None:
    """Opening restores the state before it, and clears the journal away."""
    path = an_interrupted_project(tmp_path)
    with Session.open(path, "asha") as session:
        assert [segment.final for segment in the_review(session).segments] == list(TEXTS)
    assert not path.with_name("half.review-journal").exists()


def test_interrupted_change_on_a_read_only_file_is_named(tmp_path: Path) -> None:
    """It cannot be taken back there, and half a change is never shown."""
    path = an_interrupted_project(tmp_path)
    path.chmod(0o444)
    with pytest.raises(ReviewerError, match="was interrupted"):
        Session.open(path, "asha")

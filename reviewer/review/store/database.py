"""One project file: opened, read, written and copied."""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, insert

from reviewer.domain.error import ReviewerError
from reviewer.review.store.fault import naming_faults
from reviewer.review.store.migration import SCHEMA_VERSION, migrate, schema_version
from reviewer.review.store.schema import APPLICATION_ID, PROFILE_TEXT, meta, metadata

_MAGIC = b"SQLite format 3\0"
_WAIT_SECONDS = 2.0


class Database:
    """An open project file. Reading changes no byte of it and leaves nothing beside it."""

    def __init__(self, path: Path, *, is_read_only: bool = False, may_create: bool = False) -> None:
        self.path = path
        self.is_read_only = is_read_only
        self._engine = _engine(path, "ro" if is_read_only else "rwc" if may_create else "rw")
        self._writer = self._engine.execution_options(is_writing=True)

    @classmethod
    def create(cls, path: Path, profile: str) -> Self:
        """Make a new, empty project; a ReviewerError where there already is a file."""
        if path.exists():
            raise ReviewerError(
                f"there is already a {'folder' if path.is_dir() else 'file'}",
                file=str(path),
                remedy="Choose another name.",
            )
        _refuse_folder(path.parent)
        database = cls(path, may_create=True)
        try:
            with database.write() as connection:
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                metadata.create_all(connection)
                values = {"schema_version": str(SCHEMA_VERSION), "profile": profile, PROFILE_TEXT: ""}
                connection.execute(
                    insert(meta), [{"key": key, "value": value} for key, value in values.items()]
                )
        except BaseException:
            database.close()
            path.unlink(missing_ok=True)
            raise
        return database

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a project, for looking only where it cannot be written; migrate an older one."""
        _examine(path)
        database = cls(path, is_read_only=not (_may_write(path) and _may_write(path.parent)))
        try:
            database.update_schema()
        except BaseException:
            database.close()
            raise
        return database

    def update_schema(self) -> None:
        """Migrate an older file; a ReviewerError for one that only a newer Reviewer knows."""
        with self.read() as connection:
            found = schema_version(connection)
        if found < 1:
            raise ReviewerError(
                "the project is damaged: it does not say its version",
                file=str(self.path),
                remedy="Restore it from a copy.",
            )
        if found > SCHEMA_VERSION:
            raise ReviewerError(
                f"made by a newer Reviewer (schema {found}, known up to {SCHEMA_VERSION})",
                file=str(self.path),
                remedy="Update Reviewer.",
            )
        if found < SCHEMA_VERSION and self.is_read_only:
            raise ReviewerError(
                f"made by an older Reviewer (schema {found}), and read-only: it cannot be updated",
                file=str(self.path),
                remedy="Copy it to a folder you may write to.",
            )
        if found < SCHEMA_VERSION:
            with self.write() as connection:
                migrate(connection)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one consistent state of the file."""
        with naming_faults(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give a connection whose changes are committed together at the end, or not at all."""
        if self.is_read_only:
            raise ReviewerError(
                "the project is read-only",
                file=str(self.path),
                remedy="Save a copy in a folder you may write to.",
            )
        with naming_faults(self.path), self._writer.begin() as connection:
            yield connection

    def copy_to(self, target: Path) -> None:
        """Write a consistent copy to `target`, replacing what is there only once it is complete."""
        if target.exists() and target.samefile(self.path):
            raise ReviewerError(
                "this is the open project itself", file=str(target), remedy="Choose another name."
            )
        _refuse_folder(target.parent)
        partial_copy = target.with_name(f".{target.name}.part")
        try:
            with naming_faults(target), self._engine.connect() as connection:
                _back_up(connection, partial_copy)
            partial_copy.replace(target)
        except OSError as error:
            raise ReviewerError(
                f"the copy cannot be written ({error.strerror})",
                file=str(target),
                remedy="Choose another folder.",
            ) from error
        finally:
            partial_copy.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


def _engine(path: Path, mode: str) -> Engine:
    """Build an engine on one file; `mode` is SQLite's: ro, rw or rwc."""
    address = f"{path.absolute().as_uri()}?mode={mode}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            address, uri=True, isolation_level=None, check_same_thread=False, timeout=_WAIT_SECONDS
        )
        # A rollback journal, not WAL: a WAL file gets two files beside it as soon as it is read.
        for pragma in ("foreign_keys = ON", "synchronous = FULL", "cache_size = -32000"):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine(
        "sqlite://",
        creator=connect,
        poolclass=QueuePool,
        json_serializer=partial(json.dumps, ensure_ascii=False, separators=(",", ":")),
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        is_writing = connection.get_execution_options().get("is_writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")

    return engine


def _examine(path: Path) -> None:
    """Refuse what is not a whole project file, from its header alone."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
            size = os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        raise ReviewerError("there is no such file", file=str(path)) from None
    except IsADirectoryError:
        raise ReviewerError("this is a folder", file=str(path), remedy="Choose a .review file.") from None
    except OSError as error:
        raise ReviewerError(f"cannot be read ({error.strerror})", file=str(path)) from error
    remedy = "Choose a file that ends in .review."
    if not size:
        raise ReviewerError("the file is empty", file=str(path), remedy=remedy)
    if not header.startswith(_MAGIC):
        raise ReviewerError("the file is not a Reviewer project", file=str(path), remedy=remedy)
    if path.with_name(f"{path.name}-journal").exists():
        return  # An interrupted change: the database restores the file itself, header and all.
    page_size = int.from_bytes(header[16:18])
    page_size = 65536 if page_size == 1 else page_size
    if size < 100 or size < page_size * int.from_bytes(header[28:32]):
        raise ReviewerError(
            "the project is damaged: its end is missing", file=str(path), remedy="Restore it from a copy."
        )
    if int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise ReviewerError("a database, but not a Reviewer project", file=str(path), remedy=remedy)


def _refuse_folder(folder: Path) -> None:
    """Raise where no file can be put into a folder."""
    if not folder.is_dir():
        raise ReviewerError("there is no such folder", file=str(folder), remedy="Make it first.")
    if not _may_write(folder):
        raise ReviewerError("the folder is read-only", file=str(folder), remedy="Choose another folder.")


def _may_write(path: Path) -> bool:
    """Whether a file or folder may be written: what its owner forbade counts even for a superuser."""
    return bool(path.stat().st_mode & 0o222) and os.access(path, os.W_OK)


def _back_up(connection: Connection, target: Path) -> None:
    """Copy all pages of an open database into a new file."""
    origin = connection.connection.driver_connection
    if not isinstance(origin, sqlite3.Connection):
        raise TypeError("only SQLite projects are copied as files")
    target.unlink(missing_ok=True)
    copy = sqlite3.connect(target)
    try:
        origin.backup(copy)
    finally:
        copy.close()

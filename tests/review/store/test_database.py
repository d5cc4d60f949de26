"""Project files: what opens, what does not, and what opening leaves alone."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from reviewer.domain.error import ReviewerError
from reviewer.domain.segment import State
from reviewer.review.session import Session
from reviewer.review.store.database import Database
from reviewer.review.store.schema import APPLICATION_ID
from tests.review.projects import a_project, flag_words, the_review, the_rows

ROOT = Path(__file__).resolve().parents[3]


def a_closed_project(folder: Path) -> Path:
    """A project file with one document, closed."""
    with a_project(folder) as session:
        flag_words(session, the_rows(session)[0], 0, 5)
        return session.path


def test_reading_changes_no_byte_and_leaves_no_file(tmp_path: Path) -> None:
    """Opening, reading everything and closing is invisible on the disk."""
    path = a_closed_project(tmp_path)
    before = path.read_bytes(), path.stat().st_mtime_ns
    with Session.open(path, "ravi") as session:
        for summary in session.documents():
            key = summary.document.id
            session.segments(key, 0, 99)
            session.flags_between(key, 0, 99)
            session.judgements_between(key, 0, 99)
            session.find_next(key, 0, kind="flag")
        session.project_review()
        session.journal()
        assert sorted(tmp_path.iterdir()) == [path]
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert sorted(tmp_path.iterdir()) == [path]


def test_editing_leaves_one_file(tmp_path: Path) -> None:
    """Between two edits everything is in the project file itself."""
    with a_project(tmp_path) as session:
        flag_words(session, the_rows(session)[0], 0, 5)
        assert sorted(tmp_path.iterdir()) == [session.path]


def test_project_names_its_application(tmp_path: Path) -> None:
    """The file is told from other SQLite files by its application id."""
    path = a_closed_project(tmp_path)
    assert int.from_bytes(path.read_bytes()[68:72]) == APPLICATION_ID


def _truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _plain_database(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE other (id)")
    connection.close()


def _newer_schema(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE key = 'schema_version'")
    connection.close()


def _overwritten(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[100:] = b"\xff" * (len(data) - 100)
    path.write_bytes(data)


def _missing_tables(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE documents")
    connection.close()


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda path: path.write_bytes(b""), "the file is empty"),
        (lambda path: path.write_bytes(b"PK\x03\x04 not a project"), "not a Reviewer project"),
        (lambda path: path.write_bytes(b"SQLite format 3\0"), "damaged"),
        (Path.unlink, "there is no such file"),
        (_folder, "this is a folder"),
        (_truncate, "its end is missing"),
        (_plain_database, "a database, but not a Reviewer project"),
        (_newer_schema, "made by a newer Reviewer"),
        (_overwritten, "damaged"),
        (_missing_tables, "lacks a table"),
    ],
)
def test_what_is_no_project_is_refused_in_one_line(
    tmp_path: Path, spoil: Callable[[Path], None], reason: str
) -> None:
    """The line names the file, the reason and a remedy; the file stays as it is."""
    path = a_closed_project(tmp_path)
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(ReviewerError, match=reason) as caught:
        Session.open(path, "asha")
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_damage_found_while_reading_is_named(tmp_path: Path) -> None:
    """A page in the middle of the file that holds nonsense is one clear line when it is read."""
    with a_project(tmp_path, *[f"वाक्य संख्या {number} यहाँ है।" for number in range(500)]) as session:
        path = session.path
    data = bytearray(path.read_bytes())
    for start in range(20 * 4096, len(data) - 4096, 4096):
        data[start : start + 4096] = b"\x55" * 4096
    path.write_bytes(data)
    with pytest.raises(ReviewerError, match="damaged"), Session.open(path, "asha") as session:
        session.segments(1, 0, 500)


def test_new_project_never_overwrites_a_file(tmp_path: Path) -> None:
    """Creating over a file is refused, and the file kept."""
    path = tmp_path / "mine.review"
    path.write_text("precious", encoding="utf-8")
    with pytest.raises(ReviewerError, match="already a file"):
        Session.create(path, "asha")
    assert path.read_text(encoding="utf-8") == "precious"


def test_new_project_needs_a_folder(tmp_path: Path) -> None:
    """A folder that is not there, or may not be written, is named."""
    with pytest.raises(ReviewerError, match="no such folder"):
        Session.create(tmp_path / "nowhere" / "new.review", "asha")
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    with pytest.raises(ReviewerError, match="folder is read-only"):
        Session.create(locked / "new.review", "asha")


def test_project_in_a_read_only_folder_opens_for_looking(tmp_path: Path) -> None:
    """Without a writable folder nothing can be saved safely, so nothing is edited."""
    path = a_closed_project(tmp_path)
    tmp_path.chmod(0o555)
    try:
        with Session.open(path, "asha") as session:
            assert session.is_read_only
            assert len(the_review(session).flags) == 1
            with pytest.raises(ReviewerError, match="read-only"):
                session.rename(1, "x")
    finally:
        tmp_path.chmod(0o755)


def test_locked_project_is_named_and_loses_nothing(tmp_path: Path) -> None:
    """While another program writes, an edit is refused; afterwards it goes through."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        other = sqlite3.connect(session.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ReviewerError, match="another program is writing"):
            session.set_state(row, State.REVIEWED)
        other.execute("ROLLBACK")
        other.close()
        session.set_state(row, State.REVIEWED)
        assert session.segment(row).state is State.REVIEWED


def test_full_disk_is_named_and_loses_nothing(tmp_path: Path) -> None:
    """When no page can be added, the edit is refused whole and what was saved is still there."""
    with a_project(tmp_path) as session:
        row, before = the_rows(session)[0], the_review(session)
        with session._database.read() as connection:
            pages = connection.scalar(text("PRAGMA page_count"))
            connection.execute(text(f"PRAGMA max_page_count = {pages}"))
        with pytest.raises(ReviewerError, match="the disk is full"):
            session.set_final(row, "लंबा " * 5000)
        assert the_review(session) == before
        assert session.undo_label == "Add document"


def test_killed_program_loses_no_committed_edit(tmp_path: Path) -> None:
    """After SIGKILL in the middle of edits the file opens and holds every edit that was reported done."""
    path = a_closed_project(tmp_path)
    script = f"""
from reviewer.review.session import Session
session = Session.open({str(path)!r}, "asha")
for number in range(100000):
    session.set_final(1, f"वाक्य {{number}}।")
    print(number, flush=True)
"""
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        done = [int(next(worker.stdout)) for _ in range(25)]
        worker.send_signal(signal.SIGKILL)
        done += [int(line) for line in worker.stdout]
    with Session.open(path, "asha") as session:
        found = int(session.segment(1).final.removeprefix("वाक्य ").removesuffix("।"))
        assert found in {done[-1], done[-1] + 1}
        with session._database.read() as connection:
            assert connection.scalar(text("PRAGMA integrity_check")) == "ok"
        session.undo()
        assert session.segment(1).final == f"वाक्य {found - 1}।"


def test_copy_holds_the_same_review(tmp_path: Path) -> None:
    """A saved copy opens as a project of its own, history included."""
    with a_project(tmp_path) as session:
        flag_words(session, the_rows(session)[0], 0, 5)
        session.save_copy(tmp_path / "copy.review")
        with Session.open(tmp_path / "copy.review", "ravi") as copy:
            assert the_review(copy) == the_review(session)
            assert copy.undo_label == "Flag"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["article.review", "copy.review"]


def test_copy_replaces_an_older_copy(tmp_path: Path) -> None:
    """Copying over an earlier copy leaves the newer one."""
    with a_project(tmp_path) as session:
        session.save_copy(tmp_path / "copy.review")
        flag_words(session, the_rows(session)[0], 0, 5)
        session.save_copy(tmp_path / "copy.review")
        with Session.open(tmp_path / "copy.review", "ravi") as copy:
            assert copy.documents()[0].flags == 1


def test_copy_never_goes_onto_the_open_project(tmp_path: Path) -> None:
    """Copying a project onto itself is refused."""
    with a_project(tmp_path) as session:
        with pytest.raises(ReviewerError, match="open project itself"):
            session.save_copy(session.path)
        assert len(session.documents()) == 1


def test_copy_needs_a_folder_it_may_write_to(tmp_path: Path) -> None:
    """A folder that is not there, or may not be written, is named, and nothing is left in it."""
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    with a_project(tmp_path) as session:
        with pytest.raises(ReviewerError, match=r"nowhere: there is no such folder"):
            session.save_copy(tmp_path / "nowhere" / "copy.review")
        with pytest.raises(ReviewerError, match=r"locked: the folder is read-only"):
            session.save_copy(locked / "copy.review")
    assert list(locked.iterdir()) == []


def test_copy_never_replaces_a_folder(tmp_path: Path) -> None:
    """A target that is a folder is named, and no half copy stays behind."""
    folder = tmp_path / "taken.review"
    folder.mkdir()
    with a_project(tmp_path) as session, pytest.raises(ReviewerError, match="cannot be written"):
        session.save_copy(folder)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.review", "taken.review"]


def test_copy_of_a_read_only_project_can_be_edited(tmp_path: Path) -> None:
    """Saving a copy is the remedy that a refused edit names."""
    path = a_closed_project(tmp_path)
    path.chmod(0o444)
    with Session.open(path, "asha") as session:
        session.save_copy(tmp_path / "copy.review")
    with Session.open(tmp_path / "copy.review", "asha") as copy:
        copy.rename(1, "नया")
        assert copy.document(1).title == "नया"


def test_failed_write_is_rolled_back_whole(tmp_path: Path) -> None:
    """An error halfway through a transaction leaves nothing of it."""

    def write_half(database: Database) -> None:
        with database.write() as connection:
            connection.execute(text("INSERT INTO meta VALUES ('half', 'done')"))
            raise RuntimeError

    database = Database.create(tmp_path / "new.review", "newsroom")
    with pytest.raises(RuntimeError):
        write_half(database)
    with database.read() as connection:
        assert connection.scalar(text("SELECT count(*) FROM meta WHERE key = 'half'")) == 0
    database.close()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE segments SET role = 'no such role'",
        "UPDATE segments SET state = 7",
        "UPDATE segments SET final = CAST(x'ff41' AS TEXT)",
        "UPDATE flags SET spans = '{'",
        """UPDATE flags SET spans = '[["final", [[3, 1]]]]'""",
        "UPDATE meta SET value = 'new' WHERE key = 'schema_version'",
        "DELETE FROM meta",
    ],
)
def test_damaged_content_is_told_as_such(tmp_path: Path, damage: str) -> None:
    """What Reviewer never writes is one line with a remedy, wherever in the project it stands."""
    with a_project(tmp_path) as session:
        flag_words(session, the_rows(session)[0], 0, 4)
        path = session.path
    connection = sqlite3.connect(path)
    connection.execute(damage)
    connection.commit()
    connection.close()
    with pytest.raises(ReviewerError, match="damaged") as caught, Session.open(path, "asha") as session:
        session.project_review()
    assert caught.value.remedy


def test_half_a_character_is_refused_and_nothing_changes(tmp_path: Path) -> None:
    """A lone surrogate that an input method lets through is named, not stored."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        before = session.segment(row).final
        with pytest.raises(ReviewerError, match="half a character"):
            session.set_final(row, "क\ud800")
        assert session.segment(row).final == before

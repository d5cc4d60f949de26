"""Office archives that may be traps."""

import zipfile
from pathlib import Path

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.formats.archive import MAX_MEMBERS, load_archive


def archive(folder: Path, members: dict[str, bytes]) -> Path:
    """A ZIP archive with these members."""
    path = folder / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return path


def test_an_honest_archive_is_loaded_from_its_start(tmp_path: Path) -> None:
    """The stream can be handed on as it is."""
    path = archive(tmp_path, {"word/document.xml": b"<a/>"})
    assert load_archive(path).read() == path.read_bytes()


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    """A member that unpacks to a thousand times its size is no document."""
    path = archive(tmp_path, {"word/document.xml": b" " * 20_000_000})
    with pytest.raises(ReviewerError, match=r"refused as unsafe: word/document\.xml is packed more than 200"):
        load_archive(path)


def test_very_much_text_is_refused(tmp_path: Path) -> None:
    """The size is judged by what the archive declares, before anything is unpacked."""
    path = archive(tmp_path, {"word/document.xml": b"<a/>"})
    data = path.read_bytes()
    huge = (600 * 2**20).to_bytes(4, "little")
    at = data.index(b"PK\x01\x02")
    path.write_bytes(data[: at + 24] + huge + data[at + 28 :])
    with pytest.raises(ReviewerError, match="it would fill more than 512 MB"):
        load_archive(path)


def test_too_many_members_are_refused(tmp_path: Path) -> None:
    """An archive of very many parts is a trap."""
    path = archive(tmp_path, {f"{n}": b"" for n in range(MAX_MEMBERS + 1)})
    with pytest.raises(ReviewerError, match="it has 10,001 parts"):
        load_archive(path)


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "C:/windows/x", "a/../../b"])
def test_members_outside_the_archive_are_refused(tmp_path: Path, name: str) -> None:
    """A path that leads out is a trap, even though nothing is unpacked to disk."""
    with pytest.raises(ReviewerError, match="a part points outside the file"):
        load_archive(archive(tmp_path, {name: b""}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_declared_entities_are_refused(tmp_path: Path, encoding: str) -> None:
    """Office files declare no entities; whoever does wants them expanded or fetched."""
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    with pytest.raises(ReviewerError, match="declares entities"):
        load_archive(archive(tmp_path, {"word/document.xml": bomb.encode(encoding)}))


def test_a_protected_archive_is_refused(tmp_path: Path) -> None:
    """A member with a password is told as such."""
    path = archive(tmp_path, {"word/document.xml": b"<a/>"})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(ReviewerError, match="by a password"):
        load_archive(path)


@pytest.mark.parametrize("keep", [10, 60, -1])
def test_a_cut_archive_is_damaged(tmp_path: Path, keep: int) -> None:
    """Wherever it was cut off."""
    path = archive(tmp_path, {"word/document.xml": b"<a>" + b"x" * 500 + b"</a>"})
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(ReviewerError, match="damaged or cut off"):
        load_archive(path)


def test_a_flipped_bit_is_noticed(tmp_path: Path) -> None:
    """The check sum of each text part is compared."""
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("word/document.xml", b"<a>hello</a>")
    path.write_bytes(path.read_bytes().replace(b"hello", b"hellp"))
    with pytest.raises(ReviewerError, match="damaged"):
        load_archive(path)

import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.text.atomic import replacing, write_text


@contextmanager
def _files_of_at_most(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_the_new_text_takes_the_place_of_the_old(tmp_path: Path) -> None:
    """A finished block leaves exactly the new file."""
    path = tmp_path / "लेख.txt"
    write_text(path, "पुराना")
    write_text(path, "नया")
    assert path.read_text(encoding="utf-8") == "नया"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    """Whatever breaks off a writer, the file is as before and nothing lies beside it."""
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(TypeError), replacing(path) as file:
        file.writelines([b"half", None])  # type: ignore[list-item]
    assert [(one, one.read_bytes()) for one in tmp_path.iterdir()] == [(path, b"old")]


def test_no_room_is_one_line_and_the_old_file(tmp_path: Path) -> None:
    """Where the text does not fit, the error names the file and the old text stays."""
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    with (
        _files_of_at_most(4096),
        pytest.raises(ReviewerError, match=r"a\.txt: cannot be written: ") as caught,
    ):
        write_text(path, "x" * 100_000)
    assert "\n" not in str(caught.value)
    assert [(one, one.read_bytes()) for one in tmp_path.iterdir()] == [(path, b"old")]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """Writing into a folder that is not there says so."""
    with pytest.raises(ReviewerError, match="there is no folder"):
        write_text(tmp_path / "none" / "a.txt", "x")


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    """A folder of that name is left alone."""
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(ReviewerError, match="this is a folder"):
        write_text(tmp_path / "a.txt", "x")
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_a_link_keeps_pointing_at_its_file(tmp_path: Path) -> None:
    """Writing through a symbolic link changes the file it points at."""
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    write_text(link, "new")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    """A written file can be read by whoever could read any other new file."""
    (tmp_path / "usual").touch()
    write_text(tmp_path / "a.txt", "x")
    modes = {stat.S_IMODE(one.stat().st_mode) for one in tmp_path.iterdir()}
    assert len(modes) == 1


def test_the_longest_possible_name_can_be_written(tmp_path: Path) -> None:
    """A name that fills the file system's limit leaves no room for a longer draft's, and needs none."""
    path = tmp_path / ("क" * 84 + ".md")
    write_text(path, "x")
    assert path.exists()


def test_half_a_character_is_refused(tmp_path: Path) -> None:
    """A lone surrogate is named before anything is written."""
    with pytest.raises(ReviewerError, match="lone surrogate"):
        write_text(tmp_path / "a.txt", "क\udc00")
    assert list(tmp_path.iterdir()) == []


def test_a_protected_file_or_folder_is_left_alone(tmp_path: Path) -> None:
    """What its owner write-protected is not replaced, though the system would let a superuser do it."""
    path = tmp_path / "closed" / "a.txt"
    path.parent.mkdir()
    path.write_text("old", encoding="utf-8")
    for place, what in ((path, "the file"), (path.parent, "the folder")):
        mode = place.stat().st_mode
        place.chmod(0o555)
        with pytest.raises(ReviewerError, match=f"{what} is write-protected"):
            write_text(path, "new")
        place.chmod(mode)
    assert [(one, one.read_text(encoding="utf-8")) for one in path.parent.iterdir()] == [(path, "old")]


def test_a_ring_of_links_is_told(tmp_path: Path) -> None:
    """Links that point at each other lead to no file."""
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    with pytest.raises(ReviewerError, match="leads nowhere"):
        write_text(tmp_path / "a.txt", "x")

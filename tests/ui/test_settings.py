"""What the window remembers."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from reviewer.ui.settings import Settings

BROKEN = {
    "binary": b"\x00\xff\xfe\x01" * 50,
    "cut off": b"[General]\nview.sc",
    "nonsense": b"[General]\nview.scale=@Variant(\\0\\0)\nwindow.geometry=@Invalid()\n",
    "words": "[General]\nview.scale=बड़ा\nwindow.geometry=wide\n".encode(),
    "lists": b"[General]\nview.scale=1, 2\nwindow.geometry=1, 2\nview.source=@Invalid()\n",
    "not a number": b"[General]\nview.scale=nan\n",
    "too large a number": b"[General]\nview.scale=1e999\n",
}


def test_values_are_remembered_between_runs(tmp_path: Path) -> None:
    """What is set is there the next time, with its kind."""
    first = Settings(tmp_path)
    first.set("view.scale", 1.25)
    first.set("view.theme", "dark")
    first.set("view.source", value=False)
    first.set("window.geometry", QByteArray(b"\x01\x02"))
    first.save()
    again = Settings(tmp_path)
    assert (again.number("view.scale", 1.0), again.text("view.theme")) == (1.25, "dark")
    assert again.flag("view.source", default=True) is False
    assert again.state("window.geometry") == QByteArray(b"\x01\x02")


def test_paths_in_hindi_are_remembered(tmp_path: Path) -> None:
    """A folder may have any name, commas and letters of any script."""
    first = Settings(tmp_path)
    first.set("folder", "/घर/लेख, पुराने/क़लम")
    first.save()
    assert Settings(tmp_path).text("folder") == "/घर/लेख, पुराने/क़लम"


def test_what_was_never_set_has_its_default(tmp_path: Path) -> None:
    """A first run needs no file."""
    settings = Settings(tmp_path / "new")
    assert (settings.text("a", "x"), settings.number("b", 2.0), settings.flag("c", default=True)) == (
        "x",
        2.0,
        True,
    )
    assert settings.state("d").isEmpty()


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    """Whatever is in the file, the window opens as on the first day."""
    (tmp_path / "desk.ini").write_bytes(content)
    settings = Settings(tmp_path)
    assert settings.number("view.scale", 1.0) == 1.0
    assert settings.flag("view.source", default=True) is True
    assert settings.state("window.geometry").isEmpty()


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_mended_by_the_next_value(tmp_path: Path, content: bytes) -> None:
    """Setting a value makes a whole file again."""
    (tmp_path / "desk.ini").write_bytes(content)
    settings = Settings(tmp_path)
    settings.set("view.scale", 1.5)
    settings.save()
    assert Settings(tmp_path).number("view.scale", 1.0) == 1.5


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    """Without a place to remember, the window forgets, and works."""
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    settings = Settings(tmp_path / "file")
    settings.set("view.scale", 1.5)
    settings.save()
    assert settings.number("view.scale", 1.0) == 1.5

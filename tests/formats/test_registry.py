"""The table of formats."""

from importlib.metadata import EntryPoint
from pathlib import Path
from typing import cast

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.formats.form import Format, Kind
from reviewer.formats.registry import FORMATS, by_id, load, readable, writable


@pytest.mark.parametrize("entry", FORMATS, ids=lambda entry: entry.id)
def test_every_named_function_exists(entry: Format) -> None:
    """Readers and writers are found under the names the table gives."""
    functions = [entry.load_reader()] if entry.reads else []
    functions += [entry.load_writer()] if entry.writes else []
    assert functions
    assert all(callable(function) for function in functions)


def test_ids_are_unique() -> None:
    """A name means one format."""
    assert len({entry.id for entry in FORMATS}) == len(FORMATS)


def test_suffixes_are_written_small_with_their_dot() -> None:
    """Looking up a suffix depends on it."""
    assert all(s == s.lower() and s.startswith(".") for entry in FORMATS for s in entry.suffixes)


def test_an_unknown_name_is_refused_with_those_known() -> None:
    """The remedy is the list."""
    with pytest.raises(ReviewerError, match=r"there is no format 'pdf'\. Known: plain, "):
        by_id("pdf")


def test_a_format_that_only_reads_cannot_be_written() -> None:
    """The direction a format lacks is told."""
    with pytest.raises(ReviewerError, match=r"Bilingual table \(CSV or TSV\) cannot be written"):
        by_id("csv").load_writer()


def test_readers_of_a_suffix_are_found_without_regard_to_case() -> None:
    """.DOCX is .docx."""
    assert readable(".DOCX")[0].id == "docx"


def test_the_writer_is_found_by_suffix() -> None:
    """A file name says what is to be written."""
    assert writable(Path("a.HTML")).id == "html-review"


def test_a_suffix_that_is_not_written_is_refused() -> None:
    """The remedy lists those that are."""
    with pytest.raises(ReviewerError, match=r"no format is written as \.odp\. Use one of .*\.docx"):
        writable(Path("a.odp"))


class _Point:
    """An entry point as another distribution declares it."""

    def __init__(self, value: str, entry: object) -> None:
        self.value = value
        self._entry = entry

    def load(self) -> object:
        """Return what it names, or fail as an import does."""
        if isinstance(self._entry, Exception):
            raise self._entry
        return self._entry


def test_formats_of_others_join_the_table_and_broken_ones_are_named() -> None:
    """One bad distribution takes no other with it."""
    good = Format(id="wire", title="Wire copy", suffixes=(".wire",), kind=Kind.ARTICLE, reader="wire:read")
    points = [_Point("a:b", ImportError("no a")), _Point("c:D", good), _Point("e:F", good), _Point("g:h", 1)]
    added = load(cast("list[EntryPoint]", points), ["plain"])
    assert added.formats == (good,)
    assert [problem.split(" is left out")[0] for problem in added.problems] == [
        "the format a:b",
        "the format e:F",
        "the format g:h",
    ]

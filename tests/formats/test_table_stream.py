"""Large tables come row by row, and as they do when read whole."""

from pathlib import Path

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.formats.stream import Stream
from reviewer.formats.table import read_table
from reviewer.formats.table_stream import stream

ROWS = [("The house is big", "घर बड़ा है"), ("", ""), ("A “quoted” line", 'यह "वाक्य" है'), ("Two", "")]
TABLES = {
    "tabs": "source\ttarget\n" + "".join(f"{one}\t{two}\n" for one, two in ROWS),
    "commas": 'target,source\r\n"घर, बड़ा","house ""big"""\r\n"दो\r\nपंक्तियाँ",two lines\r\n',
    "no header": "The house is big and old\tघर बड़ा और पुराना है यहाँ\n"
    "The door is open now\tदरवाज़ा अब खुला हुआ है\n",
    "final": "source\ttarget\tpost-edit\nOne\tएक\tपहला\nTwo\tदो\t\n",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", TABLES)
def test_rows_are_those_of_the_whole_table(tmp_path: Path, name: str, encoding: str) -> None:
    """With and without a header, in any encoding with a mark."""
    path = tmp_path / "a.tsv"
    path.write_bytes(TABLES[name].encode(encoding))
    made = stream(path)
    assert isinstance(made, Stream)
    (draft,) = read_table(path)
    rows = [(s.source, s.received, s.final, s.position, s.paragraph) for s in made.segments]
    assert rows == [
        (row.source, row.received, row.final or row.received, place, place)
        for place, row in enumerate(draft.segments)
    ]
    assert (made.document.title, made.document.source_language) == (draft.title, draft.source_language)


def test_a_table_of_several_documents_is_read_as_a_whole(tmp_path: Path) -> None:
    """Rows of one document need not stand together."""
    path = tmp_path / "a.tsv"
    path.write_text("document\tsource\ttarget\na\tOne\tएक\nb\tTwo\tदो\na\tThree\tतीन\n", "utf-8")
    made = stream(path)
    assert not isinstance(made, Stream)
    assert [draft.title for draft in made] == ["a", "b"]


@pytest.mark.parametrize(
    ("row", "place"),
    [(b"One\n", "line 30003"), (b"One\t\xe0\xa4\n", "behind line"), (b"a\tb\tc\n", "line 30003")],
)
def test_a_broken_row_is_named_when_it_is_reached(tmp_path: Path, row: bytes, place: str) -> None:
    """The rows before it have come by then."""
    path = tmp_path / "a.tsv"
    path.write_bytes(b"source\ttarget\n" + "The house is big\tघर बड़ा है\n".encode() * 30_001 + row)
    made = stream(path)
    assert isinstance(made, Stream)
    assert next(made.segments).received == "घर बड़ा है"
    with pytest.raises(ReviewerError, match=place):
        list(made.segments)

"""A review as an OpenDocument spreadsheet: all rows are there, and nothing in them is a formula."""

from pathlib import Path
from zipfile import ZipFile

from odfdo import Document

from reviewer.formats.registry import by_id, writable
from tests.builders import a_flag, a_review, a_segment


def _written(path: Path) -> None:
    segments = (
        a_segment(source="=1+1"),
        a_segment("@SUM(A1)\x07", id=2, position=1, source="x" * 40_000),
        a_segment("पहली\nदूसरी  पंक्ति\t।", id=3, position=2, source="<b>&"),
    )
    by_id("ods-review").load_writer()(a_review(*segments, flags=(a_flag(3, 5),)), path)


def test_segments_and_errors_have_a_row_each(tmp_path: Path) -> None:
    """As another library reads them, with texts as they are."""
    path = tmp_path / "review.ods"
    _written(path)
    assert writable(path).id == "ods-review"
    sheets = {table.name: list(table.iter_values()) for table in Document(path).body.tables}
    segments, errors = sheets["Segments"], sheets["Errors"]
    assert len(segments) == 4
    assert len(errors) == 2
    assert segments[0][:5] == ["Document", "System", "No.", "Part", "Source"]
    assert segments[1][4] == "=1+1"
    assert str(segments[2][4]).endswith("…")
    assert segments[3][4] == "<b>&"
    assert segments[3][6] == "पहली\nदूसरी  पंक्ति\t।"
    assert errors[1][3:5] == ["minor", "accuracy/mistranslation"]


def test_no_cell_is_a_formula_and_the_same_review_gives_the_same_file(tmp_path: Path) -> None:
    """The type comes first, unpacked, as readers expect."""
    first, second = tmp_path / "a.ods", tmp_path / "b.ods"
    _written(first)
    _written(second)
    assert first.read_bytes() == second.read_bytes()
    with ZipFile(first) as archive:
        assert b"formula" not in archive.read("content.xml")
        assert archive.infolist()[0].filename == "mimetype"
        assert archive.infolist()[0].compress_type == 0

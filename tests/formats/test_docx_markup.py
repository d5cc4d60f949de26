import pytest
from docx.oxml.ns import qn

from reviewer.formats.docx_markup import run, word_date


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        ("2026-03-01T10:00:00+05:30", "2026-03-01T04:30:00Z"),
        ("2026-03-01T10:00:00", "2026-03-01T10:00:00Z"),
        ("2026-03-01", "2026-03-01T00:00:00Z"),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_moments_are_written_in_utc(moment: str, written: str) -> None:
    """Word knows no time zones; what is no moment is left out."""
    assert word_date(moment) == written


def test_tabs_and_line_breaks_are_elements() -> None:
    """Word shows them only as elements of their own; each kind of line end is one break."""
    tags = [child.tag for child in run("क\tख\r\nग\rघ")]
    assert tags == [qn(f"w:{tag}") for tag in ("t", "tab", "t", "br", "t", "br", "t")]


def test_spaces_at_the_borders_of_a_run_are_kept() -> None:
    """A text cut into runs loses no space."""
    (text,) = run(" और ")
    assert text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_deleted_text_is_marked_as_such() -> None:
    """Word refuses ordinary text inside a deletion."""
    assert [child.tag for child in run("हटा", is_deleted=True)] == [qn("w:delText")]

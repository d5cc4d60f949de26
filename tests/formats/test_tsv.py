from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from reviewer.domain.error import ReviewerError
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.formats import tsv
from tests.builders import a_flag, a_review, a_segment
from tests.formats.reviews import projects


@given(review=projects(min_documents=1))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_review_reads_back_equal(tmp_path: Path, review: ProjectReview) -> None:
    """Whatever a review holds, the table gives it back unchanged."""
    path = tmp_path / "review.tsv"
    tsv.write(review, path)
    assert tsv.read(path) == review


def test_every_row_has_every_column(tmp_path: Path) -> None:
    """Tabs and line breaks in a text never make a new cell or row."""
    path = tmp_path / "review.tsv"
    tsv.write(a_review(a_segment("एक\tदो\nतीन\r\u2028चार"), flags=(a_flag(), a_flag(id=2))), path)
    rows = path.read_text(encoding="utf-8").splitlines()
    assert [row.count("\t") + 1 for row in rows] == [len(tsv.COLUMNS)] * 3


def test_a_segment_without_flags_is_a_row_without_error(tmp_path: Path) -> None:
    """Clean segments are stated, not left out."""
    path = tmp_path / "review.tsv"
    tsv.write(a_review(a_segment()), path)
    row = dict(zip(*(line.split("\t") for line in path.read_text("utf-8").splitlines()), strict=True))
    assert (row["segment"], row["type"], row["severity"]) == ("1", "no-error", "no-error")


def test_a_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    """A spreadsheet shows `=…` in a comment instead of computing it."""
    path = tmp_path / "review.tsv"
    tsv.write(a_review(a_segment(), flags=(a_flag(comment="=HYPERLINK(1)"),)), path)
    assert "\t'=HYPERLINK(1)\t" in path.read_text(encoding="utf-8")


def test_columns_may_stand_in_another_order(tmp_path: Path) -> None:
    """A table sorted and rearranged elsewhere still reads, with Windows line ends too."""
    path = tmp_path / "review.tsv"
    review = a_review(a_segment(source="One."), flags=(a_flag(suggestion=""),))
    tsv.write(review, path)
    turned = ["\t".join(reversed(line.split("\t"))) for line in path.read_text("utf-8").splitlines()]
    path.write_bytes("\r\n".join(["\ufeff" + turned[0], *turned[1:]]).encode())
    assert tsv.read(path).documents == (review,)


def _written(folder: Path, review: DocumentReview) -> tuple[Path, list[str]]:
    path = folder / "review.tsv"
    tsv.write(review, path)
    return path, path.read_text(encoding="utf-8").splitlines()


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    """A table of another kind is refused by the first column it lacks."""
    path = tmp_path / "other.tsv"
    path.write_text("source\ttarget\n", encoding="utf-8")
    with pytest.raises(ReviewerError, match=r"other.tsv, line 1: the column 'document' is missing"):
        tsv.read(path)


def test_a_ragged_row_is_named(tmp_path: Path) -> None:
    """A row that lost its cells is refused by its line."""
    path, lines = _written(tmp_path, a_review())
    path.write_text(f"{lines[0]}\n{lines[1]}\textra\n", encoding="utf-8")
    with pytest.raises(ReviewerError, match="line 2: the row has 40 cells, the first row 39"):
        tsv.read(path)


def test_rows_of_one_segment_must_agree(tmp_path: Path) -> None:
    """A text changed in one row only is refused, since it is unclear which one is meant."""
    path, lines = _written(tmp_path, a_review(a_segment("कल"), flags=(a_flag(), a_flag(id=2))))
    path.write_text("\n".join([*lines[:2], lines[2].replace("कल", "आज")]), encoding="utf-8")
    with pytest.raises(ReviewerError, match="line 3: 'received' differs from an earlier row"):
        tsv.read(path)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("\t0:2\t", "\t0-2\t", "not a list of ranges"),
        ("\t0:2\t", "\t0:2|3:4\t", "do not go together"),
        ("\tminor\t", "\tawful\t", "'severity' is 'awful'"),
        ("\tno\t", "\tperhaps\t", "must be yes or no"),
        ("\teditor\t", "\tedi\\qtor\t", "means nothing"),
        ("\t1\t", "\tone\t", "must be a whole number"),
    ],
)
def test_a_broken_cell_is_named(tmp_path: Path, old: str, new: str, words: str) -> None:
    """What a cell cannot mean is refused with its line."""
    path, lines = _written(tmp_path, a_review(a_segment(), flags=(a_flag(),)))
    path.write_text("\n".join(lines).replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ReviewerError, match=f"line 2: .*{words}"):
        tsv.read(path)


def test_a_flag_on_the_whole_segment_keeps_no_spans(tmp_path: Path) -> None:
    """A flag without spans stays one."""
    review = a_review(a_segment(), flags=(replace(a_flag(), spans=()),))
    path, _ = _written(tmp_path, review)
    assert tsv.read(path).documents == (review,)


def test_its_own_files_are_recognised_from_their_first_bytes(tmp_path: Path) -> None:
    """A bilingual table is not taken for a review."""
    path, _ = _written(tmp_path, a_review())
    assert tsv.is_own(path.read_bytes()[:1000])
    assert not tsv.is_own(b"source\ttarget\n")

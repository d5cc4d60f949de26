from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from reviewer.domain.error import ReviewerError
from reviewer.domain.snapshot import ProjectReview
from reviewer.formats import jsonl
from tests.builders import a_flag, a_review, a_segment
from tests.formats.reviews import projects

HEADER = '{"format": "reviewer", "version": 1, "profile": "newsroom"}\n'
DOCUMENT = '{"kind": "document", "id": 1, "title": "लेख"}\n'
SEGMENT = (
    '{"kind": "segment", "id": 1, "document_id": 1, "position": 0, "paragraph": 0, "received": "हिंदी"}\n'
)


def _read(folder: Path, text: str) -> ProjectReview:
    path = folder / "review.jsonl"
    path.write_text(text, encoding="utf-8")
    return jsonl.read(path)


@given(review=projects())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_review_reads_back_equal(tmp_path: Path, review: ProjectReview) -> None:
    """Whatever a review holds, its JSON lines give it back unchanged."""
    path = tmp_path / "review.jsonl"
    jsonl.write(review, path)
    assert jsonl.read(path) == review


def test_a_document_alone_is_written_as_a_project_of_one(tmp_path: Path) -> None:
    """A single document can be handed to the writer as it is."""
    review = a_review(a_segment(), flags=(a_flag(),))
    jsonl.write(review, tmp_path / "a.jsonl")
    assert jsonl.read(tmp_path / "a.jsonl").documents == (review,)


def test_fields_left_out_take_their_defaults(tmp_path: Path) -> None:
    """A segment line without a final text is one that nobody has edited."""
    review = _read(tmp_path, HEADER + DOCUMENT + SEGMENT)
    assert review.documents[0].segments[0].final == "हिंदी"


def test_unknown_fields_and_empty_lines_are_passed_over(tmp_path: Path) -> None:
    """A file of the same version may say more than is known here."""
    review = _read(tmp_path, "\ufeff" + HEADER + "\n" + DOCUMENT.replace("}", ', "mood": "calm"}'))
    assert review.documents[0].document.title == "लेख"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        ('{"format": "reviewer", "version": 2, "profile": "x"}\n', "line 1: the file has format version 2"),
        ('{"kind": "document"}\n', "line 1: this is not a review"),
        (HEADER + "{broken\n", "line 2: the line is not JSON"),
        (HEADER + "[" * 100_000 + "\n", "line 2: the line is nested too deeply"),
        (HEADER + "[]\n", "line 2: this is not a record"),
        (HEADER + SEGMENT, "line 2: a segment stands before any document"),
        (HEADER + DOCUMENT + '{"kind": "poem"}\n', "line 3: there is no kind"),
        (HEADER + DOCUMENT + DOCUMENT, "line 3: document 1 occurs twice"),
        (HEADER + DOCUMENT + SEGMENT + SEGMENT, "line 4: segment 1 occurs twice"),
        (
            HEADER + DOCUMENT + SEGMENT.replace('"position": 0', '"position": 3'),
            "line 3: segment 1 has position 3",
        ),
        (HEADER + DOCUMENT + SEGMENT.replace("हिंदी", "\\ud800"), "line 3: the line holds half a character"),
        (
            HEADER + DOCUMENT + SEGMENT.replace('"id": 1,', '"id": "1",', 1),
            "line 3: 'id' must be a whole number",
        ),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, text: str, words: str) -> None:
    """What cannot be read is refused in one line that names the file and the line."""
    with pytest.raises(ReviewerError, match=words) as caught:
        _read(tmp_path, text)
    assert str(caught.value).startswith("review.jsonl")


@pytest.mark.parametrize(
    ("flag", "words"),
    [
        ('"severity": "awful", "spans": []', "'severity' is 'awful'"),
        ('"severity": "minor"', "'spans' must be a list"),
        ('"severity": "minor", "spans": [{"side": "final", "ranges": [[4, 2]]}]', "not a range"),
        ('"severity": "minor", "spans": [{"side": "final", "ranges": [[0, 9]]}]', "a range ends at 9"),
        ('"severity": "minor", "spans": [{"side": "source", "ranges": [[0, 1]]}]', "a range ends at 1"),
        (
            '"severity": "minor", "spans": [{"side": "final", "ranges": [[0, true]]}]',
            "a range must be two whole numbers",
        ),
    ],
)
def test_a_flag_that_does_not_fit_is_named(tmp_path: Path, flag: str, words: str) -> None:
    """A flag must lie inside a text of its segment and have a known severity."""
    line = f'{{"kind": "flag", "id": 1, "segment_id": 1, {flag}}}\n'
    with pytest.raises(ReviewerError, match=f"line 4: {words}"):
        _read(tmp_path, HEADER + DOCUMENT + SEGMENT + line)


def test_bytes_that_are_not_text_are_refused(tmp_path: Path) -> None:
    """A line that is not UTF-8 is named like any broken line."""
    path = tmp_path / "review.jsonl"
    path.write_bytes(HEADER.encode() + b'{"kind": "\xff"}\n')
    with pytest.raises(ReviewerError, match="line 2: the line is not UTF-8"):
        jsonl.read(path)


def test_half_a_character_is_not_written(tmp_path: Path) -> None:
    """A lone surrogate is refused with a remedy, and no file appears."""
    with pytest.raises(ReviewerError, match="lone surrogate"):
        jsonl.write(a_review(a_segment("क\ud800")), tmp_path / "a.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_its_own_files_are_recognised_from_their_first_bytes() -> None:
    """A bilingual JSON lines file is not taken for a review."""
    assert jsonl.is_own(HEADER.encode())
    assert not jsonl.is_own(b'{"source": "a", "target": "b"}\n')

"""Tables of Marot as written: what its viewer reads."""

import json
from dataclasses import replace
from pathlib import Path

from reviewer.domain.snapshot import DocumentReview
from reviewer.formats.marot import is_own, read, write
from tests.builders import a_flag, a_review, a_segment


def _written(folder: Path, review: DocumentReview) -> list[list[str]]:
    write(review, folder / "marot.tsv")
    lines = (folder / "marot.tsv").read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines[1:-1]]


def test_places_are_first_and_last_token(tmp_path: Path) -> None:
    """Also where an error ends inside a word: a token ends there too."""
    (row,) = _written(tmp_path, a_review(a_segment("यह एक वाक्य है।", source="One."), flags=(a_flag(3, 4),)))
    metadata = json.loads(row[9])
    tokens = metadata["segment"]["target_tokens"]
    ((first, last),) = metadata["target_spans"]
    assert "".join(tokens[first : last + 1]) == "ए"
    assert "".join(tokens) == "यह एक वाक्य है।"
    assert (row[6], metadata["marked_text"]) == ("यह <v>ए</v>क वाक्य है।", "ए")


def test_time_note_and_final_text_are_in_the_metadata(tmp_path: Path) -> None:
    """Milliseconds, the comment, and the editor's text where it differs."""
    segment = a_segment("यह एक वाक्य है।", final="यह वाक्य है।")
    (row,) = _written(tmp_path, a_review(segment, flags=(a_flag(comment="extra"),)))
    metadata = json.loads(row[9])
    assert (metadata["timestamp"], metadata["note"]) == (1767225600000, "extra")
    assert metadata["corrected_translation"] == "यह वाक्य है।"
    assert metadata["evaluation"]["target_language"] == "hi"
    assert read(tmp_path / "marot.tsv").documents[0].segments[0].final == "यह वाक्य है।"


def test_tokens_and_languages_are_written_once(tmp_path: Path) -> None:
    """The tool looks for them in one row of the segment, and of the document."""
    rows = _written(tmp_path, a_review(flags=(a_flag(), a_flag(id=2))))
    assert ["segment" in json.loads(row[9]) for row in rows] == [True, False]


def test_a_segment_that_nobody_judged_has_a_row_of_texts(tmp_path: Path) -> None:
    """Without rater, category and severity, as the tool's own metrics have."""
    (row,) = _written(tmp_path, a_review())
    assert (row[4], row[7], row[8]) == ("", "", "")
    assert read(tmp_path / "marot.tsv").documents[0].segments[0].state.value == "unreviewed"


def test_of_several_corrections_the_last_is_kept_and_the_others_counted(tmp_path: Path) -> None:
    """A segment has one final text."""
    flags = (a_flag(), replace(a_flag(id=2), author="ravi", created="2026-02-01T00:00:00+00:00"))
    rows = _written(tmp_path, a_review(flags=flags))
    for row, text in zip(rows, ("पहला", "दूसरा"), strict=True):
        row[9] = json.dumps(json.loads(row[9]) | {"corrected_translation": text})
    path = tmp_path / "marot.tsv"
    header = path.read_text(encoding="utf-8").partition("\n")[0]
    path.write_text("\n".join([header, *("\t".join(row) for row in rows)]) + "\n", encoding="utf-8")
    review = read(path)
    assert review.documents[0].segments[0].final == "दूसरा"
    assert "1 corrected translations beside a later one left out" in review.notes


def test_its_header_tells_it_from_the_table_of_wmt() -> None:
    """By the column that only it has."""
    columns = b"system\tdoc\tdocSegId\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity\tmetadata\n"
    assert is_own(columns)
    assert not is_own(columns.replace(b"docSegId", b"doc_id"))

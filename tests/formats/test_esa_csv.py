"""ESA tables without texts: these come from a second file, by system and line."""

import csv
import json
from pathlib import Path

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.domain.snapshot import ProjectReview
from reviewer.formats.esa_csv import read
from reviewer.formats.sniff import sniff

_TEXTS = {"line_id": 7, "src": "Yes.", "refA": "हाँ।", "systems": {"engine": "जी हाँ।", "other": "ठीक।"}}


def _row(system: str = "engine", line: str = "7", score: str = "80", **others: str) -> list[str]:
    kind, document = others.get("kind", "TGT"), others.get("document", "news_1")
    spans = others.get("spans", "[]")
    head = [others.get("judge", "asha"), system, line, kind, "eng", "hin", score, document]
    return [*head, "False", spans, "1.0", "2.0"]


def _read(folder: Path, *rows: list[str]) -> ProjectReview:
    path = folder / "esa.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    texts = folder / "texts.jsonl"
    texts.write_text(json.dumps(_TEXTS, ensure_ascii=False) + "\n", encoding="utf-8")
    return read(path, texts=texts)


def test_texts_line_up_by_system_and_line(tmp_path: Path) -> None:
    """Each judgement finds what it is about."""
    review = _read(tmp_path, _row(), _row("other"))
    assert [each.segments[0].received for each in review.documents] == ["जी हाँ।", "ठीक।"]
    assert review.documents[0].segments[0].reference == "हाँ।"
    assert review.documents[0].document.source_language == "en"


def test_a_reference_can_be_judged_as_a_system(tmp_path: Path) -> None:
    """And is then not its own reference."""
    (document,) = _read(tmp_path, _row("refA")).documents
    assert (document.segments[0].received, document.segments[0].reference) == ("हाँ।", None)


@pytest.mark.parametrize(
    "control",
    [
        _row(kind="BAD"),
        _row(document="news_1#bad"),
        _row(document="news_1#dup#dup"),
        _row(document="news_1#incomplete"),
        _row("ende-tutorial1"),
    ],
)
def test_control_rows_are_left_out_and_counted(tmp_path: Path, control: list[str]) -> None:
    """Broken on purpose, doubled, or never finished: no judgement of the engine."""
    review = _read(tmp_path, _row(), control)
    assert len(review.documents[0].judgements) == 1
    assert "1 control rows left out" in review.notes


def test_rows_without_text_are_left_out_and_counted(tmp_path: Path) -> None:
    """A number about nothing is no judgement."""
    review = _read(tmp_path, _row(), _row(line="8"))
    assert "1 rows without text left out" in review.notes


def test_without_any_text_the_file_is_refused(tmp_path: Path) -> None:
    """The counts tell why nothing is left."""
    with pytest.raises(ReviewerError, match=r"no annotations \(1 rows without text left out\)"):
        _read(tmp_path, _row(line="8"))


def test_missing_texts_are_asked_for(tmp_path: Path) -> None:
    """The remedy names the option."""
    _read(tmp_path, _row())
    with pytest.raises(ReviewerError, match=r"without their texts\. Name the texts with --texts"):
        read(tmp_path / "esa.csv")


def test_a_missing_score_is_missing(tmp_path: Path) -> None:
    """An empty cell is no zero."""
    assert _read(tmp_path, _row(score="")).documents[0].judgements[0].scale.value == "MQM"


def test_a_nan_names_the_line(tmp_path: Path) -> None:
    """What is no number is no score."""
    with pytest.raises(ReviewerError, match=r"esa\.csv, line 2: the score is nan"):
        _read(tmp_path, _row(), _row(score="nan"))


def test_a_short_row_names_the_line(tmp_path: Path) -> None:
    """Twelve cells make a row."""
    with pytest.raises(ReviewerError, match=r"esa\.csv, line 2: the row has 3 cells, not 12"):
        _read(tmp_path, _row(), ["a", "b", "c"])


def test_its_first_row_tells_the_format(tmp_path: Path) -> None:
    """There is no header to tell it by."""
    _read(tmp_path, _row(spans='[{"start_i":0,"end_i":0,"severity":"minor"}]'))
    assert sniff(tmp_path / "esa.csv").id == "esa-csv"


def test_broken_texts_name_the_line(tmp_path: Path) -> None:
    """The second file is read as strictly."""
    _read(tmp_path, _row())
    (tmp_path / "texts.jsonl").write_text('{"src": "x"}\n', encoding="utf-8")
    with pytest.raises(ReviewerError, match=r"texts\.jsonl, line 1: 'line_id' is missing"):
        read(tmp_path / "esa.csv", texts=tmp_path / "texts.jsonl")

"""Tasks of Label Studio: regions become errors, annotators stay several."""

import json
from pathlib import Path

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Severity
from reviewer.domain.span import Side
from reviewer.formats import label_studio
from reviewer.formats.registry import by_id
from reviewer.formats.sniff import sniff
from tests.builders import a_flag, a_review, a_segment


def _export(path: Path, *regions: dict[str, object]) -> Path:
    data = {"src": "Good day.", "mt": "😀 शुभ दिन।"}
    said = [
        {"completed_by": 7, "result": list(regions)},
        {"completed_by": 8, "was_cancelled": True, "result": []},
    ]
    path.write_text(json.dumps([{"id": 1, "data": data, "annotations": said}]), encoding="utf-8")
    return path


@pytest.mark.parametrize(("start", "end", "words"), [(3, 6, "शुभ"), (2, 5, "शुभ"), (3, 6, None)])
def test_a_region_is_found_however_it_was_counted(
    tmp_path: Path, start: int, end: int, words: str | None
) -> None:
    """UTF-16 is the rule; the words tell where it was code points."""
    value: dict[str, object] = {"start": start, "end": end, "labels": ["Accuracy/Mistranslation"]}
    value |= {"text": words} if words else {}
    region: dict[str, object] = {
        "id": "a",
        "type": "labels",
        "from_name": "t",
        "to_name": "mt",
        "value": value,
    }
    grave: dict[str, object] = {
        "id": "a",
        "type": "choices",
        "to_name": "mt",
        "value": {"choices": ["Minor"]},
    }
    path = _export(tmp_path / "export.json", region, grave)
    assert sniff(path).id == "label-studio"
    review = label_studio.read(path)
    flag = review.documents[0].flags[0]
    assert (flag.quote, flag.type, flag.severity) == ("शुभ", "accuracy/mistranslation", Severity.MINOR)
    assert flag.author == "7"
    assert "1 cancelled annotations left out" in review.notes


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    """Type, severity, comment, place and annotator."""
    path = tmp_path / "tasks.json"
    given = a_flag(3, 5)
    by_id("label-studio").load_writer()(a_review(a_segment(source="One."), flags=(given,)), path)
    found = label_studio.read(path).documents[0].flags[0]
    assert found.span(Side.RECEIVED) == given.span(Side.RECEIVED)
    assert (found.type, found.severity, found.comment) == (given.type, given.severity, given.comment)
    assert found.author == given.author


@pytest.mark.parametrize("data", ["{}", "[1]", '[{"data": {}, "annotations": []}]', "[" * 50_000])
def test_what_is_broken_is_refused_in_one_line(tmp_path: Path, data: str) -> None:
    """With the file's name."""
    path = tmp_path / "bad.json"
    path.write_text(data)
    with pytest.raises(ReviewerError, match=r"bad\.json"):
        label_studio.read(path)

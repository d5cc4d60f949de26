"""A batch for Appraise holds each segment, and a row for each whole document."""

import json
from pathlib import Path

from reviewer.formats.registry import by_id
from tests.builders import a_flag, a_review, a_segment


def test_a_batch_has_all_segments_then_the_document(tmp_path: Path) -> None:
    """Errors are shown with the last unit included."""
    path = tmp_path / "batch.json"
    segments = (a_segment(source="One."), a_segment("दो।", id=2, position=1, source="Two."))
    by_id("appraise").load_writer()(a_review(*segments, flags=(a_flag(3, 5),)), path)
    batch = json.loads(path.read_text(encoding="utf-8"))[0]
    items = batch["items"]
    assert [item["isCompleteDocument"] for item in items] == [False, False, True]
    assert [item["itemID"] for item in items] == [0, 1, 2]
    assert (items[0]["mqm"][0]["start_i"], items[0]["mqm"][0]["end_i"]) == (3, 4)
    assert items[2]["sourceText"] == "One.\nTwo."
    assert (batch["task"]["sourceLanguage"], batch["task"]["targetLanguage"]) == ("eng", "hin")

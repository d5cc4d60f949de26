"""Rows as nouns, and nouns as rows."""

import json

from reviewer.domain.span import Range, Side, Span
from reviewer.review.store.row import (
    flag_values,
    segment_values,
    spans_of,
    spans_values,
    stored_final,
)
from tests.builders import a_flag, a_segment


def test_spans_survive_being_stored() -> None:
    """Both sides, gaps and carets are read back as they were."""
    spans = (
        Span(Side.RECEIVED, (Range(0, 3), Range(5, 5))),
        Span.single(Side.SOURCE, 2, 9),
    )
    assert spans_of(json.loads(json.dumps(spans_values(spans)))) == spans


def test_unedited_final_text_is_not_stored_twice() -> None:
    """A million unedited rows hold their text once."""
    assert segment_values(a_segment("एक।"))["final"] is None
    assert segment_values(a_segment("एक।", final="दो।"))["final"] == "दो।"
    assert stored_final("एक।", "") == ""


def test_row_holds_every_field_but_the_id() -> None:
    """Nothing that was said of a flag is left behind."""
    flag = a_flag()
    values = flag_values(flag, document_id=7)
    assert set(values) == {*flag.__slots__, "document_id"} - {"id"}

"""What is known of one document."""

from reviewer.checks.engine import Checker
from reviewer.checks.lens import Lens, article_of
from reviewer.checks.noise import Muted
from reviewer.domain.finding import Tier
from reviewer.review.inspection.round import Looked, Opened
from reviewer.review.inspection.sheet import Sheet
from tests.builders import a_segment
from tests.review.inspection.specimen import Word


def a_sheet(*texts: str) -> Sheet:
    """A sheet on which every segment was looked at."""
    checker = Checker([Word()])
    sheet = Sheet(1, checker)
    article = article_of(a_segment(text, id=n + 1, position=n) for n, text in enumerate(texts))
    sheet.open(Opened(article, {}))
    for lens in article.lenses:
        sheet.take(Looked(lens, checker.raw(lens, article), None))
    return sheet


def test_segments_without_findings_take_no_room() -> None:
    """A clean document of 100,000 rows is an empty table."""
    sheet = a_sheet("कल।", "आज।")
    assert (len(sheet.shown(1)), sheet.shown(2), sheet.shown(99)) == (1, (), ())
    assert list(sheet._raw) == [1]


def test_rows_are_gone_through_from_any_one_in_both_directions() -> None:
    """That row included."""
    sheet = a_sheet("कल।", "आज।", "कल।", "कल।")
    for start, is_forward, rows in ((0, True, [0, 2, 3]), (2, True, [2, 3]), (2, False, [2, 0])):
        found = sheet.found_on(start, is_forward=is_forward)
        assert [segment.position for segment, _ in found] == rows


def test_counts_follow_what_is_shown() -> None:
    """Through edits and answers."""
    sheet = a_sheet("कल।", "कल कल।")
    assert sheet.counts() == {Tier.WARNING: 3}
    sheet.update(a_segment("कल कल।", final="आज कल।", id=2, position=1), ())
    assert sheet.counts() == {Tier.WARNING: 2}
    sheet.checker.muted = Muted(demoted=frozenset({"test.word"}))
    sheet.unsettle()
    assert sheet.counts() == {Tier.HINT: 2}


def test_a_look_at_a_text_that_was_edited_since_is_dropped() -> None:
    """It is true of other words."""
    sheet = a_sheet("कल।")
    assert sheet.article is not None
    old = sheet.article.lenses[0]
    raw = sheet.checker.raw(old, sheet.article)
    sheet.update(a_segment("कल।", final="आज।"), ())
    assert not sheet.take(Looked(old, raw, None))
    assert sheet.shown(1) == ()


def test_what_is_found_in_a_segment_nobody_knows_asks_for_reading_again() -> None:
    """Rows have come since."""
    sheet = a_sheet("कल।")
    sheet.is_stale = False
    assert sheet.update(a_segment("कल।", id=7, position=1), ())
    assert sheet.is_stale
    assert isinstance(sheet.article.lens(1) if sheet.article else None, Lens)

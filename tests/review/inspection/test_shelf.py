"""The sheets at hand."""

from reviewer.checks.engine import Checker
from reviewer.checks.lens import article_of
from reviewer.domain.finding import Tier
from reviewer.review.inspection.shelf import MOST_ROWS, Shelf
from tests.builders import a_segment
from tests.review.inspection.specimen import Word

FIRM = frozenset({Tier.ERROR})


def a_shelf(*documents: int, rows: int = 1) -> Shelf:
    """A shelf with sheets of documents of so many rows, the last one foremost."""
    shelf = Shelf()
    for document_id in documents:
        sheet = shelf.take(document_id, Checker([Word()]))
        sheet.article = article_of(a_segment(id=n + 1, position=n) for n in range(rows))
    return shelf


def test_the_sheet_taken_last_is_foremost() -> None:
    """Taking one again changes nothing of it."""
    shelf = a_shelf(1, 2)
    first = shelf.get(1)
    assert shelf.take(1, Checker([])) is first is shelf.foremost
    assert shelf.documents == (2, 1)


def test_sheets_left_long_ago_are_given_away() -> None:
    """As many rows are kept as memory allows; the open document is, however long it is."""
    half = MOST_ROWS // 2
    assert a_shelf(1, 2, 3, rows=half).documents == (1, 2, 3)
    assert a_shelf(1, 2, 3, 4, rows=half).documents == (2, 3, 4)
    assert a_shelf(1, 2, rows=2 * MOST_ROWS).documents == (2,)


def test_a_sheet_that_is_left_keeps_findings_alone() -> None:
    """Its words are found again when they are wanted."""
    shelf = a_shelf(1)
    sheet = shelf.foremost
    assert sheet is not None
    assert sheet.article is not None
    lens = sheet.article.lenses[0]
    target = lens.target
    shelf.take(1, Checker([]))
    assert lens.target is target
    shelf.take(2, Checker([]))
    assert "target" not in vars(lens)
    assert shelf.get(1) is sheet


def test_other_checks_begin_on_empty_sheets() -> None:
    """In the same order."""
    shelf = a_shelf(1, 2)
    shelf.note_clean([3], FIRM)
    shelf.renew(Checker([]))
    assert shelf.documents == (1, 2)
    assert shelf.foremost is not None
    assert shelf.foremost.article is None
    assert shelf.clean(FIRM) == frozenset()


def test_clean_documents_are_remembered_until_they_change() -> None:
    """For the tiers that were looked for."""
    shelf = a_shelf()
    shelf.note_clean([1, 2, 3], FIRM)
    shelf.soil(2)
    assert shelf.clean(FIRM) == frozenset({1, 3})
    assert shelf.clean(frozenset(Tier)) == frozenset()
    shelf.soil(None)
    assert shelf.clean(FIRM) == frozenset()


def test_sheets_are_reached_one_by_one_or_all() -> None:
    """A document without one is reached by nothing."""
    shelf = a_shelf(1, 2)
    assert [[sheet.document_id for sheet in shelf.reaching(key)] for key in (1, 9, None)] == [[1], [], [1, 2]]
    shelf.keep([2])
    assert shelf.documents == (2,)

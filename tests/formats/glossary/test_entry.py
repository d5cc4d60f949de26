"""What a file says of its terms, put together."""

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.formats.glossary.entry import Entry, Status, gathered, status_of


def test_the_preferred_form_comes_first() -> None:
    """Whatever its row, and in whatever case the English is written."""
    listed = gathered(
        [
            Entry(source="treaty", hindi="समझौता", status=Status.ADMITTED),
            Entry(source="Treaty", hindi="संधि", status=Status.PREFERRED),
            Entry(source="treaty", hindi="करार", status=Status.FORBIDDEN),
            Entry(source="treaty", hindi="संधि"),
        ],
        file="x",
    )
    assert [(t.source, t.approved, t.forbidden) for t in listed.terms] == [
        ("treaty", ("संधि", "समझौता"), ("करार",))
    ]
    assert (listed.read, listed.duplicates) == (4, 1)


def test_what_is_left_out_says_why() -> None:
    """No Hindi, no decision, a contradiction."""
    listed = gathered(
        [
            Entry(source="a", hindi="क"),
            Entry(source="b", hindi="", place="row 2"),
            Entry(source="c", hindi="ख", status=Status.PROPOSED, place="row 3"),
            Entry(source="a", hindi="क", status=Status.FORBIDDEN, place="row 4"),
        ],
        file="x",
    )
    assert [each.place for each in listed.skipped] == ["row 2", "row 3", "row 4"]


def test_abbreviations_are_told_from_words() -> None:
    """WHO is not who."""
    assert len(gathered([Entry(source=s, hindi="क") for s in ("WHO", "who")], file="x").terms) == 2


def test_nothing_usable_is_an_error() -> None:
    """With the first reason."""
    with pytest.raises(ReviewerError, match="no term"):
        gathered([Entry(source="", hindi="क")], file="x")


@pytest.mark.parametrize("word", ["deprecatedTerm-admn-sts", "Forbidden", "do-not-use", "वर्जित", "ग़लत"])
def test_statuses_are_known_in_several_wordings(word: str) -> None:
    """TBX's, spreadsheets' and Hindi ones."""
    assert status_of(word) is Status.FORBIDDEN

"""The columns of a report's tables, by what stands in them."""

from reviewer.domain.report import Column, Unit


def text(column_id: str, title: str, note: str = "") -> Column:
    """Return a column of words."""
    return Column(id=column_id, title=title, note=note)


def count(column_id: str, title: str, note: str = "") -> Column:
    """Return a column of whole numbers."""
    return Column(id=column_id, title=title, unit=Unit.COUNT, digits=0, note=note)


def day(column_id: str, title: str, note: str = "") -> Column:
    """Return a column of days."""
    return Column(id=column_id, title=title, unit=Unit.DAY, note=note)


def share(column_id: str, title: str, note: str = "") -> Column:
    """Return a column of shares, 0 to 1."""
    return Column(id=column_id, title=title, unit=Unit.PERCENT, note=note)


def seconds(column_id: str, title: str, note: str = "") -> Column:
    """Return a column of durations."""
    return Column(id=column_id, title=title, unit=Unit.SECONDS, digits=0, note=note)


def number(column_id: str, title: str, note: str = "", *, digits: int = 1) -> Column:
    """Return a column of numbers that are neither good nor bad."""
    return Column(id=column_id, title=title, unit=Unit.NUMBER, digits=digits, note=note)


def good(column_id: str, title: str, note: str = "", *, digits: int = 1) -> Column:
    """Return a column of numbers of which more is better."""
    return Column(
        id=column_id, title=title, unit=Unit.NUMBER, digits=digits, higher_is_better=True, note=note
    )


def bad(column_id: str, title: str, note: str = "", *, digits: int = 1) -> Column:
    """Return a column of numbers of which less is better."""
    return Column(
        id=column_id, title=title, unit=Unit.NUMBER, digits=digits, higher_is_better=False, note=note
    )

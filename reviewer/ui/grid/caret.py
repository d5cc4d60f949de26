"""The caret and the current flag: going to a flag puts the caret into it."""

from reviewer.domain.flag import Flag
from reviewer.domain.span import Range, Side, Span
from reviewer.review.placement import placed
from reviewer.ui.grid.model import Column
from reviewer.ui.grid.open_row import OpenRow
from reviewer.ui.grid.row import Row


def shown_span(flag: Flag, row: Row, side: Side) -> Span | None:
    """Where a flag lies on a text as it is shown."""
    return placed(flag, row.segment).span_on_final if side is Side.FINAL else flag.span(side)


def is_caret_in(flag: Flag, row: Row, open_row: OpenRow) -> bool:
    """Whether the caret stands in a flag, or at its end."""
    span = shown_span(flag, row, open_row.active.side)
    caret = open_row.active.selection()
    return span is not None and any(r.start <= caret.start <= caret.end <= r.end for r in span.ranges)


def enter(flag: Flag, row: Row, open_row: OpenRow) -> None:
    """Put the caret into a flag, on the Hindi if it lies there, unless it is in it already."""
    if is_caret_in(flag, row, open_row):
        return
    panes = {column: pane for column, pane in open_row.panes.items() if not pane.isHidden()}
    shown = {column: shown_span(flag, row, pane.side) for column, pane in panes.items()}
    order = sorted(shown, key=lambda column: column is not Column.HINDI)
    column = next((column for column in order if shown[column] is not None), None)
    span = shown[column] if column is not None else None
    if column is None or span is None:
        return
    if panes[column] is not open_row.active:
        open_row.activate(column)
    panes[column].select(Range(span.start, span.start))

"""How the texts share the width of the table."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from reviewer.ui.grid.model import Column

NARROWEST = 96
"""Pixels below which a text column is not squeezed by its neighbours."""


class Shares:
    """What part of the room each text column takes; the Hindi the most, until the editor decides."""

    def __init__(self) -> None:
        self._parts = {Column.SOURCE: 1.0, Column.BACK_TRANSLATION: 1.0, Column.HINDI: 1.5}

    def widths(self, shown: Sequence[Column], room: int) -> dict[Column, int]:
        """Divide `room` pixels among the shown columns, without a remainder."""
        total = sum(self._parts[column] for column in shown)
        edges = [round(room * part / total) for part in accumulate(self._parts[column] for column in shown)]
        cut = (right - left for left, right in pairwise([0, *edges]))
        return {column: max(NARROWEST, width) for column, width in zip(shown, cut, strict=True)}

    def learn(self, widths: dict[Column, int]) -> None:
        """Take the widths that columns have for their parts; what is not shown keeps its own."""
        total, room = sum(self._parts[column] for column in widths), sum(widths.values())
        if room:
            self._parts |= {column: total * width / room for column, width in widths.items()}

    def drag(self, column: Column, width: int, shown: Sequence[Column], room: int) -> None:
        """Make a column this wide; its neighbour to the right, or of the last one to the left, gives way."""
        if column not in shown or len(shown) == 1:
            return
        at = shown.index(column)
        neighbour = shown[at + 1 if at + 1 < len(shown) else at - 1]
        widths = self.widths(shown, room)
        both = widths[column] + widths[neighbour]
        widths[column] = max(NARROWEST, min(width, both - NARROWEST))
        widths[neighbour] = both - widths[column]
        self.learn(widths)

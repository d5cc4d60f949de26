"""The small card that tells what a mark is when the mouse rests on it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout

from reviewer.domain.flag import Flag
from reviewer.ui.grid.row import Row
from reviewer.ui.mark import Mark
from reviewer.ui.word import tr


def mark_at(layout: QTextLayout, marks: Sequence[Mark], where: QPointF) -> Mark | None:
    """The shortest mark at a point of a laid-out text."""
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        below = (
            layout.lineAt(number + 1).y() if number + 1 < layout.lineCount() else line.y() + 2 * line.height()
        )
        if line.y() <= where.y() < below:
            position = line.xToCursor(where.x())
            here = [m for m in marks if any(r.start <= position <= r.end for r in m.ranges)]
            return min(here, key=lambda mark: len(mark.hull), default=None)
    return None


def told(row: Row, mark: Mark | None) -> str:
    """What to say of a mark of a row."""
    if mark is None:
        return ""
    if mark.finding:
        return next((each.message for each in row.findings if each.key == mark.finding), "")
    return next((card(flag) for flag in row.flags if flag.id == mark.flag_id), "")


def card(flag: Flag) -> str:
    """Type, severity and comment of a flag, as plain lines."""
    kind = flag.type.rpartition("/")[2].replace("-", " ") or tr("not classified")
    lines = [f"{tr(flag.severity.value.capitalize())} · {kind}"]
    lines += [part for part in (flag.comment, f"→ {flag.suggestion}" if flag.suggestion else "") if part]
    return "\n".join(lines)

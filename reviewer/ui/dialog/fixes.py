"""What safe fixes would change, shown before they are applied."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from reviewer.review.finding.fix import Fix
from reviewer.ui.dialog.sheet import Sheet, scrolled
from reviewer.ui.inspector.diff_view import marked_up
from reviewer.ui.theme import Colours
from reviewer.ui.word import count, tr

_SHOWN = 200
"""Rows shown; more are counted."""
_AROUND = 60
"""Letters shown before the first change and behind the last one."""


class FixesDialog(Sheet):
    """Each row with what goes and what comes."""

    def __init__(self, fixes: Sequence[Fix], colours: Colours, *, parent: QWidget | None = None) -> None:
        number = sum(len(fix.findings) for fix in fixes)
        super().__init__(
            tr("Put right what needs no look"),
            tr(
                "{fixes} in {rows}: invisible characters, spaces, pipes for dandas, encodings of nukta "
                "letters. No word changes. Undo takes all of it back in one step.",
                fixes=count(number, "fix", "fixes"),
                rows=count(len(fixes), "row", "rows"),
            ),
            accept=tr("Apply {number}", number=number),
            parent=parent,
        )
        content = QWidget(self)
        grid = QGridLayout(content)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for at, fix in enumerate(fixes[:_SHOWN]):
            place = QLabel(str(fix.position + 1), content)
            place.setProperty("kind", "muted")
            words = QLabel(content)
            words.setTextFormat(Qt.TextFormat.RichText)
            words.setWordWrap(True)
            words.setProperty("script", "hindi")
            words.setText(marked_up(*_visible(*_near(fix.before, fix.after)), colours))
            grid.addWidget(place, at, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            grid.addWidget(words, at, 1)
        if len(fixes) > _SHOWN:
            grid.addWidget(QLabel(tr("and {more} more rows", more=len(fixes) - _SHOWN), content), _SHOWN, 1)
        grid.setRowStretch(min(len(fixes), _SHOWN) + 1, 1)
        self.body.addWidget(scrolled(content))
        self.resize(640, min(560, 230 + 44 * min(len(fixes), 8)))


def _near(before: str, after: str) -> tuple[str, str]:
    """The changed part of two texts with some words around it."""
    start = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
    end = next(
        (n for n, (a, b) in enumerate(zip(reversed(before), reversed(after), strict=False)) if a != b), 0
    )
    left = max(0, start - _AROUND)
    left = before.rfind(" ", 0, left) + 1 if left else 0
    cut = max(0, end - _AROUND)
    lead, tail = ("… " if left else ""), (" …" if cut else "")
    return tuple(lead + text[left : len(text) - cut] + tail for text in (before, after))  # type: ignore[return-value]


def _visible(before: str, after: str) -> tuple[str, str]:
    """Signs in place of what cannot be seen."""
    return before.translate(_SIGNS), after.translate(_SIGNS)


_SIGNS = {
    0x00A0: "⍽",
    0x200B: "⟨ZWSP⟩",
    0x200C: "⟨ZWNJ⟩",
    0x200D: "⟨ZWJ⟩",
    0x2060: "⟨WJ⟩",
    0xFEFF: "⟨BOM⟩",
    0x00AD: "⟨SHY⟩",
    0x200E: "⟨LRM⟩",
    0x200F: "⟨RLM⟩",
    0x0009: "⇥",
}

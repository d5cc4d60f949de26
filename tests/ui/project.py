"""Small projects, opened at a desk."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QDialog

from reviewer.domain.draft import DocumentDraft, SegmentDraft
from reviewer.domain.flag import Flag, Severity
from reviewer.domain.span import Range, Side, Span
from reviewer.review.placement import placed
from reviewer.review.session import Session
from reviewer.ui.grid.model import Column
from tests.journeys.driver import Editor

D = TypeVar("D", bound=QDialog)

HINDI = (
    "सरकार ने कल नई योजना घोषित की।",
    "किसानों को इससे बड़ा लाभ मिलेगा।",
    "विपक्ष ने इस पर सवाल उठाए।",
)
ENGLISH = (
    "The government announced a new scheme yesterday.",
    "Farmers will benefit greatly from it.",
    "The opposition raised questions about it.",
)


def draft_of(*received: str, sources: tuple[str, ...] = (), title: str = "लेख") -> DocumentDraft:
    """A document of these sentences, the first ones with English beside them."""
    return DocumentDraft(
        title=title,
        segments=tuple(
            SegmentDraft(received=text, paragraph=n, source=sources[n] if n < len(sources) else None)
            for n, text in enumerate(received)
        ),
    )


def begin(
    editor: Editor, folder: Path, *received: str, sources: tuple[str, ...] = (), name: str = "project"
) -> Session:
    """Open a new project with one document at the editor's desk."""
    session = Session.create(folder / f"{name}.review", user="editor")
    session.add_document(draft_of(*(received or HINDI), sources=sources))
    editor.window.desk.attach(session)
    return session


def flag_words(
    editor: Editor,
    words: str,
    *,
    severity: Severity = Severity.MINOR,
    kind: str = "accuracy/mistranslation",
    suggestion: str | None = None,
    side: Side = Side.RECEIVED,
) -> Flag:
    """Flag words of the current segment in the project itself, and make the flag current."""
    at = editor.segment.text(side).index(words)
    span = Span.single(side, at, at + len(words))
    flag = editor.session.add_flag(editor.segment.id, [span], kind, severity, suggestion=suggestion)
    editor.window.desk.choose_flag(flag.id)
    return flag


def focus_name(editor: Editor) -> str:
    """The name of the widget that the keys go to."""
    focused = editor.window.focusWidget()
    return focused.objectName() if focused else ""


def a_file(folder: Path, name: str, text: str | bytes) -> Path:
    """A file of this content."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def an_article(folder: Path, name: str = "article.txt") -> Path:
    """A Hindi article."""
    return a_file(folder, name, "\n".join(HINDI))


def shown(editor: Editor, kind: type[D]) -> D:
    """Wait for a dialog of this kind."""
    editor.qtbot.waitUntil(lambda: any(d.isVisible() for d in editor.window.findChildren(kind)))
    return next(d for d in editor.window.findChildren(kind) if d.isVisible())


def words_of(editor: Editor) -> str:
    """The words of the final text that the current flag lies on."""
    span = placed(editor.flag, editor.segment).span_on_final
    return span.quote(editor.segment.final) if span else ""


def caret_after(editor: Editor, words: str, column: Column = Column.HINDI) -> None:
    """Put the caret behind words of a text."""
    pane = editor.window.grid.open_row.panes[column]
    at = pane.text().index(words) + len(words)
    pane.select(Range(at, at))


def select_in(editor: Editor, words: str, column: Column) -> None:
    """Select words of one of the row's texts and send the keys there."""
    editor.window.grid.open_row.activate(column)
    pane = editor.window.grid.open_row.panes[column]
    at = pane.text().index(words)
    pane.select(Range(at, at + len(words)))

"""The annotated review on paper: marks with numbers, edits shown, and the errors below each segment.

For people, not to be read again. It shows what the annotated web page shows, on pages.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import regex

from reviewer.domain.flag import Resolution
from reviewer.domain.score import ScoreCard
from reviewer.domain.segment import Role
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.formats.html_view import DocumentView, FlagView, Item, SegmentView, TextView, document_view
from reviewer.formats.record import as_project
from reviewer.formats.visible import visible
from reviewer.text.atomic import replacing
from reviewer.text.typeset import typeset

_INKS: Final = {
    "text": "#1f2328",
    "muted": "#5b626c",
    "hairline": "#e4e0d9",
    "panel": "#f9f8f6",
    "done": "#1e7145",
    "neutral": "#646b75",
    "minor": "#8a6100",
    "major": "#b8430f",
    "critical": "#a3143d",
}
_UNBROKEN: Final = regex.compile(r"[!-~]{40}(?=[!-~])")
_OVERRIDE: Final = regex.compile("[\u202a-\u202e\u2066-\u2069]")
_LONGEST_TITLE: Final = 160
_Data = Mapping[str, object]


def write(
    review: ProjectReview | DocumentReview,
    path: Path,
    *,
    score: ScoreCard | None = None,
    settled: Collection[int] = (),
    made: str = "",
) -> None:
    """Write the pages; `made` (ISO 8601) dates them, without it they bear no date.

    `settled` holds the ids of flags that the edits have dealt with, beside those resolved by hand.
    """
    project = as_project(review)
    resolved = {
        flag.id
        for entry in project.documents
        for flag in entry.flags
        if flag.resolution is Resolution.RESOLVED
    }
    views = [
        document_view(entry, number, score, resolved.union(settled))
        for number, entry in enumerate(project.documents, start=1)
    ]
    moment = datetime.fromisoformat(made) if made else datetime.fromtimestamp(0, UTC)
    data = {
        "inks": _INKS,
        "title": _shown(", ".join(view.title for view in views))[:_LONGEST_TITLE],
        "foot": f"Annotated review, {moment:%Y-%m-%d %H:%M} UTC" if made else "Annotated review",
        "documents": [_document(view) for view in views],
    }
    pages = typeset("review.typ", data, moment)
    with replacing(path) as file:
        file.write(pages)


def _document(view: DocumentView) -> _Data:
    return {
        "title": _shown(view.title),
        "summary": [[label, _broken(value)] for label, value in view.summary],
        "segments": [_segment(each) for each in view.segments],
    }


def _segment(view: SegmentView) -> _Data:
    role = view.segment.role
    facts = [*([] if role is Role.BODY else [role.value]), view.segment.state.value, *view.judgements]
    return {
        "number": view.number,
        "facts": [_broken(each) for each in facts],
        "english": [_text(each) for each in view.english],
        "hindi": _text(view.hindi),
        "flags": [_flag(each) for each in view.flags],
    }


def _text(view: TextView) -> _Data:
    return {
        "name": view.name,
        "language": "hi" if view.language.startswith("hi") else "en",
        "is-hindi": view.name == "Hindi",
        "items": [_item(each) for each in view.items],
    }


def _item(item: Item) -> _Data:
    flag = item.flags[0] if item.is_number else None
    return {
        "text": _broken(item.text),
        "kind": item.kind.value,
        "lines": [{"severity": mark.severity.value, "lane": mark.lane} for mark in item.marks],
        "number": flag.number if flag else None,
        "severity": flag.severity.value if flag else None,
    }


def _flag(view: FlagView) -> _Data:
    return {
        "number": view.number,
        "severity": view.severity.value,
        "level": view.severity.value.capitalize(),
        "title": _broken(view.title),
        "quote": _broken(view.quote),
        "proposal": _broken(view.proposal),
        "is-deletion": view.is_deletion,
        "comment": _broken(view.comment),
        "notes": _broken(_joined(view.notes)),
    }


def _joined(notes: Sequence[str]) -> str:
    return " · ".join(notes)


def _shown(text: str) -> str:
    """Show what must not act on a page: control characters, and turned writing directions."""
    return _OVERRIDE.sub("\ufffd", visible(text))


def _broken(text: str) -> str:
    """Let long runs of Latin letters be broken; Hindi is left as it is."""
    return _UNBROKEN.sub(lambda run: run[0] + "\u200b", _shown(text))

"""The annotated review as one web page that needs nothing else and carries the review itself."""

import json
import re
from collections.abc import Collection, Iterator
from pathlib import Path

import jinja2

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Resolution
from reviewer.domain.score import ScoreCard
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.formats.assembly import review_from
from reviewer.formats.html_view import document_view
from reviewer.formats.jsonl import loads
from reviewer.formats.record import as_project, records
from reviewer.resources import resource
from reviewer.text.atomic import encoded, replacing

_GENERATOR = '<meta name="generator" content="Reviewer annotated review">'
_OPENING = '<script type="application/x-ndjson" id="reviewer-data">'
_DATA = re.compile(re.escape(_OPENING) + "\n(.*?)</script>", re.DOTALL)


def write(
    review: ProjectReview | DocumentReview,
    path: Path,
    *,
    score: ScoreCard | None = None,
    settled: Collection[int] = (),
) -> None:
    """Write the page; `read` gives back an equal review.

    `settled` holds the ids of flags that the edits have dealt with, beside those resolved by hand.
    """
    project = as_project(review)
    resolved = {
        flag.id
        for entry in project.documents
        for flag in entry.flags
        if flag.resolution is Resolution.RESOLVED
    }
    views = (
        document_view(entry, number, score, resolved.union(settled))
        for number, entry in enumerate(project.documents, start=1)
    )
    page = _template().stream(
        title=", ".join(entry.document.title for entry in project.documents),
        documents=views,
        style=resource("templates", "review.css").read_text(encoding="utf-8"),
        generator=_GENERATOR,
        opening=_OPENING,
        lines=map(_line, records(project)),
    )
    with replacing(path) as file:
        for part in page:
            file.write(encoded(part, path))


def read(path: Path) -> ProjectReview:
    """Read the review that a page written here carries; raise ReviewerError where there is none."""
    try:
        found = _DATA.search(path.read_bytes().decode("utf-8"))
    except OSError as error:
        raise ReviewerError(f"cannot be read: {(error.strerror or '').lower()}", file=path.name) from error
    except UnicodeDecodeError as error:
        raise ReviewerError("the page is not UTF-8 text", file=path.name) from error
    if found is None:
        raise ReviewerError(
            "the page carries no review", file=path.name, remedy="Open it as an article instead."
        )
    return review_from(_parsed(found[1], path.name), path.name)


def is_own(first_bytes: bytes) -> bool:
    """Whether a page that begins with these bytes was written here."""
    return _GENERATOR.encode() in first_bytes


def _line(record: dict[str, object]) -> str:
    """One record; `<` stands only in strings, where its escape means the same and closes no element."""
    return json.dumps(record, ensure_ascii=False).replace("<", "\\u003c")


def _parsed(block: str, file: str) -> Iterator[tuple[str, object]]:
    for number, line in enumerate(block.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield f"record {number}", loads(line)
        except ValueError as error:
            raise ReviewerError(str(error), file=file, place=f"record {number}") from error


def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=True,
        loader=jinja2.FileSystemLoader(resource("templates")),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    return environment.get_template("review.html.j2")

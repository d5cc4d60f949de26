"""The final Hindi alone: a paragraph a line, an empty line between documents."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from reviewer.domain.segment import Segment
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.formats.record import as_project
from reviewer.text.atomic import write_text


def write(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write the final texts as UTF-8."""
    articles = (
        "".join(f"{line}\n" for line in paragraphs(entry.segments)) for entry in as_project(review).documents
    )
    write_text(path, "\n".join(articles))


def paragraphs(segments: tuple[Segment, ...]) -> Iterator[str]:
    """Yield each paragraph's final text: its segments joined by a space, line breaks as spaces."""
    for _, members in groupby(segments, key=lambda segment: segment.paragraph):
        parts = (" ".join(segment.final.splitlines()).strip() for segment in members)
        if line := " ".join(part for part in parts if part):
            yield line

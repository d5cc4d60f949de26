"""MQM annotations as tables of WMT (google/wmt-mqm-human-evaluation): one row an error."""

from collections.abc import Iterator
from pathlib import Path

from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.domain.span import Side
from reviewer.formats.category import category_of
from reviewer.formats.mqm_table import NO_ERROR, marked, names_of, read_table
from reviewer.formats.opinion import Judged, judged
from reviewer.formats.picture import ESCAPE, shown
from reviewer.text.atomic import encoded, replacing

# fmt: off
_COLUMNS = (
    "system", "doc", "doc_id", "seg_id", "rater", "source", "target", "category", "severity", "comment",
)
# fmt: on


def is_own(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a table of MQM annotations with its header."""
    names = names_of(head)
    return bool(names) and b"docsegid" not in names


def read(path: Path) -> ProjectReview:
    """Read a table, also one of Marot; raise ReviewerError with the line where a row is broken."""
    return read_table(path)


def write(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write a row for each error, and `No-error` for each judge who found none in a segment.

    The table holds received texts, places, types under the names of WMT, severities, comments and who
    said so. It has no room for segments that nobody has judged, final texts, suggestions, times,
    references, languages, scores on a scale, and places in a back-translation.
    """
    with replacing(path) as file:
        file.write(encoded("\t".join(_COLUMNS) + "\n", path))
        for line in judged(review, first=1):
            for cells in _rows(line):
                file.write(encoded("\t".join(cells) + "\n", path))


def _rows(line: Judged) -> Iterator[tuple[str, ...]]:
    segment = line.segment
    lead = (shown(line.document.system), shown(line.name), *map(shown, line.numbers))
    for flag in line.flags:
        source = marked(segment.source or "", flag.span(Side.SOURCE))
        target = marked(segment.received, flag.span(Side.RECEIVED))
        kind = (shown(category_of(flag.type)), flag.severity.value.capitalize())
        yield (*lead, shown(flag.author), source, target, *kind, _comment(flag.comment))
    texts = (marked(segment.source or "", None), marked(segment.received, None))
    for opinion in line.opinions:
        if not opinion.flags:
            yield (*lead, shown(opinion.judge), *texts, NO_ERROR, NO_ERROR, "")


def _comment(text: str) -> str:
    """Write a comment so that one in braces is not taken for metadata."""
    return f"{ESCAPE}{shown(text)}" if text.startswith("{") else shown(text)

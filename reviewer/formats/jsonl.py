"""The project's own lossless JSON lines; the layout is documented in `resources/docs/jsonl.md`."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from reviewer.domain.error import ReviewerError
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.formats.assembly import review_from
from reviewer.formats.field import RecordError
from reviewer.formats.record import records
from reviewer.text.atomic import encoded, replacing

_HALF = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")


def write(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write the review, one record a line; `read` gives back an equal one."""
    with replacing(path) as file:
        for record in records(review):
            file.write(encoded(json.dumps(record, ensure_ascii=False) + "\n", path))


def read(path: Path) -> ProjectReview:
    """Read a review; raise ReviewerError with the line number where a line is broken or newer."""
    try:
        with path.open("rb") as file:
            return review_from(_parsed(file, path.name), path.name)
    except OSError as error:
        raise ReviewerError(f"cannot be read: {(error.strerror or '').lower()}", file=path.name) from error


def is_own(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a review of this format."""
    line = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0]
    return line.startswith(b"{") and b'"format"' in line and b'"reviewer"' in line


def loads(line: str | bytes) -> object:
    """Parse one record; raise RecordError with a plain reason."""
    try:
        found: object = json.loads(line)
        if _has_halves(line):
            json.dumps(found, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        raise RecordError("the line holds half a character (a surrogate without its other half)") from None
    except UnicodeDecodeError:
        raise RecordError("the line is not UTF-8 text") from None
    except RecursionError:
        raise RecordError("the line is nested too deeply") from None
    except json.JSONDecodeError as error:
        raise RecordError(f"the line is not JSON ({error.msg} at column {error.colno})") from None
    except ValueError:
        raise RecordError("the line holds a number that is too long") from None
    return found


def _has_halves(line: str | bytes) -> bool:
    """Whether a record spells out letters beyond the first 65,536, of which one half may be missing."""
    return _HALF.search(line if isinstance(line, str) else line.decode("latin-1")) is not None


def _parsed(lines: Iterable[bytes], file: str) -> Iterator[tuple[str, object]]:
    for number, line in enumerate(lines, start=1):
        text = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if not text.strip():
            continue
        try:
            yield f"line {number}", loads(text)
        except RecordError as error:
            raise ReviewerError(str(error), file=file, place=f"line {number}") from error

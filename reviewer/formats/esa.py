"""What ESA annotations have in common, whatever file they come in: scores and places of errors.

Places are counted in UTF-16 code units, the last one included; `missing` stands for an omission.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime

from reviewer.domain.flag import Severity
from reviewer.domain.span import Side
from reviewer.formats.annotation import Mistake
from reviewer.formats.field import RecordError
from reviewer.text.offset import from_utf16, to_utf16

_SEVERITIES = {
    "minor": Severity.MINOR,
    "major": Severity.MAJOR,
    "critical": Severity.CRITICAL,
    "neutral": Severity.NEUTRAL,
    "undecided": Severity.NEUTRAL,
}
_LANGUAGES = {"eng": "en", "hin": "hi", "deu": "de", "ces": "cs", "zho": "zh", "jpn": "ja", "rus": "ru"} | {
    "ukr": "uk",
    "spa": "es",
    "isl": "is",
    "fra": "fr",
    "ben": "bn",
    "tam": "ta",
    "tel": "te",
    "mar": "mr",
    "guj": "gu",
    "urd": "ur",
}
_CONTROL = ("#bad", "#dup", "#incomplete", "-tutorial")


def is_control(kind: str, *names: str) -> bool:
    """Whether a row tests or trains the judge, or belongs to a task that was not finished."""
    return kind == "BAD" or any(mark in name for name in names for mark in _CONTROL)


def language(code: str) -> str:
    """Return the usual two letters of a language with three, without its country."""
    plain = code.strip().lower().replace("_", "-").partition("-")[0]
    return _LANGUAGES.get(plain, plain)


def score_of(value: object) -> float | None:
    """Read a score from 0 to 100, absent where nobody has judged; raise RecordError for anything else."""
    if value is None or value == "":
        return None
    try:
        number = float(str(value))
    except ValueError:
        raise RecordError(f"the score is {value!r}, not a number") from None
    if not 0 <= number <= 100:
        raise RecordError(f"the score is {value}, not a number from 0 to 100")
    return number


def time_of(value: object) -> str:
    """Read seconds since 1970, empty where there are none."""
    try:
        return datetime.fromtimestamp(float(str(value)), UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return ""


def mistakes_of(value: object, text: str, created: str) -> tuple[Mistake, ...]:
    """Read error spans, as a list or as JSON of one; raise RecordError where they are neither."""
    if isinstance(value, str):
        try:
            value = json.loads(value or "[]")
        except (ValueError, RecursionError):
            raise RecordError("the error spans are not JSON") from None
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise RecordError("the error spans are not a list of records")
    return tuple(_mistake(item, text, created) for item in value)


def _mistake(span: Mapping[str, object], text: str, created: str) -> Mistake:
    severity = str(span.get("severity") or "undecided").strip().lower()
    if severity not in _SEVERITIES:
        raise RecordError(f"there is no severity {severity!r}")
    kind = span.get("error_type") or span.get("category")
    start, end = span.get("start_i"), span.get("end_i")
    is_omission = "missing" in {start, end}
    ranges: tuple[tuple[int, int], ...] = ()
    if isinstance(start, int) and isinstance(end, int) and 0 <= start <= end < to_utf16(text, len(text)):
        last = from_utf16(text, end)
        ranges = ((from_utf16(text, start), last + 1),)
    return Mistake(
        severity=_SEVERITIES[severity],
        type="-".join(str(kind).lower().split()) if kind else "accuracy/omission" if is_omission else "",
        side=Side.RECEIVED,
        text=text,
        ranges=ranges,
        is_lost=not ranges and not is_omission,
        created=created,
    )

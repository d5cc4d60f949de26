"""The metadata of Marot 2: notes, times, tokens, references and places counted in tokens."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import accumulate

Pairs = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What the metadata of one row says; tokens, reference and languages hold for its whole segment."""

    note: str = ""
    created: str = ""
    source_spans: Pairs = ()
    """First and last token, both included."""
    target_spans: Pairs = ()
    source_tokens: tuple[str, ...] = ()
    target_tokens: tuple[str, ...] = ()
    reference: str | None = None
    languages: tuple[str, str] | None = None

    def or_else(self, other: "Details") -> "Details":
        """What is known of a segment from this row or another."""
        return Details(
            source_tokens=self.source_tokens or other.source_tokens,
            target_tokens=self.target_tokens or other.target_tokens,
            reference=self.reference or other.reference,
            languages=self.languages or other.languages,
        )


def details(cell: str) -> Details:
    """Read a row's last cell; what is no JSON object is a note, as in older files."""
    text = cell.strip()
    if not text.startswith("{"):
        return Details(note=text)
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        return Details(note=text)
    segment, evaluation = _mapping(values.get("segment")), _mapping(values.get("evaluation"))
    languages = [evaluation.get(name) for name in ("source_language", "target_language")]
    return Details(
        note=_text(values.get("note")),
        created=_time(values.get("timestamp")),
        source_spans=_pairs(values.get("source_spans")),
        target_spans=_pairs(values.get("target_spans")),
        source_tokens=_texts(segment.get("source_tokens")),
        target_tokens=_texts(segment.get("target_tokens")),
        reference=_reference(segment),
        languages=(str(languages[0]), str(languages[1])) if all(languages) else None,
    )


def token_ranges(spans: Pairs, tokens: Sequence[str], text: str) -> Pairs:
    """Return places counted in tokens as half-open ranges of code points.

    Nothing where the tokens do not make up the text, or are not as many.
    """
    if not spans or "".join(tokens) != text or any(last >= len(tokens) for _, last in spans):
        return ()
    borders = [0, *accumulate(map(len, tokens))]
    return tuple((borders[first], borders[last + 1]) for first, last in spans)


def _reference(segment: Mapping[str, object]) -> str | None:
    primary = segment.get("primary_reference")
    if not isinstance(primary, str):
        return None
    tokens = _texts(_mapping(segment.get("reference_tokens")).get(primary))
    return "".join(tokens) or _text(_mapping(segment.get("references")).get(primary)) or None


def _time(value: object) -> str:
    """Read milliseconds since 1970."""
    try:
        stamp = datetime.fromtimestamp(float(str(value)) / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return ""
    return stamp.isoformat(timespec="seconds")


def _pairs(value: object) -> Pairs:
    found = []
    for item in value if isinstance(value, list) else ():
        match item:
            case [int() as first, int() as last] if 0 <= first <= last:
                found.append((first, last))
    return tuple(found)


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""

"""JSON lines of one segment each: objects whose keys name what they hold."""

import json

from reviewer.domain.error import ReviewerError
from reviewer.formats.delimited import Rows
from reviewer.formats.field import HALF_CHARACTER
from reviewer.formats.header import field_of

MAX_KEYS = 256


def read_rows(text: str, file: str) -> Rows:
    """The objects as rows under a first row of keys; nested values that no field needs are passed over."""
    records: list[dict[str, str]] = []
    numbers: list[int] = []
    keys: dict[str, None] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            record = _record(line, number, file)
            keys.update(dict.fromkeys(record))
            if len(keys) > MAX_KEYS:
                raise ReviewerError(f"the lines have more than {MAX_KEYS} different keys", file=file)
            records.append(record)
            numbers.append(number)
    cells = tuple(tuple(record.get(key, "") for key in keys) for record in records)
    return Rows((tuple(keys), *cells), (0, *numbers)) if records else Rows((), ())


def _record(line: str, number: int, file: str) -> dict[str, str]:
    place = f"line {number}"
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        detail = (
            error.msg if isinstance(error, json.JSONDecodeError) else "it is nested too deeply or too long"
        )
        raise ReviewerError(
            f"is not JSON ({detail})", file=file, place=place, remedy="Each line must be one object."
        ) from None
    if not isinstance(value, dict):
        raise ReviewerError(
            "is not a JSON object", file=file, place=place, remedy="Each line must be one object."
        )
    record: dict[str, str] = {}
    for key, cell in value.items():
        if isinstance(cell, dict | list):
            if field_of(key):
                raise ReviewerError(
                    f"{key!r} holds no text", file=file, place=place, remedy="Give it one text."
                )
        else:
            record[key] = "" if cell is None else str(cell)
            if HALF_CHARACTER.search(key + record[key]):
                raise ReviewerError(
                    "the text holds half a character (a lone surrogate)",
                    file=file,
                    place=place,
                    remedy="Delete that character, or save the file anew.",
                )
    return record

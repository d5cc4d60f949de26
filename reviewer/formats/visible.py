"""Texts made fit to be shown in XML and HTML, letter for letter."""

import re

from reviewer.domain.flag import Flag

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def visible(text: str) -> str:
    """Replace each character that XML forbids by U+FFFD; the length stays the same."""
    return _FORBIDDEN.sub("\ufffd", text)


def type_title(type_id: str) -> str:
    """Say an MQM type in words: `accuracy/under-translation` is "Accuracy: under translation"."""
    if not type_id:
        return "Not classified"
    dimension, _, kind = visible(type_id).replace("-", " ").partition("/")
    head = dimension[:1].upper() + dimension[1:]
    return f"{head}: {kind}" if kind else head


def proposal(flag: Flag) -> str:
    """Say what the flag proposes instead, if anything."""
    if flag.suggestion is None:
        return ""
    return visible(flag.suggestion) or "delete"

"""Scripts: which of the two languages a text is written in."""

from typing import Literal

import regex

_LETTER = regex.compile(r"\p{L}")
_DEVANAGARI = regex.compile(r"[\p{L}&&\p{Devanagari}]", regex.V1)
_LATIN = regex.compile(r"[\p{L}&&\p{Latin}]", regex.V1)


def devanagari_share(text: str) -> float:
    """Return the share of Devanagari among the letters, 0 to 1; 0 where there are none."""
    return _share(_DEVANAGARI, text)


def guess_language(text: str) -> Literal["hi", "en"] | None:
    """Return the language whose script most letters are in; absent where neither has the majority."""
    if devanagari_share(text) > 0.5:
        return "hi"
    return "en" if _share(_LATIN, text) > 0.5 else None


def _share(script: regex.Pattern[str], text: str) -> float:
    letters = len(_LETTER.findall(text))
    return len(script.findall(text)) / letters if letters else 0.0

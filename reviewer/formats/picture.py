"""Control characters in tables that know no quoting: each is written as its picture, and taken back.

A tab is `␉`, a line break `␊`: one character for one, so that places in the text stay where they are.
Pictures that stand in the text themselves get `␛` before them; no published annotation has any of them.
"""

import re

ESCAPE = "␛"
BLANK = "␣"
"""Stands for a blank in names that end at one."""
_PICTURES = {"\t": "␉", "\n": "␊", "\r": "␍", "\x00": "␀"}
_SHOWN = str.maketrans(_PICTURES | {sign: ESCAPE + sign for sign in (*_PICTURES.values(), BLANK, ESCAPE)})
_CONTROLS = {picture: control for control, picture in _PICTURES.items()} | {BLANK: " "}
_SPECIAL = re.compile("[\t\n\r\x00␀␉␊␍␣␛]")
_MARK = "\ufeff"
"""At the beginning of a file it says how that is encoded."""
_SPACE = re.compile(r"\s")
_HIDDEN = re.compile("␛(.)|[␀␉␊␍␣]", re.DOTALL)


def shown(text: str) -> str:
    """Write a text so that it fits into one cell of one line."""
    plain = text.translate(_SHOWN) if _SPECIAL.search(text) else text
    return ESCAPE + plain if plain.startswith(_MARK) else plain


def shown_name(name: str) -> str:
    """Write a name without any blank; all kinds of them come back as plain ones."""
    return _SPACE.sub(BLANK, shown(name))


def taken_back(text: str) -> str:
    """Read what `shown` or `shown_name` has written."""
    return _HIDDEN.sub(_control, text) if _HIDDEN.search(text) else text


def _control(match: re.Match[str]) -> str:
    return str(match[1] or _CONTROLS[match[0]])

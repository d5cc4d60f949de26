"""Tokens of Indic scripts: every punctuation mark on its own, numbers and dates whole."""

import re
from typing import Final

VERSION: Final = "0.92"
"""Of the indic-nlp-library whose `trivial_tokenize` gives the same tokens."""

_ASCII = "!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~"
"""Without the backslash, which that library leaves on its word."""
_INDIC = "\u0964\u0965\uaaf1\uaaf0\uabeb\uabec\uabed\uabee\uabef\u1c7e\u1c7f"
_MARK = re.compile(f"([{re.escape(_ASCII + _INDIC)}])")
_SPACES = re.compile(" +")
_NUMBER = re.compile(r"(?:[0-9]+ [,.:/] )+[0-9]+")


def split(text: str) -> str:
    """Return the text with a space around each mark, as indic-nlp-library's `trivial_tokenize` splits it.

    Numbers, dates and section numbers stay whole, but not at the beginning of a text: that library
    leaves them apart there.
    """
    apart = _SPACES.sub(" ", _MARK.sub(r" \1 ", text.replace("\t", " "))).strip(" ")
    return _NUMBER.sub(lambda found: found[0].replace(" ", "") if found.start() else found[0], apart)

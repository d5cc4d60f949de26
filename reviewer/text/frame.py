"""Reporting frames: the “…, he said” that belongs to a quotation before it."""

from typing import Literal

import regex

from reviewer.text.lexicon import word_list

_TOKEN = regex.compile(r"(?P<open>[“‘\"'«(]*)(?P<word>[^\s।॥?!.,;:”’\"'»)]*+)(?P<mark>\S*)")
_REACH = 8


def is_reporting_frame(text: str, language: Literal["hi", "en"]) -> bool:
    """Return whether the text begins with who said the quotation just closed, and opens no new one."""
    tokens = [match for chunk in text.split(None, _REACH + 1) if (match := _TOKEN.match(chunk))]
    if not tokens or tokens[0]["word"] in word_list("new step", language):
        return False
    for place, token in enumerate(tokens[:_REACH]):
        if token["open"]:
            return False
        if token["word"] in word_list("said", language):
            return _ends_clause(tokens[place:], language)
        if token["mark"]:
            return False
    return False


def _ends_clause(tokens: list[regex.Match[str]], language: Literal["hi", "en"]) -> bool:
    """Whether the clause ends with the verb at the head of the tokens, but for its auxiliaries."""
    verb, *rest = tokens
    while not verb["mark"] and rest and rest[0]["word"] in word_list("auxiliary"):
        verb, *rest = rest
    if not rest:
        return not verb["mark"].startswith((":", ","))
    if verb["mark"]:
        return verb["mark"][0] != ":" and not (verb["mark"] == "," and rest[0]["open"])
    return rest[0]["word"] in word_list("goes on", language)

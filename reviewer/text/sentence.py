"""Sentences of Hindi and English running text."""

from functools import lru_cache
from string import ascii_letters
from typing import Literal

import regex

from reviewer.domain.span import Range
from reviewer.text import cluster
from reviewer.text.frame import is_reporting_frame
from reviewer.text.lexicon import alternatives, rows, word_list
from reviewer.text.word import word_count

Language = Literal["hi", "en"]

_LINE = regex.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_LETTER = regex.compile(r"[\p{L}\p{N}]")
# The look-behind starts a run of marks only at its first one: without it a run of n marks costs n².
_END = regex.compile(
    r"""(?<![।॥?!….|])
        (?P<marks>(?:[।॥?!….]|(?<=[\u0900-\u0963\u0970-\u097f])\|)[।॥?!….|]*+)
        (?P<closers>[”’"'»)\]“‘]*+)(?=\s|$)
        (?:[ \u00a0](?P<late>[”’»]+)(?=\s|$))?""",
    regex.VERBOSE,
)
_NEXT = regex.compile(r"\s*+(?P<token>\S{1,40})")
_LIST_MARK = regex.compile(r"\s*[(\[]?(?:[0-9०-९]{1,3}|[A-Za-z]|[ivxIVX]{1,5}|[क-ह])[)\]]?")
_OPENERS = "“‘\"'«([–—-"
_QUOTES = frozenset("”’\"'»“‘")
_LONG_QUOTE = 60
_REACH = 1_000

# Besides being a letter's name, this is "came", which often ends a sentence.
_CAME = "आई"


def split(text: str, language: Language) -> tuple[Range, ...]:
    """Return the sentences in order, without the space around them; a line end always ends one."""
    found: list[Range] = []
    for line in _LINE.finditer(text):
        found += (piece.shifted(line.start()) for piece in _split_line(line.group(), language))
    return tuple(found)


def _split_line(line: str, language: Language) -> list[Range]:
    """Cut at each end mark; a piece without a letter or digit joins the sentence before it."""
    is_cased = any(map(str.isupper, line))
    pieces: list[Range] = []
    start = scanned = 0
    has_word = False
    for end in _END.finditer(line):
        has_word = has_word or _LETTER.search(line, scanned, end.start()) is not None
        scanned = end.end()
        if has_word and not _is_break(line, start, end, language, is_cased=is_cased):
            continue
        if has_word:
            pieces.append(_trimmed(line, start, end.end()))
        elif pieces:
            pieces[-1] = Range(pieces[-1].start, end.end())
        else:
            continue
        start, has_word = end.end(), False
    rest = _trimmed(line, start, len(line))
    if rest.is_empty:
        return pieces
    if pieces and not _LETTER.search(line, start):
        return [*pieces[:-1], Range(pieces[-1].start, rest.end)]
    return [*pieces, rest]


def _trimmed(line: str, start: int, end: int) -> Range:
    piece = line[start:end]
    left = len(piece) - len(piece.lstrip())
    return Range(start + left, start + max(left, len(piece.rstrip())))


def _is_break(line: str, start: int, end: regex.Match[str], language: Language, *, is_cased: bool) -> bool:
    after = _NEXT.match(line, end.end())
    if after is None:
        return True
    follower, marks = after["token"].lstrip(_OPENERS), end["marks"]
    is_quoted = not _QUOTES.isdisjoint(end["closers"]) or end["late"] is not None
    if (
        (language == "hi" and _is_governed(follower, marks, is_quoted=is_quoted))
        or (language == "en" and is_cased and follower[:1].islower())
        or (")" in end["closers"] and _is_aside(line, start, end.start()))
        or (is_quoted and _is_framed(line, start, end, language))
    ):
        return False
    if marks == ".":
        return not _is_abbreviation(line, start, end.start(), follower, language)
    return bool(marks.strip(".")) or is_quoted


def _is_governed(follower: str, marks: str, *, is_quoted: bool) -> bool:
    """Whether a postposition follows, which cannot begin a sentence: “…!” का, Yahoo! ने."""
    if not is_quoted and ("।" in marks or "॥" in marks or follower == "पर"):
        return False
    return follower.rstrip("।,.?!”’") in word_list("postposition")


def _is_aside(line: str, start: int, end: int) -> bool:
    """Whether the bracket closed here was opened in the middle of the sentence."""
    opener = line.rfind("(", max(start, end - 400), end)
    return opener > start and _LETTER.search(line, start, opener) is not None


def _is_framed(line: str, start: int, end: regex.Match[str], language: Language) -> bool:
    """Whether “…।” is followed by who said it, and nothing introduced the quote before."""
    if end.end() - start > _REACH or (language == "en" and not {"?", "!"} & set(end["marks"])):
        return False
    opener = max(line.rfind(quote, start, end.start()) for quote in '“‘"«')
    if opener > start and line[start:opener].strip():
        return False
    if not is_reporting_frame(line[end.end() : end.end() + 200], language):
        return False
    return word_count(line[start : end.end()]) <= _LONG_QUOTE


def _is_abbreviation(line: str, start: int, dot: int, after: str, language: Language) -> bool:
    if dot - start <= 12 and _LIST_MARK.fullmatch(line, start, dot):
        return True
    before = line[max(start, dot - 24) : dot].split()
    token = before[-1].lstrip(_OPENERS) if before and line[dot - 1].strip() else ""
    if language == "hi":
        return _is_hindi_abbreviation(token, before[-2] if len(before) > 1 else "", after)
    return _is_english_abbreviation(token, after)


def _is_hindi_abbreviation(token: str, before: str, after: str) -> bool:
    if token == _CAME:
        return _is_letter_name(before.rstrip(".")) or _is_letter_name(after.partition(".")[0])
    if f"{token}." in _abbreviations() or _is_letter_name(token) or _is_dotted(token):
        return True
    return len(token) == 1 and ((token.isascii() and token.isupper()) or "\u0904" <= token <= "\u0939")


def _is_english_abbreviation(token: str, after: str) -> bool:
    kind = _abbreviations().get(f"{token}.")
    if kind is None and not (_is_dotted(token) or (len(token) == 1 and token.isupper())):
        return False
    word = after[: len(after) - len(after.lstrip(ascii_letters))]
    if kind == "before a number":
        return after[:1].isdigit()
    if token in {"a.m", "p.m"}:
        return not word or word.isupper() or word in word_list("after time")
    may_be_initial = kind == "before a name" or len(token) == 1
    return word not in word_list("starter") or (may_be_initial and word in {"A", "I"})


def _is_dotted(token: str) -> bool:
    """Whether this is U.S, भा.ज.पा or the like: short parts with points between them."""
    parts = token.split(".")
    return len(parts) > 1 and all(
        len(part) == 1 if part.isascii() else cluster.count(part) <= 2 and part[:1].isalpha()
        for part in parts
    )


def _is_letter_name(token: str) -> bool:
    return token in _letter_names()


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, str]:
    """Abbreviations with their points, and what they stand before."""
    return {row["abbrev_with_dot"]: row["note"] for row in rows("abbreviations")}


@lru_cache(maxsize=1)
def _letter_names() -> frozenset[str]:
    names = (row["hindi_accepted"] for row in rows("acronyms") if row["type"] == "letter name")
    return frozenset(name for cell in names for name in alternatives(cell))

"""Search keys: spellings that an editor takes for the same word have the same one."""

from dataclasses import dataclass
from functools import lru_cache

import regex

from reviewer.domain.span import Range
from reviewer.text import cluster
from reviewer.text.offset import OffsetMap, normalise_nfc
from reviewer.text.sound import sounding

_DROPPED = "\u093c\u200b\u200c\u200d\u2060\ufeff\u00ad"
_JOINERS = "[\u093c\u200c\u200d]*"
_SINGLE = {
    **dict.fromkeys(_DROPPED, ""),
    "ँ": "ं",
    "\u00a0": " ",
    "\u202f": " ",
    **dict(zip("०१२३४५६७८९", "0123456789", strict=True)),
    **dict.fromkeys("‘’‚‛", "'"),
    **dict.fromkeys("“”„‟", '"'),
}
_LOOSE = {"ी": "ि", "ई": "इ", "ू": "ु", "ऊ": "उ", "श": "स", "ष": "स", "ॉ": "ा", "ऑ": "आ"}
_FINALS = {"ये": "ए", "यी": "ई"}
_LOOSE_FINALS = {"ये": "ए", "यी": "इ"}
_ENDS_WORD = r"(?![\p{L}\p{M}\u200c\u200d])"
_NASAL = "|".join(
    f"{nasal}{_JOINERS}्{_JOINERS}(?=[{stops}])"
    for nasal, stops in [
        ("ङ", "कखगघ"),
        ("ञ", "चछजझ"),
        ("ण", "टठडढ"),
        ("न", "तथदध"),
        ("म", "पफबभ"),
    ]
)


def _pattern(single: dict[str, str], more: str = "") -> regex.Pattern[str]:
    # A final ये after a letter is the glide of गये; a word ये of its own is a pronoun.
    finals = rf"(?<=[\p{{L}}\p{{M}}\u200d])(?P<final>ये|यी)(?=[ंँ]?{_ENDS_WORD})"
    return regex.compile(
        rf"(?P<nasal>{_NASAL})|{finals}{more}|(?P<single>[{''.join(single)}])|(?P<upper>\p{{Lu}})"
    )


_STRICT_PATTERN = _pattern(_SINGLE)
_LOOSE_SINGLE = _SINGLE | _LOOSE
_LOOSE_PATTERN = _pattern(_LOOSE_SINGLE, rf"|(?P<halant>्){_ENDS_WORD}")


@dataclass(frozen=True, slots=True)
class Folded:
    """A search key and the way back to the text."""

    text: str
    map: OffsetMap


@lru_cache(maxsize=16_384)
def fold(text: str, loose: bool = False) -> Folded:
    """Return the search key of a text.

    Nukta, joiners and soft hyphens are dropped; nasals before their own stops, digits, quotes,
    blanks, case and the finals of गये and गए are unified. `loose` unifies short and long i and u,
    the sibilants, candra o and a, and drops a final halant too.
    """
    working, to_working = normalise_nfc(text)
    pattern = _LOOSE_PATTERN if loose else _STRICT_PATTERN
    edits = [(*match.span(), _replacement(match, loose=loose)) for match in pattern.finditer(working)]
    if not edits:
        return Folded(working, to_working)
    pieces: list[str] = []
    at = 0
    for start, end, replacement in edits:
        pieces += (working[at:start], replacement)
        at = end
    return Folded("".join((*pieces, working[at:])), to_working.then(OffsetMap.of(edits)))


def _replacement(match: regex.Match[str], *, loose: bool) -> str:
    found = match.group()
    if match["nasal"]:
        return "ं"
    if match["final"]:
        return (_LOOSE_FINALS if loose else _FINALS)[found]
    if match["upper"]:
        return found.lower()
    return (_LOOSE_SINGLE if loose else _SINGLE).get(found, "")


def find(text: str, query: str, *, exact: bool = False, loose: bool = False) -> tuple[Range, ...]:
    """Return where the query stands in the text, apart from one another and as whole clusters.

    `exact` compares code points in NFC, so that पुतिन does not find पूतिन, nor क़लम कलम. `loose`
    also takes a Latin query as it sounds: `Putin` finds पुतिन.
    """
    if exact:
        (hay, offsets), (needle, _) = normalise_nfc(text), normalise_nfc(query)
    else:
        folded = fold(text, loose)
        hay, offsets, needle = folded.text, folded.map, fold(query, loose).text
    if not needle:
        return ()
    found = _occurrences(text, hay, offsets, needle)
    return found if exact or not loose or found or not needle.isascii() else sounding(text, query)


def _occurrences(text: str, hay: str, offsets: OffsetMap, needle: str) -> tuple[Range, ...]:
    found: list[Range] = []
    at = hay.find(needle)
    while at >= 0:
        piece = cluster.snap(text, offsets.range_to_origin(Range(at, at + len(needle))))
        if not found or piece.start >= found[-1].end:
            found.append(piece)
        at = hay.find(needle, at + len(needle))
    return tuple(found)

"""Dandas, stops, spaces, dashes and abbreviation marks."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import AFTER, BEFORE, WORD, Article, Lens
from reviewer.checks.repair import repaired
from reviewer.checks.usage import resolved
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.segment import Role
from reviewer.domain.span import Range
from reviewer.domain.style import FinalMark, Style
from reviewer.text.lexicon import rows

_DANDA, _STOP = Style(final_mark=FinalMark.DANDA), Style(final_mark=FinalMark.STOP)
_END = regex.compile(rf"(?P<word>{WORD}++)(?P<mark>[।.])?(?P<close>[”’\"')\]]*)\s*\Z")
_VERB = regex.compile(
    rf"{BEFORE}(?:है|हैं|था|थे|थी|थीं|हूँ|हूं|हो|गया|गए|गई|गये|गयी|किया|की|दिया|दी|लिया|ली|हुआ|हुए|हुई|रहा"
    r"|रहे|रही|चाहिए|कहा|बताया"
    rf"|{WORD}{{1,14}}(?:गा|गे|गी|ता|ते|ती))\Z"
)
_FEW = 6
"""Words: less is a heading or an item of a list."""


class FinalSign(Check):
    """A sentence without its danda, or with a full stop where the desk or the document writes a danda."""

    id, code, title = "punctuation.final-mark", "P01", "End of the sentence"
    tier, type, severity = Tier.WARNING, "linguistic/punctuation", Severity.MINOR
    uses = frozenset({Need.DOCUMENT})
    examples = (
        found("उन्होंने यह बात दिल्ली में पत्रकारों से कही.", ".", style=_DANDA, suggestion="।"),
        found("सरकार ने सोमवार को नई योजना की घोषणा की है", "", style=_DANDA),
        silent("उन्होंने यह बात दिल्ली में पत्रकारों से कही.", style=_STOP),
        silent("उन्होंने यह बात दिल्ली में पत्रकारों से कही।", style=_DANDA),
        silent("सरकार ने सोमवार को नई योजना की घोषणा की है", role=Role.HEADLINE, style=_DANDA),
        silent("उन्होंने यह बात दिल्ली में पत्रकारों से कही."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield the other mark at the end, or the place of a missing one."""
        if lens.role in {Role.HEADLINE, Role.CREDIT, Role.CAPTION}:
            return
        text = lens.target.text
        match = _END.search(text, max(0, len(text) - 120))
        if match is None:
            return
        wanted = article.fact(resolved).final_mark
        if wanted is None or sum(token.is_hindi for token in lens.target.tokens) < _FEW:
            return
        right = "।" if wanted is FinalMark.DANDA else "."
        if match["mark"] and match["mark"] != right:
            is_dotted = match["mark"] == "." and len(match["word"]) <= 2
            if not is_dotted:
                yield Hit(
                    target=Range(*match.span("mark")),
                    message=f"Sentences end with “{right}” here.",
                    suggestion=right,
                )
        elif not match["mark"] and not match["close"] and _VERB.search(match["word"]):
            place = match.end("word")
            theirs = lens.english.text.rstrip("”’\"') ")[-1:] if lens.english else ""
            if theirs and theirs not in ".!?":
                return
            yield Hit(
                target=Range(place, place),
                message="The sentence has no end mark.",
                suggestion=right,
                tier=Tier.WARNING if theirs else Tier.HINT,
            )


_SPACED = regex.compile(
    rf"(?<=[\p{{L}}\p{{M}}\p{{Nd}}”’)])(?P<blank>[ \u00a0]+)[।,?!](?!\S*[(){{}}\[\]=<>])"
    rf"|(?P<joined>[।]){WORD}"
)


class DandaSpacing(Check):
    """A blank before a danda, comma, question or exclamation mark, or none behind a danda."""

    id, code, title = "punctuation.danda-spacing", "P02", "Blank before or behind a mark"
    tier, type, severity = Tier.ERROR, "linguistic/punctuation", Severity.MINOR
    examples = (
        found("वह आया है ।", " ", suggestion=""),
        found("वह आया है।उन्होंने कहा।", "।", suggestion="। "),
        found("क्या वह आया ?", " ", suggestion=""),
        silent("वह आया है। उन्होंने कहा।"),
        silent("उन्होंने कहा, “हाँ।”"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield blanks that are too many or missing."""
        del article
        for number, match in enumerate(_SPACED.finditer(lens.target.text)):
            kind, right, message = (
                ("blank", "", "No blank before this mark.")
                if match["blank"]
                else ("joined", "। ", "A blank is missing behind the danda.")
            )
            # The first one tells; the others are there to be put right with it.
            tier = Tier.HINT if number else Tier.ERROR
            place = Range(*match.span(kind))
            yield Hit(target=place, message=message, suggestion=right, is_safe=True, tier=tier)


_PIPE = regex.compile(
    rf"(?<={WORD}[ ]?)(?P<pipe>\|{{1,2}})(?=\s|$|[”’\"'])"
    rf"|(?<={WORD})(?P<letter>[lI])(?=\s|$)|(?<={WORD})(?P<double>।।|॥)(?=\s|$)"
)


class PipeDanda(Check):
    """A pipe, l or I put for a danda, or a double danda in prose.

    People type it and engines do not, so it is a hint, put right with one key.
    """

    id, code, title = "punctuation.pipe-danda", "P03", "Pipe for danda"
    tier, type, severity = Tier.HINT, "linguistic/punctuation", Severity.MINOR
    examples = (
        found("वह आया है|", "|", suggestion="।"),
        found("वह आया है। वह गया।।", "।।", suggestion="।"),
        silent("वह आया है।"),
        silent("होम | देश | विदेश"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield what stands for a danda."""
        del article
        text = lens.target.text
        for match in _PIPE.finditer(text):
            if match["pipe"] and text[match.start() - 1] == " " and text.count("|") > 1:
                continue
            # A letter may belong to what follows; a double danda to verse.
            is_safe = match["pipe"] is not None and len(match.group()) == 1
            start = match.start()
            while start and text[start - 1] == " ":
                start -= 1
            yield Hit(
                target=Range(start, match.end()),
                message="A danda is meant here.",
                suggestion="।",
                is_safe=is_safe,
            )


@lru_cache(maxsize=1)
def _with_visarga() -> frozenset[str]:
    """Words that end in a visarga."""
    return frozenset(row["word"] for row in rows("visarga_words"))


_COLON_FOR = regex.compile(
    rf"{BEFORE}(?:अत|पुन|प्राय|प्रात|क्रमश|अंतत|मुख्यत|संभवत|मूलत|विशेषत|सामान्यत"
    r"|पूर्णत|वस्तुत):(?=\s)"
)
_VISARGA_END = regex.compile(rf"{BEFORE}{WORD}{{1,24}}ः(?=\s|$)")


class VisargaColon(Check):
    """A visarga put for a colon, or a colon for the visarga of अतः, पुनः, प्रायः."""

    id, code, title = "punctuation.visarga-colon", "P06", "Visarga and colon"
    tier, type, severity = Tier.ERROR, "linguistic/punctuation", Severity.MINOR
    examples = (
        found("मुख्य बातें ये हैंः तापमान बढ़ा है।", "हैंः", suggestion="हैं:"),
        found("अत: वह नहीं आया।", ":", suggestion="ः"),
        silent("अतः वह नहीं आया। प्रातः छः बजे।"),
        silent("मुख्य बातें ये हैं: तापमान बढ़ा है।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield each of them."""
        del article
        text = lens.target.text
        if "ः" in text:
            for match in _VISARGA_END.finditer(text):
                word = match.group()
                if word not in _with_visarga() and not word.endswith(("तः", "शः", "निः")):
                    at = match.end() - 1
                    yield repaired(lens.target, at, at + 1, ":", "This should be a colon.")
        if ":" in text:
            for match in _COLON_FOR.finditer(text):
                at = match.end() - 1
                yield repaired(lens.target, at, at + 1, "ः", "This should be a visarga.")


_DASH = regex.compile(
    rf"(?P<double>(?<=[\p{{L}}\p{{M}}\s])--(?=[\p{{L}}\p{{M}}\s]))"
    rf"|(?<={WORD})(?P<left> -)(?={WORD})|(?<={WORD})(?P<right>- )(?={WORD})"
    rf"|(?<={WORD})(?P<spaced> - )(?={WORD})"
)
_PAIRS = regex.compile(
    rf"{BEFORE}(?P<pair>(?:माता पिता|लेन देन|आर पार|दिन रात|सुख दुख|भाई बहन|पति पत्नी"
    rf"|खान पान|रहन सहन|हार जीत|आना जाना))(?=[ ।,]){AFTER}"
)


class HyphenDash(Check):
    """Two hyphens for a dash, a hyphen with a blank on one side, a pair of words without its hyphen."""

    id, code, title = "punctuation.hyphen-dash", "P08", "Hyphen and dash"
    tier, type, severity = Tier.HINT, "linguistic/punctuation", Severity.MINOR
    examples = (
        found("वह आया -- और चला गया।", "--", suggestion="–"),
        found("धीरे- धीरे चलो।", "- ", suggestion="-"),
        found("माता पिता आए।", "माता पिता", suggestion="माता-पिता"),
        silent("धीरे-धीरे चलो – रुको मत।"),
        silent("माता-पिता आए।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield them."""
        del article
        text = lens.target.text
        if "-" in text:
            for match in _DASH.finditer(text):
                kind = str(match.lastgroup)
                right = {"double": "–", "spaced": " – "}.get(kind, "-")
                yield Hit(
                    target=Range(*match.span()),
                    message="Hyphen and dash are confused here.",
                    suggestion=right,
                )
        for match in _PAIRS.finditer(text):
            yield Hit(
                target=Range(*match.span("pair")),
                message="Such pairs are written with a hyphen.",
                suggestion=match["pair"].replace(" ", "-"),
            )


_REPEATED = regex.compile(
    rf"(?P<comma>,{{2,}})|(?P<both>,\s*।|।\s*,)|(?<=[^.\s])(?P<dots>\.\.)(?!\.)(?=\s|$)"
    rf"|(?<=\S)(?P<blanks> {{2,}})(?=\S)"
    rf"|(?<=\d)(?P<percent> )(?=%)|(?<=₹)(?P<rupee> )(?=\d)|(?<={WORD})(?P<tight>,)(?={WORD})"
)
_RIGHT = {"comma": ",", "both": "।", "dots": ".", "blanks": " ", "percent": "", "rupee": "", "tight": ", "}
_SAFE = frozenset({"comma", "blanks", "percent", "rupee", "tight"})


class Repeated(Check):
    """Marks or blanks twice, a comma before a danda, no blank behind a comma."""

    id, code, title = "punctuation.repeated", "P09", "Mark or blank too many"
    tier, type, severity = Tier.ERROR, "linguistic/punctuation", Severity.MINOR
    examples = (
        found("वह आया,, और गया।", ",,", suggestion=","),
        found("वह आया, ।", ", ।", suggestion="।"),
        found("वह  आया।", "  ", suggestion=" "),
        found("राम,श्याम और मोहन", ",", suggestion=", "),
        found("दर 5 % बढ़ी।", " ", suggestion=""),
        silent("वह आया, और गया… फिर 1,000 लोग।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield them."""
        del article
        for match in _REPEATED.finditer(lens.target.text):
            kind = str(match.lastgroup)
            yield Hit(
                target=Range(*match.span(kind)),
                message="One sign too many, or a blank missing.",
                suggestion=_RIGHT[kind],
                is_safe=kind in _SAFE,
                tier=Tier.HINT if kind in {"blanks", "percent", "tight", "dots", "rupee"} else Tier.ERROR,
            )


_DOCTOR = regex.compile(rf"{BEFORE}(?P<word>डॉ|डा|प्रो|श्री|सुश्री|कु|स्व)(?P<mark>\.|॰|०|0)?(?=\s{WORD})")


def _marks(lens: Lens) -> Counter[str]:
    if not any(stem in lens.target.text for stem in ("डॉ", "डा", "प्रो")):
        return Counter()
    found_here = _DOCTOR.finditer(lens.target.text)
    return Counter(
        f"{match['word']}{match['mark'] or ''}" for match in found_here if match["word"] in {"डॉ", "प्रो"}
    )


def _all_marks(article: Article) -> Counter[str]:
    return sum((lens.fact(_marks) for lens in article.lenses), Counter())


class AbbreviationMark(Check):
    """A digit put for the mark of an abbreviation, डा० for डॉ., or two ways in one document."""

    id, code, title = "punctuation.abbreviation-mark", "P10", "Mark of an abbreviation"
    tier, type, severity = Tier.HINT, "linguistic/punctuation", Severity.MINOR
    uses = frozenset({Need.DOCUMENT})
    examples = (
        found("डा० शर्मा आए।", "डा०", suggestion="डॉ."),
        found("डॉ शर्मा आए।", "डॉ", before=("डॉ. वर्मा आए।", "डॉ. गुप्ता आए।", "डॉ. सेन आए।")),
        silent("डॉ. शर्मा आए।"),
        silent("डॉ शर्मा आए।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield digits for marks, then what differs from the rest."""
        for match in _DOCTOR.finditer(lens.target.text):
            if match["mark"] in {"०", "0"}:
                right = "डॉ." if match["word"] in {"डा", "डॉ"} else f"{match['word']}."
                yield Hit(
                    target=Range(*match.span()), message="A digit stands for the mark.", suggestion=right
                )
            elif match["word"] in {"डॉ", "प्रो"}:
                counts = article.fact(_all_marks)
                own = match.group()
                usual = max(
                    (key for key in counts if key.startswith(match["word"])),
                    key=counts.__getitem__,
                    default=own,
                )
                if usual != own and counts[usual] >= 3 * counts[own]:
                    yield Hit(
                        target=Range(*match.span()), message=f"Elsewhere it is “{usual}”.", suggestion=usual
                    )

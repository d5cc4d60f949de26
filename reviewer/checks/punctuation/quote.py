"""Quotation marks and brackets: in pairs, of one kind, in the right order with the danda."""

from collections import Counter
from collections.abc import Iterator

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens, Text
from reviewer.checks.usage import resolved
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range
from reviewer.domain.style import Quotes

_MARKS = regex.compile(r"[“”‘’„«»\"']")
_OPENING = {"“": "”", "‘": "’", "«": "»", "„": "”"}
_CLOSING = {"”": "“", "’": "‘", "»": "«"}
_ALIKE = {"”": '“„"‘', "’": "‘'", "»": "«"}
_CURLY = {'"': "“", "'": "‘"}
_LETTER = regex.compile(r"[\p{L}\p{M}\p{Nd}]")
_MEASURE = regex.compile(r"\d\s?\Z")


def unpaired(text: Text) -> tuple[Range, ...]:
    """Return quotation marks without a partner; apostrophes, primes and decades are none."""
    stack: list[tuple[str, int]] = []
    lonely: list[int] = []
    # Two apostrophes are one straight mark; offsets stay.
    string = text.text.replace("''", ' "')
    for match in _MARKS.finditer(string):
        sign, at = match.group(), match.start()
        before, after = string[at - 1 : at], string[at + 1 : at + 2]
        if sign in "’'" and not _closes(sign, stack) and _is_apostrophe(sign, before, after):
            continue
        if sign in _OPENING:
            stack.append((sign, at))
        elif sign in _CLOSING:
            if stack and stack[-1][0] in _ALIKE[sign]:
                stack.pop()
            elif any(opened == _CLOSING[sign] for opened, _ in stack):
                while stack and stack[-1][0] != _CLOSING[sign]:
                    lonely.append(stack.pop()[1])
                stack.pop()
            else:
                lonely.append(at)
        elif stack and stack[-1][0] == _CURLY[sign] and before.strip() and not _LETTER.match(after):
            # Another kind closes what this kind opened: no beauty, but a pair.
            stack.pop()
        elif _is_straight_end(sign, stack, before, after):
            while stack and stack[-1][0] != sign:
                lonely.append(stack.pop()[1])
            stack.pop()
        elif not (_MEASURE.search(string[max(0, at - 3) : at]) and not after.strip(" ,.;)।")):
            stack.append((sign, at))
    return tuple(Range(at, at + 1) for at in sorted([*lonely, *(at for _, at in stack)]))


def _is_apostrophe(sign: str, before: str, after: str) -> bool:
    """Whether a mark stands between letters, behind a name in the possessive, or before a decade."""
    if not (_LETTER.match(before) or after.isdigit()):
        return False
    return bool(_LETTER.match(after)) or sign == "’" or before in "sS"


def _closes(sign: str, stack: list[tuple[str, int]]) -> bool:
    return bool(stack) and stack[-1][0] == _CLOSING.get(sign, sign)


def _is_straight_end(sign: str, stack: list[tuple[str, int]], before: str, after: str) -> bool:
    if not any(opened == sign for opened, _ in stack):
        return False
    return bool(before.strip()) or not after.strip()


class QuoteBalance(Check):
    """A quotation mark without its partner in the segment, or, across segments, in the paragraph.

    A quotation may run on into the next paragraph, which then opens it again. A hint only: in published
    Hindi marks are left open more often than in what machines write.
    """

    id, code, title = "punctuation.quote-balance", "P04", "Quotation mark without its partner"
    tier, type, severity = Tier.HINT, "linguistic/punctuation", Severity.MINOR
    uses = frozenset({Need.DOCUMENT})
    examples = (
        found("मंत्री ने कहा, “हम तैयार हैं।", "“"),
        found("मंत्री ने कहा, हम तैयार हैं।”", "”"),
        found('मंत्री ने कहा, "हम तैयार हैं।', '"'),
        found("उन्होंने ‘सबका साथ की बात की।", "‘"),
        silent("मंत्री ने कहा, “हम तैयार हैं।”"),
        silent("मंत्री ने कहा, “उन्होंने ‘हाँ’ कहा।”"),
        silent("उसकी ऊँचाई 6' 2\" है।"),
        silent('“हम तैयार हैं।"'),
        silent("McDonald’s आया।"),
        silent("हम तैयार हैं।”", before=("मंत्री ने कहा, “यह सही है।",)),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield marks that stay alone, when the neighbours do not have the other one."""
        alone = lens.target.fact(unpaired)
        if not alone:
            return
        around = [n for n in (article.neighbour(lens, by) for by in (-2, -1, 1, 2)) if n is not None]
        signs = {near.target.text[each.start] for near in around for each in near.target.fact(unpaired)}
        for each in alone:
            sign = lens.target.text[each.start]
            partner = _OPENING.get(sign) or _CLOSING.get(sign) or sign
            if partner not in signs:
                yield Hit(
                    target=each,
                    message=f"“{sign}” has no partner."
                    if sign not in "“”"
                    else "This quotation mark has no partner.",
                )


_WRONG_WAY = regex.compile(r"(?<=^|[\s(])”(?=[\p{L}\p{M}])|(?<=[\p{L}\p{M}।,.!?])“(?=\s|$|[।,.!?;])")


class QuoteStyle(Check):
    """Quotation marks of another kind than the desk's or the document's, or the wrong way round."""

    id, code, title = "punctuation.quote-style", "P05", "Kind of quotation mark"
    tier, type, severity = Tier.HINT, "linguistic/punctuation", Severity.MINOR
    uses = frozenset({Need.DOCUMENT})
    examples = (
        found("यह ”गठबंधन“ नया है।", "”", "“"),
        found('यह "गठबंधन" है।', '"', '"', before=("वह “नया” है।",) * 12),
        silent("यह “गठबंधन” नया है।"),
        silent('यह "गठबंधन" है।'),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield marks the wrong way round, then straight ones among curly ones."""
        text = lens.target.text
        if _MARKS.search(text) is None:
            return
        for match in _WRONG_WAY.finditer(text):
            right = _CLOSING.get(match.group()) or _OPENING[match.group()]
            yield Hit(
                target=Range(*match.span()), message="This mark is the wrong way round.", suggestion=right
            )
        wanted = article.fact(resolved).quotes
        if wanted is Quotes.DOUBLE and '"' in text:
            is_open = False
            for match in regex.finditer('"', text):
                is_open = not is_open
                yield Hit(
                    target=Range(*match.span()),
                    message="This text has curly marks elsewhere.",
                    suggestion="“" if is_open else "”",
                )


_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_ANY = regex.compile(r"[()\[\]{}]")
_ITEM = regex.compile(r"(?:^|\s)[\p{L}\p{M}\p{Nd}]{1,4}\Z")
_SMILE = regex.compile(r"[:;=8xX]['’]?-?\Z")


class Brackets(Check):
    """A bracket without its partner, or with a blank inside."""

    id, code, title = "punctuation.brackets", "P07", "Bracket"
    tier, type, severity = Tier.ERROR, "linguistic/punctuation", Severity.MINOR
    examples = (
        found("नासा (अंतरिक्ष एजेंसी ने कहा।", "("),
        found("नासा अंतरिक्ष एजेंसी) ने कहा।", ")"),
        found("नासा ( अंतरिक्ष एजेंसी ) ने कहा।", " ", " "),
        silent("नासा (अंतरिक्ष एजेंसी) ने कहा।"),
        silent("1) पहला काम 2) दूसरा काम"),
        silent("बहुत अच्छा :)"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield lonely brackets and blanks inside them."""
        del article
        text = lens.target.text
        if _ANY.search(text) is None:
            return
        stack: list[tuple[str, int]] = []
        for match in _ANY.finditer(text):
            sign, at = match.group(), match.start()
            if sign in _BRACKETS:
                if not _SMILE.search(text[max(0, at - 3) : at]):
                    stack.append((sign, at))
            elif stack and _BRACKETS[stack[-1][0]] == sign:
                stack.pop()
            elif not _ITEM.search(text[max(0, at - 6) : at]) and not _SMILE.search(text[max(0, at - 3) : at]):
                yield Hit(target=Range(at, at + 1), message="This bracket has no partner.")
        for _, at in stack:
            yield Hit(target=Range(at, at + 1), message="This bracket has no partner.")
        for match in regex.finditer(
            r"(?<=[(\[])[ \u00a0]+(?=[\p{L}\p{M}\p{Nd}])|(?<=[\p{L}\p{M}\p{Nd}।])[ \u00a0]+(?=[)\]])", text
        ):
            yield Hit(
                target=Range(*match.span()),
                message="No blank inside brackets.",
                suggestion="",
                is_safe=True,
                tier=Tier.HINT,
            )


_ORDER = regex.compile(r"(?P<inside>[।.]”)|(?P<outside>”[।.])")


def orders(lens: Lens) -> Counter[str]:
    """Count how dandas and closing marks follow one another."""
    if "”" not in lens.target.text:
        return Counter()
    return Counter(str(match.lastgroup) for match in _ORDER.finditer(lens.target.text))


def _all_orders(article: Article) -> Counter[str]:
    return sum((lens.fact(orders) for lens in article.lenses), Counter())


class QuoteDandaOrder(Check):
    """The danda inside the quotation mark here and outside it elsewhere."""

    id, code, title = "punctuation.quote-danda-order", "P11", "Danda and quotation mark"
    tier, type, severity = Tier.HINT, "linguistic/punctuation", Severity.MINOR
    uses = frozenset({Need.DOCUMENT})
    examples = (
        found("उन्होंने कहा, “हाँ”।", "”।", before=("उन्होंने कहा, “नहीं।”",) * 9),
        silent("उन्होंने कहा, “हाँ।”", before=("उन्होंने कहा, “नहीं।”",) * 9),
        silent("उन्होंने कहा, “हाँ”।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield the rarer order where one is clearly the document's."""
        if not lens.fact(orders):
            return
        counts = article.fact(_all_orders)
        if counts.total() < 8 or max(counts.values()) < 0.9 * counts.total():
            return
        usual = counts.most_common(1)[0][0]
        for match in _ORDER.finditer(lens.target.text):
            if match.lastgroup != usual:
                yield Hit(
                    target=Range(*match.span()),
                    message=f"Elsewhere the danda stands {usual} the mark.",
                    suggestion=match.group()[::-1],
                )

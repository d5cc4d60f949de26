"""How numbers are written: commas, digits, endings of ordinals."""

from collections.abc import Iterator
from functools import lru_cache

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import AFTER, WORD, Article, Lens
from reviewer.checks.usage import resolved
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range
from reviewer.domain.style import Digits, Grouping, Style
from reviewer.text.lexicon import rows

_GROUPED = regex.compile(r"(?<![\d०-९,.:/-])[\d०-९]{1,3}(?:,[\d०-९]{2,3})+(?![\d०-९]|[,:/-][\d०-९])")
_INDIAN = regex.compile(r"[\d०-९]{1,2}(?:,[\d०-९]{2})*,[\d०-९]{3}")
_WESTERN = regex.compile(r"[\d०-९]{1,3}(?:,[\d०-९]{3})+")
_WESTERN_STYLE, _INDIAN_STYLE = Style(grouping=Grouping.WESTERN), Style(grouping=Grouping.INDIAN)


class NumberGrouping(Check):
    """Commas of a large number that stand in no system, or not in the one that the desk or document uses."""

    id, code, title = "number.grouping", "N04", "Commas in a number"
    tier, type = Tier.WARNING, "locale-conventions/number-format"
    uses = frozenset({Need.DOCUMENT})
    examples = (
        found("कुल 12,3,456 लोग आए, यानी 1,23,45 और।", "1,23,45"),
        found("कुल 1,000,000 लोग आए।", "1,000,000", style=_INDIAN_STYLE, suggestion="10,00,000"),
        found("कुल 10,00,000 लोग आए।", "10,00,000", style=_WESTERN_STYLE, suggestion="1,000,000"),
        silent("कुल 10,00,000 लोग आए।", style=_INDIAN_STYLE),
        silent("कुल 10,000 लोग आए।", style=_WESTERN_STYLE),
        silent("2020,2021 और 1,2,3 लिखा था।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield numbers whose commas are elsewhere."""
        text = lens.target.text
        if "," not in text:
            return
        for match in _GROUPED.finditer(text):
            number = match.group()
            is_indian, is_western = bool(_INDIAN.fullmatch(number)), bool(_WESTERN.fullmatch(number))
            if is_indian and is_western:
                continue
            if not is_indian and not is_western:
                if len(number) > 5:
                    yield Hit(target=Range(*match.span()), message="The commas stand in no system.")
                continue
            wanted = article.fact(resolved).grouping
            if wanted is None or (wanted is Grouping.INDIAN) == is_indian:
                continue
            yield Hit(
                target=Range(*match.span()),
                message=f"Commas here stand as in the {'Western' if is_western else 'Indian'} system.",
                suggestion=_grouped(number.replace(",", ""), wanted),
            )


def _grouped(digits: str, grouping: Grouping) -> str:
    size = 2 if grouping is Grouping.INDIAN else 3
    head, tail = digits[:-3], digits[-3:]
    parts = [head[max(0, end - size) : end] for end in range(len(head), 0, -size)]
    return ",".join([*reversed(parts), tail])


_MIXED = regex.compile(r"[0-9][0-9.,]*[०-९][0-9०-९]*|[०-९][०-९.,]*[0-9][0-9०-९]*")
_OTHER = {
    Digits.LATIN: regex.compile("[०-९]+(?:[.,][०-९]+)*"),
    Digits.DEVANAGARI: regex.compile(r"[0-9]+(?:[.,][0-9]+)*"),
}
_DEVANAGARI = regex.compile("[०-९]")
_FROM, _TO = "0123456789०१२३४५६७८९", "०१२३४५६७८९0123456789"


class DigitScript(Check):
    """Digits of the other script than the desk's or the document's, or of both in one number."""

    id, code, title = "number.digit-script", "N05", "Digits of two scripts"
    tier, type = Tier.WARNING, "locale-conventions/number-format"
    uses = frozenset({Need.DOCUMENT})
    examples = (
        found("यह १9 साल का है।", "१9"),
        found("१५ अगस्त को", "१५", style=Style(digits=Digits.LATIN), suggestion="15"),
        silent("15 अगस्त 2022 को", style=Style(digits=Digits.LATIN)),
        silent("१५ अगस्त को"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield numbers of the other script."""
        text = lens.target.text
        is_devanagari = _DEVANAGARI.search(text) is not None
        if is_devanagari:
            for match in _MIXED.finditer(text):
                yield Hit(
                    target=Range(*match.span()),
                    message="One number in digits of two scripts.",
                    tier=Tier.ERROR,
                )
        wanted = article.fact(resolved).digits
        if wanted is None or (wanted is Digits.LATIN and not is_devanagari):
            return
        for match in _OTHER[wanted].finditer(text):
            yield Hit(
                target=Range(*match.span()),
                message=f"This text has {wanted.value.capitalize()} digits elsewhere.",
                suggestion=match.group().translate(str.maketrans(_FROM, _TO)),
            )


_ORDINAL = regex.compile(rf"(?P<number>[\d०-९]+)(?P<end>वाँ|वां|वीं|वें)\s(?P<noun>{WORD}{{2,20}}+){AFTER}")


@lru_cache(maxsize=1)
def _genders() -> dict[str, str]:
    return {next(iter(row.values())): row["gender"] for row in rows("noun_gender")}


class OrdinalEnding(Check):
    """The ending of an ordinal that does not agree with its noun: 21वीं सदी, not 21वां."""

    id, code, title = "number.ordinal", "N10", "Ending of an ordinal"
    tier, type, severity = Tier.WARNING, "linguistic/grammar", Severity.MINOR
    examples = (
        found("21वां सदी में", "21वां", suggestion="21वीं"),
        silent("21वीं सदी में"),
        silent("15वें दिन"),
        silent("15वां दिन"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield endings of the other gender."""
        del article
        if "व" not in lens.target.text:
            return
        for match in _ORDINAL.finditer(lens.target.text):
            gender = _genders().get(match["noun"])
            # What stands before a masculine noun may belong to another behind it: 12वीं बोर्ड परीक्षा.
            if gender == "f" and match["end"] != "वीं":
                yield Hit(
                    target=Range(match.start("number"), match.end("end")),
                    message=f"“{match['noun']}” is feminine.",
                    suggestion=f"{match['number']}वीं",
                )

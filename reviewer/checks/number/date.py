"""Dates, times of day, decades."""

from collections.abc import Iterator

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import AFTER, BEFORE, Article, Lens
from reviewer.checks.number.comparison import comparison
from reviewer.checks.number.month import english_months, hindi_months, is_dated
from reviewer.checks.number.value import english_words, quoted, tier_for
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range, Side

_NAMES: tuple[str, ...] = ("", "जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून")
_NAMES += ("जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर")


class DateDiffers(Check):
    """Another month, or another day of it, than in the source."""

    id, code, title = "number.date", "N08", "Date differs"
    tier, type, severity = Tier.ERROR, "accuracy/mistranslation", Severity.MAJOR
    needs = frozenset({Need.ENGLISH})
    uses = frozenset({Need.DOCUMENT})
    examples = (
        found("वह 19 जुलाई को आएगा।", "जुलाई", source="He will come on June 19.", suggestion="जून"),
        found("वह 29 जून को आएगा।", "29", source="He will come on June 19.", suggestion="19"),
        silent("यह जुलाई 2000 की बात है।", source="It happened in July 2000."),
        silent("वह मई में आ सकता है।", source="He may come in May."),
        silent("वह आ सकता है।", source="May he come?"),
        silent("15 मार्च को मार्च निकला।", source="The march was held on March 15."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield one month put for another, and days."""
        compared = comparison(lens, article)
        tier = tier_for(compared, self.tier)
        if lens.english is not None:
            yield from self._months(lens, article, compared.side, tier)
        for pair in compared.different:
            if is_dated(pair, lens):
                ours, theirs = quoted(lens, pair.hindi), english_words(lens, pair.english)
                yield Hit(
                    target=pair.hindi.range,
                    english=pair.english.range,
                    message=f"The date has “{ours}”; the English says “{theirs}”.",
                    suggestion=theirs if theirs.isdecimal() and ours.isdecimal() and ours.isascii() else None,
                    tier=tier,
                    evidence=compared.side,
                )

    def _months(self, lens: Lens, article: Article, side: Side, tier: Tier) -> Iterator[Hit]:
        ours = lens.target.fact(hindi_months)
        theirs = lens.english.fact(english_months) if lens.english else ()
        if not ours or not theirs:
            return
        missing = [each for each in theirs if each[0] not in {number for number, _ in ours}]
        extra = [each for each in ours if each[0] not in {number for number, _ in theirs}]
        near = [n for n in (article.neighbour(lens, by) for by in (-1, 1)) if n is not None]
        around = {number for each in near for number, _ in each.target.fact(hindi_months)}
        missing = [each for each in missing if each[0] not in around]
        if len({number for number, _ in missing}) == 1 and len({number for number, _ in extra}) == 1:
            number, place = missing[0]
            right = _NAMES[number]
            yield Hit(
                target=extra[0][1],
                english=place,
                message=f"The English says {right}.",
                suggestion=right,
                tier=tier,
                evidence=side,
            )


_CLOCK = regex.compile(r"\b(?P<hour>\d{1,2})(?:[:.]\d\d)?\s?(?P<half>[ap])\.?m\b", regex.IGNORECASE)
_BAND = regex.compile(
    rf"{BEFORE}(?P<band>सुबह|तड़के|पूर्वाह्न|दोपहर|अपराह्न|शाम|रात){AFTER}[^।]{{0,14}}?[\d०-९][^।]{{0,10}}?बज"
)
_BANDS = {"a": {"सुबह", "तड़के", "पूर्वाह्न", "रात"}, "p": {"दोपहर", "अपराह्न", "शाम", "रात"}}


class TimeDiffers(Check):
    """Morning for afternoon, or the other way round."""

    id, code, title = "number.time", "N09", "Time of day differs"
    tier, type, severity = Tier.WARNING, "accuracy/mistranslation", Severity.MAJOR
    needs = frozenset({Need.ENGLISH})
    examples = (
        found("बैठक सुबह 3 बजे शुरू हुई।", "सुबह", source="The meeting began at 3 p.m."),
        found("वह शाम 7 बजे निकला।", "शाम", source="He left at 7 am."),
        silent("बैठक दोपहर 3 बजे शुरू हुई।", source="The meeting began at 3 p.m."),
        silent("वह रात साढ़े 9 बजे लौटा।", source="He came back at 9:30 p.m."),
        silent("वह रात 2 बजे लौटा।", source="He came back at 2 a.m."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield parts of the day that contradict a.m. or p.m."""
        del article
        english = lens.english
        if english is None or "बज" not in lens.target.text:
            return
        halves = {match["half"].lower(): match for match in _CLOCK.finditer(english.text)}
        bands = list(_BAND.finditer(lens.target.text))
        if len(halves) != 1 or len(bands) != 1:
            return
        (half, clock), (band,) = next(iter(halves.items())), bands
        if band["band"] not in _BANDS[half]:
            yield Hit(
                target=Range(*band.span("band")),
                english=Range(*clock.span()),
                message=f"“{band['band']}” is not {clock.group()}.",
                evidence=english.side,
            )


_DECADE = regex.compile(r"(?<!\d)(?P<year>(?:1[5-9]|20)\d0)[’']?s\b")
_IS_DECADE = regex.compile(
    r"\s*(?:के|वाले|का|की)?\s*(?:शुरुआती\s+|आख़िरी\s+|आखिरी\s+)?(?:दशक|दौर|ज़माने|जमाने|शुरुआत)|\s*(?:और|से|या|तथा)\s"
)


class DecadeDiffers(Check):
    """A decade that became a year: the 1990s are 1990 के दशक, not 1990."""

    id, code, title = "number.decade-range", "N12", "Decade became a year"
    tier, type, severity = Tier.WARNING, "accuracy/mistranslation", Severity.MAJOR
    needs = frozenset({Need.ENGLISH})
    examples = (
        found("यह 1990 में आम था।", "1990", source="It was common in the 1990s.", suggestion="1990 के दशक"),
        silent("यह 1990 के दशक में आम था।", source="It was common in the 1990s."),
        silent("यह 90 के दशक में आम था।", source="It was common in the 1990s."),
        silent("यह 1990 में हुआ।", source="It happened in 1990."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield years that stand for decades."""
        del article
        english = lens.english
        if english is None or "0" not in english.text:
            return
        for decade in _DECADE.finditer(english.text):
            year = decade["year"]
            for match in regex.finditer(rf"(?<!\d){year}(?!\d)", lens.target.text):
                if not _IS_DECADE.match(lens.target.text, match.end()):
                    yield Hit(
                        target=Range(*match.span()),
                        english=Range(*decade.span()),
                        message=f"The English says the {year}s: a decade, not the year.",
                        suggestion=f"{year} के दशक",
                        evidence=english.side,
                    )
                    break

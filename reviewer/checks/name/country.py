"""Countries with similar names."""

from collections.abc import Iterator

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import AFTER, BEFORE, Article, Lens
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range

_PAIRS = (
    ("Niger", "नाइजर", "Nigeria", "नाइजीरिया"),
    ("North Korea", "उत्तर कोरिया", "South Korea", "दक्षिण कोरिया"),
    ("South Sudan", "दक्षिण सूडान", "Sudan", "सूडान"),
    ("Slovakia", "स्लोवाकिया", "Slovenia", "स्लोवेनिया"),
    ("Austria", "ऑस्ट्रिया", "Australia", "ऑस्ट्रेलिया"),
    ("Iran", "ईरान", "Iraq", "इराक"),
    ("Mauritius", "मॉरीशस", "Mauritania", "मॉरिटानिया"),
    ("Dominica", "डोमिनिका", "Dominican Republic", "डोमिनिकन गणराज्य"),
    ("Guinea-Bissau", "गिनी-बिसाऊ", "Papua New Guinea", "पापुआ न्यू गिनी"),
)


class Confusable(Check):
    """A country put for another with a similar name: Niger and Nigeria, Iran and Iraq."""

    id, code, title = "name.demonym-country", "E10", "Country confused"
    tier, type, severity = Tier.WARNING, "accuracy/mistranslation", Severity.CRITICAL
    needs = frozenset({Need.ENGLISH})
    examples = (
        found(
            "नाइजीरिया में तख़्तापलट हुआ।", "नाइजीरिया", source="There was a coup in Niger.", suggestion="नाइजर"
        ),
        found("ईरान ने तेल बेचा।", "ईरान", source="Oil was sold by Iraq.", suggestion="इराक"),
        silent("नाइजर में तख़्तापलट हुआ।", source="There was a coup in Niger."),
        silent("ईरान और इराक लड़े।", source="Iran and Iraq fought."),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield the other of a pair where only one is meant."""
        del article
        english = lens.english
        if english is None:
            return
        for first, one, second, other in _PAIRS:
            for wanted, right, unwanted, wrong in ((first, one, second, other), (second, other, first, one)):
                if wrong not in lens.target.text or wanted not in english.text:
                    continue
                has_other = regex.search(
                    rf"\b{unwanted}", english.text.replace(wanted, "") if unwanted in wanted else english.text
                )
                match = regex.search(rf"{BEFORE}{wrong}{AFTER}", lens.target.text)
                is_here = regex.search(rf"{BEFORE}{right}{AFTER}", lens.target.text)
                if match and not is_here and not has_other and regex.search(rf"\b{wanted}\b", english.text):
                    yield Hit(
                        target=Range(*match.span()),
                        message=f"The English says {wanted}.",
                        suggestion=right,
                        evidence=english.side,
                    )

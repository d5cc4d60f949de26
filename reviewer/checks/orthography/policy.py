"""Words that good writers spell in two ways, of which a document should keep to one."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens
from reviewer.checks.usage import resolved
from reviewer.checks.vocabulary import dotted, undotted, with_moon
from reviewer.domain.finding import Tier
from reviewer.domain.span import Range
from reviewer.domain.style import Chandrabindu, Nukta, Style

_OF_BOTH_KINDS = frozenset(
    "राज सजा जरा खुदा फन बाज जंग तेज नाज बाग गज हंस हंसी".split()  # noqa: SIM905 - the words
)
"""Words that are others without their dot or with ं."""
_DOT, _Z_DOT = regex.compile("([कखगजफ])़"), regex.compile("([कखग])़")
_NASAL = regex.compile("ङ्(?=[कखगघ])|ञ्(?=[चछजझ])|ण्(?=[टठडढ])|न्(?=[तथदध])|म्(?=[पफबभ])")
_GLIDE = regex.compile(r"(?<=[\p{L}\p{M}])(?:ये(?=ं?(?:$|गा$|गे$|गी$))|यी(?=ं?$))")
_VOWELS = {"ये": "ए", "यी": "ई"}
_ABOVE = regex.compile("(?<=[िीेैोौॅॉ])ँ")


class _TwoWays(Check):
    """A word is spelt in two ways in the document."""

    tier, type = Tier.HINT, "style/inconsistent"
    uses = frozenset({Need.DOCUMENT})

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield words that are spelt otherwise elsewhere, and more often so."""
        other = article.fact(type(self).mixed)
        if not other:
            return
        for token in lens.target.tokens:
            if token.text in other and token.text not in article.style.names:
                yield _hit(token.start, token.text, other[token.text], "in this document")

    @staticmethod
    def mixed(article: Article) -> Mapping[str, str]:
        """Return the words that are spelt otherwise more often, and how."""
        raise NotImplementedError


class NuktaPolicy(_TwoWays):
    """A word has the dot of a borrowed sound (ज़ फ़ ख़ ग़ क़) here and not elsewhere, or against the style.

    Where the desk has no rule, what nine tenths of the words in a document do is taken for one. Words that
    mean something else without the dot (राज and राज़) are left alone.
    """

    id, code, title = "orthography.nukta-policy", "O03", "Dots of borrowed sounds"
    examples = (
        found("फरवरी में आएँगे।", "फरवरी", before=("फ़रवरी बीती।", "फ़रवरी गई।"), suggestion="फ़रवरी"),
        found("वह ख़बर ग़लत है।", "ख़बर", "ग़लत", style=Style(nukta=Nukta.Z_AND_F), suggestion="खबर"),
        found("काफ़ी लोग आए।", "काफ़ी", style=Style(nukta=Nukta.NONE), suggestion="काफी"),
        found("बाजार खुला है।", "बाजार", style=Style(nukta=Nukta.FULL), suggestion="बाज़ार"),
        silent("राज खुल गया।", before=("राज़ की बात है।",)),
        silent("फरवरी में आएँगे।", before=("फरवरी बीती।",)),
        silent("लड़का पढ़ता है।", style=Style(nukta=Nukta.NONE)),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield words against the rule, or where there is none, against the others."""
        policy = article.fact(resolved).nukta
        if policy is Nukta.NONE and "़" not in lens.target.text:
            return
        if policy is None:
            yield from super().find(lens, article)
            return
        for token in lens.target.tokens:
            meant = _by_nukta(token.text, policy) if token.is_hindi else token.text
            if meant != token.text and token.text not in article.style.names:
                yield _hit(token.start, token.text, meant, "by the style here")

    @staticmethod
    def mixed(article: Article) -> Mapping[str, str]:
        """Return the rarer spelling of each word with the commoner."""
        return _two_ways(article, undotted)


class ChandrabinduPolicy(_TwoWays):
    """A word has ँ here and ं elsewhere, or against the house style: पाँच and पांच.

    Where the desk has no rule, what nine tenths of the words in a document do is taken for one. Beside a
    vowel sign above the line ँ is written ं anyway: में.
    """

    id, code, title = "orthography.chandrabindu-policy", "O05", "ँ or ं"
    examples = (
        found("पांच लोग आए।", "पांच", before=("पाँच गए।", "पाँच रहे।"), suggestion="पाँच"),
        found("मैं यहाँ हूँ।", "यहाँ", "हूँ", style=Style(chandrabindu=Chandrabindu.ANUSVARA), suggestion="यहां"),
        found("पांच लोग यहां आए।", "पांच", "यहां", style=Style(chandrabindu=Chandrabindu.FULL)),
        found("वह घर मेँ है।", "मेँ", suggestion="में"),
        silent("पाँच लोग यहाँ हैं।", before=("पाँच गए।",)),
        silent("हंस उड़ गया।", before=("वह हँस पड़ा।",)),
        silent("संबंध और अंत में।", style=Style(chandrabindu=Chandrabindu.FULL)),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield words against the rule, or where there is none, against the others."""
        text = lens.target.text
        has_moon = "ँ" in text
        if not has_moon and "ं" not in text:
            return
        if has_moon and _ABOVE.search(text) is not None:
            for token in lens.target.tokens:
                if (meant := _ABOVE.sub("ं", token.text)) != token.text:
                    yield _hit(token.start, token.text, meant, "under a vowel sign")
        policy = article.fact(resolved).chandrabindu
        if policy is Chandrabindu.ANUSVARA and not has_moon:
            return
        if policy is None:
            yield from super().find(lens, article)
            return
        for token in lens.target.tokens:
            meant = _by_moon(token.text, policy)
            if meant != token.text and token.text not in article.style.names:
                yield _hit(token.start, token.text, meant, "by the style here")

    @staticmethod
    def mixed(article: Article) -> Mapping[str, str]:
        """Return the rarer spelling of each word with the commoner."""
        return _two_ways(article, lambda word: word.replace("ँ", "ं"))


class HomorganicNasal(_TwoWays):
    """A nasal before its own stop is written in two ways in the document: हिन्दी and हिंदी.

    Both are good Hindi, and the standard prefers ं.
    """

    id, code, title = "orthography.homorganic-nasal", "O08", "हिन्दी or हिंदी"
    examples = (
        found("हिन्दी में कहा।", "हिन्दी", before=("हिंदी सीखी।", "हिंदी बोली।"), suggestion="हिंदी"),
        found("संबंध अच्छे हैं।", "संबंध", before=("सम्बन्ध टूटे।", "सम्बन्ध जुड़े।"), suggestion="सम्बन्ध"),
        silent("हिन्दी में कहा।", before=("हिन्दी सीखी।",)),
        silent("जन्म और सम्मान।", before=("अन्य लोग आए।",)),
    )

    @staticmethod
    def mixed(article: Article) -> Mapping[str, str]:
        """Return the rarer spelling of each word with the commoner."""
        return _two_ways(article, lambda word: _NASAL.sub("ं", word) if "्" in word else word)


class YGlide(_TwoWays):
    """An ending is written with and without य in the document: गये and गए, जायेगा and जाएगा.

    The standard prefers the vowel. Words whose य is their own (स्थायी) have no such twin.
    """

    id, code, title = "orthography.y-glide", "O09", "गये or गए"
    examples = (
        found("वे घर गये।", "गये", before=("लोग गए।", "सब गए।"), suggestion="गए"),
        found("काम किया जायेगा।", "जायेगा", before=("वह जाएगा।", "घर जाएगा।"), suggestion="जाएगा"),
        silent("वे घर गये।", before=("लोग गये।",)),
        silent("स्थायी समाधान और रुपये।", before=("ये लोग आए।",)),
    )

    @staticmethod
    def mixed(article: Article) -> Mapping[str, str]:
        """Return the rarer spelling of each word with the commoner."""
        return _two_ways(article, lambda word: _GLIDE.sub(_vowel, word) if "य" in word else word)


def _hit(start: int, word: str, meant: str, where: str) -> Hit:
    message = f"“{word}” is written “{meant}” {where}."
    return Hit(target=Range(start, start + len(word)), message=message, suggestion=meant, is_safe=True)


@lru_cache(maxsize=16_384)
def _by_nukta(word: str, policy: Nukta) -> str:
    if policy is Nukta.NONE:
        return undotted(word)
    meant = dotted(word) or word
    return meant if policy is Nukta.FULL else _Z_DOT.sub(r"\1", meant)


@lru_cache(maxsize=16_384)
def _by_moon(word: str, policy: Chandrabindu) -> str:
    if policy is Chandrabindu.ANUSVARA:
        return word.replace("ँ", "ं")
    return with_moon(word) or word


def _vowel(match: regex.Match[str]) -> str:
    return _VOWELS[match[0]]


def _two_ways(article: Article, plain: Callable[[str], str]) -> Mapping[str, str]:
    """Return words that a document spells in two ways, each with the commoner spelling of both."""
    counts = article.fact(_counts)
    other = {}
    for word, times in counts.items():
        bare = plain(word)
        if bare != word and bare in counts and bare not in _OF_BOTH_KINDS:
            rare, usual = (word, bare) if times <= counts[bare] else (bare, word)
            other[rare] = usual
    return other


def _counts(article: Article) -> Counter[str]:
    total: Counter[str] = Counter()
    for lens in article.lenses:
        total.update(lens.fact(_words))
    return total


def _words(lens: Lens) -> Counter[str]:
    return Counter(token.text for token in lens.target.tokens if token.is_hindi)

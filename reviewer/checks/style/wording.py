"""Words and phrases: calques, register, what is not printed, fixed lines."""

from collections.abc import Iterator
from functools import lru_cache

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import AFTER, BEFORE, Article, Lens
from reviewer.checks.meaning.cue import Phrases, line, plain
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.span import Range
from reviewer.domain.style import BannedWord, Boilerplate, Style
from reviewer.text.lexicon import alternatives, rows

_TRIGGERED = "trigger-only"


class Calque(Check):
    """An English phrase taken word for word, which nobody says in Hindi: एक ऐसे कदम के तहत."""

    id, code, title = "style.calque", "S01", "Word for word"
    tier, type, severity = Tier.WARNING, "style/unidiomatic", Severity.MINOR
    examples = (
        found("एक ऐसे कदम के तहत सरकार ने कर घटाया।", "एक ऐसे कदम"),
        found("दिन के अंत में यही मायने रखता है।", "दिन के अंत में"),
        silent("सरकार ने अहम क़दम उठाते हुए कर घटाया।"),
        silent("उसने बचाव किया।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield the phrases of the table that need no English to be seen."""
        del article
        said = lens.target.fact(line)
        numbers = {number for word in _by_word().keys() & said.where.keys() for number in _by_word()[word]}
        for number in sorted(numbers):
            row, phrases = _calques()[number]
            for place in phrases.places(said):
                where = said.range(*place)
                yield Hit(
                    target=where,
                    message=f"Word for word from “{row['english_trigger']}”: {row['why']}."
                    f" Perhaps {row['suggestion']}.",
                    severity=Severity(row["default_severity"]),
                    tier=Tier.WARNING if row["confidence"] == "high" else Tier.HINT,
                )


@lru_cache(maxsize=1)
def _calques() -> tuple[tuple[dict[str, str], Phrases], ...]:
    return tuple(
        (dict(row), Phrases(alternatives(row["hindi_patterns"])))
        for row in rows("calques")
        if row["confidence"] != _TRIGGERED
    )


@lru_cache(maxsize=1)
def _by_word() -> dict[str, tuple[int, ...]]:
    """The rows by the longest word of each pattern, as lines have it."""
    made: dict[str, set[int]] = {}
    for number, (row, _) in enumerate(_calques()):
        for form in alternatives(row["hindi_patterns"]):
            made.setdefault(max(plain(form).rstrip("*").split(), key=len), set()).add(number)
    return {word: tuple(numbers) for word, numbers in made.items()}


_OURS = Style(boilerplate=(Boilerplate(english="read more.*", hindi="यह भी पढ़ें"),))


class FixedLine(Check):
    """A credit line, disclaimer or link that has a fixed Hindi form and was translated word for word."""

    id, code, title = "style.boilerplate", "S02", "Fixed line"
    tier, type, severity = Tier.WARNING, "style/organizational", Severity.MINOR
    uses = frozenset({Need.ENGLISH})
    examples = (
        found("रॉयटर्स ने इस लेख में योगदान दिया।", "लेख में योगदान दिया"),
        found("हमारा अनुसरण करें", "हमारा अनुसरण करें", source="Follow us on X"),
        found("और पढ़िए", "और पढ़िए", source="Read more", style=_OURS, suggestion="यह भी पढ़ें"),
        silent("(रॉयटर्स के इनपुट के साथ)", source="(Reporting by Jane Doe)"),
        silent("यह भी पढ़ें", source="Read more", style=_OURS),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield lines of the desk's own table, then literal translations that are known."""
        text = lens.target.text
        if lens.source is not None and len(lens.source.text) <= _LINE:
            for own in article.style.boilerplate:
                if _matches(own.english, lens.source.text) and own.hindi.strip() != text.strip():
                    start = len(text) - len(text.lstrip())
                    yield Hit(
                        target=Range(start, len(text.rstrip())),
                        english=Range(0, len(lens.source.text)),
                        message=f"This line is always “{own.hindi}”.",
                        suggestion=own.hindi,
                    )
                    return
        said = lens.target.fact(line)
        for right, phrases in _literal():
            for place in phrases.places(said):
                yield Hit(target=said.range(*place), message=f"Fixed line; the usual form is “{right}”.")
                return


_LINE = 400
_PATIENCE = 0.05


def _matches(pattern: str, text: str) -> bool:
    """Whether a desk's pattern is the whole line; one that is wrong or slow is not."""
    try:
        compiled = _compiled(pattern)
        return compiled is not None and compiled.fullmatch(text.strip(), timeout=_PATIENCE) is not None
    except TimeoutError:
        return False


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> regex.Pattern[str] | None:
    try:
        return regex.compile(pattern, regex.IGNORECASE)
    except regex.error:
        return None


@lru_cache(maxsize=1)
def _literal() -> tuple[tuple[str, Phrases], ...]:
    return tuple((row["hindi"], Phrases(alternatives(row["literal"]))) for row in rows("boilerplate"))


class Register(Check):
    """A heavy Sanskrit word, or a needless English one, where news has a common word."""

    id, code, title = "style.register", "S03", "Heavy or foreign word"
    tier, type, severity = Tier.HINT, "style/language-register", Severity.MINOR
    examples = (
        found("यह नवीनतम जानकारी है।", "नवीनतम", suggestion="ताज़ा"),
        found("गवर्नमेंट ने कहा।", "गवर्नमेंट", suggestion="सरकार"),
        silent("यह ताज़ा जानकारी है।"),
        silent("नियम एवं शर्तें लागू।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield words of the table; a fixed phrase keeps its एवं."""
        del article
        table = _register()
        for token in lens.target.tokens:
            common = table.get(token.text)
            if common is None or _KEPT.search(lens.target.text, max(0, token.start - 20), token.end + 12):
                continue
            yield Hit(
                target=Range(token.start, token.end),
                message=f"News says “{common}”.",
                suggestion=common,
            )


_KEPT = regex.compile("नियम एवं शर्त|अनुसूचित जाति एवं|विज्ञान एवं|सूचना एवं|कला एवं|मंत्रालय एवं")


@lru_cache(maxsize=1)
def _register() -> dict[str, str]:
    return {row["heavy"]: row["common"] for row in rows("register")}


_BANNED = Style(banned=(BannedWord(word="आत्महत्या कर ली", instead=("मृत पाए गए",), note="House rule."),))


class DisallowedTerm(Check):
    """A word that the desk does not print: slurs, and what its own list forbids."""

    id, code, title = "style.disallowed-term", "S08", "Not printed here"
    tier, type, severity = Tier.ERROR, "audience-appropriateness/offensive", Severity.CRITICAL
    examples = (
        found("उसने अछूत कहा।", "अछूत", suggestion="दलित"),
        found("उन्होंने आत्महत्या कर ली।", "आत्महत्या कर ली", style=_BANNED, suggestion="मृत पाए गए"),
        silent("उन्होंने आत्महत्या कर ली।"),
        silent("दलित समुदाय के लोग आए।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield words of the desk's list, then of the shipped one."""
        text = lens.target.text
        for word in (*article.style.banned, *_shipped()):
            if word.word not in text:
                continue
            for match in _whole(word.word).finditer(text):
                yield Hit(
                    target=Range(*match.span()),
                    message=word.note or f"“{word.word}” is not printed here.",
                    suggestion=word.instead[0] if word.instead else None,
                    severity=word.severity,
                )


@lru_cache(maxsize=1)
def _shipped() -> tuple[BannedWord, ...]:
    return tuple(
        BannedWord(word=row["word"], instead=alternatives(row["instead"]), note=row["note"])
        for row in rows("banned_words")
    )


@lru_cache(maxsize=2048)
def _whole(word: str) -> regex.Pattern[str]:
    return regex.compile(f"{BEFORE}{regex.escape(word)}{AFTER}")

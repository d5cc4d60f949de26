"""Words that carry meaning in either language, and where they stand in a text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from reviewer.checks.lens import Lens, Text
from reviewer.domain.finding import Tier
from reviewer.domain.span import Range, Side
from reviewer.text.lexicon import alternatives, rows

BAR = "¦"
"""Stands in a line for punctuation between two words."""
_PLAIN = {0x093C: None, 0x0901: "\u0902", 0x200C: None, 0x200D: None, 0x2018: "'", 0x2019: "'"}
_MARKS = frozenset(".,;:!?।॥…—–()[]\n")


def plain(text: str) -> str:
    """Return a text without case, nukta, chandrabindu and joiners: as words are looked up."""
    return text.translate(_PLAIN).lower()


class Line:
    """The words of a text in plain spelling, one blank apart, with bars for the punctuation."""

    __slots__ = ("_ends", "_starts", "is_hindi", "where", "words")

    def __init__(self, text: Text) -> None:
        tokens, whole = text.tokens, text.text
        said = plain("\n".join([token.text for token in tokens])).split("\n") if tokens else []
        parts: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        end = 0
        for token, word in zip(tokens, said, strict=True):
            start = token.start
            if start - end > 1 and end and not _MARKS.isdisjoint(whole[end:start]):
                parts.append(BAR)
                self._starts.append(end)
                self._ends.append(end)
            parts.append(word.strip("'"))
            end = token.end
            self._starts.append(start)
            self._ends.append(end)
        self.words = tuple(parts)
        self.is_hindi = any(token.is_hindi for token in tokens)
        self.where: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(parts):
            self.where[word].append(place)

    def range(self, first: int, count: int = 1) -> Range:
        """Return where so many words stand in the text."""
        return Range(self._starts[first], self._ends[first + count - 1])


def line(text: Text) -> Line:
    """Return the words of a text; a fact."""
    return Line(text)


class Phrases:
    """Words and phrases of a table; a star at the end stands for any ending of the last word."""

    __slots__ = ("_by_first", "_stems")

    def __init__(self, forms: Iterable[str]) -> None:
        by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        stems: list[str] = []
        for form in forms:
            parts = tuple(plain(form).split())
            if len(parts) == 1 and form.endswith("*"):
                stems.append(parts[0][:-1])
            else:
                by_first[parts[0]].append(parts)
        self._by_first = {
            first: tuple(sorted(found, key=len, reverse=True)) for first, found in by_first.items()
        }
        self._stems = tuple(stems)

    @property
    def firsts(self) -> frozenset[str]:
        """The words that phrases begin with, without those that any ending may follow."""
        return frozenset(self._by_first)

    def are_in(self, words: Line) -> bool:
        """Whether any of them stands there."""
        return next(self.places(words), None) is not None

    def places(self, words: Line) -> Iterator[tuple[int, int]]:
        """Yield first word and number of words of each, in order and apart, the longest at each place."""
        known, stems = self._by_first, self._stems
        firsts = known.keys() & words.where.keys()
        if stems:
            firsts |= {word for word in words.where if word.startswith(stems)}
        end = 0
        for place in sorted(place for word in firsts for place in words.where[word]):
            if place < end:
                continue
            word = words.words[place]
            counts = (len(parts) for parts in known.get(word, ()) if _stands(parts, words.words, place))
            count = next(counts, 0) or int(word.startswith(stems))
            if count:
                yield place, count
                end = place + count


def _stands(parts: tuple[str, ...], words: tuple[str, ...], place: int) -> bool:
    last = len(parts) - 1
    if not parts[last].endswith("*"):
        return words[place : place + len(parts)] == parts
    return (
        words[place : place + last] == parts[:last]
        and place + last < len(words)
        and words[place + last].startswith(parts[last][:-1])
    )


class Cue:
    """One row of `meaning_cues.tsv`: what the English says and what may stand for it in Hindi."""

    __slots__ = ("against", "also", "check", "english", "hindi", "licence", "name", "tier")

    def __init__(self, row: dict[str, str]) -> None:
        self.check, self.name = row["check"], row["name"]
        self.english = alternatives(row["english"])
        self.licence = Phrases(self.english)
        self.hindi = Phrases(alternatives(row["hindi"]))
        self.also = Phrases(alternatives(row["also"]))
        self.against = Phrases(alternatives(row["against"]))
        self.tier = Tier(row["tier"]) if row["tier"] else Tier.HINT


@lru_cache(maxsize=1)
def cues() -> tuple[Cue, ...]:
    """Return the table in its order."""
    return tuple(Cue(dict(row)) for row in rows("meaning_cues"))


@lru_cache(maxsize=1)
def _book() -> dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]:
    """The English phrases by their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Cue]]] = defaultdict(list)
    for cue in cues():
        for phrase in cue.english if cue.check != "extra" else ():
            words = tuple(plain(phrase).split())
            found[words[0]].append((words, cue))
    return {first: tuple(sorted(known, key=lambda pair: -len(pair[0]))) for first, known in found.items()}


def english_cues(text: Text) -> tuple[tuple[Cue, Range], ...]:
    """Return the cues of the table in an English text, in order, the longest at each place; a fact."""
    words, book = text.fact(line), _book()
    found: list[tuple[Cue, Range]] = []
    end = 0
    for place in sorted(place for word in book.keys() & words.where.keys() for place in words.where[word]):
        if place < end:
            continue
        for parts, cue in book[words.words[place]]:
            if _is_said(parts, words.words, place):
                piece = words.range(place, len(parts) - (parts[-1] in _SIGNS))
                end = place + len(parts)
                if not (parts == ("may",) and text.text[piece.start] == "M"):
                    found.append((cue, piece))
                break
    return tuple(found)


_SIGNS = frozenset({"#", "+s"})
"""In a phrase of the table: a number, and a plural."""
_PLURALS = frozenset({"people", "women", "men", "children"})


def _is_said(parts: tuple[str, ...], words: tuple[str, ...], place: int) -> bool:
    if parts[-1] not in _SIGNS:
        return words[place : place + len(parts)] == parts
    last = place + len(parts) - 1
    if last >= len(words) or words[place:last] != parts[:-1]:
        return False
    if parts[-1] == "#":
        return words[last][:1].isdigit() or words[last] in _numbers()
    return words[last].endswith("s") or words[last] in _PLURALS


@lru_cache(maxsize=1)
def _numbers() -> frozenset[str]:
    forms = ((row["primary"], *alternatives(row["variants"])) for row in rows("number_words_en"))
    return frozenset(form for each in forms for form in each if form not in {"one", "once"})


def english(lens: Lens) -> tuple[Text, Side] | None:
    """Return the English to compare with and which it is: the source, or else the back-translation.

    A source in another script is none.
    """
    for text, side in ((lens.source, Side.SOURCE), (lens.back, Side.BACK_TRANSLATION)):
        if text is not None and text.fact(_is_latin):
            return text, side
    return None


def _is_latin(text: Text) -> bool:
    """Whether most words, of the first ones, are in Latin letters."""
    first = text.tokens[:20]
    return 2 * sum(token.text[0].isascii() or not token.is_hindi for token in first) >= len(first)


def weighed(tier: Tier, side: Side) -> Tier:
    """Return how sure a finding is that rests on this English: an error needs the source."""
    return Tier.WARNING if tier is Tier.ERROR and side is Side.BACK_TRANSLATION else tier

"""What all checks of grammar ask about a text: its words in plain spelling, and how they hang together."""

from collections.abc import Iterator

from reviewer.checks.grammar.form import Noun, Verb, nouns, plain, verbs
from reviewer.checks.lens import Text, Token
from reviewer.domain.span import Range

_JOINERS = frozenset({" ", "\u00a0", "  "})


class Line:
    """The words of a text. `joined[i]` tells that nothing but space stands between word i and the next."""

    __slots__ = ("bag", "gaps", "joined", "nouns", "tokens", "verbs", "words")

    def __init__(self, text: Text) -> None:
        self.tokens: tuple[Token, ...] = text.tokens
        self.words: list[str] = (
            plain("\n".join([token.text for token in self.tokens])).split("\n") if self.tokens else []
        )
        whole = text.text
        ends = [token.end for token in self.tokens]
        starts = [token.start for token in self.tokens[1:]]
        self.gaps = [whole[end:start] for end, start in zip(ends, starts, strict=False)]
        self.gaps.append(whole[ends[-1] :] if ends else "")
        self.joined = [gap in _JOINERS for gap in self.gaps[:-1]]
        self.joined.append(False)
        self.bag = frozenset(self.words)
        known_nouns, known_verbs = nouns(), verbs()
        self.nouns: list[Noun | None] = [known_nouns.get(word) for word in self.words]
        self.verbs: list[Verb | None] = [known_verbs.get(word) for word in self.words]

    def __len__(self) -> int:
        return len(self.words)

    def after(self, place: int) -> str:
        """Return the word that follows with nothing between, or ''."""
        return self.words[place + 1] if self.joined[place] else ""

    def before(self, place: int) -> str:
        """Return the word that stands right before, or ''."""
        return self.words[place - 1] if place and self.joined[place - 1] else ""

    def range(self, first: int, last: int | None = None) -> Range:
        """Return the place of one word, or of several."""
        return Range(self.tokens[first].start, self.tokens[first if last is None else last].end)

    def places(self, *wanted: str) -> Iterator[int]:
        """Yield where these words stand."""
        if self.bag.isdisjoint(wanted):
            return
        for place, word in enumerate(self.words):
            if word in wanted:
                yield place


def line(text: Text) -> Line:
    """Read a text; a fact."""
    return Line(text)

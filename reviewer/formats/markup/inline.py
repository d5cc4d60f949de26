"""Inline elements of a unit as codes, one private character each, and back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

import regex

from reviewer.domain.code import FIRST_LETTER, LAST_LETTER, MOST_CODES, Code, CodeKind
from reviewer.formats.field import RecordError
from reviewer.formats.markup.splice import Bytes, escaped
from reviewer.formats.markup.walk import Node

_HOLDING = frozenset({"ph", "bpt", "ept", "it", "ut"})
"""Elements whose content is the code itself."""
_ANNOTATIONS = frozenset({"mrk", "sm", "em"})
_PRIVATE = regex.compile(f"[{FIRST_LETTER}-{LAST_LETTER}]")
_ANY_PRIVATE = regex.compile(f"[{FIRST_LETTER}-\U000f0fff]")


@dataclass(frozen=True, slots=True)
class Rule:
    """How one kind of inline element is shown."""

    kind: CodeKind | None = None
    """What it does; absent for an element around text, which gives two codes."""
    pairs_by: tuple[str, ...] = ("id",)
    """The attributes that both ends of a pair share, the first one that is there."""
    side: str = ""
    """The attribute that says which end it is, where one name serves for both."""


Rules = Mapping[str, Rule]
_ENDS: Final = {"open": CodeKind.OPENING, "begin": CodeKind.OPENING} | {
    "close": CodeKind.CLOSING,
    "end": CodeKind.CLOSING,
}


class Place(NamedTuple):
    """Where in a text an annotation lies, from before its own code to behind it."""

    node: Node
    start: int
    end: int


class Coder:
    """The inline codes of one unit: the same in its source and target."""

    def __init__(
        self,
        rules: Rules,
        *,
        data_of: Callable[[Node], str] | None = None,
        is_passed: Callable[[Node], bool] | None = None,
    ) -> None:
        self._rules = rules
        self._data_of = data_of or _shown
        self._is_passed = is_passed
        self._numbers: dict[tuple[str, ...], int] = {}
        self._codes: dict[str, Code] = {}
        self._markup: dict[str, bytes] = {}
        self._elements: set[int] = set()

    def text(self, node: Node, raw: Bytes | None = None, places: "list[Place] | None" = None) -> str:
        """Return the text in an element with a private character for every inline element.

        With `raw`, what each character stands for is remembered for `expand`; what is read last holds.
        `places` receives the annotations in it (`mrk`, `sm`, `em`) and what they go around.
        """
        children = node.children
        if not children:
            return ""
        if len(children) == 1 and isinstance(children[0], str) and not _PRIVATE.search(children[0]):
            return children[0]
        pieces: list[str] = []
        self._collect(node, pieces, raw, [] if places is None else places)
        return "".join(pieces)

    def codes_in(self, *texts: str) -> tuple[Code, ...]:
        """Return the codes that stand in these texts, in order of first sight."""
        if not self._codes:
            return ()
        joined = "".join(texts)
        return tuple(code for letter, code in self._codes.items() if letter in joined)

    def expand(self, text: str, extra: Mapping[str, bytes] | None = None) -> bytes:
        """Return the content of an element: text escaped, codes as the elements they stand for.

        `extra` says what other private characters stand for.
        """
        markup = {**self._markup, **(extra or {})}
        pieces: list[bytes] = []
        at = 0
        text = _nested(text, self._elements)
        for match in _ANY_PRIVATE.finditer(text):
            pieces.append(escaped(text[at : match.start()]).encode("utf-8"))
            # A letter of the same range that was in the text itself stands for itself.
            pieces.append(markup.get(match.group(), match.group().encode("utf-8")))
            at = match.end()
        return b"".join((*pieces, escaped(text[at:]).encode("utf-8")))

    def knows(self, letter: str) -> bool:
        """Whether a private character stands for an element of this unit."""
        return letter in self._markup

    def _collect(self, node: Node, pieces: list[str], raw: Bytes | None, places: "list[Place]") -> None:
        for child in node.children:
            if isinstance(child, str):
                pieces.append(
                    child if child.isascii() or not _PRIVATE.search(child) else self._literal(child)
                )
                continue
            is_annotation = child.name in _ANNOTATIONS
            start = sum(map(len, pieces)) if is_annotation else 0
            rule = self._rules.get(child.name)
            if is_annotation and self._is_passed is not None and self._is_passed(child):
                self._collect(child, pieces, raw, places)
            elif child.name == "cp":
                pieces.append(_character(child))
            elif rule is None or rule.kind is not None:
                pieces.append(self._alone(child, rule or Rule(CodeKind.STANDALONE), raw))
            else:
                opening, closing = self._around(child, rule, raw)
                pieces.append(opening)
                self._collect(child, pieces, raw, places)
                pieces.append(closing)
            if is_annotation:
                places.append(Place(child, start, sum(map(len, pieces))))

    def _literal(self, text: str) -> str:
        return _PRIVATE.sub(
            lambda match: self._letter(
                CodeKind.STANDALONE,
                ("letter", match.group()),
                f"U+{ord(match.group()):X}",
                "",
                match.group().encode(),
            ),
            text,
        )

    def _alone(self, node: Node, rule: Rule, raw: Bytes | None) -> str:
        kind = _ENDS.get(node.attributes.get(rule.side, ""), CodeKind.STANDALONE) if rule.side else rule.kind
        markup = raw.data[node.start : raw.end(node)] if raw else b""
        return self._letter(
            kind or CodeKind.STANDALONE,
            self._key(node, rule),
            self._data_of(node),
            node.attributes.get("id", ""),
            markup,
        )

    def _around(self, node: Node, rule: Rule, raw: Bytes | None) -> tuple[str, str]:
        key, name = self._key(node, rule), node.attributes.get("id", "")
        opening = closing = b""
        if raw is not None and raw.is_closed_at_once(node):
            tag = raw.tag(node)
            opening = tag[:-2].rstrip() + b">"
            closing = b"</" + raw.prefix(node).encode() + node.name.encode() + b">"
        elif raw is not None:
            opening, closing = raw.tag(node), raw.data[node.close : raw.end(node)]
        letters = (
            self._letter(CodeKind.OPENING, key, self._data_of(node), name, opening),
            self._letter(CodeKind.CLOSING, key, f"</{node.name}>", name, closing),
        )
        self._elements.add(self._numbers[key])
        return letters

    def _key(self, node: Node, rule: Rule) -> tuple[str, ...]:
        for attribute in rule.pairs_by:
            if value := node.attributes.get(attribute):
                family = "pair" if rule.kind in {CodeKind.OPENING, CodeKind.CLOSING} else node.name
                return family, value
        return node.name, "", self._data_of(node)

    def _letter(self, kind: CodeKind, key: tuple[str, ...], data: str, name: str, markup: bytes) -> str:
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        if number > MOST_CODES:
            raise RecordError(f"one unit has more than {MOST_CODES:,} inline codes")
        letter, code = _coded(kind, number, data, name)
        self._codes.setdefault(letter, code)
        self._markup[letter] = markup
        return letter


@lru_cache(maxsize=4096)
def _coded(kind: CodeKind, number: int, data: str, name: str) -> tuple[str, Code]:
    code = Code(kind, number, data, name)
    return code.letter, code


def _shown(node: Node) -> str:
    """Show an element as its tag, or as the code that it holds."""
    if node.name in _HOLDING and (held := node.text().strip()):
        return held
    for attribute in ("equiv-text", "disp", "equiv"):
        if value := node.attributes.get(attribute):
            return value
    told = [f'{name.rpartition(" ")[2]}="{value}"' for name, value in node.attributes.items()]
    return f"<{' '.join((node.name, *told))}>"


def _character(node: Node) -> str:
    """Return what stands for a character that XML cannot hold, which XLIFF 2 writes as its number."""
    try:
        number = int(node.attributes.get("hex", ""), 16)
        return "\ufffd" if 0xD800 <= number < 0xE000 else chr(number)
    except (ValueError, OverflowError):
        return "\ufffd"


def _nested(text: str, elements: set[int]) -> str:
    """Return the text with the codes of elements so that each closes what was opened last.

    An editor can move codes; a closing one that comes too early waits, one before its opening follows it.
    """
    pieces: list[str] = []
    open_now: list[int] = []
    waiting: set[int] = set()
    early: set[int] = set()
    at = 0
    for match in _PRIVATE.finditer(text):
        kind, number = divmod(ord(match.group()) - ord(FIRST_LETTER), MOST_CODES + 1)
        if number not in elements or kind > 1:
            continue
        pieces.append(text[at : match.start()])
        at = match.end()
        if kind == 0:
            open_now.append(number)
            pieces.append(match.group())
            if number in early:
                early.discard(number)
                waiting.add(number)
        elif number not in open_now:
            early.add(number)
            continue
        else:
            waiting.add(number)
        while open_now and open_now[-1] in waiting:
            waiting.discard(open_now[-1])
            pieces.append(Code(CodeKind.CLOSING, open_now.pop()).letter)
    pieces.append(text[at:])
    pieces += (Code(CodeKind.CLOSING, number).letter for number in reversed(open_now))
    return "".join(pieces)

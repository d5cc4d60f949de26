"""Which stretches of a source are text: of plain text, Markdown, web pages, Word and OpenDocument XML."""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from reviewer.formats.shape.letter import Run, Writing

PLAIN = Writing()
MARKDOWN = Writing(has_references=True, marks=frozenset("*_`~[]|\\<>"))
MARKUP = Writing(has_references=True)

_LINE = regex.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_LEAD = regex.compile(r"[ \t]*+(?:>[ \t]?)*+(?:#{1,6}(?=[ \t])|[-+*](?=[ \t]))?[ \t]*+")
_NUMBER = regex.compile(r"\d{1,9}[.)][ \t]+|[A-Za-z]{1,20}:[ \t]*[\"']?")
# What is never closed reaches to the end, so that no stretch is searched more than once.
_OUTSIDE = regex.compile(
    r"\]\([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+(?:[ \t]++(?:\"[^\"]*+\"|'[^']*+'))?+[ \t]*+\)"
    r"|\]\[[^\]]*+\]|!(?=\[)"
    r"|<!--(?:.*?-->|.*+)|</?[A-Za-z][A-Za-z0-9-]*+(?:\s[^<>]*+)?/?>"
)
_TAG = regex.compile(
    r"<!--(?:.*?-->|.*+)|<!\[CDATA\[(?:.*?\]\]>|.*+)"
    r"|<(script|style|title|noscript|template)\b(?:[^>\"']|\"[^\"]*+\"|'[^']*+')*+>(?:.*?</\1\s*+>|.*+)"
    r"|<(/?)([A-Za-z][^\s/>]*+)(?:[^>\"']|\"[^\"]*+\"|'[^']*+')*+>"
    r"|<[!?][^>]*+>|<[A-Za-z/!?].*+",
    regex.DOTALL | regex.IGNORECASE,
)
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q rp rt ruby s samp small span"  # noqa: SIM905
    " strike strong sub sup time tt u var wbr img".split()
)


@dataclass(frozen=True, slots=True)
class Rule:
    """Which elements of an XML file hold text; names are without prefix."""

    holding: frozenset[str]
    passed: frozenset[str]
    bordering: frozenset[str]
    needs_space_attribute: bool = False


WORD = Rule(
    holding=frozenset({"t"}),
    passed=frozenset({"del", "moveFrom", "Fallback", "rt", "sdtPr"}),
    bordering=frozenset({"p", "br", "cr"}),
    needs_space_attribute=True,
)
OPEN_DOCUMENT = Rule(
    holding=frozenset({"p", "h"}),
    passed=frozenset(
        {"tracked-changes", "note", "annotation", "forms", "ruby-text", "title", "desc", "hidden-paragraph"}
    ),
    bordering=frozenset({"p", "h", "line-break"}),
)


def plain_runs(source: str) -> Iterator[Run]:
    """Yield the lines of a text."""
    for line in _LINE.finditer(source):
        yield Run(line.start(), line.start())
        yield Run(line.start(), line.end())


def markdown_runs(source: str) -> Iterator[Run]:
    """Yield what is text of Markdown: no marks of blocks, no addresses of links, no tags."""
    for line in _LINE.finditer(source):
        lead = _LEAD.match(source, line.start(), line.end())
        start = lead.end() if lead else line.start()
        yield Run(start, start)
        if number := _NUMBER.match(source, start, line.end()):
            yield Run(start, number.end())
            start = number.end()
            yield Run(start, start)
        for outside in _OUTSIDE.finditer(source, start, line.end()):
            if outside.start() > start:
                yield Run(start, outside.start())
            start = outside.end()
        if line.end() > start:
            yield Run(start, line.end())


def page_runs(source: str) -> Iterator[Run]:
    """Yield the text of a web page: no tags, comments, scripts."""
    at = 0
    for tag in _TAG.finditer(source):
        if tag.start() > at:
            yield Run(at, tag.start())
        at = tag.end()
        if (tag[3] or "p").lower() not in _INLINE:
            yield Run(at, at)
    if at < len(source):
        yield Run(at, len(source))


def xml_runs(source: str, rule: Rule) -> Iterator[Run]:
    """Yield the text of an XML file within the elements that a rule names."""
    at = holding = passed = 0
    opened: tuple[int, int] | None = None
    for tag in _TAG.finditer(source):
        if tag.start() > at and holding and not passed:
            yield Run(at, tag.start(), opened)
        at = tag.end()
        opened = None
        if not tag[3]:
            continue
        name = tag[3].rpartition(":")[2]
        is_empty = source[at - 2] == "/"
        if name in rule.bordering and not tag[2]:
            yield Run(at, at)
        step = 0 if is_empty else -1 if tag[2] else 1
        holding += step * (name in rule.holding)
        passed += step * (name in rule.passed)
        if rule.needs_space_attribute and step == 1 and name in rule.holding:
            opened = (tag.start(), at)

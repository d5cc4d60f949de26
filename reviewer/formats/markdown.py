"""Markdown: the text without its marks."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from lxml import html
from lxml.etree import ParserError
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reviewer.domain.draft import Article
from reviewer.domain.error import ReviewerError
from reviewer.formats.content import kept, load, shown_name, shown_stem
from reviewer.formats.encoding import decode
from reviewer.formats.outline import Block, Style, outline

MAX_BYTES = 8 * 2**20
_MAX_NESTING = 60
FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_ENTRY = re.compile(
    r"^(title|subtitle|standfirst|deck)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE | re.IGNORECASE
)
_FINAL = re.compile(r"[।॥.?!…|][\"'”’)\]]*$")
_LONG_LINE = 120
_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LEVELS = {"h1": Style.HEADING_1, "h2": Style.HEADING_2}


def read(path: Path, *, encoding: str | None = None) -> Article:
    """Read a Markdown file of at most 8 MB; raise ReviewerError or UnknownEncoding."""
    data = load(path, limit=MAX_BYTES)
    decoded = decode(data, encoding, file=path.name)
    front = FRONT.match(decoded.text)
    blocks = list(_front_blocks(front.group(1))) if front else []
    body = decoded.text[front.end() :] if front else decoded.text
    blocks += _blocks(_tokens(body, path.name))
    return Article(
        title=shown_stem(path),
        paragraphs=outline(blocks),
        origin=shown_name(path),
        encoding=decoded.encoding,
        original=None if encoding else kept(path, "markdown", data),
    )


def _tokens(body: str, file: str) -> list[Token]:
    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable(["table", "strikethrough"])
    tokens = parser.parse(body)
    for token in tokens:
        if token.level >= _MAX_NESTING - 1:  # what lies deeper the parser drops without a word
            raise ReviewerError(
                "lists or quotations are nested too deeply",
                file=file,
                place=f"line {token.map[0] + 1}" if token.map else "",
                remedy="Indent them less.",
            )
    return tokens


def _front_blocks(front: str) -> Iterator[Block]:
    for name, value in _ENTRY.findall(front):
        text = value[1:-1] if value[:1] == value[-1:] and value[:1] in "\"'" and len(value) > 1 else value
        yield Block(text, Style.TITLE if name.lower() == "title" else Style.SUBTITLE)


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    style = Style.TEXT
    for token in tokens:
        if token.type == "heading_open":
            style = _LEVELS.get(token.tag, Style.HEADING)
        elif token.type == "heading_close":
            style = Style.TEXT
        elif token.type == "inline":
            yield _inline_block(token.children or [], style)
        elif token.type in {"fence", "code_block"}:
            yield Block(token.content)
        elif token.type == "html_block":
            yield Block(_text_of_html(token.content))


def _inline_block(tokens: Sequence[Token], style: Style) -> Block:
    written = [token for token in tokens if token.type == "image" or token.content.strip()]
    if len(written) == 1 and written[0].type == "image":
        return Block("".join(each.content for each in written[0].children or ()), Style.CAPTION)
    parts = [[""]]
    for token in tokens:
        if token.type == "hardbreak" or (
            token.type == "html_inline" and _BREAK_TAG.fullmatch(token.content.strip())
        ):
            parts.append([""])
        elif token.type == "softbreak":
            parts[-1].append("")
        elif token.type in {"text", "code_inline"}:
            parts[-1][-1] += token.content
    return Block("\n".join(map(_joined, parts)), style)


def _joined(lines: list[str]) -> str:
    """Join the lines of one paragraph; long lines that end a sentence are paragraphs of their own."""
    is_paragraph_a_line = max(map(len, lines)) > _LONG_LINE
    text = lines[0]
    for before, line in pairwise(lines):
        is_break = is_paragraph_a_line and _FINAL.search(before.rstrip())
        text += ("\n" if is_break else " ") + line
    return text


def _text_of_html(source: str) -> str:
    try:
        element = html.fragment_fromstring(source, create_parent="div")
    except (ParserError, ValueError):
        return ""
    for child in element.xpath(".//script | .//style | .//comment()"):
        child.drop_tree()
    return str(element.text_content())

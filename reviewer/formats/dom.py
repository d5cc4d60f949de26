"""A web page as a list of its text blocks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from reviewer.formats.boilerplate import is_boilerplate
from reviewer.formats.outline import Style

_BLOCKS = frozenset(
    "address article blockquote body caption center dd details div dl"  # noqa: SIM905 - a list of words
    " dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hgroup hr html li main ol p pre"
    " section summary table tbody td tfoot th thead tr ul".split()
)
_DIVIDERS = _BLOCKS | {"nav", "aside", "footer", "iframe"}
_TAG_STYLES = {
    "h1": Style.HEADING_1,
    "h2": Style.HEADING_2,
    "h3": Style.HEADING,
    "h4": Style.HEADING,
    "h5": Style.HEADING,
    "h6": Style.HEADING,
    "figcaption": Style.CAPTION,
    "caption": Style.CAPTION,
    "time": Style.CREDIT,
}
_NAMED = (
    (
        Style.SUBTITLE,
        re.compile(
            r"stand-?first|\bdek\b|\bdeck\b|sub-?title|\bsub[_-]?head(?:line|ing)?\b|synopsis|\blede\b"
            r"|summary|excerpt|\bintro\b|MsoSubtitle",
            re.IGNORECASE,
        ),
    ),
    (Style.CAPTION, re.compile(r"caption|\bcap\b", re.IGNORECASE)),
    (
        Style.CREDIT,
        re.compile(
            r"byline|\bauthor|dateline|posted-?on|publish|entry-meta|post-meta|copyright"
            r"|photo-?credit|\bcredit",
            re.IGNORECASE,
        ),
    ),
    (Style.TITLE, re.compile(r"MsoTitle", re.IGNORECASE)),
)
_PROPERTIES = {"headline": Style.HEADING_1, "alternativeheadline": Style.SUBTITLE, "author": Style.CREDIT}
_WHOLE = frozenset({"html", "body", "main", "article"})
_BLANKS = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A run of text between block borders."""

    text: str
    style: Style
    link_share: float
    """Share of its characters that are link text."""
    path: tuple[HtmlElement, ...]
    """The block elements it stands in, outermost first."""


@dataclass(frozen=True, slots=True)
class _Place:
    path: tuple[HtmlElement, ...] = ()
    style: Style = Style.TEXT
    is_link: bool = False
    is_preformatted: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    place: _Place


def text_blocks(root: HtmlElement) -> list[TextBlock]:
    """All blocks of a page in reading order, without what is boilerplate by its own mark-up."""
    weight = len(root.text_content())
    blocks: list[TextBlock] = []
    pieces: list[_Piece] = []
    for piece in (*_walk(root, _Place(), weight), None):
        if piece is not None:
            pieces.append(piece)
        elif pieces:
            blocks += _block(pieces)
            pieces = []
    return blocks


def _block(pieces: list[_Piece]) -> Iterator[TextBlock]:
    text = re.sub(r" ?\n ?", "\n", re.sub(" +", " ", "".join(piece.text for piece in pieces))).strip()
    told = [piece for piece in pieces if piece.text.strip()]
    if not told or not text:
        return
    styles = {piece.place.style for piece in told}
    linked = sum(len(piece.text.strip()) for piece in told if piece.place.is_link)
    yield TextBlock(
        text,
        styles.pop() if len(styles) == 1 else _shared_style(told),
        min(1.0, linked / max(1, sum(len(piece.text.strip()) for piece in told))),
        told[0].place.path,
    )


def _shared_style(pieces: Iterable[_Piece]) -> Style:
    """The style that most of the text has."""
    lengths: dict[Style, int] = {}
    for piece in pieces:
        lengths[piece.place.style] = lengths.get(piece.place.style, 0) + len(piece.text)
    return max(lengths, key=lambda style: lengths[style])


def _walk(element: HtmlElement, place: _Place, weight: int) -> Iterator[_Piece | None]:
    """Pieces of text, and None at each border of a block."""
    is_block = element.tag in _BLOCKS
    place = _inside(element, place, is_block=is_block)
    if is_block:
        yield None
    yield _piece(element.text, place)
    for child in element:
        if child.tag == "br":
            yield _Piece("\n", place)
        elif isinstance(child.tag, str) and _is_dropped(child, weight):
            if child.tag in _DIVIDERS:
                yield None
        elif isinstance(child.tag, str):
            yield from _walk(child, place, weight)
        yield _piece(child.tail, place)
    if is_block:
        yield None


def _inside(element: HtmlElement, outer: _Place, *, is_block: bool) -> _Place:
    return replace(
        outer,
        path=(*outer.path, element) if is_block else outer.path,
        style=_style(element) or outer.style,
        is_link=outer.is_link or element.tag == "a",
        is_preformatted=outer.is_preformatted or element.tag == "pre",
    )


def _style(element: HtmlElement) -> Style | None:
    named = _PROPERTIES.get(str(element.get("itemprop", "")).lower())
    if element.tag in _TAG_STYLES and named is None:
        named = _TAG_STYLES[element.tag]
    if named is Style.HEADING_1 or element.tag in _WHOLE:
        return named
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return next((style for style, pattern in _NAMED if pattern.search(names)), named)


def _piece(text: str | None, place: _Place) -> _Piece:
    if place.is_preformatted:
        return _Piece((text or "").replace("\r\n", "\n"), place)
    return _Piece(_BLANKS.sub(" ", text or ""), place)


def _is_dropped(element: HtmlElement, weight: int) -> bool:
    """Whether an element is boilerplate; a wrapper of most of the page is not, whatever it is called."""
    if not is_boilerplate(element):
        return False
    is_wrapper = element.tag in _BLOCKS and element.find(".//h1") is not None
    return not (is_wrapper and 2 * len(element.text_content()) > weight)

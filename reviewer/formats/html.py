"""Web pages: the article on them, without what stands around it."""

import codecs
import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from lxml import etree, html
from lxml.html import HtmlElement

from reviewer.domain.draft import Article
from reviewer.domain.error import ReviewerError
from reviewer.formats.boilerplate import is_lure
from reviewer.formats.content import kept, load, shown_name, shown_stem
from reviewer.formats.dom import TextBlock, text_blocks
from reviewer.formats.encoding import Decoded, decode
from reviewer.formats.outline import Block, Style, outline

MAX_BYTES = 32 * 2**20
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""\A\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]+)""", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[।॥.?!…”\"’)]\s*$")
_MIN_SENTENCE = 25
_ARTICLE_SHARE = 0.4
_DENSE_SHARE = 0.6
_ALL_LINK = 0.9
CUT_OFF = "Part of the page, from line {}, is nested too deeply and was left out."
_LIMIT_REACHED = "ERR_RESOURCE_LIMIT"
_AROUND_HEADLINE = frozenset({Style.SUBTITLE, Style.CREDIT, Style.CAPTION})


def read(path: Path, *, encoding: str | None = None) -> Article:
    """Read the article of a saved web page of at most 32 MB; raise ReviewerError or UnknownEncoding."""
    data = load(path, limit=MAX_BYTES)
    decoded = decode_page(data, encoding, path.name)
    root, cut_at = _parse(decoded.text, path.name)
    paragraphs = outline(_article_blocks(text_blocks(root), _title(root)))
    if cut_at is not None and not paragraphs:
        raise ReviewerError(
            "its elements are nested too deeply to be read",
            file=path.name,
            place=f"line {cut_at}",
            remedy="Copy the text from a browser into a text file.",
        )
    language = str(root.get("lang", ""))[:2].lower()
    return Article(
        title=_title(root) or shown_stem(path),
        paragraphs=paragraphs,
        origin=shown_name(path),
        language=language if language in {"hi", "en"} else None,
        encoding=decoded.encoding,
        warnings=() if cut_at is None else (CUT_OFF.format(cut_at),),
        original=None if encoding else kept(path, "html", data),
    )


def decode_page(data: bytes, encoding: str | None, file: str) -> Decoded:
    """Believe UTF-8 that is valid, then what the page declares; otherwise a person decides."""
    declared = _declared(data[:8192])
    if encoding is None and declared is not None and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            encoding = declared
    return decode(data, encoding, file=file)


def _declared(start: bytes) -> str | None:
    """The encoding a page names for itself; browsers read Latin-1 as Windows-1252."""
    match = _CHARSET.search(start) or _XML_ENCODING.search(start)
    if match is None:
        return None
    name = match.group(1).decode("ascii", "replace").lower()
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return None
    if known in {"iso8859-1", "ascii"}:
        return "cp1252"
    return None if known.startswith(("utf-8", "utf-16", "utf-32")) else known


def _parse(text: str, file: str) -> tuple[HtmlElement, int | None]:
    """The page, and the line from which it is nested too deeply and left out, if there is one."""
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReviewerError("the page holds no text", file=file) from error
    lines = (fault.line for fault in parser.error_log if fault.type_name == _LIMIT_REACHED)
    return root, next(lines, None)


def _title(root: HtmlElement) -> str:
    """The page's own title for the story, for use where it shows no headline."""
    for query in ("//meta[@property='og:title']/@content", "//head/title/text()"):
        found = root.xpath(query)
        if isinstance(found, list) and found and str(found[0]).strip():
            return " ".join(str(found[0]).split())
    return ""


def _article_blocks(blocks: list[TextBlock], title: str) -> list[Block]:
    container = _container(blocks)
    first = next((n for n, block in enumerate(blocks) if container in block.path), 0)
    headline = _headline(blocks, title, container)
    found = []
    for number, block in enumerate(blocks):
        is_inside = container is None or container in block.path
        is_opening = headline is not None and headline < number < first and block.style in _AROUND_HEADLINE
        if number == headline:
            found.append(Block(block.text, Style.TITLE))
        elif (is_inside or is_opening) and not is_lure(block.text, block.link_share):
            is_second = block.style is Style.HEADING_1 and headline is not None
            found.append(Block(block.text, Style.HEADING if is_second else block.style))
    return found


def _container(blocks: Sequence[TextBlock]) -> HtmlElement | None:
    """The element that holds the article: one that says so, or the innermost with most of the sentences."""
    weights: dict[HtmlElement, float] = defaultdict(float)
    total = 0.0
    for block in blocks:
        if not _is_sentence(block):
            continue
        # Longer paragraphs are likelier to be the story: lists of other stories have short ones.
        weight = (len(block.text) * (1 - block.link_share)) ** 1.5
        total += weight
        for element in block.path:
            weights[element] += weight
    named = [element for element in weights if _says_article(element)]
    best = max(named, key=lambda element: weights[element], default=None)
    if best is not None and weights[best] >= _ARTICLE_SHARE * total:
        return best
    dense = [element for element in weights if weights[element] >= _DENSE_SHARE * total]
    return dense[-1] if dense else None


def _is_sentence(block: TextBlock) -> bool:
    return len(block.text) >= _MIN_SENTENCE and bool(_SENTENCE_END.search(block.text))


def _says_article(element: HtmlElement) -> bool:
    return (
        element.tag == "article"
        or element.get("role") == "article"
        or str(element.get("itemprop", "")).lower() == "articlebody"
    )


def _headline(blocks: Sequence[TextBlock], title: str, container: HtmlElement | None) -> int | None:
    """The heading that the page's title repeats, or else the first that is no link to the front page."""
    headings = [
        n for n, block in enumerate(blocks) if block.style in {Style.TITLE, Style.HEADING_1, Style.HEADING_2}
    ]
    squeezed = "".join(title.split())
    for n in headings:
        text = "".join(blocks[n].text.split())
        if len(text) > 5 and text in squeezed and 2 * len(text) >= len(squeezed.split("|")[0]):
            return n
    tops = [
        n for n in headings if blocks[n].style is not Style.HEADING_2 and blocks[n].link_share < _ALL_LINK
    ]
    if not tops:
        opening = next((n for n, block in enumerate(blocks) if _is_sentence(block)), len(blocks))
        tops = [n for n in headings if n < opening and blocks[n].link_share < _ALL_LINK]
    inside = [n for n in tops if container is not None and container in blocks[n].path]
    return next(iter(inside or tops), None)

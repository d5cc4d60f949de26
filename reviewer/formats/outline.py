"""From the styles a file names to the roles of an article."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.draft import Paragraph
from reviewer.domain.segment import Role
from reviewer.formats.plain import is_visible

_NEAR_TOP = 3


class Style(StrEnum):
    """What a file says a block is, in the words that word processors and web pages share."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    HEADING = "heading"
    CAPTION = "caption"
    CREDIT = "credit"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a styled file; newlines in its text break it into paragraphs."""

    text: str
    style: Style = Style.TEXT


_HEADINGS = frozenset({Style.HEADING_1, Style.HEADING_2, Style.HEADING})
_ROLES = {Style.SUBTITLE: Role.STANDFIRST, Style.CAPTION: Role.CAPTION, Style.CREDIT: Role.CREDIT}


def outline(blocks: Sequence[Block]) -> tuple[Paragraph, ...]:
    """Turn styled blocks into paragraphs, with roles where the styles tell them; blank ones are dropped."""
    seen = _split(blocks)
    headline = _headline(seen)
    deck = _deck(seen, headline)
    late = _late_subtitles(seen, headline)
    found: list[Paragraph] = []
    for number, block in enumerate(seen):
        if number == headline:
            role: Role | None = Role.HEADLINE
        elif number == deck:
            role = Role.STANDFIRST
        elif block.style in _HEADINGS or block.style is Style.TITLE or number in late:
            role = Role.BODY
        else:
            role = _ROLES.get(block.style)
        is_repeated = block.style is not Style.TEXT and bool(found) and found[-1].text == block.text
        if not is_repeated:
            found.append(Paragraph(block.text, role))
    return tuple(found)


def _split(blocks: Sequence[Block]) -> list[Block]:
    lines = ((line.strip(), block.style) for block in blocks for line in block.text.split("\n"))
    return [Block(line, style) for line, style in lines if is_visible(line)]


def _headline(blocks: list[Block]) -> int | None:
    """The title, or else the highest heading near the top."""
    for style, reach in ((Style.TITLE, len(blocks)), (Style.HEADING_1, _NEAR_TOP + 1), (Style.HEADING_2, 1)):
        for number, block in enumerate(blocks[:reach]):
            if block.style is style:
                return number
    return None


def _deck(blocks: list[Block], headline: int | None) -> int | None:
    """A second-level heading between the headline and text, in a file that names no subtitle."""
    if headline is None or any(block.style is Style.SUBTITLE for block in blocks):
        return None
    following = blocks[headline + 1 : headline + 3]
    if len(following) == 2 and following[0].style is Style.HEADING_2 and following[1].style not in _HEADINGS:
        return headline + 1
    return None


def _late_subtitles(blocks: list[Block], headline: int | None) -> frozenset[int]:
    """Subtitles that head no article: those before the headline and those after the text began."""
    first = headline or 0
    texts = (n for n, block in enumerate(blocks) if n >= first and block.style is Style.TEXT)
    opening = next(texts, len(blocks))
    return frozenset(
        n for n, block in enumerate(blocks) if block.style is Style.SUBTITLE and not first <= n <= opening
    )

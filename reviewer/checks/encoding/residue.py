"""Remains of the format a text came in: entities, tags, escapes, Markdown, JSON."""

import html
from collections.abc import Iterator

import regex

from reviewer.checks.check import Check, Hit, Need, found, silent
from reviewer.checks.lens import Article, Lens
from reviewer.domain.finding import Tier
from reviewer.domain.span import Range

_TAGS = (
    "br|p|b|i|u|em|strong|span|div|a|li|ul|ol|h[1-6]|font|table|tr|td|th|img|sup|sub|blockquote|center|"
    "script|style"
)
_SUSPECT = regex.compile(r"[&<\\*#{}`_\]]")
_PATTERN = regex.compile(
    r"(?P<entity>&(?:amp;)?(?:#[0-9]{2,6}|#x[0-9a-fA-F]{2,6}|[a-zA-Z]{2,8});)"
    rf"|(?P<tag></?(?:{_TAGS})(?:\s[^<>]{{0,300}})?/?>)(?i:)"
    r"|(?P<escape>(?:\\u[0-9a-fA-F]{4})+|\\[nrt](?![a-zA-Z])|\\[\"'])"
    r"|(?P<markdown>\*\*|__(?=\S)|^\s{0,3}#{1,6}(?=\s)|(?<!\S)#{2,6}(?=\s|[^\s#])|```|\](?=\(https?:))"
    r"|(?P<json>\{\s?\"|\"\s?\}|\"[a-z_]{1,20}\"\s?:)",
    regex.MULTILINE,
)
_KINDS = {
    "entity": "An HTML entity",
    "tag": "An HTML tag",
    "escape": "An escape sequence",
    "markdown": "A Markdown sign",
    "json": "A piece of JSON",
}


class MarkupResidue(Check):
    """An HTML entity or tag, an escape sequence, or a sign of Markdown or JSON is left in the text.

    What stands in the source as well is taken to belong there.
    """

    id, code, title = "encoding.markup-residue", "O12", "Remains of markup"
    tier, type = Tier.ERROR, "linguistic/character-encoding"
    uses = frozenset({Need.SOURCE})
    examples = (
        found("उन्होंने कहा &quot;हम आएँगे&quot; और चले गए।", "&quot;", "&quot;", suggestion='"'),
        found("पहली पंक्ति<br>दूसरी पंक्ति।", "<br>"),
        found("यह **ज़रूरी** है।", "**", "**"),
        found("## आज की ख़बर", "##"),
        found(r"पहली पंक्ति\nदूसरी पंक्ति।", r"\n"),
        found(r"\u0915 लिखा है।", r"\u0915", suggestion="क"),
        found('{"text": "नमस्ते"}', '{"', '"}'),
        silent("यह <b>ज़रूरी</b> है।", source="This is <b>important</b>."),
        silent("आर&डी विभाग; और #चुनाव की ख़बर।"),
        silent("एक * तारा और 5 < 6।"),
    )

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield what stands in the Hindi alone."""
        del article
        text = lens.target.text
        if _SUSPECT.search(text) is None:
            return
        source = lens.source.text if lens.source else ""
        for match in _PATTERN.finditer(text):
            sign = match.group()
            if sign.strip() in source:
                continue
            kind = match.lastgroup or "markdown"
            yield Hit(
                target=Range(*match.span()),
                message=f"{_KINDS[kind]} is left in the text: {sign[:40].strip()}",
                suggestion=_meant(kind, sign),
            )


def _meant(kind: str, sign: str) -> str | None:
    """Return the character an entity or escape stands for."""
    if kind == "entity":
        meant = html.unescape(html.unescape(sign)).replace("\u00a0", " ")
        return None if meant.startswith("&") and len(meant) > 1 else meant
    if sign.startswith("\\u"):
        codes = [int(code, 16) for code in sign.split("\\u")[1:]]
        is_half = any(0xD800 <= code < 0xE000 for code in codes)
        return None if is_half else "".join(map(chr, codes))
    return {"\\n": " ", "\\t": " ", '\\"': '"', "\\'": "'"}.get(sign, "" if sign == "**" else None)

"""Packing OpenDocument files: the parts that every reader asks for, and nothing else."""

from collections.abc import Iterable
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from reviewer.formats.visible import visible

_URN = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "office": f"{_URN}:office:1.0",
        "style": f"{_URN}:style:1.0",
        "text": f"{_URN}:text:1.0",
        "table": f"{_URN}:table:1.0",
        "fo": f"{_URN}:xsl-fo-compatible:1.0",
        "meta": f"{_URN}:meta:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""What ZIP calls no time, so that the same review gives the same bytes."""


def packed(mimetype: str, body: Iterable[str], *, styles: str, automatic: str = "", title: str = "") -> bytes:
    """Return a file of the type that `mimetype` names, of the XML of its body and of its styles."""
    kind = "spreadsheet" if mimetype.endswith("spreadsheet") else "text"
    content = BytesIO()
    for piece in (
        f'{_HEAD}<office:document-content {NAMESPACES} office:version="1.3">',
        f"<office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:{kind}>",
        *body,
        f"</office:{kind}></office:body></office:document-content>",
    ):
        content.write(piece.encode())
    parts = {
        "content.xml": content.getvalue(),
        "styles.xml": _part("styles", f"<office:styles>{styles}</office:styles>"),
        "meta.xml": _part("meta", f"<office:meta><dc:title>{plain(title)}</dc:title></office:meta>"),
    }
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        # Readers tell the type from the first bytes: this part comes first and is not packed.
        archive.writestr(ZipInfo("mimetype", _MOMENT), mimetype, ZIP_STORED)
        for name, data in {**parts, "META-INF/manifest.xml": _manifest(mimetype, parts)}.items():
            archive.writestr(ZipInfo(name, _MOMENT), data, ZIP_DEFLATED)
    return target.getvalue()


def plain(text: str) -> str:
    """Return text for an element that does not keep blanks, such as a title."""
    return escape(visible(text))


def inline(text: str) -> str:
    """Return text for a paragraph: blanks, tabs and line breaks as elements where they would be lost."""
    made = []
    for number, line in enumerate(visible(text).split("\n")):
        made.append("<text:line-break/>" if number else "")
        for place, part in enumerate(line.split("\t")):
            made += ["<text:tab/>" if place else "", _spaced(escape(part))]
    return "".join(made)


def _spaced(text: str) -> str:
    """Keep blanks at both ends and in a row."""
    pieces: list[str] = []
    for number, word in enumerate(text.replace("\r", " ").split(" ")):
        if number and (not word or not pieces[-1] or pieces[-1].endswith("/>")):
            pieces.append('<text:s text:c="1"/>')
        elif number:
            pieces.append(" ")
        pieces.append(word)
    return "".join(pieces)


def _part(name: str, inner: str) -> bytes:
    made = f'<office:document-{name} {NAMESPACES} office:version="1.3">{inner}</office:document-{name}>'
    return (_HEAD + made).encode()


def _manifest(mimetype: str, parts: Iterable[str]) -> bytes:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in [("/", mimetype), *((part, "text/xml") for part in parts)]
    )
    return (
        f'{_HEAD}<manifest:manifest xmlns:manifest="{_URN}:manifest:1.0" manifest:version="1.3">'
        f"{entries}</manifest:manifest>"
    ).encode()

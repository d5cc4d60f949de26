"""TBX: version 2 (`martif`), version 3 in both its styles, and TBX-Min; written as TBX-Basic.

Nothing outside the file is fetched: a DOCTYPE that names a DTD is passed over, one that declares is refused.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from reviewer.domain.error import ReviewerError
from reviewer.domain.style import Term
from reviewer.formats.content import load
from reviewer.formats.glossary.entry import Entry, Status, TermList, gathered, key, status_of, tidy, tidy_note
from reviewer.formats.markup.splice import escaped
from reviewer.formats.markup.walk import Node, Opened, walk
from reviewer.text.atomic import encoded, replacing

_LANGUAGE: Final = "http://www.w3.org/XML/1998/namespace lang"
_CONCEPTS: Final = ("termEntry", "conceptEntry", "entry")
_SECTIONS: Final = frozenset({"langSet", "langSec", "langGroup"})
_TERMS: Final = frozenset({"tig", "ntig", "termSec", "termGroup"})
_ROOTS: Final = frozenset({"martif", "tbx", "TBX"})
_NOTES: Final = frozenset({"note", "definition"})
_STATUSES: Final = frozenset(
    {"administrativeStatus", "normativeAuthorization", "termStatus", "usageStatus", "status"}
)
_PREFERRED: Final = "preferredTerm-admn-sts"
_SAID: Final = {True: "deprecatedTerm-admn-sts", False: "admittedTerm-admn-sts"}


def is_own(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a TBX."""
    plain = head.replace(b"\x00", b"")
    return any(f"<{root}".encode() in plain for root in _ROOTS) and b"<tmx" not in plain


def read(path: Path, *, encoding: str | None = None) -> TermList:
    """Read a TBX; raise ReviewerError with the line where it is broken or holds what is not read."""
    return gathered(_entries(load(path), path.name, encoding), file=path.name)


def write(terms: Sequence[Term], path: Path) -> None:
    """Write version 3 of TBX-Basic in the style of categories as attributes (DCA)."""
    _write(terms, path, _V3, ("conceptEntry", "langSec", "termSec"))


def write_v2(terms: Sequence[Term], path: Path) -> None:
    """Write version 2, which older tools read."""
    _write(terms, path, _V2, ("termEntry", "langSet", "tig"))


def _entries(data: bytes, file: str, encoding: str | None) -> Iterator[Entry]:
    root = ""
    for event in walk(data, _CONCEPTS, file=file, encoding=encoding):
        if isinstance(event, Opened) and not root:
            root = event.name
        if root not in _ROOTS:
            raise ReviewerError("is no TBX", file=file, remedy="Export the glossary as TBX, CSV or XLSX.")
        if isinstance(event, Node):
            yield from _concept(event)


def _concept(concept: Node) -> Iterator[Entry]:
    place = f"line {concept.line}"
    english: list[Node] = []
    hindi: list[Node] = []
    for section in concept.nodes():
        if section.name in _SECTIONS:
            language = section.attributes.get(_LANGUAGE) or section.attributes.get("lang", "")
            wanted = {"en": english, "hi": hindi}.get(language.replace("_", "-").split("-")[0].lower())
            if wanted is not None:
                wanted += (node for node in section.nodes() if node.name in _TERMS)
    common = [*_notes(concept)]
    stated = [(tidy(_term(node)), _status(node), [*_notes(node)]) for node in hindi]
    for source in [tidy(_term(node)) for node in english] or [""]:
        for form, status, notes in stated or [("", Status.APPROVED, [])]:
            note = "\n".join(dict.fromkeys([*common, *notes]))
            yield Entry(source=source, hindi=form, status=status, note=note, place=place)


def _within(node: Node) -> Iterator[Node]:
    """Yield what is in an element, but not in the terms and languages within it."""
    for child in node.nodes():
        if child.name not in _SECTIONS and child.name not in _TERMS:
            yield child
            yield from _within(child)


def _term(node: Node) -> str:
    return next((child.text() for child in _within(node) if child.name == "term"), "")


def _status(node: Node) -> Status:
    for child in _within(node):
        kind = child.attributes.get("type", "") if child.name == "termNote" else child.name
        if kind in _STATUSES:
            return status_of(child.text()) or Status.APPROVED
        if key(kind) == "forbidden" and key(child.text()) in {"true", "yes", "1"}:
            return Status.FORBIDDEN
    return Status.APPROVED


def _notes(node: Node) -> Iterator[str]:
    for child in _within(node):
        kind = child.attributes.get("type", "") if child.name == "descrip" else child.name
        if kind in _NOTES and (note := tidy_note(child.text())):
            yield note


_HEAD: Final = (
    "<fileDesc><titleStmt><title>Glossary</title></titleStmt><sourceDesc><p>Reviewer</p></sourceDesc>"
)
_V3: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">\n'
    f"<tbxHeader>{_HEAD}</fileDesc></tbxHeader>\n<text><body>\n",
    "</body></text>\n</tbx>\n",
)
_V2: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n'
    '<martif type="TBX-Basic" xml:lang="en">\n'
    f"<martifHeader>{_HEAD}</fileDesc></martifHeader>\n<text><body>\n",
    "</body></text>\n</martif>\n",
)


def _write(terms: Sequence[Term], path: Path, frame: tuple[str, str], names: tuple[str, str, str]) -> None:
    opening, closing = frame
    pieces = [opening, *(_written(number, term, names) for number, term in enumerate(terms, 1)), closing]
    with replacing(path) as file:
        file.write(encoded("".join(pieces), path))


def _written(number: int, term: Term, names: tuple[str, str, str]) -> str:
    concept, section, holder = names
    forms = [(form, False) for form in term.approved] + [(form, True) for form in term.forbidden]
    note = f"<note>{escaped(term.note)}</note>" if term.note else ""
    hindi = "".join(
        f'<{holder}><term>{escaped(form)}</term><termNote type="administrativeStatus">'
        f"{_PREFERRED if place == 0 and not is_wrong else _SAID[is_wrong]}</termNote></{holder}>"
        for place, (form, is_wrong) in enumerate(forms)
    )
    return (
        f'<{concept} id="c{number}">{note}'
        f'<{section} xml:lang="en"><{holder}><term>{escaped(term.source)}</term></{holder}></{section}>'
        f'<{section} xml:lang="hi">{hindi}</{section}></{concept}>\n'
    )

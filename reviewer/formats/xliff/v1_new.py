"""A review as a new XLIFF 1.2 file: targets with their states, flags as notes, the received text beside."""

from collections.abc import Iterator

import regex

from reviewer.domain.code import FIRST_LETTER, LAST_LETTER, Code, CodeKind
from reviewer.domain.flag import Flag
from reviewer.domain.segment import Segment
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.formats.markup.splice import escaped, quoted
from reviewer.formats.record import judgement_record
from reviewer.formats.xliff.note import AUTHOR, RECEIVED, note_text
from reviewer.formats.xliff.record import element, head_records, unit_records
from reviewer.formats.xliff.v1_patch import STATES
from reviewer.text.code import without_codes

_PRIVATE = regex.compile(f"[{FIRST_LETTER}-{LAST_LETTER}]")
_INITIALS = {CodeKind.OPENING: "o", CodeKind.CLOSING: "c", CodeKind.STANDALONE: "s"}
_LANGUAGE = regex.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")


def whole(project: ProjectReview) -> bytes:
    """Return the file."""
    return b"".join(_lines(project))


def language(code: str) -> str:
    """Return a language as XML allows it; `und` for what is none."""
    return code if _LANGUAGE.fullmatch(code) else "und"


def _lines(project: ProjectReview) -> Iterator[bytes]:
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n'
    yield b'<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">\n'
    for entry in project.documents:
        document = entry.document
        yield (
            f'<file original="{quoted(document.title)}" '
            f'source-language="{language(document.source_language)}" '
            f'target-language="{language(document.target_language)}" datatype="plaintext">\n'
        ).encode()
        records = [*head_records(project, entry), *map(judgement_record, entry.judgements)]
        yield b"<header>" + element(records) + b"</header>\n<body>\n"
        flags = entry.flags_by_segment()
        for segment in entry.segments:
            yield from _unit(segment, flags.get(segment.id, ()), entry)
        yield b"</body>\n</file>\n"
    yield b"</xliff>\n"


def _unit(segment: Segment, flags: tuple[Flag, ...], entry: DocumentReview) -> Iterator[bytes]:
    is_done, document = segment.state.is_done, entry.document
    approved = ' approved="yes"' if is_done else ""
    state = "final" if is_done and document.is_signed else STATES.get(segment.state, "translated")
    yield f'<trans-unit id="{segment.position + 1}"{approved} xml:space="preserve">\n'.encode()
    yield f"<source>{_content(segment.source or '', segment)}</source>\n".encode()
    yield f'<target state="{state}">{_content(segment.final, segment)}</target>\n'.encode()
    if segment.note:
        yield f"<note>{escaped(segment.note)}</note>\n".encode()
    for flag in flags:
        text = escaped(note_text(flag, segment))
        yield f'<note from="{AUTHOR}" annotates="target">{text}</note>\n'.encode()
    if segment.is_edited:
        received = _content(segment.received, segment)
        yield f'<alt-trans origin="{RECEIVED}"><target>{received}</target></alt-trans>\n'.encode()
    if segment.back_translation:
        back = escaped(without_codes(segment.back_translation))
        yield f'<note from="back-translation" annotates="target">{back}</note>\n'.encode()
    yield element(unit_records(segment, flags)) + b"\n</trans-unit>\n"


def _content(text: str, segment: Segment) -> str:
    """Return a text with its codes as elements, each once: ids are unlike within a text."""
    codes = {code.letter: code for code in segment.codes}
    used: set[str] = set()
    pieces: list[str] = []
    at = 0
    for match in _PRIVATE.finditer(text):
        letter = match.group()
        pieces.append(escaped(text[at : match.start()]))
        if letter not in codes:
            pieces.append(letter)
        elif letter not in used:
            used.add(letter)
            pieces.append(_element(codes[letter], text))
        at = match.end()
    return "".join((*pieces, escaped(text[at:])))


def _element(code: Code, text: str) -> str:
    """Return a code as an element; an end without its other end is an isolated one."""
    name = f'id="{_INITIALS[code.kind]}{code.number}"'
    shown = f' equiv-text="{quoted(code.data)}"' if code.data else ""
    if code.kind is CodeKind.STANDALONE:
        return f"<x {name}{shown}/>"
    is_opening = code.kind is CodeKind.OPENING
    opening, closing = Code(CodeKind.OPENING, code.number), Code(CodeKind.CLOSING, code.number)
    if 0 <= text.find(opening.letter) < text.find(closing.letter):
        return f'<{"bx" if is_opening else "ex"} {name} rid="{code.number}"{shown}/>'
    return f'<it {name} pos="{"open" if is_opening else "close"}">{escaped(code.data)}</it>'

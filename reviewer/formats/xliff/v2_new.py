"""A review as a new XLIFF 2.1 file: issues as ITS annotations, the received text as a match."""

from collections.abc import Iterator

import regex

from reviewer.domain.code import FIRST_LETTER, Code, CodeKind
from reviewer.domain.flag import Judgement, Scale
from reviewer.domain.segment import Segment
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.domain.span import Side
from reviewer.formats.markup.splice import escaped, quoted
from reviewer.formats.record import judgement_record
from reviewer.formats.xliff.its import NAMESPACE as ITS
from reviewer.formats.xliff.its import decimal
from reviewer.formats.xliff.record import Said, element, head_records, unit_records
from reviewer.formats.xliff.v1_new import language
from reviewer.formats.xliff.v2_mark import mark
from reviewer.formats.xliff.v2_patch import MATCHES, STATES, match

METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
_PRIVATE = regex.compile(f"[{FIRST_LETTER}-\U000f0fff]")
_INITIALS = {CodeKind.OPENING: "o", CodeKind.CLOSING: "c", CodeKind.STANDALONE: "p"}
"""What ids of codes begin with; those of segments begin with `s`, and all must differ within a unit."""


def whole(project: ProjectReview) -> bytes:
    """Return the file."""
    return b"".join(_lines(project))


def _lines(project: ProjectReview) -> Iterator[bytes]:
    documents = [entry.document for entry in project.documents]
    source = language(documents[0].source_language if documents else "und")
    target = language(documents[0].target_language if documents else "und")
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" '
        f'srcLang="{source}" trgLang="{target}" xmlns:its="{ITS}" xmlns:mtc="{MATCHES}" '
        f'xmlns:mda="{METADATA}">\n'
    ).encode()
    # A file without units would not be valid.
    filled = (entry for entry in project.documents if entry.segments)
    for number, entry in enumerate(filled, start=1):
        yield f'<file id="f{number}" original="{quoted(entry.document.title)}">\n'.encode()
        records = [*head_records(project, entry), *map(judgement_record, entry.judgements)]
        yield element(records) + b"\n"
        flags = entry.flags_by_segment()
        for segment in entry.segments:
            yield from _unit(Said(segment, flags.get(segment.id, ()), entry, ()), _ratings(entry, segment))
        yield b"</file>\n"
    yield b"</xliff>\n"


def _ratings(entry: DocumentReview, segment: Segment) -> list[Judgement]:
    """Return the numbers that judges gave the whole segment."""
    told = [each for each in entry.judgements if each.segment_id == segment.id]
    return [each for each in told if each.scale is not Scale.MQM]


def _unit(said: Said, ratings: list[Judgement]) -> Iterator[bytes]:
    segment, number = said.segment, said.segment.position + 1
    # ITS has room for one rating a unit; each judge's own stands in the record.
    score = sum(each.value for each in ratings) / len(ratings) if ratings else None
    rating = "" if score is None else f' its:locQualityRatingScore="{decimal(score)}"'
    yield f'<unit id="u{number}" xml:space="preserve"{rating}>\n'.encode()
    if segment.is_edited:
        yield b"<mtc:matches>" + match(f"s{number}", said) + b"</mtc:matches>\n"
    yield _metadata(said)
    yield element(unit_records(segment, said.flags)) + b"\n"
    notes = [("", segment.note), ("back-translation", segment.back_translation)]
    if any(text for _, text in notes):
        yield b"<notes>"
        for category, text in notes:
            if text:
                kind = f' category="{category}"' if category else ""
                yield f"<note{kind}>{_characters(text)}</note>".encode()
        yield b"</notes>\n"
    if segment.codes:
        yield b"<originalData>"
        for code in segment.codes:
            yield f'<data id="{_name(code)}d">{_characters(code.data)}</data>'.encode()
        yield b"</originalData>\n"
    is_final = segment.state.is_done and said.entry.document.is_signed
    state = "final" if is_final else STATES.get(segment.state, "translated")
    yield f'<segment id="s{number}" state="{state}">\n'.encode()
    for side, tag in ((Side.SOURCE, "source"), (Side.FINAL, "target")):
        marked = mark(segment, said.flags, side)
        yield f"<{tag}>".encode() + _content(marked.text, segment, marked.markup) + f"</{tag}>\n".encode()
    yield b"</segment>\n</unit>\n"


def _metadata(said: Said) -> bytes:
    """Return the history of the segment as other programs can show it."""
    segment = said.segment
    told = {"state": segment.state.value, "edited": "yes" if segment.is_edited else "no"}
    if segment.is_edited:
        told["received"] = segment.received
    metas = "".join(f'<mda:meta type="{name}">{_characters(text)}</mda:meta>' for name, text in told.items())
    return f'<mda:metadata><mda:metaGroup category="review">{metas}</mda:metaGroup></mda:metadata>\n'.encode()


def _content(text: str, segment: Segment, markup: dict[str, bytes]) -> bytes:
    codes = {code.letter: code for code in segment.codes}
    used: set[str] = set()
    pieces: list[bytes] = []
    at = 0
    for found in _PRIVATE.finditer(text):
        pieces.append(escaped(text[at : found.start()]).encode("utf-8"))
        letter = found.group()
        if letter in markup:
            pieces.append(markup[letter])
        elif letter in codes and letter not in used:
            used.add(letter)
            pieces.append(_element(codes[letter], text))
        elif letter not in codes:
            pieces.append(letter.encode("utf-8"))
        at = found.end()
    return b"".join((*pieces, escaped(text[at:]).encode("utf-8")))


def _name(code: Code) -> str:
    return f"{_INITIALS[code.kind]}{code.number}"


def _element(code: Code, text: str) -> bytes:
    """Return a code as an element; an end without its other end says so."""
    data = f' dataRef="{_name(code)}d"'
    if code.kind is CodeKind.STANDALONE:
        return f'<ph id="{_name(code)}"{data}/>'.encode()
    opening, closing = Code(CodeKind.OPENING, code.number), Code(CodeKind.CLOSING, code.number)
    is_pair = 0 <= text.find(opening.letter) < text.find(closing.letter)
    if code.kind is CodeKind.OPENING:
        alone = "" if is_pair else ' isolated="yes"'
        return f'<sc id="{_name(opening)}"{alone}{data}/>'.encode()
    if is_pair:
        return f'<ec startRef="{_name(opening)}"{data}/>'.encode()
    return f'<ec id="{_name(code)}" isolated="yes"{data}/>'.encode()


def _characters(text: str) -> str:
    """Return the words of a text as they stand between tags."""
    return escaped(_PRIVATE.sub("", text))

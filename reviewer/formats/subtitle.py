"""Subtitles, SRT and WebVTT: a cue is a segment; times, numbers and settings stay as they are in the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path

from reviewer.domain.code import MOST_CODES, Code, CodeKind, Original
from reviewer.domain.error import ReviewerError
from reviewer.domain.segment import Document, Segment
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.formats.annotation import UNKNOWN_LANGUAGE
from reviewer.formats.content import load, shown_name, shown_stem
from reviewer.formats.encoding import decode, encoded_as
from reviewer.formats.record import as_project
from reviewer.formats.xliff.piece import original_of
from reviewer.text.atomic import replacing
from reviewer.text.script import guess_language

SRT, VTT = "srt", "vtt"
MAX_BYTES = 32 * 2**20
_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_TIMING = re.compile(rf"^[ \t]*({_TIME}[ \t]*-->[ \t]*{_TIME})[^\r\n]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
_LINE = r"(?:\A|(?<=\n)|(?<=\r)(?!\n))"
_BLANK = re.compile(_LINE + r"[ \t]*(?:\r\n|\n|\r)")
_NUMBER_LINE = re.compile(_LINE + r"[ \t]*\d+[ \t]*(?:\r\n|\n|\r)\Z")
_BREAK = re.compile(r"\r\n|\n|\r")
_TAG = re.compile(
    r"<(/?)(i|b|u|s|font|c|v|lang|ruby|rt)(?:[ .\t][^<>]{0,500})?>|<[\d:.]{5,20}>|\{\\[^{}]{0,200}\}",
    re.IGNORECASE,
)
_SRT_START = re.compile(rb"\s*\d+[ \t]*\r?\n[ \t]*\d{1,3}:\d{2}:\d{2}[.,]\d{1,3}[ \t]*-->")


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: its times, and where its text lies in the file's."""

    times: str
    start: int
    end: int


def is_srt(head: bytes) -> bool:
    """Whether a file that begins with these bytes has a number and times first."""
    return _SRT_START.match(_plain(head)) is not None


def is_vtt(head: bytes) -> bool:
    """Whether a file that begins with these bytes is WebVTT."""
    return _plain(head).startswith(b"WEBVTT")


def read(path: Path) -> ProjectReview:
    """Read a file of at most 32 MB; raise ReviewerError where it has no cues, or UnknownEncoding."""
    data = load(path, limit=MAX_BYTES)
    form = VTT if is_vtt(data[:64]) else SRT
    text = decode(data, file=path.name).text
    segments = tuple(_segments(text, form, path.name))
    if not segments:
        raise ReviewerError("the file holds no cues", file=path.name, remedy="A cue begins with its times.")
    language = guess_language(" ".join(segment.received for segment in segments[:30])[:500])
    document = Document(
        id=1,
        title=shown_stem(path),
        source_language=UNKNOWN_LANGUAGE,
        target_language=language or UNKNOWN_LANGUAGE,
        origin=shown_name(path),
    )
    original = Original(name=shown_name(path), format=form, data=data)
    return ProjectReview(documents=(DocumentReview(document=document, segments=segments, original=original),))


def write(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write the final words into the file they came from; the rest stays as it was, byte by byte.

    Raises ReviewerError where the review did not come from one such file.
    """
    project = as_project(review)
    original = original_of(project, (SRT, VTT))
    if original is None:
        raise ReviewerError("the review did not come from a subtitle file", remedy="Choose another format.")
    edited = {
        segment.position: segment
        for entry in project.documents
        for segment in entry.segments
        if segment.is_edited
    }
    data = _patched(original, edited) if edited else original.data
    with replacing(path) as file:
        file.write(data)


def cues(text: str) -> Iterator[Cue]:
    """Find the cues of a file; a cue ends before an empty line, or where the next one begins."""
    timings = list(_TIMING.finditer(text))
    for place, timing in enumerate(timings):
        limit = timings[place + 1].start() if place + 1 < len(timings) else len(text)
        body = text[timing.end() : limit]
        if blank := _BLANK.search(body):
            body = body[: blank.start()]
        elif place + 1 < len(timings):
            body = _NUMBER_LINE.sub("", body)
        yield Cue(timing[1], timing.end(), timing.end() + len(body.rstrip("\r\n")))


def _segments(text: str, form: str, file: str) -> Iterator[Segment]:
    for position, cue in enumerate(cues(text)):
        received, codes = _with_codes(_BREAK.sub("\n", text[cue.start : cue.end]), form)
        if len(codes) > MOST_CODES:
            raise ReviewerError("a cue has too many tags", file=file, place=f"cue {position + 1}")
        yield Segment(
            id=position + 1,
            document_id=1,
            position=position,
            paragraph=position,
            received=received,
            final=received,
            key=str(position + 1),
            note=cue.times,
            codes=codes,
        )


def _with_codes(text: str, form: str) -> tuple[str, tuple[Code, ...]]:
    """Put a letter in the place of each tag."""
    tags = list(_TAG.finditer(text))[: MOST_CODES + 1]
    if len(tags) > MOST_CODES:
        return text, tuple(Code(CodeKind.STANDALONE, 1) for _ in tags)
    made: list[Code] = []
    ends = _pairs(tags)
    pieces: list[str] = []
    last = 0
    for number, tag in enumerate(tags):
        kind = CodeKind.STANDALONE
        own = number
        if number in ends:
            kind = CodeKind.OPENING
        elif number in ends.values():
            kind = CodeKind.CLOSING
            own = next(start for start, end in ends.items() if end == number)
        code = Code(kind, own + 1, data=tag[0])
        made.append(code)
        pieces += [_shown(text[last : tag.start()], form), code.letter]
        last = tag.end()
    return "".join((*pieces, _shown(text[last:], form))), tuple(made)


def _pairs(tags: list[re.Match[str]]) -> dict[int, int]:
    """Which closing tag belongs to which opening one."""
    found: dict[int, int] = {}
    waiting: list[tuple[str, int]] = []
    for number, tag in enumerate(tags):
        name = (tag[2] or "").lower()
        if name and not tag[1]:
            waiting.append((name, number))
        elif name and waiting and waiting[-1][0] == name:
            found[waiting.pop()[1]] = number
    return found


def _patched(original: Original, edited: dict[int, Segment]) -> bytes:
    decoded = decode(original.data, file=original.name)
    text, form = decoded.text, original.format
    newline = next(iter(_BREAK.findall(text)), "\n")
    pieces: list[str] = []
    last = 0
    for position, cue in enumerate(cues(text)):
        if segment := edited.get(position):
            # An empty line would end the cue.
            lines = [line for line in _written(segment, form).split("\n") if line.strip()]
            is_added = cue.start == cue.end and bool(lines) and not text[: cue.start].endswith(("\n", "\r"))
            pieces += [text[last : cue.start], newline if is_added else "", newline.join(lines)]
            last = cue.end
    return encoded_as("".join((*pieces, text[last:])), decoded.encoding, original.data)


def _written(segment: Segment, form: str) -> str:
    tags = {code.letter: code.data for code in segment.codes}
    return "".join(
        tags[letter] if letter in tags else _hidden(letter, form)
        for letter in _BREAK.sub("\n", segment.final)
    )


def _shown(text: str, form: str) -> str:
    return unescape(text) if form == VTT else text


def _hidden(letter: str, form: str) -> str:
    """Write a letter; in WebVTT an arrow of text must not look like times."""
    return escape(letter, quote=False) if form == VTT else letter


def _plain(head: bytes) -> bytes:
    """The first bytes without mark and, of UTF-16, without the empty halves."""
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(mark)
    return head.replace(b"\x00", b"")

"""Gettext catalogues (PO): a message is a segment; whatever the review did not touch stays as it was."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reviewer.domain.code import Original
from reviewer.domain.error import ReviewerError
from reviewer.domain.segment import Document, Segment
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.formats.annotation import UNKNOWN_LANGUAGE
from reviewer.formats.content import load, shown_name, shown_stem
from reviewer.formats.encoding import decode
from reviewer.formats.esa import language
from reviewer.formats.placeholder import with_codes, without_codes
from reviewer.formats.record import as_project
from reviewer.formats.xliff.piece import original_of
from reviewer.text.atomic import replacing
from reviewer.text.script import guess_language

FORMAT = "po"
MAX_BYTES = 64 * 2**20
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")
_KEYWORD = re.compile(r'\s*(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d{1,2})\])?)\s*"(.*)"\s*$', re.DOTALL)
_MORE = re.compile(r'\s*"(.*)"\s*$', re.DOTALL)
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|.)", re.DOTALL)
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_SHOWN = str.maketrans(
    {chr(number): f"\\{number:03o}" for number in (*range(32), 127)}
    | {char: f"\\{name}" for name, char in _CONTROLS.items()}
    | {"\\": "\\\\", '"': '\\"'}
)
_LANGUAGE = re.compile(r"^Language:[ \t]*([A-Za-z_-]+)", re.MULTILINE)
_OWN = re.compile(rb'^[ \t]*msgid[ \t]+"[^\n]*(?:\n[ \t]*"[^\n]*)*\n[ \t]*msg(?:str|id_plural)', re.MULTILINE)


@dataclass(slots=True)
class Message:
    """One message, with the place of each of its translations in the file."""

    line: int
    texts: dict[str, str] = field(default_factory=dict)
    """By keyword: `msgid`, `msgstr[0]` …"""
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @property
    def is_header(self) -> bool:
        """Whether it holds what is said of the file."""
        return not self.texts.get("msgid") and "msgctxt" not in self.texts

    @property
    def translations(self) -> tuple[str, ...]:
        """The keywords of its translations, in order of the file."""
        return tuple(name for name in self.texts if name.startswith("msgstr"))

    def source(self, keyword: str) -> str:
        """The source of a translation: of all forms but the first it is the plural."""
        singular = self.texts.get("msgid", "")
        return singular if keyword in {"msgstr", "msgstr[0]"} else self.texts.get("msgid_plural", singular)


def is_own(head: bytes) -> bool:
    """Whether a file that begins with these bytes holds a message and its translation."""
    return _OWN.search(head.replace(b"\x00", b"").replace(b"\r\n", b"\n")) is not None


def read(path: Path) -> ProjectReview:
    """Read a catalogue of at most 64 MB; raise ReviewerError with the line where it is broken."""
    data = load(path, limit=MAX_BYTES)
    found = list(messages(decode(data, file=path.name).text, path.name))
    segments = tuple(_segments(found))
    if not segments:
        raise ReviewerError("the catalogue holds no messages", file=path.name)
    header = next((message.texts.get("msgstr", "") for message in found if message.is_header), "")
    told = _LANGUAGE.search(header)
    guess = guess_language(" ".join(segment.received for segment in segments[:50])[:500])
    source = guess_language(" ".join(segment.source or "" for segment in segments[:50])[:500])
    document = Document(
        id=1,
        title=shown_stem(path),
        source_language=source or UNKNOWN_LANGUAGE,
        target_language=language(told[1]) if told else guess or UNKNOWN_LANGUAGE,
        origin=shown_name(path),
    )
    original = Original(name=shown_name(path), format=FORMAT, data=data)
    return ProjectReview(documents=(DocumentReview(document=document, segments=segments, original=original),))


def write(review: ProjectReview | DocumentReview, path: Path) -> None:
    """Write the final words into the catalogue they came from.

    Raises ReviewerError where the review did not come from one catalogue.
    """
    project = as_project(review)
    original = original_of(project, (FORMAT,))
    if original is None:
        raise ReviewerError("the review did not come from a catalogue", remedy="Choose another format.")
    edited = {
        segment.key: without_codes(segment.final, segment.codes)
        for entry in project.documents
        for segment in entry.segments
        if segment.is_edited
    }
    data = _patched(original, edited) if edited else original.data
    with replacing(path) as file:
        file.write(data)


def messages(text: str, file: str) -> Iterator[Message]:
    """Go through the messages, without those that are obsolete."""
    message: Message | None = None
    keyword = ""
    place = 0
    for number, line in enumerate(_LINES.findall(text.removeprefix("\ufeff")), start=1):
        start, place = place, place + len(line)
        words = line.strip()
        if not words or words.startswith("#"):
            if message is not None and message.texts:
                yield message
                message = None
            if words.startswith("#."):
                message = message or Message(number)
                message.notes.append(words[2:].strip())
            continue
        head, more = _KEYWORD.match(line), _MORE.match(line)
        if head:
            keyword = head[1]
            is_new = keyword in {"msgctxt", "msgid"} and message is not None and "msgid" in message.texts
            if is_new and message is not None:
                yield message
                message = None
            message = message or Message(number)
            message.texts[keyword] = _plain(head[3])
        elif more and message is not None and keyword in message.texts:
            message.texts[keyword] += _plain(more[1])
            start = message.places[keyword][0]
        else:
            raise ReviewerError(
                "the line is neither a keyword nor a text in quotation marks",
                file=file,
                place=f"line {number}",
                remedy="Check the file with msgfmt.",
            )
        message.places[keyword] = start, place
    if message is not None and message.texts:
        yield message


def _segments(found: Sequence[Message]) -> Iterator[Segment]:
    position = 0
    for number, message in enumerate(found):
        if message.is_header:
            continue
        context = message.texts.get("msgctxt", "")
        for keyword in message.translations:
            texts = (message.source(keyword), message.texts[keyword])
            (source, received), codes = with_codes(texts)
            yield Segment(
                id=position + 1,
                document_id=1,
                position=position,
                paragraph=position,
                source=source,
                received=received,
                final=received,
                key=f"{number}:{keyword}",
                note="\n".join(part for part in (context, *message.notes) if part),
                codes=codes,
            )
            position += 1


def _patched(original: Original, edited: dict[str, str]) -> bytes:
    decoded = decode(original.data, file=original.name)
    text = decoded.text.removeprefix("\ufeff")
    newline = "\r\n" if "\r\n" in text else "\n"
    pieces: list[str] = []
    last = 0
    for number, message in enumerate(messages(text, original.name)):
        for keyword in message.translations:
            final = edited.get(f"{number}:{keyword}")
            if final is None:
                continue
            start, end = message.places[keyword]
            is_ended = text[start:end].endswith(("\n", "\r"))
            pieces += [text[last:start], newline.join(_written(keyword, final)), newline if is_ended else ""]
            last = end
    whole = "".join((*pieces, text[last:]))
    if original.data.startswith(b"\xef\xbb\xbf"):
        whole = "\ufeff" + whole
    try:
        return whole.encode(decoded.encoding)
    except (UnicodeEncodeError, LookupError) as error:
        raise ReviewerError(
            f"the file is in {decoded.encoding}, which lacks letters of the final text",
            file=original.name,
            remedy="Convert the catalogue with msgconv --to-code=UTF-8 and read it again.",
        ) from error


def _written(keyword: str, text: str) -> list[str]:
    """A translation as lines of the file, broken behind its line ends as is usual."""
    parts = [part for part in re.split(r"(?<=\n)", text) if part]
    shown = [f'"{part.translate(_SHOWN)}"' for part in parts] or ['""']
    return [f"{keyword} {shown[0]}"] if len(shown) == 1 else [f'{keyword} ""', *shown]


def _plain(text: str) -> str:
    return _ESCAPE.sub(_unescaped, text)


def _unescaped(match: re.Match[str]) -> str:
    name = match[1]
    if name[0] == "x" and len(name) > 1:
        return chr(int(name[1:], 16))
    if name.isascii() and name.isdecimal() and all(digit in "01234567" for digit in name):
        return chr(int(name, 8))
    return _CONTROLS.get(name, name)

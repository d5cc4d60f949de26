"""From bytes to text: what is certain is read, anything else is shown and must be confirmed."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.domain.error import ReviewerError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UTF32_BOMS = ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"))
_SAMPLE = 64 * 1024
_PREVIEW = 160
_EXPECTED = re.compile(r"[\u0900-\u097fA-Za-z0-9\s.,;:!?()“”‘’\"'–—-]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f\ufffd]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the name of the encoding it was read with."""

    text: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """An encoding that fits the bytes: what the text would begin with, and how likely that is (0 to 1)."""

    encoding: str
    preview: str
    confidence: float


class UnknownEncoding(ReviewerError):  # noqa: N818 - it asks a question rather than reports a fault
    """The bytes do not tell their encoding; a person has to choose among the candidates."""

    def __init__(self, candidates: tuple[Candidate, ...], *, file: str, place: str, hint: str) -> None:
        self.candidates = candidates
        names = ", ".join(candidate.encoding for candidate in candidates)
        remedy = f"Confirm one with --encoding NAME; it may be {names}." if names else "Save it as UTF-8."
        super().__init__("is not UTF-8", file=file, place=place, remedy=f"{hint} {remedy}")


def decode(data: bytes, encoding: str | None = None, *, file: str = "") -> Decoded:
    """Decode with the encoding named, or with the one that is certain: UTF-8, or UTF-16 with its mark.

    Raises UnknownEncoding with candidates where a choice is needed, ReviewerError for binary files.
    """
    if encoding is not None:
        return _decode_as(data, encoding, file)
    for mark, name in _UTF32_BOMS:
        if data.startswith(mark):
            raise UnknownEncoding(_candidates(data, (name,)), file=file, place="", hint="")
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _decode_as(data, name, file)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _unknown(data, file, error) from None
    if "\x00" in text:
        raise _zero_bytes(data, file)
    return Decoded(text, "utf-8")


def _decode_as(data: bytes, encoding: str, file: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except LookupError:
        raise ReviewerError(
            f"there is no encoding named {encoding!r}",
            remedy="Known are, among others, utf-8, utf-16, utf-16-le, cp1252, latin-1.",
        ) from None
    except UnicodeError as error:
        at = f"byte {error.start + 1}" if isinstance(error, UnicodeDecodeError) else ""
        raise ReviewerError(
            f"is not {encoding.removesuffix('-sig').upper()} throughout",
            file=file,
            place=at,
            remedy="The file is damaged there or has another encoding.",
        ) from None
    text = text.removeprefix("\ufeff")
    if "\x00" in text:
        raise ReviewerError(f"read as {encoding}, it holds zero characters: it is not that", file=file)
    return Decoded(text, codecs.lookup(encoding).name.replace("_", "-").removesuffix("-sig"))


def _zero_bytes(data: bytes, file: str) -> ReviewerError:
    wide = tuple(found for found in _candidates(data, ("utf-16-le", "utf-16-be")) if found.confidence > 0.8)
    if wide:
        return UnknownEncoding(wide, file=file, place="", hint="It looks like UTF-16 without its mark.")
    return ReviewerError(
        "is a binary file, not text", file=file, remedy="Open text, Word, OpenDocument, HTML or tables."
    )


def _unknown(data: bytes, file: str, error: UnicodeDecodeError) -> ReviewerError:
    if b"\x00" in data[:_SAMPLE]:
        return _zero_bytes(data, file)
    if len(_CONTROL.findall(data[:_SAMPLE].decode("latin-1"))) > len(data[:_SAMPLE]) // 50:
        return _zero_bytes(b"\x00", file)
    line = data.count(b"\n", 0, error.start) + 1
    place = f"line {line}, byte {error.start + 1}"
    if _is_nearly_utf8(data):
        return ReviewerError(
            "is UTF-8 that is damaged", file=file, place=place, remedy="Save it again as UTF-8."
        )
    hint = ""
    if _looks_like_iscii(data[:_SAMPLE]):
        hint = "It looks like ISCII, which has to be converted first (uconv -f ISCII,version=0 -t UTF-8)."
    found = _candidates(data, tuple(_likely(data[:_SAMPLE])))
    return UnknownEncoding(found, file=file, place=place, hint=hint)


def _likely(sample: bytes) -> Iterator[str]:
    """Encodings in falling likelihood; in mostly plain Latin text Windows' own comes first."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - needed for few files, slow to import

    if sum(byte >= 0x80 for byte in sample) * 5 < len(sample):
        yield "cp1252"
    for match in list(from_bytes(sample))[:3]:
        yield match.encoding
    yield from ("cp1252", "utf-16-le", "utf-16-be")


def _candidates(data: bytes, encodings: tuple[str, ...]) -> tuple[Candidate, ...]:
    sample = data[: _SAMPLE - _SAMPLE % 4]
    found: dict[str, Candidate] = {}
    for name in encodings:
        decoder = codecs.getincrementaldecoder(name)()
        try:
            text = decoder.decode(sample, final=len(data) <= len(sample)).removeprefix("\ufeff")
        except UnicodeError:
            continue
        share = len(_EXPECTED.findall(text)) / max(len(text), 1)
        if share or not name.startswith("utf"):
            shown = " ".join(text[:_PREVIEW].split())
            label = codecs.lookup(name).name.replace("_", "-")
            found.setdefault(label, Candidate(label, shown, round(share, 2)))
    return tuple(sorted(found.values(), key=lambda candidate: -candidate.confidence))


def _looks_like_iscii(sample: bytes) -> bool:
    """ISCII keeps ASCII and puts all of Devanagari between A1 and FA, with none of 80 to A0."""
    high = [byte for byte in sample if byte >= 0x80]
    outside = sum(not 0xA1 <= byte <= 0xFA for byte in high)
    return len(high) > len(sample) // 2 and outside * 100 <= len(high)


def _is_nearly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", errors="replace")
    good = len(_BEYOND_ASCII.findall(text))
    return 0 < text.count("\ufffd") * 10 <= good


def encoded_as(text: str, encoding: str, before: bytes, *, has_references: bool = False) -> bytes:
    """Encode a text as the file was; where letters are not in that encoding, as UTF-8.

    In markup with references they are written as these instead.
    """
    if before.startswith(b"\xef\xbb\xbf"):
        return b"\xef\xbb\xbf" + text.removeprefix("\ufeff").encode()
    for mark, name in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if before.startswith(mark):
            return mark + text.removeprefix("\ufeff").encode(name)
    try:
        return text.encode(encoding, "xmlcharrefreplace" if has_references else "strict")
    except (UnicodeEncodeError, LookupError):
        return text.encode()

"""What readers hand over: texts that are not yet part of a project."""

from dataclasses import dataclass, field

from reviewer.domain.code import Code, Original
from reviewer.domain.segment import Role


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a file; `role` where the file itself told it."""

    text: str
    role: Role | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text in one language, as a file held it."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    origin: str = ""
    """Name of the file, without its folder."""
    language: str | None = None
    encoding: str = "utf-8"
    warnings: tuple[str, ...] = ()
    original: Original | None = field(default=None, compare=False)
    """The file, where the final text can be written into a copy of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentDraft:
    """A row that will become a segment."""

    received: str
    paragraph: int = 0
    source: str | None = None
    back_translation: str | None = None
    final: str | None = None
    """Absent means: as received."""
    reference: str | None = None
    role: Role = Role.BODY
    confidence: float | None = None
    key: str = ""
    note: str = ""
    codes: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentDraft:
    """A document that will become part of a project."""

    title: str
    segments: tuple[SegmentDraft, ...]
    source_language: str = "en"
    target_language: str = "hi"
    system: str = ""
    desk: str = ""
    origin: str = ""
    warnings: tuple[str, ...] = ()
    original: Original | None = None
    """The file, where the final text can be written back into it."""

"""The explicit table of formats; adding one is a file and an entry here."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Any

from reviewer.domain.error import ReviewerError


class Kind(StrEnum):
    """What a file of a format holds."""

    ARTICLE = "article"
    """A text in one language."""
    BILINGUAL = "bilingual"
    """Rows of texts and their translations."""
    REVIEW = "review"
    """Texts with what was said about them."""


class Carries(StrEnum):
    """What a format can transport."""

    DOCUMENTS = "documents"
    FLAGS = "flags"
    JUDGEMENTS = "judgements"
    SCORES = "scores"
    GLOSSARY = "glossary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format; `reader` and `writer` are `module:function`, loaded when first needed.

    Readers of articles are called as `read(path, *, encoding=None) -> Article`; the signatures of the
    other two kinds are those of the functions named.
    """

    id: str
    title: str
    suffixes: tuple[str, ...]
    kind: Kind
    carries: frozenset[Carries] = frozenset({Carries.DOCUMENTS})
    reader: str = ""
    writer: str = ""
    signature: str = ""
    """`module:function` that tells from the first bytes whether a file is of this format."""
    needs_texts: bool = False
    """Whether the file holds no texts: the reader takes a second one as `texts`."""

    @property
    def reads(self) -> bool:
        """Whether files of this format can be opened."""
        return bool(self.reader)

    @property
    def writes(self) -> bool:
        """Whether files of this format can be made."""
        return bool(self.writer)

    def load_reader(self) -> Callable[..., Any]:
        """Import the function that reads this format; raise ReviewerError where there is none."""
        return self._load(self.reader, "read")

    def owns(self, first_bytes: bytes) -> bool:
        """Whether the first bytes of a file say that it is of this format and no other."""
        return bool(self.signature) and bool(_function(self.signature)(first_bytes))

    def load_writer(self) -> Callable[..., Any]:
        """Import the function that writes this format; raise ReviewerError where there is none."""
        return self._load(self.writer, "written")

    def _load(self, dotted: str, verb: str) -> Callable[..., Any]:
        if not dotted:
            raise ReviewerError(f"{self.title} cannot be {verb}")
        return _function(dotted)


def _function(dotted: str) -> Callable[..., Any]:
    module, _, name = dotted.partition(":")
    function: Callable[..., Any] = getattr(import_module(module), name)
    return function


_ALL = frozenset({Carries.DOCUMENTS, Carries.FLAGS, Carries.JUDGEMENTS})

FORMATS: tuple[Format, ...] = (
    Format(
        id="plain",
        title="Plain text",
        suffixes=(".txt", ".text"),
        kind=Kind.ARTICLE,
        reader="reviewer.formats.plain:read",
        writer="reviewer.formats.text:write",
    ),
    Format(
        id="markdown",
        title="Markdown",
        suffixes=(".md", ".markdown", ".mdown"),
        kind=Kind.ARTICLE,
        reader="reviewer.formats.markdown:read",
    ),
    Format(
        id="docx",
        title="Word document",
        suffixes=(".docx",),
        kind=Kind.ARTICLE,
        reader="reviewer.formats.docx:read",
    ),
    Format(
        id="odt",
        title="OpenDocument text",
        suffixes=(".odt",),
        kind=Kind.ARTICLE,
        reader="reviewer.formats.odt:read",
    ),
    Format(
        id="html",
        title="Web page",
        suffixes=(".html", ".htm", ".xhtml"),
        kind=Kind.ARTICLE,
        reader="reviewer.formats.html:read",
    ),
    Format(
        id="csv",
        title="Bilingual table (CSV or TSV)",
        suffixes=(".csv", ".tsv", ".tab"),
        kind=Kind.BILINGUAL,
        reader="reviewer.formats.table:read",
    ),
    Format(
        id="xlsx",
        title="Bilingual table (Excel)",
        suffixes=(".xlsx", ".xlsm"),
        kind=Kind.BILINGUAL,
        reader="reviewer.formats.table:read",
    ),
    Format(
        id="bilingual-jsonl",
        title="Bilingual JSON lines",
        suffixes=(".jsonl", ".ndjson"),
        kind=Kind.BILINGUAL,
        reader="reviewer.formats.table:read",
    ),
    Format(
        id="jsonl",
        title="Reviewer JSON lines",
        suffixes=(".jsonl",),
        kind=Kind.REVIEW,
        carries=_ALL,
        reader="reviewer.formats.jsonl:read",
        signature="reviewer.formats.jsonl:is_own",
        writer="reviewer.formats.jsonl:write",
    ),
    Format(
        id="docx-review",
        title="Annotated Word document",
        suffixes=(".docx",),
        kind=Kind.REVIEW,
        carries=_ALL,
        reader="reviewer.formats.docx_review:read",
        writer="reviewer.formats.docx_review:write",
    ),
    Format(
        id="html-review",
        title="Annotated web page",
        suffixes=(".html",),
        kind=Kind.REVIEW,
        carries=_ALL,
        reader="reviewer.formats.html_review:read",
        signature="reviewer.formats.html_review:is_own",
        writer="reviewer.formats.html_review:write",
    ),
    Format(
        id="tsv",
        title="Review table (TSV)",
        suffixes=(".tsv",),
        kind=Kind.REVIEW,
        carries=_ALL,
        reader="reviewer.formats.tsv:read",
        signature="reviewer.formats.tsv:is_own",
        writer="reviewer.formats.tsv:write",
    ),
    Format(
        id="mqm-tsv",
        title="MQM annotations (WMT or Marot TSV)",
        suffixes=(".tsv",),
        kind=Kind.REVIEW,
        carries=_ALL,
        reader="reviewer.formats.mqm_tsv:read",
        signature="reviewer.formats.mqm_tsv:is_own",
    ),
    Format(
        id="esa-csv",
        title="ESA judgements (WMT CSV)",
        suffixes=(".csv",),
        kind=Kind.REVIEW,
        carries=_ALL,
        reader="reviewer.formats.esa_csv:read",
        signature="reviewer.formats.esa_csv:is_own",
        needs_texts=True,
    ),
    Format(
        id="esa-jsonl",
        title="ESA judgements (JSON lines)",
        suffixes=(".jsonl",),
        kind=Kind.REVIEW,
        carries=_ALL,
        reader="reviewer.formats.esa_jsonl:read",
        signature="reviewer.formats.esa_jsonl:is_own",
    ),
)

_BY_ID = {entry.id: entry for entry in FORMATS}


def by_id(format_id: str) -> Format:
    """Look a format up; raise ReviewerError with the known names where there is none."""
    if format_id in _BY_ID:
        return _BY_ID[format_id]
    raise ReviewerError(f"there is no format {format_id!r}", remedy=f"Known: {', '.join(_BY_ID)}.")


def readable(suffix: str) -> tuple[Format, ...]:
    """The formats that read files of this suffix (with its dot), in order of the table."""
    return tuple(entry for entry in FORMATS if entry.reads and suffix.lower() in entry.suffixes)


def writable(path: Path) -> Format:
    """The format to write for this file name; raise ReviewerError where no format has its suffix."""
    for entry in FORMATS:
        if entry.writes and path.suffix.lower() in entry.suffixes:
            return entry
    known = ", ".join(sorted({suffix for entry in FORMATS if entry.writes for suffix in entry.suffixes}))
    raise ReviewerError(
        f"no format is written as {path.suffix or 'a file without suffix'}",
        file=path.name,
        remedy=f"Use one of {known}.",
    )

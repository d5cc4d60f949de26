"""Which format a file is: by what it holds, by its suffix, and never by suffix alone."""

from pathlib import Path
from zipfile import BadZipFile, ZipFile

from reviewer.domain.error import ReviewerError
from reviewer.formats.content import Shape, head, shape_of
from reviewer.formats.form import Format
from reviewer.formats.registry import FORMATS, by_id, readable

_REFUSED = {
    Shape.PDF: ("is a PDF", "Open the text it was made from, or save it as DOCX."),
    Shape.OLE: (
        "is an Office file of before 2007, or one with a password",
        "Open it in Word, Excel or LibreOffice and save it without a password as DOCX or XLSX.",
    ),
    Shape.RTF: ("is an RTF file", "Save it as DOCX."),
    Shape.SQLITE: ("is a database, not a text", "Review projects are opened, not imported."),
    Shape.PICTURE: ("is a picture", "Open its text."),
    Shape.MEDIA: ("is sound or film", "Open its text."),
    Shape.COMPRESSED: ("is a compressed archive", "Unpack it first."),
    Shape.PROGRAM: ("is a program, not a text", ""),
    Shape.BINARY: ("is a binary file, not text", "Open text, Word, OpenDocument, HTML or tables."),
}
_PACKED = frozenset({"docx", "odt", "xlsx"})
_FOREIGN = frozenset(
    {".json", ".xml", ".po", ".pot", ".mo", ".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".tmx", ".tbx"}
    | {".srt", ".vtt", ".rtf", ".doc", ".xls", ".ppt", ".pptx", ".ods", ".odp", ".pdf", ".epub", ".fodt"}
    | {".tex", ".py", ".js", ".css", ".log", ".ini", ".toml", ".yaml", ".yml"}
)


def sniff(path: Path) -> Format:
    """Tell the format a file is to be read with; raise ReviewerError where none reads it."""
    first = head(path)
    shape = shape_of(first)
    if shape in _REFUSED:
        reason, remedy = _REFUSED[shape]
        raise ReviewerError(reason, file=path.name, remedy=remedy)
    if shape is Shape.ZIP:
        return _of_archive(path)
    for entry in FORMATS:
        if entry.reads and entry.owns(first):
            return entry
    candidates = [entry for entry in readable(path.suffix) if not entry.signature]
    if candidates and candidates[0].id in _PACKED:
        raise ReviewerError(
            f"is no {candidates[0].title}, whatever its name says", file=path.name, remedy=_renaming(shape)
        )
    if candidates and not (shape is Shape.HTML and candidates[0].id == "plain"):
        return candidates[0]
    return _of_text(path, shape)


def _of_text(path: Path, shape: Shape) -> Format:
    """Decide on a text whose suffix decides nothing."""
    if path.suffix.lower() in _FOREIGN or shape is Shape.XML:
        known = " ".join(sorted({suffix for entry in FORMATS if entry.reads for suffix in entry.suffixes}))
        raise ReviewerError(
            f"files of this kind ({path.suffix or shape}) are not read",
            file=path.name,
            remedy=f"Read are {known}.",
        )
    return by_id({Shape.HTML: "html", Shape.JSON_LINES: "bilingual-jsonl"}.get(shape, "plain"))


def _of_archive(path: Path) -> Format:
    try:
        with ZipFile(path) as archive:
            names = archive.namelist()
            declared = archive.read("mimetype")[:100] if "mimetype" in names[:3] else b""
    except (BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError, KeyError):
        found = [entry for entry in readable(path.suffix) if entry.id in _PACKED]
        if found:
            return found[0]
        raise ReviewerError("is a damaged ZIP archive", file=path.name, remedy="Fetch it again.") from None
    if declared.startswith(b"application/vnd.oasis.opendocument.text"):
        return by_id("odt")
    if "customXml/reviewer.xml" in names:
        return by_id("docx-review")
    if any(name.startswith("word/") for name in names):
        from reviewer.formats import docx_table  # noqa: PLC0415 - python-docx takes 0.1 s to import

        return by_id("docx-table" if docx_table.is_bilingual(path) else "docx")
    if "xl/workbook.xml" in names:
        return by_id("xlsx")
    raise ReviewerError(
        "is an archive that holds no Word, OpenDocument or Excel file of a kind that is read",
        file=path.name,
        remedy="Unpack it, or save it as DOCX, ODT or XLSX.",
    )


def _renaming(shape: Shape) -> str:
    suffix = {Shape.HTML: ".html", Shape.JSON_LINES: ".jsonl"}.get(shape, ".txt")
    return f"It looks like {shape}; rename it to {suffix} if it is."

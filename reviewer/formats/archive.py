"""Office files are ZIP archives of XML: opened within limits, refused where they are traps."""

import re
from io import BytesIO
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - the module names its exception in lower case

from reviewer.domain.error import ReviewerError
from reviewer.formats.content import load

MAX_PACKED = 100 * 2**20
MAX_UNPACKED = 512 * 2**20
MAX_XML = 256 * 2**20
MAX_RATIO = 200
MAX_MEMBERS = 10_000
_RATIO_MATTERS_FROM = 8 * 2**20
_ENCRYPTED = 0x1
_CHUNK = 2**20
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_XML_SUFFIXES = (".xml", ".rels", ".vml", ".rdf")


def load_archive(path: Path) -> BytesIO:
    """Load an Office file after checking its size, members and XML; raise ReviewerError if it is unsafe."""
    stream = BytesIO(load(path, limit=MAX_PACKED))
    try:
        with ZipFile(stream) as archive:
            _check_members(archive.infolist(), path.name)
            _check_content(archive, path.name)
    except (BadZipFile, ZlibError, EOFError, NotImplementedError, ValueError, OSError, RuntimeError) as error:
        raise damaged(path.name) from error
    stream.seek(0)
    return stream


def damaged(file: str, detail: str = "") -> ReviewerError:
    """Word that an archive or its XML cannot be parsed."""
    reason = f"the file is damaged or cut off ({detail})" if detail else "the file is damaged or cut off"
    return ReviewerError(reason, file=file, remedy="Fetch it again, or save it anew.")


def _check_members(members: list[ZipInfo], file: str) -> None:
    if len(members) > MAX_MEMBERS:
        raise _trap(f"it has {len(members):,} parts", file)
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        raise _trap(f"unpacked it would fill more than {MAX_UNPACKED // 2**20} MB", file)
    if sum(member.file_size for member in members if _is_xml(member)) > MAX_XML:
        raise _trap(f"its text alone would fill more than {MAX_XML // 2**20} MB", file)
    for member in members:
        if member.flag_bits & _ENCRYPTED:
            raise ReviewerError(
                "the file is protected by a password", file=file, remedy="Save it without one."
            )
        name = member.filename.replace("\\", "/")
        if name.startswith("/") or ".." in PurePosixPath(name).parts or re.match("[A-Za-z]:", name):
            raise _trap(f"a part points outside the file ({name[:60]})", file)
        if member.file_size > max(_RATIO_MATTERS_FROM, MAX_RATIO * member.compress_size):
            raise _trap(f"{name[:60]} is packed more than {MAX_RATIO} times", file)


def _check_content(archive: ZipFile, file: str) -> None:
    """Unpack every part once, and refuse document type declarations.

    Office files have none; entity bombs need one.
    """
    for member in archive.infolist():
        if _is_xml(member):
            data = archive.read(member)
            if _DOCTYPE.search(data.replace(b"\x00", b"") if b"\x00" in data[:64] else data):
                raise _trap(f"{member.filename[:60]} declares entities", file)
        else:
            with archive.open(member) as stream:
                while stream.read(_CHUNK):
                    pass


def _is_xml(member: ZipInfo) -> bool:
    return member.filename.lower().endswith(_XML_SUFFIXES)


def _trap(reason: str, file: str) -> ReviewerError:
    return ReviewerError(
        f"the file is refused as unsafe: {reason}",
        file=file,
        remedy="If you trust it, open it in an office program and save it again.",
    )

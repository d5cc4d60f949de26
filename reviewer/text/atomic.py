"""Writing a file so that it is either wholly new or wholly as before."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from reviewer.domain.error import ReviewerError

_WRITABLE: Final = 0o222


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Yield a file that takes the place of `path` when the block ends without an error.

    Whatever goes wrong, `path` stays as it was and nothing is left beside it; an error of the
    operating system becomes a ReviewerError.
    """
    target = _resolved(path)
    _refuse_protected(target)
    # A name of fixed length: the target's own may already be as long as the file system allows.
    draft = target.with_name(f".reviewer-{secrets.token_hex(8)}.tmp")
    try:
        with draft.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    except OSError as error:
        raise _plain(error, target) from error
    finally:
        _discard(draft)


def write_text(path: Path, text: str) -> None:
    """Write `text` as UTF-8 in one step; raise ReviewerError where it is not Unicode text."""
    with replacing(path) as file:
        file.write(encoded(text, path))


def encoded(text: str, path: Path) -> bytes:
    """Encode as UTF-8; half of a surrogate pair is refused with a ReviewerError."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ReviewerError(
            "the text holds half a character (a lone surrogate) and cannot be written",
            file=path.name,
            place=f"near {text[max(0, error.start - 20) : error.start]!r}",
            remedy="Delete that character.",
        ) from error


def _plain(error: OSError, target: Path) -> ReviewerError:
    if not target.parent.is_dir():
        reason, remedy = f"there is no folder {target.parent}", "Make it first, or choose another."
    elif target.is_dir():
        reason, remedy = "this is a folder, not a file", "Choose a file name."
    else:
        reason = f"cannot be written: {(error.strerror or str(error)).lower()}"
        remedy = "Nothing was changed; choose another folder or make room."
    return ReviewerError(reason, file=target.name, remedy=remedy)


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError) as error:  # a ring of links, which Python tells in its own way
        raise ReviewerError(
            "the name leads nowhere: links point at each other", file=path.name, remedy="Choose another name."
        ) from error


def _refuse_protected(target: Path) -> None:
    """Raise where a file or its folder is write-protected, though a superuser or a rename could do it."""
    for place, what in ((target, "the file"), (target.parent, "the folder")):
        is_there = place.is_file() or (place.is_dir() and place != target)
        if is_there and not (place.stat().st_mode & _WRITABLE and os.access(place, os.W_OK)):
            raise ReviewerError(
                f"cannot be written: {what} is write-protected",
                file=target.name,
                remedy="Nothing was changed; choose another name or folder.",
            )


def _discard(draft: Path) -> None:
    try:
        draft.unlink(missing_ok=True)
    except OSError:  # the folder itself is unreachable, so there is nothing to tidy
        return

"""Subword models: the one that ships, those added by the user, and the names that others have published.

A model's name stands in BLEU's signature. A published name is given only to the published file.
"""

import hashlib
import re
import shutil
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from reviewer.domain.error import ReviewerError
from reviewer.resources import resource

SHIPPED: Final = "reviewer-hi-en-8k"
_SUFFIX: Final = ".model"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_TAKEN: Final = frozenset(
    {"13a", "intl", "none", "char", "zh", "ja-mecab", "ko-mecab", "indic", "spm", "subword"}
)


class Origin(StrEnum):
    """Where a model comes from."""

    SHIPPED = "shipped"
    PUBLISHED = "published"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Published:
    """A model that papers cite by name."""

    name: str
    sha256: str | None
    """Absent where none has been published that a file could be held against."""
    files: tuple[str, ...]
    """What the file is called where it is handed out."""


PUBLISHED: Final = (
    # The tokenizer of NLLB-200, "SPM-200", under the hash published with its weights.
    Published(
        "flores200",
        "14bb8dfb35c0ffdea7bc01e56cea38b9e3d5efcdcb9c251d6b40538e1aab555a",
        ("flores200sacrebleuspm", "flores200_sacrebleu_tokenizer_spm.model"),
    ),
    Published("flores101", None, ("sacrebleu_tokenizer_spm.model",)),
    Published("spBLEU-1K", None, ("spbleu-1k_tokenizer_spm.model",)),
)


@dataclass(frozen=True, slots=True)
class Model:
    """A subword model that can be used."""

    name: str
    origin: Origin
    path: Path
    sha256: str

    @property
    def signature(self) -> str:
        """What BLEU's signature calls it: a published name stands alone, any other with its hash."""
        return self.name if self.origin is Origin.PUBLISHED else f"{self.name}-{self.sha256[:12]}"


def models() -> tuple[Model, ...]:
    """Return the models there are: the shipped one, then those added, by name."""
    added = sorted(folder().glob(f"*{_SUFFIX}"))
    return tuple(_model(path) for path in (resource("models", SHIPPED + _SUFFIX), *added))


def find(name: str) -> Model | None:
    """Return the model of this name, `None` where there is none.

    Raises ReviewerError for a published name without its file, or with another file.
    """
    known = _published(name)
    path = resource("models", SHIPPED + _SUFFIX) if name == SHIPPED else folder() / f"{name}{_SUFFIX}"
    if not _NAME.fullmatch(name) or not path.is_file():
        if known is not None:
            raise ReviewerError(f"the subword model {known.name} is not here", remedy=_remedy(known))
        return None
    return _model(path)


def add(path: Path, name: str | None = None) -> Model:
    """Copy a model into the user's data folder; return it under the name it can be used by.

    Without a name it takes the published one its hash or its file's name tells, else the file's own.
    Raises ReviewerError for a file that is no model or not the one its name promises, and for a taken name.
    """
    if not path.is_file():
        raise ReviewerError("there is no such file", file=str(path))
    digest = _digest(path)
    chosen = name or _name_of(path, digest)
    _check_name(chosen, path)
    known = _published(chosen)
    if known is not None:
        _check_digest(known, digest, path)
        chosen = known.name
    _check_model(path)
    target = folder() / f"{chosen}{_SUFFIX}"
    if target.exists() and _digest(target) != digest:
        raise ReviewerError(
            f"another model is called {chosen}",
            file=path.name,
            remedy=f"Choose another with --name, or first say reviewer models remove {chosen}.",
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists():
        shutil.copyfile(path, target)
    return _model(target)


def remove(name: str) -> None:
    """Delete an added model; ReviewerError where there is none of that name."""
    target = folder() / f"{name}{_SUFFIX}"
    if not _NAME.fullmatch(name) or not target.is_file():
        reason = "ships with the program" if name == SHIPPED else "was not added"
        raise ReviewerError(f"the model {name} {reason}", remedy="reviewer models lists what can be removed.")
    target.unlink()


def folder() -> Path:
    """Return where added models are kept."""
    import platformdirs  # noqa: PLC0415 - scoring without subwords does not need it

    return Path(platformdirs.user_data_dir("reviewer", appauthor=False)) / "models"


def _model(path: Path) -> Model:
    name = path.name.removesuffix(_SUFFIX)
    digest = _digest(path)
    known = _published(name)
    if known is not None:
        _check_digest(known, digest, path)
        return Model(known.name, Origin.PUBLISHED, path, digest)
    is_shipped = path == resource("models", SHIPPED + _SUFFIX)
    return Model(name, Origin.SHIPPED if is_shipped else Origin.ADDED, path, digest)


def _published(name: str) -> Published | None:
    return next((known for known in PUBLISHED if known.name.lower() == name.lower()), None)


def _name_of(path: Path, digest: str) -> str:
    for known in PUBLISHED:
        if digest == known.sha256 or path.name in known.files:
            return known.name
    return path.name.removesuffix(_SUFFIX)


def _check_name(name: str, path: Path) -> None:
    if not _NAME.fullmatch(name):
        raise ReviewerError(
            f"{name!r} cannot name a model",
            file=path.name,
            remedy="Give one of letters, digits, dots and dashes with --name.",
        )
    if name.lower() in _TAKEN or name.lower() == SHIPPED:
        raise ReviewerError(
            f"{name} names another tokeniser", file=path.name, remedy="Choose another with --name."
        )


def _check_digest(known: Published, digest: str, path: Path) -> None:
    if known.sha256 is None:
        raise ReviewerError(
            f"cannot be told to be {known.name}: no SHA-256 of it is published, and this file has {digest}",
            file=path.name,
            remedy="Add it under a name of its own with --name.",
        )
    if digest != known.sha256:
        raise ReviewerError(
            f"is not {known.name}: expected SHA-256 {known.sha256}, found {digest}",
            file=path.name,
            remedy="Fetch the published file, or add this one under a name of its own with --name.",
        )


def _remedy(known: Published) -> str:
    if known.sha256 is None:
        return (
            f"No SHA-256 of {known.name} is published that a file could be checked against; "
            f"add your copy under a name of its own: reviewer models add FILE --name NAME."
        )
    return f"Nothing is downloaded: fetch the file {known.files[0]} and say reviewer models add FILE."


def _check_model(path: Path) -> None:
    import sentencepiece  # noqa: PLC0415 - 20 ms that only subwords need

    try:
        sentencepiece.SentencePieceProcessor(model_file=str(path))
    except (RuntimeError, OSError):
        raise ReviewerError("is not a sentencepiece model", file=path.name) from None


def _digest(path: Path) -> str:
    status = path.stat()
    return _digest_of(path, status.st_mtime_ns, status.st_size)


@cache
def _digest_of(path: Path, _changed: int, _size: int) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()

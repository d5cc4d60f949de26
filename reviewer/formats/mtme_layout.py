"""Where mt-metrics-eval keeps what belongs to one file of ratings: texts, documents, other judges."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reviewer.domain.error import ReviewerError
from reviewer.formats.content import load
from reviewer.formats.encoding import decode
from reviewer.formats.picture import taken_back

RATING, SCORE, DOCUMENTS = ".seg.rating", ".seg.score", ".docs"
SOURCES, OUTPUTS, REFERENCES = "sources", "system-outputs", "references"
_HUMAN = "human-scores"
_PAIR = re.compile(r"[a-z]{2,3}(?:_[A-Za-z]+)?-[a-z]{2,3}(?:_[A-Za-z]+)?(?=\.|$)")


@dataclass(slots=True)
class Layout:
    """The files beside one of ratings or scores, as a test set has them or `write` makes them."""

    path: Path
    stem: str
    """The name up to `.seg.rating`."""
    folders: tuple[Path, ...]
    pair: str
    """`en-hi`; empty where neither the name nor the sources tell it."""
    _outputs: dict[str, tuple[str, ...] | None] = field(default_factory=dict)

    @classmethod
    def of(cls, path: Path) -> "Layout":
        """Look around a file."""
        parent = path.parent
        folders = (parent, parent.parent) if parent.name == _HUMAN else (parent,)
        stem = stem_of(path)
        found = _PAIR.match(stem)
        pair = found[0] if found else next(iter(_pairs(folders)), "")
        return cls(path, stem, folders, pair)

    def sources(self) -> tuple[str, ...] | None:
        """The source text, a segment a line."""
        return self._lines(f"{SOURCES}/{self.pair}.txt")

    def reference(self) -> tuple[str, ...] | None:
        """The first reference of the language pair."""
        for folder in self.folders:
            for path in sorted((folder / REFERENCES).glob(f"{self.pair}.*.txt")):
                return lines_of(path)
        return None

    def output(self, system: str) -> tuple[str, ...] | None:
        """What a system made of it; absent where there is no file of its name."""
        if system not in self._outputs:
            # The name comes from the file: it must not lead out of the folder.
            is_name = system == Path(system).name and system not in {"", ".", ".."} and "\\" not in system
            self._outputs[system] = (
                self._lines(f"{OUTPUTS}/{self.pair}/{system}.txt") if is_name and self.pair else None
            )
        return self._outputs[system]

    def documents(self) -> tuple[str, ...] | None:
        """The document of each segment."""
        names = (self.stem, self.pair)
        for lines in (self._lines(f"{place}{n}{DOCUMENTS}") for place in ("", "documents/") for n in names):
            if lines is not None:
                return tuple(taken_back("".join(line.split(None, 1)[1:]).strip()) for line in lines)
        return None

    def _lines(self, name: str) -> tuple[str, ...] | None:
        for folder in self.folders:
            try:
                is_there = (folder / name).is_file()
            except (OSError, ValueError):
                # What a rating names need not be a name that a file can have.
                continue
            if is_there:
                return lines_of(folder / name)
        return None


def stem_of(path: Path) -> str:
    """The name of a file without what says that it holds ratings or scores of segments."""
    for suffix in (RATING, SCORE, ".rating", ".score"):
        if path.name.endswith(suffix) and path.name != suffix:
            return path.name.removesuffix(suffix)
    return path.stem


def lines_of(path: Path) -> tuple[str, ...]:
    """The lines of a file; none of an empty one."""
    if not path.stat().st_size:
        return ()
    text = decode(load(path), file=path.name).text
    return tuple(line.removesuffix("\r") for line in text.removesuffix("\n").split("\n"))


def pair_names(stem: str) -> Mapping[str, str]:
    """The languages that a name tells, empty where it tells none."""
    found = _PAIR.match(stem)
    source, _, target = found[0].partition("-") if found else ("", "", "")
    return {"source": source, "target": target} if source and target else {}


def refuse_texts(path: Path, system: str, option: str) -> ReviewerError:
    """What to say where the texts of a system are not to be found."""
    return ReviewerError(
        f"the texts of the system {system!r} are not beside the file",
        file=path.name,
        remedy=f"Put them there as {SOURCES}/SRC-TGT.txt and {OUTPUTS}/SRC-TGT/{system}.txt, or {option}.",
    )


def _pairs(folders: tuple[Path, ...]) -> list[str]:
    """The language pairs of the sources that are there, if it is but one."""
    found = sorted({path.stem for folder in folders for path in (folder / SOURCES).glob("*-*.txt")})
    return found if len(found) == 1 else []

"""What a check is: its description, its proof, and how it finds."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from reviewer.checks.lens import Article, Lens
from reviewer.domain.finding import Tier
from reviewer.domain.flag import Severity
from reviewer.domain.segment import Role
from reviewer.domain.span import Range, Side
from reviewer.domain.style import Style

_NO_STYLE = Style()


class Need(StrEnum):
    """What a check cannot do without, or uses where it is there."""

    SOURCE = "source"
    ENGLISH = "source or back-translation"
    BACK_TRANSLATION = "back-translation"
    DOCUMENT = "whole document"
    GLOSSARY = "glossary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One place, in offsets of the lens's texts. What is absent is as the check says."""

    target: Range | None = None
    """On the Hindi; empty where something is missing."""
    english: Range | None = None
    """On the English the check looked at."""
    message: str
    suggestion: str | None = None
    is_safe: bool = False
    type: str | None = None
    severity: Severity | None = None
    tier: Tier | None = None
    evidence: Side | None = None
    """Which English it was compared with, where it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text and what the check must find in it; nothing for one that must stay silent."""

    target: str
    finds: tuple[str, ...] = ()
    """The words found on the Hindi, in order; an empty one is a place where something is missing."""
    source: str | None = None
    back_translation: str | None = None
    role: Role = Role.BODY
    suggestion: str | None = None
    """Of the first finding, where it is to be proven."""
    before: tuple[str, ...] = ()
    """Segments before it in the document, in Hindi alone."""
    style: Style = _NO_STYLE


def found(target: str, *finds: str, **more: object) -> Example:
    """Return an example in which these words are found."""
    return Example(target=target, finds=finds or ("",), **more)  # type: ignore[arg-type]


def silent(target: str, **more: object) -> Example:
    """Return an example in which nothing is found."""
    return Example(target=target, **more)  # type: ignore[arg-type]


class Check(ABC):
    """One kind of error. The docstring is what the editor reads about it."""

    id: ClassVar[str]
    """`family.kebab-name`; never changes, for answers are counted by it."""
    code: ClassVar[str]
    """The catalogue's: `N01`."""
    title: ClassVar[str]
    tier: ClassVar[Tier]
    type: ClassVar[str]
    severity: ClassVar[Severity] = Severity.MINOR
    needs: ClassVar[frozenset[Need]] = frozenset()
    """What it cannot do without; `DOCUMENT` where other segments decide what it finds here."""
    uses: ClassVar[frozenset[Need]] = frozenset()
    """What it uses where it is there."""
    examples: ClassVar[tuple[Example, ...]]

    @abstractmethod
    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Yield what is found in one segment."""

    def can_look_at(self, lens: Lens) -> bool:
        """Whether a segment has the texts that the check needs.

        Asked once for all segments with the same texts beside the Hindi: what they say must not matter.
        """
        if Need.SOURCE in self.needs and lens.source is None:
            return False
        if Need.BACK_TRANSLATION in self.needs and lens.back is None:
            return False
        return not (Need.ENGLISH in self.needs and lens.english is None)

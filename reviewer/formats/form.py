"""What a format is: what its files hold, and which functions read and write them."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
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
    GLOSSARY = "glossary"
    """Terms and what they are in Hindi."""
    PUBLISHED = "published"
    """The final text alone, to print; never read back as a review."""


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

    Readers of articles are called as `read(path, *, encoding=None) -> Article`, those of reviews as
    `read(path) -> ProjectReview`, those of glossaries as `read(path, *, encoding=None) -> TermList`;
    bilingual tables have a dialog of their own. Writers are called as `write(review, path)`, those of
    glossaries as `write(terms, path)`.
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
    streamer: str = ""
    """`module:function` that reads a large file as `reviewer.formats.stream.Stream`."""
    is_exact: bool = False
    """Whether a review is read back equal in everything that was said."""
    needs_original: bool = False
    """Whether only what came from such a file can be written, back into it."""
    keeps_codes: bool = False
    """Whether the writer knows inline codes; from others they are taken out before they write."""

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

    def load_streamer(self) -> Callable[..., Any]:
        """Import the function that reads large files of this format; raise ReviewerError for none."""
        return self._load(self.streamer, "read in parts")

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

"""A desk's glossary and files of terms: what another one adds, and how a file becomes one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer.domain.error import ReviewerError
from reviewer.domain.style import Term
from reviewer.formats.content import Shape, head, shape_of
from reviewer.formats.form import Format, Kind
from reviewer.formats.glossary.entry import TermList, identity
from reviewer.formats.registry import FORMATS, by_id


@dataclass(frozen=True, slots=True)
class Merge:
    """A glossary with another one added: what it is now, and how many terms are new or say more."""

    terms: tuple[Term, ...]
    new: int
    changed: int


def read_terms(path: Path, encoding: str | None = None) -> TermList:
    """Read a glossary in any format; raise ReviewerError for files that are none."""
    found: TermList = form_of(path).load_reader()(path, encoding=encoding)
    return found


def form_of(path: Path) -> Format:
    """Return the format to read a glossary with: by its first bytes, else as a table."""
    first = head(path)
    if shape_of(first) is Shape.ZIP:
        return by_id("glossary-xlsx")
    fitting = [each for each in FORMATS if each.kind is Kind.GLOSSARY and each.owns(first)]
    if fitting:
        return fitting[0]
    if shape_of(first) is not Shape.TEXT:
        raise ReviewerError("is no glossary", file=path.name, remedy="Read are CSV, TSV, XLSX and TBX.")
    return by_id("glossary-csv")


def written_as(path: Path) -> Format:
    """Return the format a glossary of this name is written in; raise ReviewerError for other endings."""
    forms = [each for each in FORMATS if each.kind is Kind.GLOSSARY and each.writes]
    for form in forms:
        if path.suffix.lower() in form.suffixes:
            return form
    endings = ", ".join(dict.fromkeys(suffix for form in forms for suffix in form.suffixes))
    raise ReviewerError(
        f"no glossary is written as {path.suffix or 'a file without suffix'}",
        file=path.name,
        remedy=f"Use {endings}.",
    )


def merged(own: Sequence[Term], other: Sequence[Term]) -> Merge:
    """Add terms to a glossary: what they say comes first, what they do not say stays."""
    made = {identity(term.source): term for term in own}
    new = changed = 0
    for term in other:
        before = made.get(identity(term.source))
        after = term if before is None else _joined(before, term)
        new += before is None
        changed += before is not None and after != before
        made[identity(term.source)] = after
    return Merge(tuple(made.values()), new, changed)


def _joined(old: Term, new: Term) -> Term:
    approved = tuple(dict.fromkeys((*new.approved, *(f for f in old.approved if f not in new.forbidden))))
    forbidden = tuple(dict.fromkeys((*new.forbidden, *(f for f in old.forbidden if f not in new.approved))))
    is_same = set(approved) == set(old.approved) and set(forbidden) == set(old.forbidden)
    return replace(
        old,
        # A file that lists the same words in another order only says so where it is the desk's own first.
        approved=old.approved if is_same and new.approved[:1] == old.approved[:1] else approved,
        forbidden=old.forbidden if is_same else forbidden,
        note=new.note or old.note,
    )

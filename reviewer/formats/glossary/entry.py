"""What a glossary file says of one term, and how what it says is put together."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum

import regex

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Severity
from reviewer.domain.style import Term

MOST_TERMS = 100_000
LONGEST_TERM = 300
"""Characters; what is longer is a text."""
_UNSEEN = regex.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\ud800-\udfff\ufffe\uffff]")
_NOISE = regex.compile(r"[\s_\-./()\[\]]+")


class Status(IntEnum):
    """What a desk says of a Hindi word for a term, the best first."""

    PREFERRED = 0
    APPROVED = 1
    ADMITTED = 2
    FORBIDDEN = 3
    PROPOSED = 4
    """Nobody has decided yet: not taken."""


_WORDS = {
    Status.PREFERRED: "preferred, preferredterm, standard, standardizedterm, recommended, मानक, वरीय",
    Status.APPROVED: "approved, yes, ok, final, use, valid, स्वीकृत, मान्य, अनुमोदित, हाँ",
    Status.ADMITTED: "admitted, admittedterm, allowed, acceptable,"
    " alternative, regulatedterm, legalterm, अनुमत,"
    " वैकल्पिक",
    Status.FORBIDDEN: "forbidden, deprecated, deprecatedterm, superseded, supersededterm, obsolete, rejected,"
    " banned, avoid, do not use, not recommended, prohibited, no,"
    " wrong, वर्जित, निषिद्ध, अस्वीकृत, अमान्य, ग़लत, गलत",
    Status.PROPOSED: "proposed, draft, new, pending, under review,"
    " provisional, unprocessed, प्रस्तावित, विचाराधीन",
}


def key(words: str) -> str:
    """Return words as they are compared: without case, nukta, punctuation and TBX's endings."""
    plain = words.casefold().replace("\u093c", "").replace("ज़", "ज").replace("ग़", "ग")
    return _NOISE.sub(" ", plain).strip().removesuffix(" admn sts")


_STATUSES = {key(word): status for status, words in _WORDS.items() for word in words.split(",")}


def status_of(words: str) -> Status | None:
    """Return what a word of status means; absent for one that means nothing here."""
    return _STATUSES.get(key(words))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One statement of a file: this English is, or is not, this Hindi."""

    source: str
    hindi: str
    status: Status = Status.APPROVED
    note: str = ""
    severity: Severity = Severity.MAJOR
    place: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that was passed over: where, and why."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermList:
    """A glossary as it was read, with an account of every statement in its file."""

    terms: tuple[Term, ...]
    read: int
    """Statements in the file."""
    duplicates: int = 0
    skipped: tuple[Remark, ...] = ()


@dataclass(slots=True)
class _Made:
    source: str
    severity: Severity
    forms: dict[str, Status] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def tidy(words: str) -> str:
    """Return a term on one line, with single blanks and nothing that cannot be seen."""
    return " ".join(_UNSEEN.sub("", words).split())


def tidy_note(words: str) -> str:
    """Return a note with its lines, each tidy."""
    return "\n".join(line for each in words.splitlines() if (line := tidy(each)))


def identity(source: str) -> str:
    """Return what tells a term from others: abbreviations by their capitals, all else without case."""
    return source if source.isupper() else source.casefold()


def gathered(entries: Iterable[Entry], *, file: str) -> TermList:
    """Put all that is said of one term together; raise ReviewerError where nothing can be used."""
    made: dict[str, _Made] = {}
    skipped: list[Remark] = []
    read = duplicates = 0
    for entry in entries:
        read += 1
        if reason := _fault(entry):
            skipped.append(Remark(entry.place, reason))
            continue
        one = made.setdefault(identity(entry.source), _Made(entry.source, entry.severity))
        if len(made) > MOST_TERMS:
            raise ReviewerError(
                f"has more than {MOST_TERMS:,} terms", file=file, remedy="Leave out what news never needs."
            )
        before = one.forms.get(entry.hindi)
        if before is not None and (before is Status.FORBIDDEN) != (entry.status is Status.FORBIDDEN):
            skipped.append(Remark(entry.place, f"“{entry.hindi}” is both approved and forbidden"))
            continue
        duplicates += before is not None
        one.forms[entry.hindi] = entry.status if before is None else min(before, entry.status)
        if entry.note and entry.note not in one.notes:
            one.notes.append(entry.note)
    if not made:
        why = f" ({skipped[0].place}: {skipped[0].reason})" if skipped else ""
        raise ReviewerError(
            f"holds no term with its Hindi{why}", file=file, remedy="Name one column English and one Hindi."
        )
    terms = tuple(_term(one) for one in made.values())
    return TermList(terms=terms, read=read, duplicates=duplicates, skipped=tuple(skipped))


def _fault(entry: Entry) -> str:
    if not entry.source:
        return "it has no English"
    if not entry.hindi:
        return "it has no Hindi"
    if max(len(entry.source), len(entry.hindi)) > LONGEST_TERM:
        return f"it is longer than {LONGEST_TERM} characters"
    return "it is proposed, not approved" if entry.status is Status.PROPOSED else ""


def _term(one: _Made) -> Term:
    approved = [form for form, status in one.forms.items() if status is not Status.FORBIDDEN]
    return Term(
        source=one.source,
        approved=tuple(sorted(approved, key=lambda form: one.forms[form])),
        forbidden=tuple(form for form, status in one.forms.items() if status is Status.FORBIDDEN),
        note="\n".join(one.notes),
        severity=one.severity,
    )

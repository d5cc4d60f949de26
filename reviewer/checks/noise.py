"""What of all that checks say is shown: once, not again, and the most serious first."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reviewer.domain.finding import Anchor, Finding, Tier
from reviewer.domain.flag import Flag
from reviewer.domain.segment import Segment
from reviewer.domain.span import Range, Span

MOST_HINTS = 3
"""Hints shown for one segment."""
QUARANTINE = frozenset({"encoding.legacy-font", "encoding.mojibake"})
"""Checks beside whose findings nothing else is shown of the segment: it is not readable text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Muted:
    """What the desk does not want to hear again."""

    checks: frozenset[str] = frozenset()
    """Checks by id."""
    documents: frozenset[tuple[int, str]] = frozenset()
    """Document and check."""
    words: frozenset[tuple[str, str]] = frozenset()
    """Check and the words it found."""
    here: Mapping[int, Collection[tuple[str, Anchor]]] = field(default_factory=dict)
    """Checks and what their findings are known by, of each segment."""
    demoted: frozenset[str] = frozenset()
    """Checks that say hints only, because editors did not agree with them."""


def settle(
    raw: Iterable[Finding], segment: Segment, muted: Muted, flags: Iterable[Flag] = ()
) -> tuple[Finding, ...]:
    """Return what is shown of a segment's findings, most serious first.

    `raw` is in the order of the catalogue. `flags` are what people have said, their Hindi spans on the
    text under review: a finding inside such words is not repeated.
    """
    heard = _heard(list(raw), segment, muted)
    if unreadable := [each for each in heard if each.check in QUARANTINE]:
        heard = unreadable
    said = tuple(flags)
    told = [each for each in heard if not _is_said(each, said)] if said else heard
    return _arranged(_merged([_demoted(each, muted) for each in told])) if told else ()


def _heard(findings: list[Finding], segment: Segment, muted: Muted) -> list[Finding]:
    kept = [
        each
        for each in findings
        if each.check not in muted.checks
        and (segment.document_id, each.check) not in muted.documents
        and (each.check, each.quote) not in muted.words
    ]
    for check, anchor in muted.here.get(segment.id, ()):
        gone = _same(kept, check, anchor)
        kept = [each for each in kept if each not in gone] if gone else kept
    return kept


def _same(findings: Iterable[Finding], check: str, anchor: Anchor) -> list[Finding]:
    """Find what was dismissed: the same words between the same two, or else beside one of them."""
    alike = [each for each in findings if each.check == check and each.anchor.words == anchor.words]
    exact = [each for each in alike if each.anchor == anchor]
    if exact:
        return exact
    return [
        each for each in alike if each.anchor.before == anchor.before or each.anchor.after == anchor.after
    ][:1]


def _demoted(finding: Finding, muted: Muted) -> Finding:
    is_demoted = finding.check in muted.demoted and finding.tier is not Tier.HINT
    return replace(finding, tier=Tier.HINT) if is_demoted else finding


def _is_said(finding: Finding, flags: Collection[Flag]) -> bool:
    """Whether a person has flagged these very words, or more of them."""
    return any(_covers(flag, finding) for flag in flags)


def _covers(flag: Flag, finding: Finding) -> bool:
    if not finding.spans:
        return not flag.spans and flag.origin == finding.check
    own, theirs = finding.target_span, flag.target_span
    if own is not None and not own.is_empty:
        return theirs is not None and _holds(theirs, own)
    english = finding.english_span
    if english is not None:
        said = flag.span(english.side)
        return said is not None and _holds(said, english)
    return own is not None and theirs is not None and _holds(theirs, own)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _merged(findings: Sequence[Finding]) -> list[Finding]:
    """Keep the surest of those on the same words, and of different checks' on overlapping words of one type.

    Of equally sure ones the first is kept; about a whole segment a check says one thing.
    """
    best: dict[tuple[Span, ...], Finding] = {}
    loose: dict[str, Finding] = {}
    for finding in findings:
        if not finding.spans:
            loose.setdefault(finding.check, finding)
            continue
        known = best.get(finding.spans)
        if known is None or finding.tier.rank < known.tier.rank:
            best[finding.spans] = finding
    return [*_apart(list(best.values())), *loose.values()]


def _apart(findings: list[Finding]) -> list[Finding]:
    if len(findings) < 2:
        return findings
    kept: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    gone: set[int] = set()
    for finding in sorted(findings, key=lambda each: each.tier.rank):
        place = _place(finding)
        if place is None:
            continue
        side, reach = place
        rivals = kept[finding.type, side]
        if any(known.check != finding.check and _meets(known, reach) for known in rivals):
            gone.add(id(finding))
        else:
            rivals.append(finding)
    return [each for each in findings if id(each) not in gone]


def _place(finding: Finding) -> tuple[str, Range] | None:
    """Return the words that a finding is about: the Hindi ones, or the English where Hindi is missing."""
    span = finding.target_span
    if span is not None and not span.is_empty:
        return "hindi", Range(span.start, span.end)
    span = finding.english_span
    return None if span is None or span.is_empty else (span.side.value, Range(span.start, span.end))


def _meets(known: Finding, reach: Range) -> bool:
    place = _place(known)
    return place is not None and place[1].overlaps(reach)


def _arranged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort by tier, severity and place, and leave out hints beyond the third."""
    ordered = sorted(
        findings,
        key=lambda each: (
            each.tier.rank,
            -each.severity.rank,
            min((span.start for span in each.spans), default=0),
        ),
    )
    firm = [each for each in ordered if each.tier is not Tier.HINT]
    return (*firm, *[each for each in ordered if each.tier is Tier.HINT][:MOST_HINTS])

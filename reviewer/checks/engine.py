"""Running checks over segments: in order, without repeating what is said already."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from reviewer.checks.check import Check, Hit, Need
from reviewer.checks.lens import Article, Lens
from reviewer.domain.finding import Finding, Tier
from reviewer.domain.flag import Flag
from reviewer.domain.span import Side, Span

MOST_HINTS = 3
"""Hints shown for one segment."""
QUARANTINE = frozenset({"encoding.legacy-font", "encoding.mojibake"})
"""Checks after whose finding nothing else is looked for in the segment: it is not readable text."""


class Cancelled(Exception):  # noqa: N818 - not an error
    """The caller no longer wants the findings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Muted:
    """What the desk does not want to hear again."""

    checks: frozenset[str] = frozenset()
    """Checks by id."""
    words: frozenset[tuple[str, str]] = frozenset()
    """Check and the words it found."""
    keys: frozenset[tuple[int, str]] = frozenset()
    """Segment and the finding's key."""
    demoted: frozenset[str] = frozenset()
    """Checks that say hints only, because editors did not agree with them."""


class Checker:
    """Runs checks in the order of the catalogue."""

    def __init__(self, checks: Sequence[Check], muted: Muted | None = None) -> None:
        self.checks = tuple(checks)
        self.muted = muted or Muted()

    def find(self, lens: Lens, article: Article, flags: Iterable[Flag] = ()) -> tuple[Finding, ...]:
        """Return a segment's findings, most serious first.

        `flags` are what people have said of it: a finding inside such words is not repeated.
        """
        made: list[tuple[Finding, str]] = []
        for check in self.checks:
            if check.id in self.muted.checks or not check.can_look_at(lens):
                continue
            for hit in check.find(lens, article):
                finding = self._finding(check, hit, lens)
                made.append((finding, _quote(finding, lens)))
            if check.id in QUARANTINE and made and made[-1][0].check == check.id:
                made = made[-1:]
                break
        kept = [finding for finding, quote in made if not self._is_muted(finding, quote)]
        said = tuple(flags)
        return _arranged(_merged([each for each in kept if not _is_said(each, said)]))

    def all(
        self,
        article: Article,
        flags: Callable[[int], Iterable[Flag]] | None = None,
        *,
        progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> Iterator[tuple[Lens, tuple[Finding, ...]]]:
        """Yield every segment with its findings; raises `Cancelled`."""
        for done, lens in enumerate(article.lenses):
            if is_cancelled and is_cancelled():
                raise Cancelled
            if progress:
                progress(done, len(article.lenses))
            yield lens, self.find(lens, article, flags(lens.segment.id) if flags else ())

    def depending(self) -> tuple[Check, ...]:
        """Return the checks whose findings in one segment depend on the others."""
        return tuple(check for check in self.checks if Need.DOCUMENT in check.needs | check.uses)

    def _finding(self, check: Check, hit: Hit, lens: Lens) -> Finding:
        tier = hit.tier or check.tier
        return Finding(
            check=check.id,
            segment_id=lens.segment.id,
            spans=_spans(hit, lens),
            type=check.type if hit.type is None else hit.type,
            severity=hit.severity or check.severity,
            tier=Tier.HINT if check.id in self.muted.demoted else tier,
            message=hit.message,
            suggestion=hit.suggestion,
            is_safe=hit.is_safe,
            evidence=hit.evidence,
        )

    def _is_muted(self, finding: Finding, quote: str) -> bool:
        return (finding.check, quote) in self.muted.words or (
            finding.segment_id,
            finding.key,
        ) in self.muted.keys


def _spans(hit: Hit, lens: Lens) -> tuple[Span, ...]:
    spans = []
    if hit.target is not None:
        spans.append(lens.target.span(hit.target.start, hit.target.end))
    if hit.english is not None:
        english = lens.back if hit.evidence is Side.BACK_TRANSLATION else lens.english
        if english is not None:
            spans.append(english.span(hit.english.start, hit.english.end))
    return tuple(spans)


def _hindi(spans: Iterable[Span]) -> Span | None:
    return next((span for span in spans if span.side in {Side.RECEIVED, Side.FINAL}), None)


def _quote(finding: Finding, lens: Lens) -> str:
    span = _hindi(finding.spans) or next(iter(finding.spans), None)
    if span is None:
        return ""
    text = lens.segment.text(span.side)
    return " ".join(text[piece.start : piece.end] for piece in span.ranges)


def _is_said(finding: Finding, flags: Collection[Flag]) -> bool:
    """Whether a person has flagged these very words, or more of them."""
    own = _hindi(finding.spans)
    if own is None or own.start == own.end:
        return False
    for flag in flags:
        theirs = flag.target_span
        if theirs and theirs.side is own.side and theirs.start <= own.start and own.end <= theirs.end:
            return True
    return False


def _merged(findings: Sequence[Finding]) -> list[Finding]:
    """Of findings on the same words keep the surest, of equally sure ones the first."""
    best: dict[tuple[Span, ...], Finding] = {}
    loose = []
    for finding in findings:
        if not finding.spans:
            loose.append(finding)
            continue
        known = best.get(finding.spans)
        if known is None or finding.tier.rank < known.tier.rank:
            best[finding.spans] = finding
    return [*best.values(), *loose]


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

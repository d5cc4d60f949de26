"""Running checks over segments: in order, each for itself, so that one that fails harms no other."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from reviewer.checks import trace
from reviewer.checks.check import Check, Hit, Need
from reviewer.checks.lens import Article, Lens, Unready
from reviewer.checks.noise import Muted, settle
from reviewer.domain.finding import Finding
from reviewer.domain.flag import Flag
from reviewer.domain.span import Side, Span

MOST_HITS = 500
"""Hits of one check that are taken of one segment: beyond that the text is no text."""


class Cancelled(Exception):  # noqa: N818 - not an error
    """The caller no longer wants the findings."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A check that failed, and on what; it is not asked again."""

    check: str
    segment_id: int
    error: Exception

    def __str__(self) -> str:
        cause = " ".join(f"{type(self.error).__name__} {self.error}".split())
        return f"the check {self.check} failed and is put aside: {cause}"


class Checker:
    """Runs checks in the order given, which is the catalogue's."""

    def __init__(self, checks: Sequence[Check], muted: Muted | None = None) -> None:
        self.checks = tuple(checks)
        self.muted = muted or Muted()
        self.faults: dict[str, Fault] = {}
        """What failed, by the check's id."""
        self.postponed: set[str] = set()
        """Checks that wanted a fact of the whole document where there was no time for it."""
        self._order = {check.id: number for number, check in enumerate(self.checks)}
        self._able: dict[tuple[bool, bool, bool], tuple[Check, ...]] = {}

    def find(self, lens: Lens, article: Article, flags: Iterable[Flag] = ()) -> tuple[Finding, ...]:
        """Return a segment's findings, most serious first; `flags` as `noise.settle` takes them."""
        return settle(self.raw(lens, article), lens.segment, self.muted, flags)

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

    def raw(self, lens: Lens, article: Article, checks: frozenset[str] | None = None) -> tuple[Finding, ...]:
        """Return all that the checks say of a segment, or those named, in their order and nothing left out.

        A check that raises is noted in `faults` and not asked again.
        """
        found: list[Finding] = []
        faults = self.faults
        for check in self._able_to_see(lens):
            if (faults and check.id in faults) or (checks is not None and check.id not in checks):
                continue
            try:
                for hit in islice(check.find(lens, article), MOST_HITS):
                    found.append(_finding(check, hit, lens))  # noqa: PERF401 - what came before a fault stays
            except Cancelled:
                raise
            except Unready:
                self.postponed.add(check.id)
            except Exception as error:  # noqa: BLE001 - ours may be wrong, others' may be anything
                self.faults[check.id] = Fault(check.id, lens.segment.id, error)
        return tuple(found)

    def joined(self, *parts: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return what different checks said of one segment, in the order of the checks."""
        every = [finding for part in parts for finding in part]
        return tuple(sorted(every, key=lambda each: self._order.get(each.check, len(self._order))))

    def depending(self) -> frozenset[str]:
        """Return the checks whose findings in one segment depend on the others, by id."""
        return frozenset(check.id for check in self.checks if Need.DOCUMENT in check.needs | check.uses)

    def independent(self) -> frozenset[str]:
        """Return all other checks."""
        return frozenset(self._order) - self.depending()

    def _able_to_see(self, lens: Lens) -> tuple[Check, ...]:
        """Return the checks that have the texts they need, decided once for each set of texts."""
        segment = lens.segment
        key = bool(segment.final), bool(segment.source), bool(segment.back_translation)
        if key not in self._able:
            self._able[key] = tuple(check for check in self.checks if check.can_look_at(lens))
        return self._able[key]


def _finding(check: Check, hit: Hit, lens: Lens) -> Finding:
    spans = _spans(hit, lens)
    return Finding(
        check=check.id,
        segment_id=lens.segment.id,
        spans=spans,
        type=check.type if hit.type is None else hit.type,
        severity=hit.severity or check.severity,
        tier=hit.tier or check.tier,
        message=hit.message,
        suggestion=hit.suggestion,
        is_safe=hit.is_safe,
        evidence=hit.evidence,
        quote=trace.quote(spans, lens.segment),
        anchor=trace.anchor(spans, lens.segment),
    )


def _spans(hit: Hit, lens: Lens) -> tuple[Span, ...]:
    spans = []
    if hit.target is not None:
        spans.append(lens.target.span(hit.target.start, hit.target.end))
    if hit.english is not None:
        english = lens.back if hit.evidence is Side.BACK_TRANSLATION else lens.english
        if english is not None:
            spans.append(english.span(hit.english.start, hit.english.end))
    return tuple(spans)

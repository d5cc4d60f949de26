"""A running MQM score: what each segment adds is kept, so that an edit recomputes one segment."""

import math
from collections import Counter
from dataclasses import dataclass

from reviewer.domain.flag import Severity
from reviewer.domain.profile import Denominator, Profile, Raters
from reviewer.domain.score import MqmScore
from reviewer.domain.span import Side
from reviewer.scoring.tolerance import through
from reviewer.scoring.verdict import Totals, judge


@dataclass(frozen=True, slots=True)
class Entry:
    """What one error adds."""

    severity: Severity
    penalty: float
    """Multiplier × type weight × position weight, before the rule about repeats."""
    key: tuple[str, str] | None
    """Folded words and type: equal in repeats of the same error; absent where nothing is quoted."""
    is_lead: bool


@dataclass(frozen=True, slots=True)
class Part:
    """What one segment adds."""

    entries: tuple[Entry, ...]
    target_words: int
    source_words: int | None
    provisional: int
    is_done: bool
    raters: tuple[str, ...] = ()
    """Everybody who has annotated the segment, those included who found nothing."""


class Tally:
    """Parts of segments and their sums: integer counts only, so that nothing drifts.

    Penalties are counted apart by the number of people that a segment's mean runs over.
    """

    def __init__(self, profile: Profile, text: Side) -> None:
        self._profile = profile
        self._text = text
        self._parts: dict[int, Part] = {}
        self._is_mean = profile.raters is Raters.MEAN
        self._whole: Counter[tuple[float, int]] = Counter()
        self._repeated: Counter[float] = Counter()
        self._keys: dict[tuple[str, str], Counter[float]] = {}
        self._counts: Counter[Severity] = Counter()
        self._lead_counts: Counter[Severity] = Counter()
        self._source_words = 0
        self._target_words = 0
        """Target words of the segments that have no source, or of all where the profile says so."""
        self._provisional = 0
        self._done = 0
        self._annotated = 0
        self._raters: Counter[str] = Counter()

    def put(self, segment_id: int, part: Part) -> None:
        """Set what a segment adds, in place of what it added before."""
        self.drop(segment_id)
        self._parts[segment_id] = part
        self._add(part, 1)

    def drop(self, segment_id: int) -> None:
        """Forget a segment; one that is not known changes nothing."""
        if part := self._parts.pop(segment_id, None):
            self._add(part, -1)

    def _add(self, part: Part, sign: int) -> None:
        people = max(len(part.raters), 1) if self._is_mean else 1
        for entry in part.entries:
            self._counts[entry.severity] += sign
            self._lead_counts[entry.severity] += sign * entry.is_lead
            if entry.key is None or self._is_mean:
                self._whole[entry.penalty, people] += sign
            else:
                self._add_keyed(entry.key, entry.penalty, sign)
        if part.source_words is None or self._profile.denominator is Denominator.TARGET:
            self._target_words += sign * part.target_words
        else:
            self._source_words += sign * part.source_words
        self._provisional += sign * part.provisional
        self._done += sign * part.is_done
        self._annotated += sign * (part.is_done or bool(part.raters))
        self._raters.update(dict.fromkeys(part.raters, sign))

    def _add_keyed(self, key: tuple[str, str], penalty: float, sign: int) -> None:
        same = self._keys.setdefault(key, Counter())
        self._count_group(same, -1)
        same[penalty] += sign
        same += Counter()
        self._count_group(same, 1)
        if not same:
            del self._keys[key]

    def _count_group(self, same: Counter[float], sign: int) -> None:
        """Count the heaviest of equal errors in full, the others as repeats."""
        if not same:
            return
        self._whole[max(same), 1] += sign
        self._repeated.update({penalty: sign * count for penalty, count in same.items()})
        self._repeated[max(same)] -= sign

    @property
    def penalty(self) -> float:
        """APT, the sum of all penalties, or of each segment's mean over its raters."""
        weight = self._profile.repeat_weight
        whole = (penalty * count / people for (penalty, people), count in self._whole.items())
        repeated = (penalty * weight * count for penalty, count in self._repeated.items())
        return math.fsum((*whole, *repeated))

    def _words(self) -> tuple[float, str]:
        """Return the denominator and the words that say where it comes from."""
        source, target, ratio = self._source_words, self._target_words, self._profile.target_per_source
        if self._profile.denominator is Denominator.TARGET:
            return float(target), f"{target:,} target words"
        if not target:
            return float(source), f"{source:,} source words"
        words = source + target / ratio
        origin = f"{target:,} target words ÷ {ratio:g}"
        if source:
            origin = f"{source:,} source words, {origin} where there is no source"
        return words, f"{words:,.0f} words ({origin})"

    def totals(self) -> Totals:
        """Return what a verdict rests on."""
        words, _ = self._words()
        is_long_enough = bool(words) and words >= self._profile.short_words
        penalty = self.penalty
        return Totals(
            text=self._text,
            counts=self._counts,
            lead_counts=self._lead_counts,
            words=words,
            per_thousand=1000 * penalty / words if is_long_enough else None,
            segments=len(self._parts),
            done=self._done,
            penalty=penalty,
            tolerated=tolerated(words, self._profile) if is_long_enough else None,
        )

    def score(self) -> MqmScore:
        """Return the score of all segments together."""
        totals, (words, basis) = self.totals(), self._words()
        npt = totals.per_thousand
        verdict, reasons = judge(totals, self._profile)
        return MqmScore(
            profile=self._profile.id,
            text=self._text.value,
            penalty=totals.penalty,
            words=words,
            basis=basis,
            per_thousand=npt,
            raw=None if npt is None else 100 * (1 - totals.penalty / words),
            calibrated=None if npt is None else calibrate(npt, self._profile),
            counts={severity: self._counts[severity] for severity in Severity},
            provisional=self._provisional,
            segments=totals.segments,
            verdict=verdict,
            reasons=reasons,
            annotated=self._annotated,
            raters=tuple(sorted(name for name, count in self._raters.items() if count > 0)),
            per_segment=totals.penalty / self._annotated if self._annotated else None,
            tolerated=totals.tolerated,
            non_linear=non_linear(totals.penalty, totals.tolerated, self._profile),
            shortfall=shortfall(words, self._profile),
        )


def tolerated(words: float, profile: Profile) -> float | None:
    """Return the penalty points a text of this length may have, where the profile has a tolerance."""
    return through(*profile.tolerance).points(words) if profile.tolerance and words else None


def non_linear(penalty: float, allowed: float | None, profile: Profile) -> float | None:
    """Return the score at which the tolerated penalty points are exactly the passing score."""
    return None if allowed is None else 100 - penalty * (100 - profile.passing_score) / allowed


def shortfall(words: float, profile: Profile) -> str:
    """Say why a text gets no ratio; empty where it gets one."""
    if words and words >= profile.short_words:
        return ""
    return f"Insufficient sample for a ratio: {words:,.0f} words; {profile.short_words:,} are needed"


def calibrate(npt: float, profile: Profile) -> float:
    """Return the score at which the acceptable penalty points are exactly the passing score."""
    return 100 - npt * (100 - profile.passing_score) / profile.acceptable_npt

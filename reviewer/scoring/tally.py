"""A running MQM score: what each segment adds is kept, so that an edit recomputes one segment."""

import math
from collections import Counter
from dataclasses import dataclass

from reviewer.domain.flag import Severity
from reviewer.domain.profile import Denominator, Profile
from reviewer.domain.score import MqmScore
from reviewer.domain.span import Side
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


class Tally:
    """Parts of segments and their sums: integer counts only, so that nothing drifts."""

    def __init__(self, profile: Profile, text: Side) -> None:
        self._profile = profile
        self._text = text
        self._parts: dict[int, Part] = {}
        self._whole: Counter[float] = Counter()
        self._repeated: Counter[float] = Counter()
        self._keys: dict[tuple[str, str], Counter[float]] = {}
        self._counts: Counter[Severity] = Counter()
        self._lead_counts: Counter[Severity] = Counter()
        self._source_words = 0
        self._target_words = 0
        """Target words of the segments that have no source, or of all where the profile says so."""
        self._provisional = 0
        self._done = 0

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
        for entry in part.entries:
            self._counts[entry.severity] += sign
            self._lead_counts[entry.severity] += sign * entry.is_lead
            if entry.key is None:
                self._whole[entry.penalty] += sign
            else:
                self._add_keyed(entry.key, entry.penalty, sign)
        if part.source_words is None or self._profile.denominator is Denominator.TARGET:
            self._target_words += sign * part.target_words
        else:
            self._source_words += sign * part.source_words
        self._provisional += sign * part.provisional
        self._done += sign * part.is_done

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
        self._whole[max(same)] += sign
        self._repeated.update({penalty: sign * count for penalty, count in same.items()})
        self._repeated[max(same)] -= sign

    @property
    def penalty(self) -> float:
        """APT, the sum of all penalties."""
        weight = self._profile.repeat_weight
        whole = (penalty * count for penalty, count in self._whole.items())
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
        is_long_enough = words and words >= self._profile.short_words
        return Totals(
            text=self._text,
            counts=self._counts,
            lead_counts=self._lead_counts,
            words=words,
            per_thousand=1000 * self.penalty / words if is_long_enough else None,
            segments=len(self._parts),
            done=self._done,
        )

    def score(self) -> MqmScore:
        """Return the score of all segments together."""
        totals, (words, basis) = self.totals(), self._words()
        npt = totals.per_thousand
        verdict, reasons = judge(totals, self._profile)
        return MqmScore(
            profile=self._profile.id,
            text=self._text.value,
            penalty=self.penalty,
            words=words,
            basis=basis,
            per_thousand=npt,
            raw=None if npt is None else 100 * (1 - self.penalty / words),
            calibrated=None if npt is None else calibrate(npt, self._profile),
            counts={severity: self._counts[severity] for severity in Severity},
            provisional=self._provisional,
            segments=totals.segments,
            verdict=verdict,
            reasons=reasons,
        )


def calibrate(npt: float, profile: Profile) -> float:
    """Return the score at which the acceptable penalty points are exactly the passing score."""
    return 100 - npt * (100 - profile.passing_score) / profile.acceptable_npt

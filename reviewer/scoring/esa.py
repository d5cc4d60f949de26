"""Judges' numbers: means over judges, and over the segments that somebody has judged."""

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING

from reviewer.domain.flag import Judgement, Scale
from reviewer.domain.score import HumanScore
from reviewer.domain.snapshot import DocumentReview

if TYPE_CHECKING:
    from reviewer.scoring.statistic.normalise import Normalised


def score(judgements: Iterable[Judgement], segments: int, scale: Scale = Scale.ESA) -> HumanScore:
    """Score a text of so many segments; see `JudgementTally`."""
    tally = JudgementTally(scale)
    grouped: defaultdict[int | None, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        grouped[judgement.segment_id].append(judgement)
    for segment_id, own in grouped.items():
        tally.put(segment_id, own)
    return tally.score(segments)


class JudgementTally:
    """Judgements a segment, and the mean of the segments' means.

    Segments that nobody has judged are left out, not counted as 0. Judgements on whole documents
    (key `None`) stand in where no segment has been judged. Sums are exact fractions: nothing drifts.
    """

    def __init__(self, scale: Scale = Scale.ESA) -> None:
        self._scale = scale
        self._by_key: dict[int | None, dict[str, float]] = {}
        self._judges: dict[str, int] = {}
        self._sum = Fraction()

    def put(self, key: int | None, judgements: Iterable[Judgement]) -> None:
        """Set all judgements of a segment in place of those it had; of one judge the latest counts."""
        self._count(key, -1)
        fitting = [judgement for judgement in judgements if judgement.scale is self._scale]
        self._by_key[key] = {each.judge: each.value for each in sorted(fitting, key=lambda j: j.created)}
        self._count(key, 1)
        if not self._by_key[key]:
            del self._by_key[key]

    def _count(self, key: int | None, sign: int) -> None:
        values = self._by_key.get(key)
        if not values:
            return
        for judge in values:
            self._judges[judge] = self._judges.get(judge, 0) + sign
        if key is not None:
            self._sum += sign * _mean(values.values())

    def score(self, segments: int) -> HumanScore:
        """Return the mean of the means, absent where nobody has judged."""
        on_document = self._by_key.get(None)
        judged = len(self._by_key) - (on_document is not None)
        value: Fraction | None = self._sum / judged if judged else None
        if value is None and on_document:
            value = _mean(on_document.values())
        return HumanScore(
            scale=self._scale.value,
            value=None if value is None else float(value),
            judged=judged,
            judges=sum(count > 0 for count in self._judges.values()),
            segments=segments,
        )


class HumanTally:
    """Judgements on both scales; the score is that of ESA, or of DA where nobody has judged by ESA."""

    def __init__(self) -> None:
        self._tallies = (JudgementTally(Scale.ESA), JudgementTally(Scale.DA))

    def put(self, key: int | None, judgements: Iterable[Judgement]) -> None:
        """Set all judgements of a segment, or of the document, in place of those it had."""
        given = tuple(judgements)
        for tally in self._tallies:
            tally.put(key, given)

    def score(self, segments: int) -> HumanScore:
        """Return the mean of the means, absent where nobody has judged."""
        scores = [tally.score(segments) for tally in self._tallies]
        return next((score for score in scores if score.value is not None), scores[0])


def _mean(values: Iterable[float]) -> Fraction:
    exact = [Fraction(value) for value in values]
    return sum(exact, Fraction()) / len(exact)


def standardised(reviews: Iterable[DocumentReview], scale: Scale = Scale.DA) -> "Normalised":
    """Return z-scores of segments and systems: (x − μ of the judge) / σ of the judge, then means.

    Segments are named by document and segment id. Of one judge's numbers for a segment the latest counts.
    """
    from reviewer.scoring.statistic.normalise import Rating, normalise  # noqa: PLC0415 - few ask for it

    latest: dict[tuple[int, int, str], tuple[str, Judgement]] = {}
    for review in reviews:
        for judged in sorted(review.judgements, key=lambda j: j.created):
            if judged.scale is scale and judged.segment_id is not None:
                key = (review.document.id, judged.segment_id, judged.judge)
                latest[key] = (review.document.system, judged)
    return normalise(
        [
            Rating(rater=judge, system=system, segment=(document, segment), value=judged.value)
            for (document, segment, judge), (system, judged) in latest.items()
        ]
    )

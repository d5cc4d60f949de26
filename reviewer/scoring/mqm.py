"""MQM scores of the received and of the final text, never mixed.

The linear model: APT = Σ severity multiplier × type weight × position weight × repeat weight,
NPT = 1000 × APT / EWC, raw score = 100 × (1 − APT / EWC), calibrated score as in `tally`. Where a
profile has rules, the first that matches takes the place of multiplier and type weight.
"""

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from reviewer.domain.flag import Flag, Judgement, Scale, Severity
from reviewer.domain.profile import ErrorType, Profile, WeightRule
from reviewer.domain.score import MqmScore, Verdict
from reviewer.domain.segment import Role, Segment
from reviewer.domain.snapshot import DocumentReview
from reviewer.domain.span import Side
from reviewer.scoring.tally import Entry, Part, Tally, calibrate, shortfall
from reviewer.scoring.taxonomy import canonical, tidy
from reviewer.scoring.verdict import counted
from reviewer.text.fold import fold
from reviewer.text.word import word_count


def score(
    review: DocumentReview, profile: Profile, text: Side, resolved: Collection[int] = frozenset()
) -> MqmScore:
    """Score one document.

    `text` is `Side.RECEIVED` (how good was the engine) or `Side.FINAL` (may this be published);
    `resolved` names the flags whose error is gone from the final text.
    """
    tally = Tally(profile, text)
    flags = by_segment(review.flags)
    looked = annotators_by_segment(review.judgements)
    lead = lead_of(review.segments)
    for segment in review.segments:
        entry = part(
            segment,
            flags.get(segment.id, ()),
            profile,
            text,
            resolved=resolved,
            is_lead=segment.id == lead,
            annotators=looked.get(segment.id, ()),
        )
        tally.put(segment.id, entry)
    return tally.score()


_MARKING = frozenset({Scale.MQM, Scale.ESA})
"""Scales whose judges mark errors as well: who marked none has found none."""


def annotators(judgements: Iterable[Judgement]) -> frozenset[str]:
    """Return who has looked for errors, by the judgements on one segment."""
    return frozenset(each.judge for each in judgements if each.scale in _MARKING)


def annotators_by_segment(judgements: Iterable[Judgement]) -> dict[int, frozenset[str]]:
    """Return who has looked for errors in each segment that somebody has judged."""
    grouped: defaultdict[int, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        if judgement.segment_id is not None:
            grouped[judgement.segment_id].append(judgement)
    return {segment_id: annotators(own) for segment_id, own in grouped.items()}


def by_segment(flags: Iterable[Flag]) -> dict[int, list[Flag]]:
    """Group flags by the segment they are on."""
    grouped: defaultdict[int, list[Flag]] = defaultdict(list)
    for flag in flags:
        grouped[flag.segment_id].append(flag)
    return dict(grouped)


def lead_of(segments: Iterable[Segment]) -> int | None:
    """Return the id of the lead: the first body segment."""
    return next((segment.id for segment in segments if segment.role is Role.BODY), None)


def part(
    segment: Segment,
    flags: Iterable[Flag],
    profile: Profile,
    text: Side,
    *,
    resolved: Collection[int] = frozenset(),
    is_lead: bool = False,
    annotators: Collection[str] = (),
) -> Part:
    """Return what one segment adds to the score of one text; `annotators` also those who found no error."""
    flags = tuple(flags)
    counting = [flag for flag in flags if _counts(flag, text, resolved)]
    held_back = [flag for flag in counting if text is Side.FINAL and is_provisional(flag, segment)]
    return Part(
        entries=tuple(_entry(flag, segment, profile, is_lead) for flag in counting if flag not in held_back),
        target_words=word_count(segment.text(text)),
        source_words=word_count(segment.source) if segment.source else None,
        provisional=len(held_back),
        is_done=segment.state.is_done,
        raters=tuple(sorted({flag.author for flag in flags}.union(annotators))),
    )


def is_provisional(flag: Flag, segment: Segment) -> bool:
    """Whether only the English can decide about this flag, and there is none."""
    return flag.needs_source and not segment.source


def _counts(flag: Flag, text: Side, resolved: Collection[int]) -> bool:
    """Whether a flag speaks of this text: the editor's own words are no fault of the engine's."""
    if text is Side.FINAL:
        return flag.id not in resolved
    return flag.span(Side.FINAL) is None or flag.span(Side.RECEIVED) is not None


def _entry(flag: Flag, segment: Segment, profile: Profile, is_lead: bool) -> Entry:
    kind = error_type(flag.type, profile)
    position = profile.lead_weight if is_lead else profile.role_weights.get(segment.role, 1.0)
    span = flag.target_span
    quote = flag.quote or (span.quote(segment.text(span.side)) if span else "")
    folded = fold(quote).text.strip() if quote else ""
    return Entry(
        severity=flag.severity,
        penalty=weight(flag.type, flag.severity, profile) * position,
        key=(folded, kind.id) if folded else None,
        is_lead=is_lead or segment.role is Role.HEADLINE,
    )


def error_type(type_id: str, profile: Profile) -> ErrorType:
    """Return the profile's type for a flag's, which may be under another scheme's name."""
    own = tidy(type_id)
    return profile.type(own if any(kind.id == own for kind in profile.types) else canonical(type_id))


def weight(type_id: str, severity: Severity, profile: Profile) -> float:
    """Return the penalty of one error before its position counts."""
    if profile.rules:
        return _ruled(profile.rules, f"{severity}:{tidy(type_id)}")
    return profile.multipliers[severity] * error_type(type_id, profile).weight_at(severity)


@lru_cache(maxsize=4096)
def _ruled(rules: tuple[WeightRule, ...], error: str) -> float:
    found = (rule.weight for rule in rules if re.search(rule.pattern, error, re.IGNORECASE))
    return next(found, 0.0)


_WORST_FIRST = (Verdict.FAIL, Verdict.EDIT, Verdict.INSUFFICIENT, Verdict.PASS)


def combine(scores: Sequence[MqmScore], profile: Profile, text: Side) -> MqmScore:
    """Return one score for several documents: sums, and the worst of their verdicts.

    Limits are rules about one article; so is the rule about repeats, which stays within each.
    """
    penalty = math.fsum(item.penalty for item in scores)
    words = sum(item.words for item in scores)
    short = shortfall(words, profile)
    npt = None if short else 1000 * penalty / words
    annotated = sum(item.annotated for item in scores)
    verdict = next((v for v in _WORST_FIRST if any(item.verdict is v for item in scores)), None)
    return MqmScore(
        profile=profile.id,
        text=text.value,
        penalty=penalty,
        words=words,
        basis=scores[0].basis if len(scores) == 1 else f"{words:,.0f} words in {len(scores)} documents",
        per_thousand=npt,
        raw=None if npt is None else 100 * (1 - penalty / words),
        calibrated=None if npt is None else calibrate(npt, profile),
        counts={severity: sum(item.counts[severity] for item in scores) for severity in Severity},
        provisional=sum(item.provisional for item in scores),
        segments=sum(item.segments for item in scores),
        verdict=verdict or Verdict.INSUFFICIENT,
        reasons=scores[0].reasons if len(scores) == 1 else _documents(scores),
        annotated=annotated,
        raters=tuple(sorted({name for item in scores for name in item.raters})),
        per_segment=penalty / annotated if annotated else None,
        tolerated=scores[0].tolerated if len(scores) == 1 else None,
        non_linear=scores[0].non_linear if len(scores) == 1 else None,
        shortfall=short,
    )


def _documents(scores: Sequence[MqmScore]) -> tuple[str, ...]:
    words = {Verdict.FAIL: "fail", Verdict.EDIT: "need editing", Verdict.INSUFFICIENT: "cannot be judged yet"}
    reasons = []
    for verdict, phrase in words.items():
        if number := sum(item.verdict is verdict for item in scores):
            reasons.append(f"{number} of {counted(len(scores), 'document')}: {phrase}")
    return tuple(reasons)

"""From counts and penalty points to a verdict, with reasons an editor understands."""

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer.domain.flag import Severity
from reviewer.domain.profile import Limits, Profile
from reviewer.domain.score import Verdict
from reviewer.domain.span import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What a verdict rests on."""

    text: Side
    counts: Mapping[Severity, int]
    lead_counts: Mapping[Severity, int]
    """Of these, in headline and lead."""
    words: float
    per_thousand: float | None
    segments: int
    done: int
    penalty: float = 0.0
    tolerated: float | None = None
    """E(EWC) under a profile with a tolerance, where the text is long enough for a ratio."""


@dataclass(frozen=True, slots=True)
class Breach:
    """More errors of one severity than may remain."""

    severity: Severity
    in_lead: bool
    text: str


def counted(number: int, noun: str) -> str:
    """Return `1 segment`, `2 segments`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def judge(totals: Totals, profile: Profile) -> tuple[Verdict, tuple[str, ...]]:
    """Return the verdict and, unless it is a pass, its reasons, most serious first.

    More critical errors than allowed fail a text. Otherwise penalty points decide between
    "publish after edit" and "fail", or, in a text too short for a ratio, the counts alone.
    Finding few errors in a text that nobody has read to its end is no pass.
    """
    if not totals.words:
        return Verdict.INSUFFICIENT, ("There are no words to score",)
    reasons = [breach.text for breach in breaches(totals, profile)]
    if excess := excess_of(totals, profile):
        reasons.append(excess)
    is_critical = _exceeds(totals.counts.get(Severity.CRITICAL, 0), profile.limits.critical)
    unread = totals.segments - totals.done
    verdict = Verdict.PASS
    if is_critical or _load(totals, profile) > profile.edit_npt / profile.acceptable_npt:
        verdict = Verdict.FAIL
    elif reasons:
        verdict = Verdict.EDIT
    elif unread:
        verdict = Verdict.INSUFFICIENT
    if unread:
        is_are = "is" if totals.segments == 1 else "are"
        reasons.append(f"{unread} of {counted(totals.segments, 'segment')} {is_are} not reviewed")
    return verdict, tuple(reasons)


def excess_of(totals: Totals, profile: Profile) -> str:
    """Say how far penalty points are over what is accepted; empty where they are not.

    A profile with a tolerance E accepts E(words) points, any other `acceptable_npt` per 1,000 words.
    """
    if totals.tolerated is not None:
        if totals.penalty <= totals.tolerated:
            return ""
        return (
            f"{totals.penalty:.1f} penalty points on {totals.words:,.0f} words; "
            f"{totals.tolerated:.1f} are tolerated"
        )
    npt = totals.per_thousand
    return too_many_points(npt, profile) if npt is not None and npt > profile.acceptable_npt else ""


def _load(totals: Totals, profile: Profile) -> float:
    """Penalty points as a multiple of what is accepted; 0 where there is no ratio."""
    if totals.tolerated is not None:
        return totals.penalty / totals.tolerated
    return (totals.per_thousand or 0.0) / profile.acceptable_npt


def too_many_points(npt: float, profile: Profile) -> str:
    """Say how far penalty points are from what is accepted."""
    return f"{npt:.1f} penalty points per 1,000 words; {profile.acceptable_npt:g} is the limit"


def breaches(totals: Totals, profile: Profile) -> tuple[Breach, ...]:
    """Return where there are more errors than may remain, most serious first."""
    is_short = totals.per_thousand is None
    limits = profile.short_limits if is_short else profile.limits
    where = f" in a text under {profile.short_words} words" if is_short else ""
    found = []
    for severity in (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR):
        count, limit = totals.counts.get(severity, 0), _limit(limits, severity)
        lead_count, lead_limit = totals.lead_counts.get(severity, 0), _limit(profile.lead_limits, severity)
        if _exceeds(count, limit):
            text = _errors(count, severity, totals.text, where) + _allowed(limit)
            found.append(Breach(severity, in_lead=False, text=text))
        elif _exceeds(lead_count, lead_limit):
            text = _errors(lead_count, severity, totals.text, " in headline or lead") + _allowed(lead_limit)
            found.append(Breach(severity, in_lead=True, text=text))
    return tuple(found)


def _exceeds(count: int, limit: int | None) -> bool:
    return limit is not None and count > limit


def _limit(limits: Limits, severity: Severity) -> int | None:
    return {
        Severity.CRITICAL: limits.critical,
        Severity.MAJOR: limits.major,
        Severity.MINOR: limits.minor,
    }.get(severity)


def _errors(count: int, severity: Severity, text: Side, where: str) -> str:
    phrase = counted(count, f"{severity.value} error") + where
    if text is Side.RECEIVED:
        return phrase
    return f"{phrase} {'is' if count == 1 else 'are'} open"


def _allowed(limit: int | None) -> str:
    return f"; {limit} may remain" if limit else ""

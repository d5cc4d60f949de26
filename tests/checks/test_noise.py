"""Of all that checks say, an editor sees what is new, once, and the most serious first."""

from dataclasses import replace

from reviewer.checks.noise import Muted, settle
from reviewer.checks.trace import anchor, quote
from reviewer.domain.finding import Finding, Tier
from reviewer.domain.flag import Flag, Severity
from reviewer.domain.segment import Segment
from reviewer.domain.span import Side, Span
from tests.builders import a_flag, a_segment

SEGMENT = a_segment("वह कल आया और कल गया।", source="He came and went yesterday.")


def a_finding(
    start: int = 3,
    end: int = 5,
    *,
    side: Side = Side.RECEIVED,
    check: str = "test.word",
    tier: Tier = Tier.WARNING,
    type: str = "style/awkward",  # noqa: A002 - the finding's own field
    severity: Severity = Severity.MINOR,
    segment: Segment = SEGMENT,
) -> Finding:
    """A finding on a range of one side."""
    spans = (Span.single(side, start, end),)
    return Finding(
        check=check,
        segment_id=1,
        spans=spans,
        type=type,
        severity=severity,
        tier=tier,
        message="",
        quote=quote(spans, segment),
        anchor=anchor(spans, segment),
    )


def settled(*raw: Finding, muted: Muted | None = None, flags: tuple[Flag, ...] = ()) -> tuple[Finding, ...]:
    """What is shown of these."""
    return settle(raw, SEGMENT, muted or Muted(), flags)


def test_unreadable_text_is_all_that_is_said() -> None:
    """Whatever else is found in it is noise."""
    broken = a_finding(0, 2, check="encoding.mojibake", tier=Tier.ERROR)
    assert settled(a_finding(), broken, a_finding(13, 15)) == (broken,)


def test_a_muted_quarantine_lets_the_others_speak() -> None:
    """The desk has said that it can read this."""
    broken = a_finding(0, 2, check="encoding.mojibake", tier=Tier.ERROR)
    assert settled(a_finding(), broken, muted=Muted(checks=frozenset({broken.check}))) == (a_finding(),)


def test_overlapping_findings_of_one_type_are_one() -> None:
    """Two checks that see the same error differently: the surer is shown, of equals the first."""
    wide = a_finding(0, 5, check="test.wide")
    surer = replace(wide, tier=Tier.ERROR)
    assert settled(a_finding(), wide) == (a_finding(),)
    assert settled(a_finding(), surer) == (surer,)


def test_overlapping_findings_of_other_types_are_both_shown() -> None:
    """A word may be wrong in two ways; and one check may find two errors in one phrase."""
    other = a_finding(0, 5, check="test.wide", type="fluency/grammar")
    same_check = a_finding(0, 5)
    assert len(settled(a_finding(), other)) == 2
    assert len(settled(a_finding(), same_check)) == 2


def test_omissions_are_compared_by_the_english_words() -> None:
    """There is no Hindi to compare."""
    first = a_finding(0, 2, side=Side.SOURCE)
    second = a_finding(0, 7, side=Side.SOURCE, check="test.other")
    elsewhere = a_finding(8, 11, side=Side.SOURCE, check="test.third")
    assert settled(first, second, elsewhere) == (first, elsewhere)


def test_a_flag_says_its_words_and_all_in_them() -> None:
    """Not what reaches beyond."""
    flag = a_flag(0, 5, side=Side.FINAL)
    assert settled(a_finding(), flags=(flag,)) == ()
    assert len(settled(a_finding(3, 10), flags=(flag,))) == 1


def test_a_flagged_omission_is_said() -> None:
    """By its English words; or by the place, where there are none."""
    english = a_finding(0, 2, side=Side.SOURCE)
    caret = a_finding(5, 5)
    assert settled(english, flags=(a_flag(0, 7, side=Side.SOURCE),)) == ()
    assert settled(caret, flags=(a_flag(5, 5),)) == ()
    assert len(settled(caret, flags=(a_flag(9, 9),))) == 1


def test_a_finding_about_a_whole_segment_is_said_by_its_own_flag() -> None:
    """Any other flag of the segment says something else."""
    whole = replace(a_finding(), spans=())
    flag = replace(a_flag(), spans=(), origin="test.word")
    assert settled(whole, flags=(flag,)) == ()
    assert settled(whole, flags=(replace(flag, origin="hand"),)) == (whole,)


def test_a_dismissed_place_is_known_by_its_neighbours() -> None:
    """The same word stands twice; one of them was dismissed."""
    first, second = a_finding(), a_finding(13, 15)
    for dismissed, left in ((first, second), (second, first)):
        muted = Muted(here={1: [("test.word", dismissed.anchor)]})
        assert settled(first, second, muted=muted) == (left,)


def test_a_dismissed_place_is_known_with_one_neighbour_left() -> None:
    """The other was edited; with both gone, nobody can tell."""
    known = replace(a_finding().anchor, before="यह")
    assert settled(a_finding(), muted=Muted(here={1: [("test.word", known)]})) == ()
    stranger = replace(known, after="गया")
    assert len(settled(a_finding(), muted=Muted(here={1: [("test.word", stranger)]}))) == 1


def test_a_demoted_check_has_hints_alone() -> None:
    """And they count as hints."""
    muted = Muted(demoted=frozenset({"test.word"}))
    found = settled(*(a_finding(n, n + 1) for n in (0, 3, 6, 9)), muted=muted)
    assert [each.tier for each in found] == [Tier.HINT] * 3


def test_worse_comes_before_better_at_one_tier() -> None:
    """Then by place."""
    minor, major = a_finding(0, 2), a_finding(13, 15, severity=Severity.MAJOR)
    assert settled(minor, a_finding(), major) == (major, minor, a_finding())


def test_every_broken_place_is_shown() -> None:
    """Text that cannot be read may be so in several places."""
    places = [a_finding(n, n + 2, check="encoding.mojibake", tier=Tier.ERROR) for n in (0, 13)]
    assert settled(places[0], a_finding(), places[1]) == tuple(places)


def test_a_check_says_one_thing_of_a_whole_segment() -> None:
    """And another check another."""
    whole = replace(a_finding(), spans=())
    other = replace(whole, check="test.other")
    assert settled(whole, replace(whole, message="Again."), other) == (whole, other)

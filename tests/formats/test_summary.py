from dataclasses import replace

from reviewer.domain.flag import Severity
from reviewer.domain.score import HumanScore, MetricScore, MqmScore, ScoreCard, Verdict
from reviewer.formats.summary import flag_counts, score_lines, summary_lines
from tests.builders import a_flag, a_review, a_segment


def _mqm(text: str, verdict: Verdict, *reasons: str) -> MqmScore:
    return MqmScore(
        profile="newsroom",
        text=text,
        penalty=11,
        words=200,
        basis="200 target words",
        per_thousand=55.0,
        raw=94.5,
        calibrated=63.3,
        counts={},
        provisional=0,
        segments=1,
        verdict=verdict,
        reasons=reasons,
    )


def _card() -> ScoreCard:
    return ScoreCard(
        title="लेख",
        received=_mqm("received", Verdict.FAIL, "1 critical error"),
        final=_mqm("final", Verdict.PASS),
        human=HumanScore(scale="ESA", value=0.0, judged=1, judges=1, segments=1),
        metrics=(
            MetricScore(
                metric="chrf++",
                title="chrF++",
                value=61.25,
                signature="nw:2",
                segments=1,
                compares="a against b",
            ),
        ),
        edited_segments=0,
        segments=1,
        done_segments=0,
    )


def test_every_figure_stands_with_what_it_comes_from() -> None:
    """Verdict with reasons, MQM with its denominator, a metric with its signature; an ESA of 0 counts."""
    assert score_lines(_card()) == [
        ("Verdict, received text", "Fail (1 critical error)"),
        ("MQM, received text", "penalty 11, 55.0 points per 1,000 words, raw 94.5; 200 target words"),
        ("Verdict, final text", "Pass"),
        ("MQM, final text", "penalty 11, 55.0 points per 1,000 words, raw 94.5; 200 target words"),
        ("ESA", "0.0; 1 of 1 segments judged"),
        ("chrF++", "61.2 (a against b) nw:2"),
    ]


def test_not_judged_is_not_a_score() -> None:
    """Where nobody judged there is no line."""
    card = replace(_card(), human=HumanScore(scale="ESA", value=None, judged=0, judges=0, segments=1))
    assert "ESA" not in dict(score_lines(card))


def test_flags_are_counted_worst_first() -> None:
    """The critical ones are read first."""
    flags = (a_flag(), a_flag(id=2), a_flag(id=3, severity=Severity.CRITICAL))
    assert flag_counts(a_review(a_segment(), flags=flags)) == "3: 1 critical, 2 minor"


def test_what_is_not_known_has_no_line() -> None:
    """A document without system, file or signature leaves these lines out."""
    assert [label for label, _ in summary_lines(a_review())] == ["Languages", "Created", "Segments", "Flags"]


def test_a_sign_off_is_named() -> None:
    """Who signed, and when."""
    review = a_review()
    signed = replace(review.document, signed_by="मीरा", signed_at="2026-02-03T04:05:06+00:00")
    assert ("Signed off", "मीरा, 2026-02-03 04:05") in summary_lines(replace(review, document=signed))

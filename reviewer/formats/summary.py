"""What stands at the head of an annotated review: one line a fact."""

from collections import Counter

from reviewer.domain.flag import Severity
from reviewer.domain.score import ScoreCard
from reviewer.domain.snapshot import DocumentReview
from reviewer.formats.visible import visible

Line = tuple[str, str]


def summary_lines(review: DocumentReview, score: ScoreCard | None = None) -> list[Line]:
    """List label and value of what is known about the document, its scores last."""
    document = review.document
    done = sum(segment.state.is_done for segment in review.segments)
    edited = sum(segment.is_edited for segment in review.segments)
    total = len(review.segments)
    lines = [
        ("System", document.system),
        ("Languages", f"{document.source_language} to {document.target_language}"),
        ("File", document.origin),
        ("Created", day(document.created)),
        ("Signed off", signature(review)),
        ("Segments", f"{total}: {done} reviewed, {edited} edited"),
        ("Flags", flag_counts(review)),
        *(score_lines(score) if score else ()),
    ]
    return [(label, visible(value)) for label, value in lines if value]


def score_lines(score: ScoreCard) -> list[Line]:
    """List the verdict and the figures, each with what it was computed from."""
    lines = []
    for title, mqm in (("received", score.received), ("final", score.final)):
        reasons = f" ({'; '.join(mqm.reasons)})" if mqm.reasons else ""
        lines.append((f"Verdict, {title} text", f"{mqm.verdict.value.capitalize()}{reasons}"))
        raw = "" if mqm.raw is None else f", raw {mqm.raw:.1f}"
        rate = "" if mqm.per_thousand is None else f", {mqm.per_thousand:.1f} points per 1,000 words"
        lines.append((f"MQM, {title} text", f"penalty {mqm.penalty:g}{rate}{raw}; {mqm.basis}"))
    if score.human.value is not None:
        judged = f"{score.human.judged} of {score.human.segments} segments judged"
        lines.append((score.human.scale, f"{score.human.value:.1f}; {judged}"))
    lines += [(one.title, f"{one.value:.1f} ({one.compares}) {one.signature}") for one in score.metrics]
    return lines


def flag_counts(review: DocumentReview) -> str:
    """Count the flags by severity, worst first."""
    counts = Counter(flag.severity for flag in review.flags)
    parts = [f"{counts[severity]} {severity.value}" for severity in reversed(Severity) if counts[severity]]
    return f"{len(review.flags)}: {', '.join(parts)}" if parts else "none"


def signature(review: DocumentReview) -> str:
    """Say who signed and when, if anyone did."""
    document = review.document
    return f"{document.signed_by}, {day(document.signed_at)}".strip(", ") if document.is_signed else ""


def day(moment: str) -> str:
    """Shorten an ISO 8601 moment to its day and minute."""
    return moment[:16].replace("T", " ")

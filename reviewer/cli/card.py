"""Figures of projects, for `reviewer score`."""

import json
from argparse import Namespace
from dataclasses import asdict

from reviewer.cli.outcome import DONE
from reviewer.cli.selection import read_review
from reviewer.domain.score import MetricScore, MqmScore, ScoreCard, SystemScore
from reviewer.review.rule import rules_of
from reviewer.review.scoreboard import score_project
from reviewer.review.system import score_systems
from reviewer.scoring import profile

VERSION = 1


def score_projects(options: Namespace) -> int:
    """Print the score cards of projects and exported reviews."""
    found = []
    for path in options.projects:
        review = read_review(path, options.document)
        rules = profile.find(options.profile) if options.profile else rules_of(review)
        scores = score_project(review, rules)
        found.append((path, rules.id, scores, score_systems(review, scores, rules)))
    if options.json:
        _print_json(
            {
                "projects": [
                    {
                        "project": str(path),
                        "profile": rules_id,
                        "total": asdict(scores.total),
                        "documents": [asdict(card) for card in scores.documents],
                        "systems": [asdict(system) for system in systems],
                    }
                    for path, rules_id, scores, systems in found
                ]
            }
        )
        return DONE
    for path, rules_id, scores, systems in found:
        print(f"{path}, profile {rules_id}")
        cards = scores.documents if len(scores.documents) == 1 else (*scores.documents, scores.total)
        for card in cards:
            print("\n".join(_card_lines(card)))
        if len(systems) > 1:
            print("\nSystems")
            print("\n".join(map(_system_line, systems)))
    return DONE


def _system_line(score: SystemScore) -> str:
    mqm, human = score.received, score.human
    points = "not annotated" if mqm.per_segment is None else f"{mqm.per_segment:.4f} points a segment"
    judged = "" if human.value is None else f"; {human.scale} {human.value:.2f} on {human.judged:,} segments"
    return f"  {score.system or '(none)'}: {points}, {mqm.annotated:,} segments annotated{judged}"


def _card_lines(card: ScoreCard) -> list[str]:
    human = card.human
    judged = "not judged" if human.value is None else f"{human.value:.1f}, {human.judged} segments judged"
    return [
        "",
        card.title,
        f"  segments  {card.done_segments} of {card.segments} reviewed, {card.edited_segments} edited",
        *(line for mqm in (card.received, card.final) for line in _mqm_lines(mqm)),
        f"  {human.scale:<9} {judged}",
        *(f"  {_metric_line(score)}" for score in card.metrics),
    ]


def _mqm_lines(score: MqmScore) -> list[str]:
    counts = ", ".join(f"{number} {severity}" for severity, number in score.counts.items() if number)
    ratios = ""
    if score.raw is not None and score.per_thousand is not None:
        ratios = f", {score.raw:.1f} raw, {score.per_thousand:.1f} per 1,000 words"
    return [
        f"  MQM       {score.text}: {score.verdict}{ratios}; {score.penalty:g} points on {score.basis}",
        f"            {counts or 'no flags'}{_sample(score)}",
        *(f"            {line}" for line in (_calibrated(score), score.shortfall) if line),
        *(f"            {reason}" for reason in score.reasons),
    ]


def _calibrated(score: MqmScore) -> str:
    """Say the scores at which the accepted points are the passing score."""
    if score.calibrated is None:
        return ""
    linear = f"{score.calibrated:.1f} calibrated"
    if score.non_linear is None:
        return linear
    return f"{linear}, {score.non_linear:.1f} non-linear ({score.tolerated:.1f} points tolerated)"


def _sample(score: MqmScore) -> str:
    """Say what a segment's mean is, and on how many segments by how many people it rests."""
    if score.per_segment is None:
        return ""
    people = f" by {len(score.raters)} annotators" if len(score.raters) > 1 else ""
    return (
        f"; {score.per_segment:.4g} points a segment, "
        f"{score.annotated:,} of {score.segments:,} segments annotated{people}"
    )


def _metric_line(score: MetricScore) -> str:
    what = f" {score.compares}" if score.compares else ""
    return f"{score.title:<9} {score.value:.2f}{what} ({score.signature})"


def _print_json(values: dict[str, object]) -> None:
    print(json.dumps({"version": VERSION, **values}, ensure_ascii=False, indent=2))

"""What people say about each engine of a project."""

from collections import defaultdict

from reviewer.domain.profile import Profile
from reviewer.domain.score import ProjectScores, ScoreCard, SystemScore
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.domain.span import Side
from reviewer.scoring import mqm
from reviewer.scoring.esa import HumanTally


def score_systems(review: ProjectReview, scores: ProjectScores, profile: Profile) -> tuple[SystemScore, ...]:
    """Put the documents' scores together by system, in order of their names; nothing is counted anew."""
    grouped: defaultdict[str, list[tuple[DocumentReview, ScoreCard]]] = defaultdict(list)
    for document, card in zip(review.documents, scores.documents, strict=True):
        grouped[document.document.system].append((document, card))
    return tuple(_score(name, grouped[name], profile) for name in sorted(grouped))


def _score(name: str, members: list[tuple[DocumentReview, ScoreCard]], profile: Profile) -> SystemScore:
    cards = [card for _, card in members]
    human = HumanTally()
    for document, _ in members:
        by_segment = defaultdict(list)
        for judged in document.judgements:
            by_segment[judged.segment_id].append(judged)
        for segment_id, own in by_segment.items():
            # A word on the whole of one document says nothing about the others.
            if segment_id is not None or len(members) == 1:
                human.put(segment_id, own)
    return SystemScore(
        system=name,
        documents=len(members),
        received=mqm.combine([card.received for card in cards], profile, Side.RECEIVED),
        final=mqm.combine([card.final for card in cards], profile, Side.FINAL),
        human=human.score(sum(card.segments for card in cards)),
    )

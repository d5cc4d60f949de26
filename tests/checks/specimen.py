"""Running one check on one example, and the small documents that takes."""

from reviewer.checks.check import Check, Example
from reviewer.checks.engine import Checker
from reviewer.checks.lens import Article, article_of
from reviewer.domain.finding import Finding
from reviewer.domain.segment import Segment
from reviewer.domain.span import Side


def document(example: Example) -> Article:
    """The example as the last segment of a document."""
    before = [
        Segment(id=number + 1, document_id=1, position=number, paragraph=number, received=text, final=text)
        for number, text in enumerate(example.before)
    ]
    last = Segment(
        id=len(before) + 1,
        document_id=1,
        position=len(before),
        paragraph=len(before),
        received=example.target,
        final=example.target,
        source=example.source,
        back_translation=example.back_translation,
        role=example.role,
    )
    return article_of([*before, last], example.style)


def findings(check: Check, example: Example) -> tuple[Finding, ...]:
    """What the check finds in the example's own segment, in order of place."""
    article = document(example)
    checker = Checker([check])
    found = checker.find(article.lenses[-1], article)
    for fault in checker.faults.values():
        raise fault.error
    return tuple(sorted(found, key=lambda each: min((span.start for span in each.spans), default=0)))


def quoted(finding: Finding, example: Example) -> str:
    """The Hindi words found; empty where something is missing."""
    for span in finding.spans:
        if span.side is Side.RECEIVED:
            return " … ".join(example.target[piece.start : piece.end] for piece in span.ranges)
    return ""

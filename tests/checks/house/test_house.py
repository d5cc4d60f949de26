"""The desk's own patterns run like any check, and cannot hold up the window."""

import time

from reviewer.checks.engine import Checker
from reviewer.checks.house import checks_of
from reviewer.checks.lens import article_of
from reviewer.domain.finding import Finding
from reviewer.domain.segment import Segment
from reviewer.domain.style import Pattern, Style


def findings(text: str, pattern: Pattern) -> tuple[Finding, ...]:
    """What one pattern finds in one segment."""
    segment = Segment(id=1, document_id=1, position=0, paragraph=0, received=text, final=text)
    article = article_of([segment])
    return Checker(checks_of(Style(patterns=(pattern,)))).find(article.lenses[0], article)


def test_a_pattern_finds_and_suggests() -> None:
    """Groups of it can be used in the suggestion."""
    pattern = Pattern(id="paisa", pattern=r"(\d+) रुपया", message="रुपये", suggestion=r"\1 रुपये")
    (found,) = findings("टिकट 50 रुपया का है।", pattern)
    assert (found.check, found.quote, found.suggestion) == ("house.paisa", "50 रुपया", "50 रुपये")


def test_a_pattern_without_end_is_put_aside() -> None:
    """It is stopped after a twentieth of a second, not after years."""
    pattern = Pattern(id="slow", pattern=r"(क+)+ख", message="never")
    start = time.monotonic()
    assert findings("क" * 5000, pattern) == ()
    assert time.monotonic() - start < 30

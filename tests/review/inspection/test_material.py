"""What a file holds, ready to be checked."""

from pathlib import Path

from reviewer.domain.answer import Scope
from reviewer.domain.draft import DocumentDraft, SegmentDraft
from reviewer.domain.finding import Finding, Tier
from reviewer.domain.flag import Severity
from reviewer.domain.segment import Role
from reviewer.domain.span import Side
from reviewer.review.inspection.material import muted_in, of_drafts, of_review
from tests.review.projects import a_project, flag_words, the_rows


def test_a_draft_becomes_segments_as_they_would_be_opened() -> None:
    """With the final text where there is one, and the texts beside."""
    row = SegmentDraft(received="एक", final="दो", source="Two", role=Role.CAPTION, paragraph=3)
    (piece,) = of_drafts([DocumentDraft(title="T", segments=(SegmentDraft(received="शून्य"), row))])
    second = piece.segments[1]
    assert (second.id, second.position, second.paragraph, second.role) == (2, 1, 3, Role.CAPTION)
    assert (second.received, second.final, second.source) == ("एक", "दो", "Two")
    assert piece.segments[0].final == "शून्य"


def test_a_review_comes_with_the_flags_that_stand(tmp_path: Path) -> None:
    """Where their words are in the final text."""
    with a_project(tmp_path) as session:
        first = the_rows(session)[0]
        flag_words(session, first, 0, 5)
        session.set_final(first, "यह पहला वाक्य यहाँ है।")
        (piece,) = of_review(session.project_review())
    ((flag,),) = piece.flags.values()
    assert flag.target_span is not None
    assert (flag.target_span.side, flag.target_span.start) == (Side.FINAL, 3)


def test_a_project_says_what_it_does_not_want_to_hear(tmp_path: Path) -> None:
    """Any other file says nothing."""
    with a_project(tmp_path) as session:
        found = Finding(
            check="test.word",
            segment_id=the_rows(session)[0],
            spans=(),
            type="",
            severity=Severity.MINOR,
            tier=Tier.HINT,
            message="",
        )
        session.dismiss(found, Scope.CHECK)
        assert muted_in(session.path).checks == {"test.word"}
    (tmp_path / "a.txt").write_text("कल।", encoding="utf-8")
    assert muted_in(tmp_path / "a.txt").checks == frozenset()

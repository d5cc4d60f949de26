"""What the open project offers the editor: its profile, and edits to be classified."""

from reviewer.domain.profile import Profile
from reviewer.review.proposal import Proposal, key, proposals
from reviewer.review.rule import rules_of
from reviewer.review.session import Session
from reviewer.scoring.profile import DEFAULT, load
from reviewer.ui.grid.row import Row


def profile_of(session: Session | None) -> Profile:
    """The profile that a project is judged by; the newsroom's while none is open."""
    return rules_of(session) if session else load(DEFAULT)


def offered(session: Session, row: Row) -> tuple[Proposal, ...]:
    """The edits of a row that no flag explains and nobody has passed over."""
    if not row.segment.is_edited:
        return ()
    passed = session.passed(row.segment.id)
    return tuple(found for found in proposals(row.segment, row.flags) if key(found) not in passed)

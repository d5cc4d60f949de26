"""Answering findings on the open project."""

from collections.abc import Iterable
from itertools import groupby

from reviewer.checks.noise import Muted
from reviewer.domain.answer import Answer, Reason, Scope, Tally
from reviewer.domain.finding import Finding
from reviewer.domain.flag import Flag, Severity
from reviewer.review import query
from reviewer.review.change import Action
from reviewer.review.edit import answering
from reviewer.review.finding import record
from reviewer.review.finding.fix import Fix, fixed
from reviewer.review.journalled import Journalled


class Answering(Journalled):
    """What editors say to findings. Findings are not stored, answers to them are; none counts in a score.

    A ValueError says that the words of a finding have changed since it was made.
    """

    def accept(
        self,
        finding: Finding,
        *,
        type: str | None = None,  # noqa: A002 - the flag's own field
        severity: Severity | None = None,
        comment: str | None = None,
        suggestion: str | None = None,
        needs_source: bool = False,
    ) -> Flag:
        """Make a finding a flag, filled in as its check said unless told otherwise."""
        with self._editing(Action.ACCEPT) as edit:
            return answering.accept(
                edit,
                finding,
                type_id=type,
                severity=severity,
                comment=comment,
                suggestion=suggestion,
                needs_source=needs_source,
            )

    def dismiss(
        self,
        finding: Finding,
        scope: Scope = Scope.HERE,
        reason: Reason = Reason.WRONG,
        note: str = "",
    ) -> Answer:
        """Do not show a finding again, or none like it as far as `scope` reaches."""
        with self._editing(Action.DISMISS) as edit:
            return answering.dismiss(edit, finding, scope, reason, note)

    def apply_fix(self, finding: Finding) -> Fix:
        """Put a finding's suggestion into the final text; that counts as accepted."""
        with self._editing(Action.FIX) as edit:
            return answering.fix(edit, finding)

    def preview_fixes(self, document_id: int, findings: Iterable[Finding]) -> tuple[Fix, ...]:
        """Return what `apply_fixes` would change, by row; only safe suggestions are taken."""
        safe = sorted((each for each in findings if each.is_safe), key=lambda each: each.segment_id)
        found = []
        with self._database.read() as connection:
            for segment_id, own in groupby(safe, key=lambda each: each.segment_id):
                segment = query.segment(connection, segment_id)
                made = fixed(segment, own)
                if segment.document_id == document_id and made.after != made.before:
                    found.append(made)
        return tuple(sorted(found, key=lambda each: each.position))

    def apply_fixes(self, document_id: int, findings: Iterable[Finding]) -> tuple[Fix, ...]:
        """Apply the safe suggestions among findings of a document as one change; each counts as accepted."""
        made = self.preview_fixes(document_id, findings)
        with self._editing(Action.FIX_ALL) as edit:
            answering.fix_all(edit, document_id, made)
        return made

    def take_answer_back(self, answer_id: int) -> None:
        """Remove an answer: what was dismissed with it is shown again."""
        with self._editing(Action.TAKE_BACK) as edit:
            answering.take_back(edit, answer_id)

    def restore_check(self, check: str) -> None:
        """Let a demoted check speak up again, and count its answers anew."""
        with self._editing(Action.RESTORE_CHECK) as edit:
            answering.restore_check(edit, check)

    def answers(self) -> dict[str, Tally]:
        """Count the answers to each check's findings, by the check's id; one without answers is left out."""
        with self._database.read() as connection:
            return record.tallies(connection)

    def answers_on(self, segment_id: int) -> tuple[Answer, ...]:
        """Return the answers to findings of one segment, oldest first."""
        with self._database.read() as connection:
            return record.answers_on(connection, segment_id)

    def dismissals(self) -> tuple[Answer, ...]:
        """Return what was dismissed, oldest first."""
        with self._database.read() as connection:
            return record.dismissals(connection)

    def muted(self) -> Muted:
        """Return what the desk does not want to hear again."""
        with self._database.read() as connection:
            return record.muted(connection)

"""Answering findings: they become flags or edits, or are not shown again."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from sqlalchemy import select

from reviewer.checks.trace import stands
from reviewer.domain.answer import Answer, Reason, Scope, Verdict, is_demoting
from reviewer.domain.finding import Finding
from reviewer.domain.flag import Flag, Severity
from reviewer.domain.segment import Segment
from reviewer.domain.span import Side, Span
from reviewer.review import journal, query
from reviewer.review.edit import flagging, wording
from reviewer.review.edit.unit import Edit
from reviewer.review.event import CheckDemoted
from reviewer.review.finding import record
from reviewer.review.finding.fix import Fix, can_fix, fixed
from reviewer.review.store.row import answer_of, answer_values
from reviewer.review.store.schema import answers


def accept(
    edit: Edit,
    finding: Finding,
    *,
    type_id: str | None,
    severity: Severity | None,
    comment: str | None,
    suggestion: str | None,
    needs_source: bool,
) -> Flag:
    """Make a finding a flag, filled in as the check said unless told otherwise."""
    _standing(edit, finding)
    flag = flagging.add_flag(
        edit,
        finding.segment_id,
        [_on_final(span) for span in finding.spans],
        finding.type if type_id is None else type_id,
        finding.severity if severity is None else severity,
        comment=finding.message if comment is None else comment,
        suggestion=finding.suggestion if suggestion is None else suggestion,
        needs_source=needs_source,
        origin=finding.check,
    )
    with _telling_demotions(edit, {finding.check}):
        _answer(edit, [finding], Verdict.ACCEPTED)
    return flag


def dismiss(edit: Edit, finding: Finding, scope: Scope, reason: Reason, note: str) -> Answer:
    """Note that a finding, or all like it, are not to be shown again."""
    if scope is Scope.WORD and not finding.quote:
        raise ValueError("this finding is about no words")
    edit.segment(finding.segment_id)
    with _telling_demotions(edit, {finding.check}):
        return _answer(edit, [finding], Verdict.DISMISSED, scope=scope, reason=reason, note=note)[0]


def fix(edit: Edit, finding: Finding) -> Fix:
    """Put a finding's suggestion into the final text."""
    if not can_fix(finding):
        raise ValueError("this finding comes without a suggestion")
    made = fixed(_standing(edit, finding), [finding])
    with _telling_demotions(edit, {finding.check}):
        _apply(edit, made)
    return made


def fix_all(edit: Edit, document_id: int, made: Iterable[Fix]) -> None:
    """Put the suggestions of many segments into the final text."""
    fixes = tuple(made)
    with _telling_demotions(edit, {each.check for fix in fixes for each in fix.findings}):
        for each in fixes:
            _apply(edit, each)
    edit.document_id, edit.segment_id = document_id, None


def take_back(edit: Edit, answer_id: int) -> None:
    """Remove an answer, so that what it was about is shown again; a flag or edit made with it stays."""
    known = record.answer(edit.connection, answer_id)
    edit.document_id, edit.segment_id = known.document_id, known.segment_id
    edit.delete("answers", answer_id, answer_values(known))


def restore_check(edit: Edit, check: str) -> None:
    """Let a demoted check speak up again; its answers are counted anew from here."""
    if record.tally(edit.connection, check).is_demoted:
        edit.insert("answers", answer_values(_of_check(edit, check)))


def move_answers(edit: Edit, answers_of: int, to: int, text: str | None = None) -> None:
    """Let answers go along with the words of a segment to another, all or those on words of this text."""
    rows = edit.connection.execute(select(answers).where(answers.c.segment_id == answers_of)).all()
    for known in map(answer_of, rows):
        if text is None or (known.quote and known.quote in text):
            edit.update("answers", known.id, {"segment_id": answers_of}, {"segment_id": to})


def _standing(edit: Edit, finding: Finding) -> Segment:
    segment = edit.segment(finding.segment_id)
    if not stands(finding, segment):
        raise ValueError("the words of this finding have changed since")
    return segment


def _on_final(span: Span) -> Span:
    return Span(Side.FINAL, span.ranges) if span.side is Side.RECEIVED else span


def _apply(edit: Edit, made: Fix) -> None:
    if not made.findings:
        return
    _answer(edit, made.findings, Verdict.FIXED)
    wording.set_final(edit, made.segment_id, made.after)


def _answer(
    edit: Edit,
    findings: Sequence[Finding],
    verdict: Verdict,
    *,
    scope: Scope = Scope.HERE,
    reason: Reason | None = None,
    note: str = "",
) -> list[Answer]:
    """Write answers to findings of one segment."""
    document_id = query.segment(edit.connection, findings[0].segment_id).document_id
    made = []
    for finding in findings:
        answer = Answer(
            id=0,
            check=finding.check,
            verdict=verdict,
            scope=scope,
            document_id=document_id,
            segment_id=finding.segment_id,
            quote=finding.quote,
            anchor=finding.anchor,
            reason="" if reason is None else reason.value,
            note=note,
            who=edit.user,
            at=journal.now(),
        )
        made.append(replace(answer, id=edit.insert("answers", answer_values(answer))))
    return made


@contextmanager
def _telling_demotions(edit: Edit, checks: Iterable[str]) -> Iterator[None]:
    """Note which checks the answers given inside demote."""
    before = {check: is_demoting(*record.recent(edit.connection, check)) for check in sorted(checks)}
    yield
    for check, was_demoted in before.items():
        accepted, dismissed = record.recent(edit.connection, check)
        if is_demoting(accepted, dismissed) and not was_demoted:
            edit.ledger.demoted.append(CheckDemoted(check, accepted, accepted + dismissed))


def _of_check(edit: Edit, check: str) -> Answer:
    return Answer(
        id=0,
        check=check,
        verdict=Verdict.RESTORED,
        scope=Scope.CHECK,
        who=edit.user,
        at=journal.now(),
    )

"""What was answered to findings, as the project has it, and what follows from it."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, case, func, select

from reviewer.checks.noise import Muted
from reviewer.domain.answer import Answer, Scope, Tally, Verdict, is_demoting
from reviewer.domain.finding import Anchor
from reviewer.review.store.row import answer_of
from reviewer.review.store.schema import answers


def answer(connection: Connection, answer_id: int) -> Answer:
    """Read one answer; KeyError where there is none."""
    row = connection.execute(select(answers).where(answers.c.id == answer_id)).one_or_none()
    if row is None:
        raise KeyError(f"no answer {answer_id}")
    return answer_of(row)


def answers_on(connection: Connection, segment_id: int) -> tuple[Answer, ...]:
    """Read the answers to findings of one segment, oldest first."""
    query = select(answers).where(answers.c.segment_id == segment_id).order_by(answers.c.id)
    return tuple(answer_of(row) for row in connection.execute(query))


def dismissals(connection: Connection) -> tuple[Answer, ...]:
    """Read everything that was dismissed, oldest first."""
    query = select(answers).where(answers.c.verdict == Verdict.DISMISSED.value).order_by(answers.c.id)
    return tuple(answer_of(row) for row in connection.execute(query))


def tallies(connection: Connection, check: str | None = None) -> dict[str, Tally]:
    """Count the answers of each check, or of one, by id."""
    counted: defaultdict[str, _Counts] = defaultdict(_Counts)
    for row in connection.execute(_counting(check)):
        verdict = Verdict(row.verdict)
        if verdict is not Verdict.RESTORED:
            counted[row.check_id].add(row.number, row.lately, agrees=verdict.agrees)
    return {name: counts.tally(name) for name, counts in sorted(counted.items())}


def tally(connection: Connection, check: str) -> Tally:
    """Count the answers of one check."""
    return tallies(connection, check).get(check, Tally(check=check))


def recent(connection: Connection, check: str) -> tuple[int, int]:
    """Count what was accepted and dismissed of a check since it was last restored."""
    counts = _Counts()
    for row in connection.execute(_counting(check)):
        counts.add(row.number, row.lately, agrees=Verdict(row.verdict).agrees)
    return counts.lately_accepted, counts.lately_dismissed


def muted(connection: Connection) -> Muted:
    """Return what the desk does not want to hear again."""
    here: defaultdict[int, list[tuple[str, Anchor]]] = defaultdict(list)
    checks, in_documents, words = set(), set(), set()
    columns = (answers.c.check_id, answers.c.scope, answers.c.document_id, answers.c.segment_id)
    known_by = (answers.c.quote, answers.c.words, answers.c.before, answers.c.after)
    query = select(*columns, *known_by).where(answers.c.verdict == Verdict.DISMISSED.value)
    for row in connection.execute(query.order_by(answers.c.id)):
        match Scope(row.scope):
            case Scope.HERE:
                here[row.segment_id].append((row.check_id, Anchor(row.words, row.before, row.after)))
            case Scope.DOCUMENT:
                in_documents.add((row.document_id, row.check_id))
            case Scope.WORD:
                words.add((row.check_id, row.quote))
            case Scope.CHECK:
                checks.add(row.check_id)
    return Muted(
        checks=frozenset(checks),
        documents=frozenset(in_documents),
        words=frozenset(words),
        here=dict(here),
        demoted=frozenset(name for name, found in tallies(connection).items() if found.is_demoted),
    )


@dataclass(slots=True)
class _Counts:
    """How one check was answered, in all and since it was last restored."""

    accepted: int = 0
    dismissed: int = 0
    lately_accepted: int = 0
    lately_dismissed: int = 0

    def add(self, number: int, lately: int, *, agrees: bool) -> None:
        """Count so many answers; one that restored the check is never of late."""
        if agrees:
            self.accepted += number
            self.lately_accepted += lately
        else:
            self.dismissed += number
            self.lately_dismissed += lately

    def tally(self, check: str) -> Tally:
        """Return what is told of them."""
        return Tally(
            check=check,
            accepted=self.accepted,
            dismissed=self.dismissed,
            is_demoted=is_demoting(self.lately_accepted, self.lately_dismissed),
        )


def _counting(check: str | None) -> Select[Any]:
    """Ask for the number of answers by check and verdict, and of those since it was last restored."""
    restored = (
        select(answers.c.check_id, func.max(answers.c.id).label("id"))
        .where(answers.c.verdict == Verdict.RESTORED.value)
        .group_by(answers.c.check_id)
        .subquery()
    )
    is_late = answers.c.id > func.coalesce(restored.c.id, 0)
    query = (
        select(
            answers.c.check_id,
            answers.c.verdict,
            func.count().label("number"),
            func.sum(case((is_late, 1), else_=0)).label("lately"),
        )
        .select_from(answers.outerjoin(restored, restored.c.check_id == answers.c.check_id))
        .group_by(answers.c.check_id, answers.c.verdict)
    )
    return query if check is None else query.where(answers.c.check_id == check)

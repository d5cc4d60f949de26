"""What was answered to findings, as the project has it, and what follows from it."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, select

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
    query = select(answers.c.check_id, answers.c.verdict).order_by(answers.c.id)
    if check is not None:
        query = query.where(answers.c.check_id == check)
    given: defaultdict[str, list[Verdict]] = defaultdict(list)
    for row in connection.execute(query):
        given[row.check_id].append(Verdict(row.verdict))
    return {name: _tally(name, verdicts) for name, verdicts in sorted(given.items())}


def tally(connection: Connection, check: str) -> Tally:
    """Count the answers of one check."""
    return tallies(connection, check).get(check, Tally(check=check))


def recent(connection: Connection, check: str) -> tuple[int, int]:
    """Count what was accepted and dismissed of a check since it was last restored."""
    query = select(answers.c.verdict).where(answers.c.check_id == check).order_by(answers.c.id)
    return _recent([Verdict(row.verdict) for row in connection.execute(query)])


def muted(connection: Connection) -> Muted:
    """Return what the desk does not want to hear again."""
    dismissed = dismissals(connection)
    here: defaultdict[int, list[tuple[str, Anchor]]] = defaultdict(list)
    for each in _within(dismissed, Scope.HERE):
        if each.segment_id is not None:
            here[each.segment_id].append((each.check, each.anchor))
    return Muted(
        checks=frozenset(each.check for each in _within(dismissed, Scope.CHECK)),
        documents=frozenset(
            (each.document_id, each.check)
            for each in _within(dismissed, Scope.DOCUMENT)
            if each.document_id is not None
        ),
        words=frozenset((each.check, each.quote) for each in _within(dismissed, Scope.WORD)),
        here=dict(here),
        demoted=frozenset(name for name, found in tallies(connection).items() if found.is_demoted),
    )


def _within(given: Iterable[Answer], scope: Scope) -> list[Answer]:
    return [each for each in given if each.scope is scope]


def _tally(check: str, verdicts: list[Verdict]) -> Tally:
    counts = Counter(each.agrees for each in verdicts if each is not Verdict.RESTORED)
    return Tally(
        check=check,
        accepted=counts[True],
        dismissed=counts[False],
        is_demoted=is_demoting(*_recent(verdicts)),
    )


def _recent(verdicts: list[Verdict]) -> tuple[int, int]:
    since = len(verdicts)
    while since and verdicts[since - 1] is not Verdict.RESTORED:
        since -= 1
    agreed = [each.agrees for each in verdicts[since:]]
    return sum(agreed), len(agreed) - sum(agreed)

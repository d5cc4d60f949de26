"""Taking reversible steps on the tables, and counting along."""

from collections import Counter, defaultdict

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from reviewer.domain.answer import Scope
from reviewer.domain.segment import State
from reviewer.review.change import PositionShift, RowChange, Step, TextSlide
from reviewer.review.event import AnswersChanged, CheckDemoted
from reviewer.review.store.row import Values
from reviewer.review.store.schema import REALIGNING, TABLES, documents, meta, segments
from reviewer.text.word import word_count

_COUNTED = {"received", "final", "state", "source", "back_translation"}


class Ledger:
    """The steps of one transaction, and what they touched."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.steps: list[Step] = []
        self.segments: dict[int, int] = {}
        """Touched segments, each with its document."""
        self.realigned: set[int] = set()
        """Documents whose rows came, went or moved."""
        self.documents: set[int] = set()
        """Documents whose own row changed."""
        self.is_profile_changed = False
        self.answered: dict[AnswersChanged, None] = {}
        """What answers to findings came, went or moved, in order."""
        self.demoted: list[CheckDemoted] = []
        self._counters: defaultdict[int, Counter[str]] = defaultdict(Counter)

    @property
    def counted(self) -> set[int]:
        """Documents whose counters changed."""
        return set(self._counters)

    def note(self, step: RowChange) -> None:
        """Remember a row that was just made, its id being known only then."""
        self._note_row(step)
        self.steps.append(step)

    def take(self, step: Step) -> None:
        """Apply one step and remember it."""
        match step:
            case RowChange():
                self._note_row(step)
                self._change_row(step)
            case PositionShift():
                self._shift(step)
            case TextSlide():
                self._slide(step)
        self.steps.append(step)

    def travel(self, steps: tuple[Step, ...], *, is_back: bool) -> None:
        """Take steps again, or back, the last one first."""
        for step in reversed(steps) if is_back else steps:
            self.take(step.inverse() if is_back else step)

    def close(self) -> None:
        """Write the counters; call once, before the commit."""
        for document_id, counters in self._counters.items():
            changed = {name: documents.c[name] + by for name, by in counters.items() if by}
            if changed:
                self.connection.execute(
                    update(documents).where(documents.c.id == document_id).values(changed)
                )

    def _note_row(self, step: RowChange) -> None:
        match step.table:
            case "segments":
                self._note_segment(step)
            case "flags":
                self._note_flag(step)
            case "judgements" | "passed":
                self._note_said(step)
            case "documents":
                self.documents.add(int(step.id))
            case "answers":
                self._note_answer(step)
            case "meta":
                self.is_profile_changed = True

    def _change_row(self, step: RowChange) -> None:
        received_changes = (
            step.table == "segments" and step.before is not None and "received" in (step.after or {})
        )
        if received_changes:
            self.connection.execute(insert(meta).values(key=REALIGNING, value=""))
        self._write(step)
        if received_changes:
            self.connection.execute(delete(meta).where(meta.c.key == REALIGNING))

    def _write(self, step: RowChange) -> None:
        table = TABLES[step.table]
        key = next(iter(table.primary_key))
        if step.before is None:
            self.connection.execute(insert(table).values({**(step.after or {}), key.name: step.id}))
        elif step.after is None:
            self.connection.execute(delete(table).where(key == step.id))
        else:
            self.connection.execute(update(table).where(key == step.id).values(dict(step.after)))

    def _note_segment(self, step: RowChange) -> None:
        is_update = step.before is not None and step.after is not None
        whole = self._row("segments", step.id) if is_update else {}
        before = None if step.before is None else {**whole, **step.before}
        after = None if step.after is None else {**whole, **step.after}
        document_id = int(str((after or before or {})["document_id"]))
        self.segments[int(step.id)] = document_id
        if not is_update:
            self.realigned.add(document_id)
        if not is_update or _COUNTED & (step.after or {}).keys():
            counters = self._counters[document_id]
            counters.subtract(weights(before))
            counters.update(weights(after))

    def _note_flag(self, step: RowChange) -> None:
        document_id, segment_id = self._home(step)
        self.segments[segment_id] = document_id
        added = (step.after is not None) - (step.before is not None)
        self._counters[document_id]["flags"] += added
        if added:
            self._count_flags(segment_id, added)
        elif moved_to := (step.after or {}).get("segment_id"):
            home = int(str(moved_to))
            self.segments[home] = document_id
            self._count_flags(segment_id, -1)
            self._count_flags(home, 1)

    def _count_flags(self, segment_id: int, by: int) -> None:
        self.connection.execute(
            update(segments).where(segments.c.id == segment_id).values(flag_count=segments.c.flag_count + by)
        )

    def _note_said(self, step: RowChange) -> None:
        document_id, segment_id = self._home(step)
        if segment_id:
            self.segments[segment_id] = document_id
        else:
            self.documents.add(document_id)

    def _note_answer(self, step: RowChange) -> None:
        is_update = step.before is not None and step.after is not None
        row = self._row(step.table, step.id) if is_update else step.after or step.before or {}
        is_here, is_in_document = row["scope"] == Scope.HERE, row["scope"] == Scope.DOCUMENT
        document_id = int(str(row["document_id"])) if is_here or is_in_document else None
        homes = [each.get("segment_id") for each in (row, step.after or {})]
        for home in filter(None, homes if is_here else []):
            self.answered[AnswersChanged(document_id, int(str(home)))] = None
        if not is_here:
            self.answered[AnswersChanged(document_id, None)] = None

    def _home(self, step: RowChange) -> tuple[int, int]:
        """Return the document and segment that something is said of; segment 0 for none."""
        is_update = step.before is not None and step.after is not None
        row = self._row(step.table, step.id) if is_update else step.after or step.before or {}
        return int(str(row["document_id"])), int(str(row["segment_id"] or 0))

    def _row(self, table: str, row_id: int | str) -> Values:
        rows = TABLES[table]
        return dict(self.connection.execute(select(rows).where(rows.c.id == row_id)).mappings().one())

    def _shift(self, step: PositionShift) -> None:
        self.realigned.add(step.document_id)
        self.connection.execute(
            update(segments)
            .where(segments.c.document_id == step.document_id, segments.c.position >= step.start)
            .values(position=segments.c.position + step.by)
        )

    def _slide(self, step: TextSlide) -> None:
        self.realigned.add(step.document_id)
        column = segments.c[step.column]
        rows = self.connection.execute(
            select(segments.c.id, column)
            .where(
                segments.c.document_id == step.document_id,
                segments.c.position.between(step.first, step.last),
            )
            .order_by(segments.c.position)
        ).all()
        texts = [row[1] for row in rows]
        texts = [None, *texts[:-1]] if step.by > 0 else [*texts[1:], None]
        changed = [
            {"row": row.id, "text": text} for row, text in zip(rows, texts, strict=True) if row[1] != text
        ]
        if changed:
            statement = update(segments).where(segments.c.id == bindparam("row"))
            self.connection.execute(statement.values({step.column: bindparam("text")}), changed)


def weights(row: Values | None) -> dict[str, int]:
    """Return what one segment adds to its document's counters."""
    if row is None:
        return {}
    state = State(str(row["state"]))
    received, final = row["received"], row["final"]
    text = str(received if final is None else final)
    return {
        "total": 1,
        "done": int(state.is_done),
        "in_work": int(state is State.IN_WORK),
        "edited": int(final is not None),
        "words": word_count(text),
        "sources": int(row["source"] is not None),
        "back_translations": int(row["back_translation"] is not None),
    }

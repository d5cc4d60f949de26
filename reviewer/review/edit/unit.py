"""One edit in the making: rows are changed and every change is noted, so that it can be taken back."""

from dataclasses import replace

from sqlalchemy import Connection, insert

from reviewer.domain.flag import Flag
from reviewer.domain.segment import Segment, State
from reviewer.formats.form import Kind
from reviewer.formats.registry import by_id
from reviewer.review import query
from reviewer.review.change import PositionShift, RowChange, TextSlide
from reviewer.review.store.ledger import Ledger
from reviewer.review.store.row import flag_values, segment_values
from reviewer.review.store.schema import TABLES


class Edit:
    """The changes of one transaction, by one user."""

    def __init__(self, connection: Connection, user: str) -> None:
        self.connection = connection
        self.user = user
        self.ledger = Ledger(connection)
        self.document_id: int | None = None
        """What the journal entry is about."""
        self.segment_id: int | None = None

    def segment(self, segment_id: int) -> Segment:
        """Read the segment that this edit is about; KeyError where there is none."""
        segment = query.segment(self.connection, segment_id)
        self.document_id, self.segment_id = segment.document_id, segment.id
        return segment

    def has_fixed_rows(self, document_id: int) -> bool:
        """Whether a document's rows are those of the file that the review is written back into.

        Of an article the paragraphs are: its rows may be joined and split.
        """
        forms = query.came_from(self.connection, (document_id,))
        return any(by_id(form).kind is not Kind.ARTICLE for form in forms)

    def flags(self, segment_id: int) -> tuple[Flag, ...]:
        """Read the flags of a segment."""
        return query.flags_of(self.connection, segment_id)

    def update(
        self, table: str, row_id: int | str, before: dict[str, object], after: dict[str, object]
    ) -> None:
        """Change what differs in a row; nothing differs, nothing happens."""
        changed = [name for name in after if before[name] != after[name]]
        if changed:
            self.ledger.take(
                RowChange(
                    table,
                    row_id,
                    {name: before[name] for name in changed},
                    {name: after[name] for name in changed},
                )
            )

    def insert(self, table: str, values: dict[str, object]) -> int:
        """Add a row and return its id, which no other row ever had."""
        made = self.connection.execute(insert(TABLES[table]).values(values)).inserted_primary_key
        if made is None:
            raise RuntimeError(f"{table} gave no id")
        self.ledger.note(RowChange(table, made[0], None, values))
        return int(made[0])

    def delete(self, table: str, row_id: int, values: dict[str, object]) -> None:
        """Remove a row; `values` is all of it, without the id."""
        self.ledger.take(RowChange(table, row_id, values, None))

    def replace_segment(self, before: Segment, after: Segment) -> Segment:
        """Write a segment's new values."""
        self.update("segments", before.id, segment_values(before), segment_values(after))
        return after

    def replace_flag(self, before: Flag, after: Flag, document_id: int) -> Flag:
        """Write a flag's new values."""
        self.update("flags", before.id, flag_values(before, document_id), flag_values(after, document_id))
        return after

    def shift_positions(self, document_id: int, start: int, by: int) -> None:
        """Move all rows from `start` on."""
        self.ledger.take(PositionShift(document_id, start, by))

    def slide_texts(self, document_id: int, column: str, first: int, last: int, by: int) -> None:
        """Move the texts of a column by one row."""
        if first <= last:
            self.ledger.take(TextSlide(document_id, column, first, last, by))

    def reopen(self, segment: Segment) -> Segment:
        """Note that a segment was worked on: its state follows, and a signature is withdrawn."""
        self.withdraw_signature(segment.document_id)
        state = {State.UNREVIEWED: State.IN_WORK, State.CLEAN: State.REVIEWED}.get(segment.state)
        return segment if state is None else self.replace_segment(segment, replace(segment, state=state))

    def withdraw_signature(self, document_id: int) -> None:
        """Take a document's sign-off back, because what was signed is no longer what is there."""
        document = query.document(self.connection, document_id)
        before: dict[str, object] = {"signed_by": document.signed_by, "signed_at": document.signed_at}
        self.update("documents", document_id, before, {"signed_by": "", "signed_at": ""})

"""Tables made fit for a page: without columns that say nothing, and with narrow heads."""

from dataclasses import replace

from reviewer.domain.report import Table

CROWDED = 6
"""Columns from which on notes have no room in the head."""


def telling(table: Table) -> Table:
    """Leave out columns, beside the first, in which no row says anything."""
    if not table.rows:
        return table
    kept = [
        place
        for place in range(len(table.columns))
        if place == 0 or any(row[place] not in {None, ""} for row in table.rows)
    ]
    return replace(
        table,
        columns=tuple(table.columns[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in table.rows),
    )


def explained(table: Table) -> Table:
    """Move the notes on the columns of a wide table below it: its head would be taller than its rows."""
    told = [f"{column.title}: {column.note.rstrip('.')}." for column in table.columns if column.note]
    if len(table.columns) <= CROWDED:
        return table
    return replace(
        table,
        columns=tuple(replace(column, note="") for column in table.columns),
        note=" ".join(filter(None, (table.note, *told))),
    )

"""What editors did."""

import pytest

from reviewer.domain.report import Cell
from reviewer.review.labour import Labour
from reviewer.review.report.assembly import build
from tests.review.report.reviews import (
    PLAIN,
    TEXT,
    a_document,
    a_project,
    an_error,
    the_rows,
    the_section,
    the_table,
)

LABOUR = Labour(
    seconds={("asha", 1): 1800.0, ("asha", 9): 5000.0, ("ravi", None): 60.0},
    reviewers={1: "asha", 2: "ravi"},
    writers={2: "asha"},
    dismissed={("asha", 1): 2},
)


def the_work() -> dict[Cell, dict[str, Cell]]:
    """The table of editors, by name."""
    document = a_document(
        1,
        TEXT,
        TEXT,
        flags=[an_error()],
        finals=[TEXT, "सरकार ने नई योजना की घोषणा की है।"],
        signed_by="asha",
        signed_at="2026-01-06T10:00:00+00:00",
    )
    report = build([a_project(document)], PLAIN, labours=[LABOUR])
    return {row["editor"]: row for row in the_rows(the_table(report, "editors"))}


def test_throughput_is_that_of_the_journal() -> None:
    """Time in documents that were not selected does not count."""
    asha = the_work()["asha"]
    assert (asha["signed"], asha["reviewed"], asha["words"]) == (1, 1, 10)
    assert (asha["seconds"], asha["speed"]) == (1800, 20)
    assert asha["dismissed"] == 2


def test_edit_effort_is_that_of_the_segments_worked_on() -> None:
    """Two words of twenty were taken out of what asha reviewed or edited: of eighteen that are left."""
    work = the_work()
    assert (work["asha"]["edited"], work["ravi"]["edited"]) == (1, 0)
    assert work["asha"]["hter"] == pytest.approx(100 * 2 / 18)
    assert work["ravi"]["hter"] == pytest.approx(100 * 2 / 8)
    assert [work["asha"][kind] for kind in ("inserted", "deleted", "replaced", "moved")] == [0, 1, 0, 0]


def test_flags_are_their_authors() -> None:
    """Whoever reviewed no words has no density."""
    flagger = the_work()["editor"]
    assert (flagger["flags"], flagger["density"], flagger["reviewed"]) == (1, None, 0)


def test_without_a_journal_it_is_said() -> None:
    """An exported review tells signatures, flags and judgements only."""
    report = build([a_project(a_document(1, judged=[50]))], PLAIN)
    table = the_table(report, "editors")
    assert "No journal" in table.note
    assert the_rows(table)[0]["seconds"] is None


def test_nobody_has_worked() -> None:
    """The section says so."""
    section = the_section(build([a_project()], PLAIN), "editors")
    assert section.blocks == ()
    assert section.lead == "Nobody has reviewed anything yet."

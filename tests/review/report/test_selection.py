"""What a report is about."""

from dataclasses import replace
from datetime import date

import pytest

from reviewer.domain.report import Selection
from reviewer.domain.segment import Role
from reviewer.review.report.selection import chosen, day_of, described
from tests.review.report.reviews import TEXT, a_document, a_project, an_error, an_esa

PROJECT = a_project(
    a_document(1, system="A", signed_by="asha", signed_at="2026-02-01T23:30:00-02:00"),
    a_document(2, system="B", created="2026-01-31T10:00:00+00:00", flags=[an_error()]),
    replace(a_document(3, system="B", created=""), judgements=(an_esa(1, 0, judge="ravi"),)),
)


def ids(**conditions: object) -> list[int]:
    """The documents that fulfil some conditions."""
    return [review.document.id for review in chosen(PROJECT, Selection(**conditions))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({}, [1, 2, 3]),
        ({"documents": (2,)}, [2]),
        ({"systems": ("B",)}, [2, 3]),
        ({"editors": ("asha",)}, [1]),
        ({"editors": ("editor", "ravi")}, [2, 3]),
        ({"since": date(2026, 2, 1)}, [1]),
        ({"until": date(2026, 1, 31)}, [2]),
        ({"since": date(2026, 1, 31), "until": date(2026, 2, 2), "systems": ("A",)}, [1]),
        ({"desks": ("sport",)}, []),
    ],
)
def test_documents_are_chosen_by_all_conditions_together(
    conditions: dict[str, object], found: list[int]
) -> None:
    """An empty condition lets everything through; a document without a day fits no time."""
    assert ids(**conditions) == found


def test_a_day_is_that_of_utc() -> None:
    """A sign-off late in the evening further west falls on the next day."""
    assert day_of(PROJECT.documents[0].document) == date(2026, 2, 2)


def test_who_worked_on_an_unsigned_document_is_its_editor() -> None:
    """The journal knows those who changed a text and flagged nothing."""
    found = chosen(PROJECT, Selection(editors=("meera",)), {3: {"meera"}})
    assert [review.document.id for review in found] == [3]


def test_rows_of_other_roles_are_left_out_with_their_flags() -> None:
    """The words of a role are those of its rows alone."""
    document = a_document(1, TEXT, TEXT, flags=[an_error(1, id=1), an_error(2, id=2)], judged=[10, 20])
    headline = replace(document.segments[0], role=Role.HEADLINE)
    project = a_project(replace(document, segments=(headline, document.segments[1])))
    (found,) = chosen(project, Selection(roles=(Role.HEADLINE,)))
    assert [segment.id for segment in found.segments] == [1]
    assert [flag.id for flag in found.flags] == [1]
    assert [judgement.value for judgement in found.judgements] == [10]


def test_a_dimension_takes_in_its_types() -> None:
    """Other schemes' names count under ours."""
    flags = [
        an_error(id=1),
        an_error(id=2, type="linguistic/grammar"),
        an_error(id=3, type="Fluency/Grammar"),
        an_error(id=4, type=""),
    ]
    (found,) = chosen(a_project(a_document(1, flags=flags)), Selection(types=("linguistic",)))
    assert [flag.id for flag in found.flags] == [2, 3]


def test_a_selection_is_said_in_words() -> None:
    """Nothing is said where everything was selected."""
    assert described(Selection()) == ""
    told = described(Selection(systems=("A", "B"), since=date(2026, 1, 1), roles=(Role.BODY,)))
    assert told == "from 2026-01-01; engine A, B; role body"

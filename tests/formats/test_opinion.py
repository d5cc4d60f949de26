"""Who says what about which segment."""

from dataclasses import replace

import pytest

from reviewer.domain.flag import Judgement, Scale
from reviewer.domain.segment import Segment, State
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.domain.span import Side
from reviewer.formats.opinion import judged
from tests.builders import a_flag, a_review, a_segment


def _judgement(judge: str, scale: Scale = Scale.ESA, value: float = 60) -> Judgement:
    return Judgement(id=1, document_id=1, segment_id=1, judge=judge, scale=scale, value=value)


def _of(system: str, *segments: Segment) -> DocumentReview:
    review = a_review(*segments)
    return replace(review, document=replace(review.document, system=system))


def test_each_judge_has_one_opinion() -> None:
    """Errors and score of one person belong together."""
    review = replace(
        a_review(flags=(a_flag(), a_flag(id=2))),
        judgements=(_judgement("asha"), _judgement("editor", value=0)),
    )
    (line,) = judged(review)
    assert [(each.judge, len(each.flags), each.score) for each in line.opinions] == [
        ("editor", 2, 0),
        ("asha", 0, 60),
    ]


@pytest.mark.parametrize(
    ("state", "judges"), [(State.CLEAN, [""]), (State.UNREVIEWED, []), (State.REVIEWED, [])]
)
def test_clean_is_a_statement_of_its_own(state: State, judges: list[str]) -> None:
    """Even of nobody in particular; what was merely edited is not called clean."""
    (line,) = judged(a_review(a_segment(state=state)))
    assert [each.judge for each in line.opinions] == judges


def test_direct_assessment_says_nothing_about_errors() -> None:
    """Who gave it has not looked for them."""
    (line,) = judged(replace(a_review(), judgements=(_judgement("asha", Scale.DA),)))
    assert line.opinions == ()


def test_errors_of_the_final_text_are_none_of_the_engine() -> None:
    """They are about the editor's own words."""
    (line,) = judged(a_review(flags=(a_flag(side=Side.FINAL),)))
    assert line.flags == ()


def test_systems_share_the_places_of_one_document() -> None:
    """Also where one of them has only some of the segments."""
    first, second = a_segment(source="A", key="1"), a_segment(source="B", key="2", id=2, position=1)
    review = ProjectReview(documents=(_of("x", second), _of("y", first, second)))
    assert [(line.document.system, line.key, line.index) for line in judged(review)] == [
        ("x", "2", 1),
        ("y", "1", 0),
        ("y", "2", 1),
    ]


def test_documents_of_one_title_with_other_texts_stay_apart() -> None:
    """In their group, and for one system in their name."""
    one, other = a_segment(source="A"), a_segment(source="B")
    lines = judged(ProjectReview(documents=(_of("x", one), _of("x", other))))
    assert [(line.name, line.group, line.index) for line in lines] == [
        ("लेख", "लेख", 0),
        ("लेख (2)", "लेख (2)", 1),
    ]


def test_numbers_of_the_file_it_came_from_are_kept() -> None:
    """Where they tell all segments apart; else they are counted anew."""
    own = (a_segment(key="3/17", source="A"), a_segment(key="4/19", id=2, position=1, source="B"))
    assert [line.numbers for line in judged(a_review(*own), first=1)] == [("3", "17"), ("4", "19")]
    assert [line.number for line in judged(a_review(*own))] == [17, 19]
    line = next(iter(judged(a_review(a_segment(), own[1]), first=1)))
    assert line.numbers == ("1", "1")


def test_names_that_are_not_unlike_are_replaced_by_places() -> None:
    """Two segments of one name would become one on reading."""
    twice = (a_segment(key="a"), a_segment(key="a", id=2, position=1))
    assert [line.key for line in judged(a_review(*twice))] == ["1", "2"]

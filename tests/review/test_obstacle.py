"""What stands in the way, and where first."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.review.obstacle import Obstacles


def test_the_first_row_is_the_one_nearest_the_start() -> None:
    """However they were found, the first comes first."""
    found = Obstacles[str]()
    for segment_id, position in ((7, 30), (8, 10), (9, 20)):
        found.add("open", segment_id, position)
    assert found.first("open") == 10
    found.forget(8)
    assert found.first("open") == 20


def test_a_row_that_moved_is_found_where_it_is() -> None:
    """Merging rows above brings an obstacle nearer."""
    found = Obstacles[str]()
    found.add("open", 1, 5)
    found.move(1, 4)
    assert found.first("open") == 4


def test_obstacles_and_their_segments_are_counted_apart() -> None:
    """Two errors on one segment are two errors and one segment."""
    found = Obstacles[str]()
    found.add("open", 1, 0, 2)
    found.add("open", 1, 0)
    assert (found.total("open"), found.segments("open")) == (3, 1)


def test_nothing_in_the_way_has_no_place() -> None:
    """A kind that was never found is nowhere."""
    assert Obstacles[str]().first("open") is None


_STEPS = st.lists(st.tuples(st.sampled_from("afm"), st.integers(0, 5), st.integers(0, 9)), max_size=40)


@given(steps=_STEPS)
def test_any_course_of_edits_ends_as_if_counted_anew(steps: list[tuple[str, int, int]]) -> None:
    """After adding, moving and forgetting, the first row and the total are those of what is left."""
    found = Obstacles[str]()
    left: dict[int, tuple[int, int]] = {}
    for what, segment_id, position in steps:
        if what == "a" and segment_id not in left:
            found.add("open", segment_id, position, 2)
            left[segment_id] = (position, 2)
        elif what == "f":
            found.forget(segment_id)
            left.pop(segment_id, None)
        elif what == "m" and segment_id in left:
            found.move(segment_id, position)
            left[segment_id] = (position, 2)
    assert found.first("open") == min((position for position, _ in left.values()), default=None)
    assert found.total("open") == 2 * len(left)

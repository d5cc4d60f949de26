"""Work without the garbage collector."""

import gc
from collections.abc import Iterator

import pytest

from reviewer.text.collector import collector_paused


@pytest.fixture(autouse=True)
def _collector() -> Iterator[None]:
    """Switch the collector on; afterwards as it was: a window made before has switched it off."""
    was_on = gc.isenabled()
    gc.enable()
    yield
    if not was_on:
        gc.disable()


def test_the_collector_rests_inside_and_works_behind() -> None:
    """Also where the work fails."""
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError), collector_paused():
        _ = 1 / 0
    assert gc.isenabled()


def test_one_that_was_off_stays_off() -> None:
    """Whoever switched it off switches it on."""
    gc.disable()
    with collector_paused():
        assert not gc.isenabled()
    assert not gc.isenabled()

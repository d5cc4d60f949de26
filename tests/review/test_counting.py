"""What took long to count is looked up the next time."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from reviewer.review import counting
from reviewer.review.counting import Counting
from reviewer.review.session import Session
from reviewer.scoring.engine.corpus import extract
from reviewer.scoring.engine.kernel import SWITCH
from reviewer.scoring.option import MetricOptions, TerOptions
from tests.review.projects import a_project, the_rows

LONG = "क ख ग " * 500
HYPOTHESES = [f"{LONG}घ", f"{LONG}च छ"]
REFERENCES = [[LONG, f"{LONG}ज"]]


@pytest.fixture(autouse=True)
def _no_kernels(monkeypatch: pytest.MonkeyPatch) -> None:
    """The memory serves where nothing is compiled."""
    monkeypatch.setenv(SWITCH, "1")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A project in which something was edited, for looking changes no byte."""
    with a_project(tmp_path) as made:
        made.set_final(the_rows(made)[0], "नया।")
        yield made


def test_the_second_time_nothing_is_counted(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """The figures are the same, and sacreBLEU is not asked."""
    first = Counting(session)(TerOptions(), HYPOTHESES, REFERENCES)
    asked: list[MetricOptions] = []
    monkeypatch.setattr(counting, "extract", lambda options, *_, **__: asked.append(options))
    assert np.array_equal(Counting(session)(TerOptions(), HYPOTHESES, REFERENCES), first)
    assert asked == []


def test_the_figures_are_those_of_counting(session: Session) -> None:
    """Also where some rows are known and others are new."""
    Counting(session)(TerOptions(), HYPOTHESES[:1], [REFERENCES[0][:1]])
    told: list[tuple[int, int]] = []
    found = Counting(session)(TerOptions(), HYPOTHESES, REFERENCES, progress=lambda *each: told.append(each))
    assert np.array_equal(found, extract(TerOptions(), HYPOTHESES, REFERENCES))
    assert told == [(2, 2)]


def test_what_is_counted_at_once_is_not_kept(session: Session) -> None:
    """A look-up would take longer."""
    before = session.path.stat().st_size
    found = Counting(session)(TerOptions(), ["क ख"], [["क ग"]])
    assert found.tolist() == [[1, 2]]
    assert session.path.stat().st_size == before

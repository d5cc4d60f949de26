"""Random draws in pieces: the very numbers of one large draw."""

import numpy as np
import pytest

from reviewer.domain.error import ReviewerError
from reviewer.scoring.engine.cancel import Cancelled
from reviewer.scoring.statistic.draw import Watch, drawn_flips, drawn_rows, environment_seed, grouped


@pytest.mark.parametrize("at_once", [1, 300, 10_000])
@pytest.mark.parametrize("units", [1, 7, 100])
def test_rows_in_pieces_are_those_drawn_at_once(
    at_once: int, units: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever fits into memory; and what is drawn afterwards goes on from there."""
    monkeypatch.setattr("reviewer.scoring.statistic.draw._NUMBERS_AT_ONCE", at_once)
    mine, whole = np.random.default_rng(3), np.random.default_rng(3)
    pieces = [drawn for _, drawn in drawn_rows(mine, units, 41)]
    assert (np.concatenate(pieces) == whole.choice(units, size=(41, units), replace=True)).all()
    assert mine.random() == whole.random()


@pytest.mark.parametrize("at_once", [1, 300, 10_000])
@pytest.mark.parametrize("units", [1, 7, 100])
def test_flips_in_pieces_are_those_drawn_at_once(
    at_once: int, units: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Booleans too, though numpy cuts thirty-two of them from each number."""
    monkeypatch.setattr("reviewer.scoring.statistic.draw._NUMBERS_AT_ONCE", at_once)
    mine, whole = np.random.default_rng(3), np.random.default_rng(3)
    pieces = [flips for _, flips in drawn_flips(mine, units, 77)]
    assert (np.concatenate(pieces) == whole.integers(2, size=(77, units), dtype=bool)).all()
    assert mine.random() == whole.random()


def test_parts_follow_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each piece says which samples it holds."""
    monkeypatch.setattr("reviewer.scoring.statistic.draw._NUMBERS_AT_ONCE", 20)
    parts = [(part.start, part.stop) for part, _ in drawn_rows(np.random.default_rng(1), 10, 5)]
    assert parts == [(0, 2), (2, 4), (4, 5)]


def test_drawing_ends_when_asked_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the next piece, wherever it is."""
    monkeypatch.setattr("reviewer.scoring.statistic.draw._NUMBERS_AT_ONCE", 10)
    answers = iter([False, False, True])
    watch = Watch(is_cancelled=lambda: next(answers))
    seen: list[int] = []
    with pytest.raises(Cancelled):
        seen.extend(part.start for part, _ in drawn_rows(np.random.default_rng(1), 10, 5, watch=watch))
    assert seen == [0, 1]


def test_groups_are_added_up_in_order_of_appearance() -> None:
    """A document's rows need not stand together."""
    rows = np.array([[1, 2], [3, 4], [5, 6]])
    assert grouped(rows, ["b", "a", "b"]).tolist() == [[6, 8], [3, 4]]


@pytest.mark.parametrize(("given", "seed"), [(None, 12345), ("7", 7), ("none", None), ("None", None)])
def test_the_seed_is_that_of_sacrebleu(
    given: str | None, seed: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the same variable, with the same default."""
    monkeypatch.delenv("SACREBLEU_SEED", raising=False)
    if given is not None:
        monkeypatch.setenv("SACREBLEU_SEED", given)
    assert environment_seed() == seed


def test_a_seed_that_is_no_number_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable is named."""
    monkeypatch.setenv("SACREBLEU_SEED", "lucky")
    with pytest.raises(ReviewerError, match="SACREBLEU_SEED is lucky"):
        environment_seed()

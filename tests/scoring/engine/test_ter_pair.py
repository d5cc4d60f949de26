"""TER of two lists of words is sacreBLEU's, where shifts abound and where the beam binds."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sacrebleu.metrics.lib_ter import translation_edit_rate

from reviewer.scoring.engine import kernel
from reviewer.scoring.engine.kernel import Kernel
from reviewer.scoring.engine.ter_row import count_edits
from reviewer.scoring.option import TerOptions

QUICK = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
FEW = st.lists(st.sampled_from("abcd"), max_size=16)
SOME = st.lists(st.sampled_from("abcdefghijklmnop"), max_size=30)
BEAM = 25
WIDE = [(1, 51), (1, 400), (2, 101), (3, 149), (3, 160), (300, 2), (60, 1)]

pytestmark = pytest.mark.usefixtures("kernels")


def counts(words: list[str], reference: list[str]) -> list[int]:
    """Count with the kernel."""
    module = kernel.loaded(Kernel.TER)
    assert module is not None
    found: list[int] = count_edits(TerOptions(), module, [" ".join(words)], [" ".join(reference)])[0].tolist()
    return found


def edits(words: list[str], reference: list[str]) -> tuple[int, int]:
    """Return the kernel's edits and length, as sacreBLEU does."""
    found = counts(words, reference)
    return sum(found[:4]), found[6]


def banded(words: list[str], reference: list[str]) -> int:
    """Return the edit distance within the beam, row by row, of texts of the same length."""
    before = {column: column for column in range(len(reference) + 1)}
    for row, word in enumerate(words, start=1):
        cells: dict[int, int] = {}
        end = len(reference) + 1 if row == len(words) else min(len(reference) + 1, row + BEAM)
        for column in range(max(0, row - BEAM), end):
            ways = [before[column] + 1] if column in before else []
            if column - 1 in before:
                ways.append(before[column - 1] + (word != reference[column - 1]))
            if column - 1 in cells:
                ways.append(cells[column - 1] + 1)
            cells[column] = min(ways)
        before = cells
    return before[len(reference)]


def salad(rng: np.random.Generator, size: int, different: int) -> list[str]:
    """Return words in no order."""
    return [f"w{number}" for number in rng.integers(different, size=size)]


@QUICK
@given(FEW, FEW)
def test_repeated_words_are_shifted_as_by_sacrebleu(words: list[str], reference: list[str]) -> None:
    """Where the same few words come again and again, every shift and tie falls as in sacreBLEU."""
    assert edits(words, reference) == translation_edit_rate(words, reference)


@QUICK
@given(SOME, SOME, st.integers(1, 40))
def test_reordered_words_are_shifted_back(words: list[str], added: list[str], step: int) -> None:
    """The same words in another order, and some more, cost what sacreBLEU says."""
    order = sorted(range(len(words)), key=lambda place: place * step % 41)
    reference = [*added[:3], *(words[place] for place in order)]
    assert edits(words, reference) == translation_edit_rate(words, reference)


@pytest.mark.parametrize(("size", "length", "different"), [(200, 210, 900), (260, 200, 1200), (90, 140, 200)])
def test_word_salads_cost_what_the_beam_lets_them(size: int, length: int, different: int) -> None:
    """Where the way leaves the diagonal the beam binds, and no bound for free ways may be trusted."""
    rng = np.random.default_rng(size)
    words, reference = salad(rng, size, different), salad(rng, length, different)
    assert edits(words, reference) == translation_edit_rate(words, reference)


@pytest.mark.parametrize("lost", [10, 30])
def test_long_texts_with_blocks_moved_far_cost_what_sacrebleu_says(lost: int) -> None:
    """Blocks that were moved beyond the beam, and words that were lost, are counted alike."""
    reference = salad(np.random.default_rng(lost), 90, 5000)
    words = [*reference[40:60], *reference[:40], *reference[75:], *reference[60:75]][lost:]
    assert edits(words, reference) == translation_edit_rate(words, reference)


@pytest.mark.parametrize(
    ("rows", "columns"), [(1, 51), (1, 400), (2, 101), (3, 149), (3, 160), (300, 2), (60, 1)]
)
def test_texts_of_very_different_lengths_widen_the_beam(rows: int, columns: int) -> None:
    """Where one text is more than fifty times as long as the other, sacreBLEU's beam is wider."""
    rng = np.random.default_rng(rows)
    words, reference = salad(rng, rows, 20), salad(rng, columns, 20)
    assert edits(words, reference) == translation_edit_rate(words, reference)


def test_too_many_candidates_drop_the_round() -> None:
    """At a thousand candidates sacreBLEU drops the round: what is left is the distance in the beam."""
    rng = np.random.default_rng(1)
    words, reference = salad(rng, 10_000, 50), salad(rng, 10_000, 50)
    found = counts(words, reference)
    assert found[0] == 0
    assert sum(found[:4]) == banded(words, reference)


@pytest.mark.parametrize("size", [10_000, 30_000])
def test_long_texts_find_their_shifts(size: int) -> None:
    """Two blocks moved and three words replaced in ten thousand words are five edits."""
    reference = [f"w{number}" for number in range(size)]
    words = [*reference[:20], *reference[25:40], *reference[20:25], *reference[40:]]
    words[-30:] = [*words[-20:-15], *words[-30:-20], *words[-15:]]
    for place in (100, 5000, size - 100):
        words[place] = "x"
    assert counts(words, reference)[:5] == [2, 0, 0, 3, size - 3]


def test_a_pair_is_counted_alike_after_any_other() -> None:
    """Pairs of any size in one chunk do not change each other's counts."""
    rng = np.random.default_rng(3)
    sizes = [(3, 4), (1, 90), (70, 80), (0, 5), (20_000, 1), (70, 80), (2, 300), (5, 0), (40, 41)]
    pairs = [(salad(rng, rows, 30), salad(rng, columns, 30)) for rows, columns in sizes]
    module = kernel.loaded(Kernel.TER)
    assert module is not None
    texts = [[" ".join(words) for words in side] for side in zip(*pairs, strict=True)]
    together = count_edits(TerOptions(), module, texts[0], texts[1]).tolist()
    assert together == [counts(words, reference) for words, reference in pairs]

"""The two ways of laying the beam, as rows of costs and as bits, count alike."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from reviewer.scoring.engine import kernel
from reviewer.scoring.engine.kernel import Kernel
from reviewer.scoring.engine.text import pack

QUICK = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
WORDS = st.lists(st.sampled_from("abcdef"), max_size=40).map(" ".join)
WIDE = 1 << 22

pytestmark = pytest.mark.usefixtures("kernels")


def counts(texts: list[str], references: list[str], largest: int) -> list[list[int]]:
    """Count with the kernel; with `largest` zero never as bits."""
    module = kernel.loaded(Kernel.TER)
    assert module is not None
    packed = pack([*texts, *references])
    rows = len(texts)
    found: NDArray[np.int64] = np.zeros((rows, 7), np.int64)
    starts, ends = packed.starts, packed.ends
    module.count(packed.characters, starts[:rows], ends[:rows], starts[rows:], ends[rows:], largest, found)
    return [list(map(int, row)) for row in found]


def salad(rng: np.random.Generator, size: int, different: int) -> str:
    """Return words in no order."""
    return " ".join(f"w{number}" for number in rng.integers(different, size=size))


@QUICK
@given(WORDS, WORDS)
def test_short_texts_count_alike(text: str, reference: str) -> None:
    """Shifts, edits and matches are the same, cell by cell and bit by bit."""
    assert counts([text], [reference], 0) == counts([text], [reference], WIDE)


@pytest.mark.parametrize("seed", range(8))
def test_word_salads_count_alike(seed: int) -> None:
    """Where the beam binds, whatever the two lengths, both ways leave out the same cells."""
    rng = np.random.default_rng(seed)
    sizes = rng.integers(1, 400, size=(40, 2))
    texts = [salad(rng, size, 60 * (1 + seed)) for size in sizes[:, 0]]
    references = [salad(rng, size, 60 * (1 + seed)) for size in sizes[:, 1]]
    assert counts(texts, references, 0) == counts(texts, references, WIDE)


@pytest.mark.parametrize("rows", [1, 2, 3, 5, 8])
def test_the_steepest_beams_count_alike(rows: int) -> None:
    """Up to a reference fifty times as long, the beam of one row may only touch that of the next."""
    rng = np.random.default_rng(rows)
    lengths = [*range(rows * 44, rows * 50 + 3)]
    texts = [salad(rng, rows, 9) for _ in lengths]
    references = [salad(rng, length, 9) for length in lengths]
    assert counts(texts, references, 0) == counts(texts, references, WIDE)

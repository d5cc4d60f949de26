"""A corpus is counted by kernels or by sacreBLEU, with one result; what cannot be counted is said."""

import numpy as np
import pytest

from reviewer.domain.error import ReviewerError
from reviewer.scoring.engine import kernel
from reviewer.scoring.engine.cancel import Cancelled
from reviewer.scoring.engine.corpus import extract, width
from reviewer.scoring.engine.peer import peer
from reviewer.scoring.option import BleuOptions, ChrfOptions, MetricOptions, TerOptions

ALL = (BleuOptions(), BleuOptions(tokenize="intl", lowercase=True), ChrfOptions(word_order=2), TerOptions())
HYPOTHESES = [f"यह {n % 7} वाक्य है, और यह भी {n}।" for n in range(300)]
REFERENCES = [f"यह {n % 5} वाक्य था, पर वह भी {n}।" for n in range(300)]


@pytest.mark.usefixtures("kernels")
@pytest.mark.parametrize("options", ALL, ids=str)
def test_without_a_compiler_the_same(options: MetricOptions, monkeypatch: pytest.MonkeyPatch) -> None:
    """Switching the compiler off changes who counts, and no number."""
    compiled = extract(options, HYPOTHESES, [REFERENCES])
    monkeypatch.setenv(kernel.SWITCH, "1")
    assert not kernel.is_ready()
    plain = extract(options, HYPOTHESES, [REFERENCES], wait=True)
    np.testing.assert_array_equal(plain, compiled)
    assert plain.dtype == compiled.dtype


@pytest.mark.usefixtures("kernels")
@pytest.mark.parametrize("options", ALL, ids=str)
@pytest.mark.parametrize("workers", [1, 3])
def test_any_number_of_threads(options: MetricOptions, workers: int) -> None:
    """Long rows on several threads are counted as by sacreBLEU."""
    hypotheses = [" ".join(HYPOTHESES[n : n + 4]) for n in range(0, 300, 9)]
    references = [" ".join(REFERENCES[n : n + 5]) for n in range(0, 300, 9)]
    counted = extract(options, hypotheses, [references], workers=workers)
    np.testing.assert_array_equal(counted, peer(options).extract(hypotheses, [references]))


@pytest.mark.parametrize("options", ALL, ids=str)
def test_nothing_is_counted_of_nothing(options: MetricOptions) -> None:
    """A corpus without a row has statistics of no row."""
    assert extract(options, [], [[]]).shape == (0, width(options))


@pytest.mark.parametrize(
    ("hypotheses", "references", "said"),
    [
        (["a"], [], "there is no reference"),
        (["a", "b"], [["a"]], "2 hypotheses, but 1 lines of reference 1"),
        (["a", "b"], [["a", None], [None, None]], "row 2: there is no reference"),
    ],
)
def test_wrong_references_are_named(
    hypotheses: list[str], references: list[list[str | None]], said: str
) -> None:
    """Streams that do not fit, and a row without any reference, are errors that say where."""
    with pytest.raises(ReviewerError, match=said):
        extract(ChrfOptions(), hypotheses, references)


def test_an_unknown_tokeniser_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The user is told which tokenisers there are, also when a kernel would count."""
    with pytest.raises(ReviewerError, match="moses"):
        extract(BleuOptions(tokenize="moses"), ["a"], [["a"]])
    monkeypatch.setenv(kernel.SWITCH, "1")
    with pytest.raises(ReviewerError, match="moses"):
        extract(BleuOptions(tokenize="moses"), ["a"], [["a"]])


@pytest.mark.parametrize("options", ALL, ids=str)
def test_can_be_stopped(options: MetricOptions) -> None:
    """A caller that no longer wants the result does not get one."""
    with pytest.raises(Cancelled):
        extract(options, HYPOTHESES, [REFERENCES], is_cancelled=lambda: True)


@pytest.mark.parametrize("options", ALL, ids=str)
def test_says_how_far_it_is(options: MetricOptions) -> None:
    """Progress ends with all rows."""
    told: list[tuple[int, int]] = []
    extract(options, HYPOTHESES, [REFERENCES], progress=lambda now, total: told.append((now, total)))
    assert told[-1] == (300, 300)

"""An archive's scores are those of its rows together, wherever its parts are worked on."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER

from reviewer.domain.error import ReviewerError
from reviewer.scoring.archive.partition import Partition
from reviewer.scoring.archive.scheduler import InProcess
from reviewer.scoring.archive.score import score_archive
from reviewer.scoring.option import BleuOptions, ChrfOptions, TerOptions
from tests.scoring.archive.archives import InMemory, as_rows, some_rows

METRICS = (ChrfOptions(word_order=2), BleuOptions(tokenize="intl"), TerOptions())


def parts(rows: Sequence[dict[str, Any]], size: int, *, with_documents: bool = False) -> list[Partition]:
    """Cut rows into parts that are already in memory."""
    return [
        InMemory(as_rows(rows[start : start + size], with_documents=with_documents))
        for start in range(0, len(rows), size)
    ]


@pytest.mark.parametrize("size", [7, 50, 1000])
def test_scores_are_those_of_the_reference_implementation(size: int) -> None:
    """However the rows are cut."""
    rows = some_rows(120)
    whole = as_rows(rows)
    found = score_archive(parts(rows, size), METRICS, InProcess())
    expected = [
        metric.corpus_score(hypotheses, [whole.references[0]]).score
        for hypotheses in whole.hypotheses
        for metric in (CHRF(word_order=2), BLEU(tokenize="intl"), TER())
    ]
    assert [each.value for each in found] == expected
    assert {each.rows for each in found} == {120}


def test_resamples_of_rows_spread_as_those_of_one_draw() -> None:
    """Drawing first the parts, then their rows, gives the interval that drawing from all at once gives."""
    rows = some_rows(300)
    cut = score_archive(parts(rows, 37), METRICS, InProcess(), resamples=2000)[0].interval
    whole = score_archive(parts(rows, 300), METRICS, InProcess(), resamples=2000)[0].interval
    assert cut is not None
    assert whole is not None
    assert cut.mean == pytest.approx(whole.mean, abs=0.1)
    assert cut.half_width == pytest.approx(whole.half_width, rel=0.1)


def test_seed_decides_the_interval() -> None:
    """The same twice for one seed, another for another."""
    made = [
        score_archive(parts(some_rows(60), 20), METRICS, InProcess(), resamples=200, seed=seed)
        for seed in (1, 1, 2)
    ]
    assert made[0] == made[1] != made[2]


def test_documents_are_resampled_whole_though_parts_cut_them() -> None:
    """The interval does not depend on where the cuts fall."""
    rows = some_rows(120)
    made = [
        score_archive(parts(rows, size, with_documents=True), METRICS, InProcess(), resamples=300)
        for size in (7, 120)
    ]
    assert made[0] == made[1]
    assert made[0][0].documents == 20


def test_a_worse_system_is_told_from_the_first() -> None:
    """The first has no p-value, a far worse one the smallest there is, an equal one a large one."""
    rows = some_rows(200)
    found = score_archive(parts(rows, 50), METRICS[:1], InProcess(), resamples=500)
    assert found[0].p_value is None
    assert found[1].p_value == pytest.approx(1 / 501)
    same = [row | {"other": row["mt"]} for row in rows]
    equal = score_archive(parts(same, 50), METRICS[:1], InProcess(), resamples=500)[1].p_value
    assert equal is not None
    assert equal > 0.9 or np.isclose(equal, 1 / 501)


def test_one_document_has_no_interval() -> None:
    """One unit tells nothing about chance."""
    rows = [row | {"doc": "only"} for row in some_rows(30)]
    found = score_archive(parts(rows, 10, with_documents=True), METRICS, InProcess(), resamples=100)
    assert [each.interval for each in found] == [None] * 6


def test_nothing_to_score_is_said() -> None:
    """An archive without rows has no score, not 0."""
    with pytest.raises(ReviewerError, match="no rows"):
        score_archive([], METRICS, InProcess())

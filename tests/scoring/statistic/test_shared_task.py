"""A public shared task's judgements, where they are at hand: rankings and correlations."""

import json
from pathlib import Path
from statistics import fmean

import pytest
from scipy import stats

from reviewer.scoring.statistic.coefficient import Kind
from reviewer.scoring.statistic.correlation import Level, correlation_table
from reviewer.scoring.statistic.ranking import rank

DATA = Path(__file__).resolve().parents[4] / "shared/data/en_hi_esa/esa.jsonl"

pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the public judgements are not at hand")


@pytest.fixture(scope="module", name="rows")
def _rows() -> list[dict[str, object]]:
    with DATA.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def test_the_last_system_is_a_cluster_of_its_own(rows: list[dict[str, object]]) -> None:
    """Drawn by document, the one system far below all others is told apart, and only that one."""
    systems = sorted({str(row["system"]) for row in rows})
    items = sorted({(str(row["doc_id"]), int(str(row["line_id"]))) for row in rows})
    given: dict[tuple[object, ...], list[float]] = {}
    for row in rows:
        key = (row["system"], row["doc_id"], row["line_id"])
        given.setdefault(key, []).append(float(str(row["esa_score"])))
    means = {key: fmean(values) for key, values in given.items()}
    table = [[means.get((system, *item)) for item in items] for system in systems]
    found = rank(table, groups=[document for document, _ in items])
    assert [one.cluster for one in found.standings] == [1] * (len(systems) - 1) + [2]
    assert [one.score for one in found.standings] == sorted(
        (one.score for one in found.standings), reverse=True
    )


@pytest.mark.parametrize(
    ("kind", "peer"),
    [(Kind.PEARSON, stats.pearsonr), (Kind.SPEARMAN, stats.spearmanr), (Kind.KENDALL, stats.kendalltau)],
)
def test_length_correlates_as_scipy_says(kind: Kind, peer: object, rows: list[dict[str, object]]) -> None:
    """Two thousand segments with many ties."""
    human = [float(str(row["esa_score"])) for row in rows]
    lengths = [float(len(str(row["mt"]))) for row in rows]
    table = correlation_table(human, {}, lengths, level=Level.SEGMENT, kind=kind, samples=0)
    expected = peer(human, lengths).statistic  # type: ignore[operator]
    assert table.rows[-1].coefficient.value == float(expected)

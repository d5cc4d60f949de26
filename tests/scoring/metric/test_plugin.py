"""Metrics of other distributions, found as if they were installed."""

import textwrap
from pathlib import Path

import pytest

from reviewer.scoring.metric.plugin import AdditiveMetric, SegmentMetric, Texts, plugins

_CODE = """
from reviewer.scoring.metric.spec import Kind, MetricSpec, Need

class Overlap:
    spec = MetricSpec(
        id="overlap", title="Overlap", kind=Kind.AUTOMATIC, needs=(Need.REFERENCE,),
        higher_is_better=True, definition="words shared", citation="Nobody 2026",
    )
    def segment_scores(self, texts):
        return [float(t.hypothesis == t.references[0]) for t in texts]

class Counted:
    spec = MetricSpec(id="counted", title="Counted", kind=Kind.AUTOMATIC, needs=(), higher_is_better=None)
    def statistics(self, texts):
        return [(len(t.hypothesis), 1) for t in texts]
    def score(self, sums):
        return sums[0] / sums[1]

counted = Counted()

class Bare:
    spec = Overlap.spec

class Taken(Overlap):
    spec = MetricSpec(id="bleu", title="BLEU", kind=Kind.AUTOMATIC, needs=(), higher_is_better=True)

class Fails:
    def __init__(self):
        raise RuntimeError("no\\nlicence")
"""


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, **entries: str) -> None:
    """Lay a distribution with these entry points into a folder and put the folder on the path."""
    name = f"plug_{abs(hash(folder)) % 10**9}"
    (folder / f"{name}.py").write_text(textwrap.dedent(_CODE), encoding="utf-8")
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    lines = "\n".join(f"{entry} = {target.replace('plug', name)}" for entry, target in entries.items())
    (info / "entry_points.txt").write_text(f"[reviewer.metrics]\n{lines}\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder))


def test_an_installed_metric_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A class is made, an object is taken as it is."""
    install(tmp_path, monkeypatch, counted="plug:counted", overlap="plug:Overlap")
    found = plugins()
    assert found.problems == ()
    counted, overlap = found.metrics
    assert isinstance(counted, AdditiveMetric)
    assert counted.score(counted.statistics([Texts(hypothesis="abc")])[0]) == 3
    assert isinstance(overlap, SegmentMetric)
    assert overlap.segment_scores([Texts(hypothesis="a", references=("a",))]) == [1.0]


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("plug:Missing", "has no attribute 'Missing'"),
        ("plug_absent:x", "No module named"),
        ("plug:Fails", "no licence"),
        ("plug:Bare", "neither segment_scores nor"),
        ("plug:Taken", "already a metric bleu"),
        ("plug:__name__", "it has no spec"),
    ],
)
def test_a_broken_metric_is_one_line_and_no_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str, reason: str
) -> None:
    """The line names the metric, its distribution and the reason; the others are there."""
    install(tmp_path, monkeypatch, odd=target, overlap="plug:Overlap")
    found = plugins()
    (problem,) = found.problems
    assert problem.startswith("the metric odd of plug_")
    assert reason in problem
    assert "\n" not in problem
    assert [metric.spec.id for metric in found.metrics] == ["overlap"]


def test_without_other_distributions_there_are_none() -> None:
    """Nothing of ours is registered this way."""
    assert plugins().metrics == ()

"""The registry of metrics."""

import re

import pytest

from reviewer.scoring.metric.catalogue import METRICS, by_id
from reviewer.scoring.metric.spec import Kind, MetricSpec, Need, signature


def test_every_id_is_found_once() -> None:
    """What `--metrics` takes is what the list shows."""
    assert [by_id(spec.id) for spec in METRICS] == list(METRICS)
    assert by_id("comet") is None


@pytest.mark.parametrize("spec", METRICS, ids=lambda spec: spec.id)
def test_every_metric_says_how_it_is_reproduced(spec: MetricSpec) -> None:
    """By sacreBLEU's signature or by its definition."""
    expected = r"nrefs:1\|.*version:2\." if spec.options else spec.definition
    assert re.search(expected if spec.options else re.escape(expected), signature(spec))
    assert signature(spec)


@pytest.mark.parametrize("spec", METRICS, ids=lambda spec: spec.id)
def test_every_metric_cites_a_paper_with_its_year(spec: MetricSpec) -> None:
    """But for length, which nobody would claim."""
    assert bool(re.search(r"\b(19|20)\d\d\b", spec.citation)) is (spec.kind is not Kind.BASELINE)


def test_the_back_translation_is_a_hint_and_says_so() -> None:
    """It is never listed as a score of quality."""
    spec = by_id("back-translation")
    assert spec is not None
    assert spec.kind is Kind.HINT
    assert "never a quality score" in spec.note
    assert set(spec.needs) == {Need.BACK_TRANSLATION, Need.SOURCE}


def test_lower_is_better_where_errors_are_counted() -> None:
    """Rates of edits and penalties; all other directions are upwards or none."""
    assert {spec.id for spec in METRICS if spec.higher_is_better is False} == {"wmt-mqm", "hter", "ter"}
    assert {spec.id for spec in METRICS if spec.higher_is_better is None} == {"edits", "length"}


def test_signatures_tell_the_number_of_references() -> None:
    """As sacreBLEU's do."""
    spec = by_id("chrf++")
    assert spec is not None
    assert signature(spec, references=3).startswith("nrefs:3|")

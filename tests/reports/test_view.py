"""The report's tables and lists hold what the review holds."""

from dataclasses import replace

import pytest

from reviewer.domain.flag import Flag, Severity
from reviewer.domain.profile import ErrorType, Profile
from reviewer.domain.score import HumanScore, MetricScore, MqmScore, ScoreCard, Verdict
from reviewer.domain.snapshot import DocumentReview
from reviewer.domain.span import Side
from reviewer.reports.view import DocumentView, document_view, error_table, metric
from tests.builders import a_flag, a_review, a_segment

_PROFILE = Profile(
    id="desk",
    title="Desk",
    types=(ErrorType(id="linguistic/grammar", title="Grammar"),),
    multipliers=dict(zip(Severity, (0, 1, 5, 25), strict=True)),
    default_type="linguistic/grammar",
)
_MQM = MqmScore(
    profile="desk",
    text="final",
    penalty=0,
    words=4,
    basis="4 source words",
    per_thousand=None,
    raw=None,
    calibrated=None,
    counts=dict.fromkeys(Severity, 0),
    provisional=0,
    segments=1,
    verdict=Verdict.PASS,
    reasons=(),
)
_HTER = MetricScore(
    metric="hter", title="HTER", value=14, signature="x", segments=1, compares="received against final"
)
_CARD = ScoreCard(
    title="लेख",
    received=_MQM,
    final=_MQM,
    human=HumanScore(scale="ESA", value=None, judged=0, judges=0, segments=1),
    metrics=(_HTER,),
    edited_segments=0,
    segments=1,
    done_segments=0,
)


def _flags(*severities: Severity, type_id: str = "linguistic/grammar", first: int = 1) -> list[Flag]:
    return [
        a_flag(id=n, severity=severity, type=type_id) for n, severity in enumerate(severities, start=first)
    ]


def _view(review: DocumentReview, settled: frozenset[int] = frozenset()) -> DocumentView:
    return document_view(1, review, _CARD, _PROFILE, settled)


def test_types_are_counted_by_severity_worst_first() -> None:
    """One critical and two minor errors of one type are one row."""
    table = error_table(_flags(Severity.MINOR, Severity.CRITICAL, Severity.MINOR), _PROFILE, frozenset())
    (row,) = table.rows
    assert (row.title, row.dimension, row.counts, row.total) == ("Grammar", "linguistic", (1, 0, 2, 0), 3)


def test_the_most_frequent_type_comes_first() -> None:
    """The table is read from the top."""
    flags = _flags(Severity.MINOR) + _flags(Severity.MINOR, Severity.MINOR, type_id="style/awkward", first=5)
    table = error_table(flags, _PROFILE, frozenset())
    assert [row.title for row in table.rows] == ["Awkward", "Grammar"]
    assert (table.total, table.counts) == (3, (0, 0, 3, 0))


def test_settled_flags_are_no_longer_open() -> None:
    """What the edits have dealt with is counted, not as open."""
    table = error_table(_flags(Severity.MINOR, Severity.MAJOR), _PROFILE, {1})
    assert (table.total, table.open, table.rows[0].open) == (2, 1, 1)


def test_bars_share_the_width_of_the_longest() -> None:
    """A bar's parts follow one another; the longest bar fills the chart."""
    flags = _flags(Severity.MAJOR, Severity.MINOR, Severity.MINOR, Severity.MINOR)
    bars = error_table(flags, _PROFILE, frozenset()).rows[0].bars
    assert [(bar.severity, bar.start, bar.width) for bar in bars] == [
        (Severity.MAJOR, 0, 25),
        (Severity.MINOR, 25, 75),
    ]


def test_no_flags_make_an_empty_table() -> None:
    """There is nothing to draw."""
    assert error_table([], _PROFILE, frozenset()).rows == ()


def test_only_flagged_and_edited_segments_are_listed() -> None:
    """A clean row is not in the report's lists; its place keeps its number."""
    rows = [replace(a_segment(id=n + 1), position=n) for n in range(3)]
    rows[2] = replace(rows[2], final="यह दूसरा वाक्य है।")
    view = _view(a_review(*rows, flags=(a_flag(segment_id=2),)))
    assert [row.number for row in view.flagged] == [2]
    assert [row.number for row in view.edited] == [3]


def test_the_source_stands_with_a_flagged_segment() -> None:
    """Where there is a source it is shown; else the back-translation."""
    with_source = a_segment(source="A sentence.", back_translation="One sentence.")
    without = a_segment(back_translation="One sentence.")
    names = [
        [text.name for text in _view(a_review(row, flags=(a_flag(),))).flagged[0].english]
        for row in (with_source, without)
    ]
    assert names == [["Source"], ["Back-translation"]]


def test_a_flag_on_the_final_text_brings_it_in() -> None:
    """The editor's words are shown where they are what is flagged."""
    view = _view(a_review(a_segment(), flags=(a_flag(side=Side.FINAL),)))
    assert [text.name for text in view.flagged[0].hindi] == ["Received", "Final"]


@pytest.mark.parametrize(
    ("flag", "note"),
    [
        (replace(a_flag(), spans=()), "whole segment"),
        (replace(a_flag(), needs_source=True), "needs the source"),
        (replace(a_flag(id=9)), "resolved"),
    ],
)
def test_what_cannot_be_seen_is_noted(flag: Flag, note: str) -> None:
    """Reach, doubt and outcome of a flag stand beside it."""
    view = _view(a_review(a_segment(), flags=(flag,)), settled=frozenset({9}))
    assert note in view.flagged[0].flags[0].notes


def test_a_figure_is_found_by_name() -> None:
    """HTER is there, BLEU is not."""
    assert metric(_CARD, "hter") is _HTER
    assert metric(_CARD, "bleu") is None

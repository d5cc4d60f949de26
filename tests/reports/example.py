"""A report made by hand that has everything: every block, every unit, Hindi, and texts that mean harm."""

from dataclasses import replace
from datetime import UTC, date, datetime

from reviewer.domain.flag import Severity
from reviewer.domain.report import (
    Chart,
    ChartKind,
    Column,
    Estimate,
    Excerpt,
    Excerpts,
    Figure,
    Figures,
    Mark,
    MarkedText,
    Prose,
    Remark,
    Report,
    Section,
    Selection,
    Series,
    Table,
    Unit,
)
from reviewer.domain.segment import Role
from reviewer.domain.span import Range

HINDI = "राष्ट्रीय विद्यार्थी सम्मेलन में ज़िलाधिकारी ने शक्ति और श्रृंगार पर १२३ प्रश्न पूछे"
HOSTILE = (
    "<script>alert(1)</script>",
    '=HYPERLINK("http://example.org";"x")',
    "+cmd|' /C calc'!A0",
    "@SUM(1)",
    "-2+3",
    "\\input{secret} 100% $x_1$ {a} ~b^c #d &e | `f`",
    '#panic("x") *bold* _it_ $y$ @ref <label>',
    "bell\x07 and half \ud800 and turned \u202eabc",
    "]]> --> </style></svg>",
)
ENGINES = ("Vaani 3", "सेतु अनुवादक", "Baseline NMT", "Post-edited by desk", "Lingua-XL with a very long name")


def chart(kind: ChartKind, **fields: object) -> Chart:
    """One chart of each kind, with fields of its own."""
    made = {each.kind: each for each in CHARTS}[kind]
    return replace(made, **fields)  # type: ignore[arg-type]


_WORST_FIRST = tuple(reversed(Severity))
_TYPES = ("Mistranslation", "Omission", "अनुवाद में लिंग की अशुद्धि", "Grammar", "Spelling", "Register")
_COUNTS = ((3, 7, 12, 2), (2, 4, 1, 0), (0, 5, 9, 1), (0, 2, 14, 0), (0, 0, 6, 3), (0, 1, 2, 0))

_BARS = Chart(
    id="errors-by-type",
    title="Errors by type",
    kind=ChartKind.BARS,
    categories=_TYPES,
    series=tuple(
        Series(title=severity.value.capitalize(), values=tuple(c[n] for c in _COUNTS), severity=severity)
        for n, severity in enumerate(_WORST_FIRST)
    ),
    unit=Unit.COUNT,
    x_title="Errors flagged",
    summary="Mistranslation is the most frequent error and the only one that is often critical.",
)
_HEAT = replace(_BARS, id="heat", title="Type by severity", kind=ChartKind.HEAT, x_title="")
_LINES = Chart(
    id="trend",
    title="Penalty points per 1,000 words, week by week",
    kind=ChartKind.LINES,
    categories=tuple(f"2026-W{week}" for week in range(36, 48)),
    series=(
        Series(
            title="Received",
            values=tuple(
                None if n == 5 else Estimate(22.0 - n + n % 3, 19.0 - n + n % 3, 25.5 - n + n % 3)
                for n in range(12)
            ),
        ),
        Series(title="Final", values=tuple(6.5 - 0.3 * n + (n % 2) for n in range(12))),
    ),
    y_title="Points per 1,000 source words",
    x_title="Week of sign-off",
    summary="The received text improved by half in twelve weeks; the final text stayed below the limit.",
)
_INTERVALS = Chart(
    id="engines-chart",
    title="Engines compared",
    kind=ChartKind.INTERVALS,
    categories=ENGINES,
    series=(
        Series(
            title="ESA",
            values=(
                Estimate(84.2, 81.9, 86.4),
                Estimate(83.1, 80.2, 85.9),
                Estimate(71.0, 67.7, 74.8),
                Estimate(70.4),
                Estimate(55.5, 49.1, 61.2),
            ),
        ),
    ),
    groups=(1, 1, 2, 2, 3),
    x_title="Mean of judges, 0 to 100, with 95 % intervals",
    summary="Vaani 3 and सेतु अनुवादक share the first place.",
)
_HISTOGRAM = Chart(
    id="effort-chart",
    title="Edit effort of the segments",
    kind=ChartKind.HISTOGRAM,
    categories=tuple(f"{edge} %" for edge in range(0, 110, 10)),
    series=(Series(title="Segments", values=(120, 88, 47, 30, 22, 9, 6, 4, 1, 2)),),
    unit=Unit.COUNT,
    x_title="Words changed",
    y_title="Segments",
)
_SCATTER = Chart(
    id="metric-scatter",
    title="chrF++ against ESA",
    kind=ChartKind.SCATTER,
    categories=ENGINES,
    series=(
        Series(title="chrF++", values=(61.2, 60.8, 55.1, 58.7, 47.3)),
        Series(title="ESA", values=(84.2, 83.1, 71.0, 70.4, 55.5)),
    ),
    x_title="chrF++",
    y_title="ESA",
)
CHARTS = (_BARS, _HEAT, _LINES, _INTERVALS, _HISTOGRAM, _SCATTER)

_COMPARISON = Table(
    id="engines",
    title="Engines",
    columns=(
        Column(id="engine", title="Engine"),
        Column(id="esa", title="ESA", unit=Unit.NUMBER, higher_is_better=True, note="95 % interval"),
        Column(id="npt", title="Points per 1,000", unit=Unit.NUMBER, higher_is_better=False),
        Column(id="edited", title="Edited", unit=Unit.PERCENT),
        Column(id="cluster", title="Cluster", unit=Unit.COUNT, digits=0),
        Column(id="time", title="Time", unit=Unit.SECONDS),
        Column(id="last", title="Last", unit=Unit.DAY),
    ),
    rows=(
        (ENGINES[0], Estimate(84.2, 81.9, 86.4), 9.75, 0.312, 1, 4210, date(2026, 11, 20)),
        (ENGINES[1], Estimate(83.1, 80.2, 85.9), 10.5, 0.345, 1, 3965.5, date(2026, 11, 19)),
        (ENGINES[2], Estimate(71.0, 67.7, 74.8), 24.1, 0.672, 2, 12, None),
        (ENGINES[3], Estimate(70.4), None, 0, 2, None, date(2026, 1, 2)),
        (ENGINES[4], Estimate(-5.5, -9.1, -1.2), 1234.5, 1.0, 3, 86400, date(2025, 12, 31)),
    ),
    note="Engines of one cluster cannot be told apart (paired permutation test, 5 %).",
)
_TEXTS = Table(
    id="texts=[bad]:name*?/that is much longer than a sheet's name may be",
    title="Texts that mean harm",
    columns=(Column(id="n", title="No.", unit=Unit.COUNT, digits=0), Column(id="text", title="<b>Text</b>")),
    rows=tuple(enumerate((*HOSTILE, HINDI, HINDI * 4, ""), start=1)),
)
_DAYS = Table(
    id="days",
    title="Day by day",
    columns=(
        Column(id="day", title="Day", unit=Unit.DAY),
        Column(id="editor", title="Editor"),
        Column(id="segments", title="Segments", unit=Unit.COUNT),
        Column(id="change", title="Change", unit=Unit.NUMBER, digits=2),
    ),
    rows=tuple(
        (date(2026, 9 + n // 30, n % 30 + 1), ("Asha", "विक्रम")[n % 2], n * 37 % 140, (n % 7 - 3) / 4)
        for n in range(60)
    ),
)
_TEXT = "प्रधानमंत्री ने कहा कि ज़िले के विद्यार्थियों को छात्रवृत्ति नहीं मिलेगी और शिक्षक भी जाएँगे।"
_EXCERPT = Excerpt(
    document="छात्रवृत्ति योजना पर सरकार का नया फ़ैसला",
    document_id=3,
    position=4,
    segment_id=41,
    heading="12 points, ESA 20",
    texts=(
        MarkedText(
            title="Source",
            language="en",
            text="The prime minister said that pupils of the district would get a scholarship this year.",
            marks=(Mark(ranges=(Range(52, 65),), severity=Severity.CRITICAL, number=1),),
        ),
        MarkedText(
            title="Received",
            language="hi",
            text=_TEXT,
            marks=(
                Mark(ranges=(Range(51, 73),), severity=Severity.CRITICAL, number=1),
                Mark(ranges=(Range(28, 66),), severity=Severity.MAJOR, number=2),
                Mark(ranges=(Range(17, 22), Range(79, 84)), severity=Severity.MINOR, number=3),
                Mark(ranges=(Range(79, 90),), severity=Severity.NEUTRAL, number=4),
                Mark(ranges=(Range(13, 13),), severity=Severity.MINOR, number=5),
                Mark(ranges=(Range(500, 900),), severity=Severity.MINOR, number=6),
            ),
        ),
    ),
    remarks=(
        Remark(
            number=1,
            severity=Severity.CRITICAL,
            type="Mistranslation",
            quote="छात्रवृत्ति नहीं मिलेगी",
            suggestion="छात्रवृत्ति मिलेगी",
            comment="The opposite of what was said.",
            author="Asha",
        ),
        Remark(number=2, severity=Severity.MAJOR, type="Word order", comment=HOSTILE[5]),
        Remark(number=3, severity=Severity.MINOR, type="Addition", quote="ने कहा", suggestion=""),
        Remark(number=4, severity=Severity.NEUTRAL, type="", comment=HOSTILE[0]),
    ),
)

REPORT = Report(
    title="Scores of the desk: छात्रवृत्ति, संसद और विज्ञान",
    subtitle="Four engines, 12 weeks, 4,812 segments",
    made=datetime(2026, 11, 23, 18, 30, tzinfo=UTC),
    version="0.1.0",
    profile="Newsroom",
    selection=Selection(
        since=date(2026, 9, 1),
        until=date(2026, 11, 23),
        systems=ENGINES[:2],
        roles=(Role.HEADLINE, Role.BODY),
    ),
    sections=(
        Section(
            id="summary",
            title="Summary",
            lead="Vaani 3 and सेतु अनुवादक may be used for agency copy; Baseline NMT may not.",
            blocks=(
                Figures(
                    figures=(
                        Figure(
                            id="verdict", title="Final text", value="Pass", tone="good", note="12 documents"
                        ),
                        Figure(
                            id="npt",
                            title="Points per 1,000 words",
                            value=Estimate(9.75, 7.5, 12.25),
                            digits=2,
                            note="48,120 source words; 95 % interval over 212 documents",
                        ),
                        Figure(id="raw", title="Raw score", value=-3.25, tone="bad", note="received text"),
                        Figure(id="esa", title="ESA", value=None, note="not judged"),
                        Figure(id="time", title="Time a segment", value=94.0, unit=Unit.SECONDS),
                        Figure(id="edited", title="Edited", value=0.418, unit=Unit.PERCENT),
                    )
                ),
                Prose(paragraphs=("Read the intervals before the values.", HINDI)),
            ),
        ),
        Section(
            id="engines-section",
            title="Engines",
            lead="Three clusters.",
            blocks=(_INTERVALS, _COMPARISON, _SCATTER),
        ),
        Section(id="errors", title="Errors", blocks=(_BARS, _HEAT)),
        Section(id="trend-section", title="Trend", blocks=(_LINES, _HISTOGRAM, _DAYS)),
        Section(
            id="worst",
            title="Worst segments",
            blocks=(
                Excerpts(id="worst-list", title="Segments to read", excerpts=(_EXCERPT,), note="By points."),
            ),
        ),
        Section(
            id="odd",
            title="Odd <i>things</i> & ends",
            blocks=(
                _TEXTS,
                replace(_TEXTS, id="none", title="No rows", rows=()),
                replace(_BARS, id="empty-chart", title="No bars", categories=(), series=()),
                Excerpts(id="no-excerpts", title="No excerpts", excerpts=()),
                Prose(paragraphs=()),
                Figures(figures=()),
            ),
        ),
        Section(id="empty", title="An empty section " + "with a very long title " * 8, blocks=()),
        Section(
            id="methods",
            title="Methods",
            blocks=(
                Prose(
                    paragraphs=("MQM under the newsroom profile; points ÷ source words × 1,000. Bootstrap.",)
                ),
            ),
        ),
    ),
    parameters={
        "seed": 12345,
        "resamples": 1000,
        "alpha": 0.05,
        "chrF++": "nrefs:1|case:mixed|nw:2|space:no",
    },
)
"""Everything at once."""

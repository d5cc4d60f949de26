"""The figures that answer first: may it be published, how good was the engine, what did it cost to edit."""

from collections import Counter

from reviewer.domain.flag import Severity
from reviewer.domain.report import Block, Cell, Figure, Figures, Prose, Section, Table, Unit
from reviewer.domain.score import HumanScore, MqmScore, Verdict
from reviewer.domain.span import Side
from reviewer.review.report import column
from reviewer.review.report.material import Material
from reviewer.review.report.measure import Measures
from reviewer.scoring import mqm
from reviewer.scoring.comparison import Comparison
from reviewer.scoring.verdict import counted

_TONES = {Verdict.PASS: "good", Verdict.FAIL: "bad"}


def section(material: Material, measures: Measures) -> Section:
    """Put together the overview."""
    scores = {
        Side.RECEIVED: mqm.combine([a.received for a in material.articles], material.profile, Side.RECEIVED),
        Side.FINAL: mqm.combine([a.final for a in material.articles], material.profile, Side.FINAL),
    }
    blocks: list[Block] = [
        Figures(figures=_mqm_figures(scores)),
        Figures(
            figures=(*_human_figures(material), *_metric_figures(material, measures), *_counts(material))
        ),
        _mqm_table(scores),
    ]
    if reasons := [
        f"{side.value.capitalize()} text: {'; '.join(scores[side].reasons)}."
        for side in scores
        if scores[side].reasons
    ]:
        blocks.append(Prose(paragraphs=tuple(reasons)))
    return Section(id="overview", title="Overview", blocks=tuple(blocks), lead=_lead(material, scores))


def sample_note(score: MqmScore, profile_title: str) -> str:
    """Say what an MQM score must not be shown without."""
    notes = [
        f"profile {profile_title}",
        score.basis,
        counted(score.segments, "segment"),
        "insufficient sample" if score.per_thousand is None else "",
        f"{counted(score.provisional, 'flag')} left out until the source decides"
        if score.provisional
        else "",
    ]
    return ", ".join(filter(None, notes))


def _mqm_figures(scores: dict[Side, MqmScore]) -> tuple[Figure, ...]:
    figures = []
    for side, score in scores.items():
        note = sample_note(score, score.profile)
        figures += [
            Figure(
                id=f"verdict_{side.value}",
                title=f"{side.value.capitalize()} text",
                value=score.verdict.value,
                unit=Unit.TEXT,
                note=score.reasons[0] if score.reasons else "No limit is exceeded.",
                tone=_TONES.get(score.verdict, ""),
            ),
            Figure(
                id=f"npt_{side.value}",
                title=f"Points per 1,000 words, {side.value}",
                value=score.per_thousand,
                note=note,
            ),
        ]
    return tuple(figures)


def _human_figures(material: Material) -> tuple[Figure, ...]:
    figures = []
    for name in ("esa", "da"):
        scores: list[HumanScore] = [getattr(article, name) for article in material.articles]
        judged = [score for score in scores if score.value is not None]
        if not judged:
            continue
        segments = sum(score.judged for score in judged)
        if segments:
            value = sum((score.value or 0.0) * score.judged for score in judged) / segments
            note = f"mean of {counted(segments, 'judged segment')} of {len(material.rows)}"
        else:
            value = sum(score.value or 0.0 for score in judged) / len(judged)
            note = f"mean of {counted(len(judged), 'document')} judged as a whole"
        judges = {
            j.judge for row in material.rows for j in row.judgements if j.scale.value == judged[0].scale
        }
        note += f", {counted(len(judges), 'judge')}" if judges else ""
        figures.append(Figure(id=name, title=judged[0].scale, value=value, note=note))
    return tuple(figures)


def _metric_figures(material: Material, measures: Measures) -> tuple[Figure, ...]:
    figures = []
    is_edited = any(row.segment.is_edited for row in material.rows)
    for measure in measures:
        value = measure.score()
        if measure.metric.id in {"chrf", "bleu-13a"} or value is None:
            continue
        if measure.comparison is Comparison.FINAL and not is_edited:
            continue
        is_hter = measure.comparison is Comparison.EDIT
        figures.append(
            Figure(
                id="hter" if is_hter else f"{measure.metric.id}_{measure.comparison.name.lower()}",
                title="HTER" if is_hter else measure.metric.title,
                value=value,
                note=f"{measure.comparison.value}, {counted(len(measure.rows), 'segment')}",
            )
        )
    return tuple(figures)


def _counts(material: Material) -> tuple[Figure, ...]:
    rows = material.rows
    done = sum(row.segment.state.is_done for row in rows)
    edited = sum(row.segment.is_edited for row in rows)
    errors = [error for row in rows for error in row.errors]
    provisional = sum(error.is_provisional for error in errors)
    signed = sum(article.document.is_signed for article in material.articles)
    return (
        Figure(
            id="documents",
            title="Documents",
            value=len(material.articles),
            unit=Unit.COUNT,
            note=f"{signed} signed off",
        ),
        Figure(
            id="segments",
            title="Segments",
            value=len(rows),
            unit=Unit.COUNT,
            note=f"{done} reviewed, {edited} edited",
        ),
        Figure(
            id="words",
            title="Words",
            value=sum(row.words for row in rows),
            unit=Unit.COUNT,
            note="of the received text",
        ),
        Figure(
            id="errors",
            title="Errors flagged",
            value=len(errors),
            unit=Unit.COUNT,
            note=f"{sum(error.is_open for error in errors)} open, {provisional} provisional",
        ),
    )


def _mqm_table(scores: dict[Side, MqmScore]) -> Table:
    severities = tuple(reversed(Severity))
    return Table(
        id="mqm",
        title="MQM of the received and of the final text",
        columns=(
            column.text("text", "Text"),
            column.text("verdict", "Verdict"),
            column.bad("points", "APT", "Absolute penalty total."),
            column.number("words", "Words", "Evaluation word count."),
            column.bad("npt", "NPT", "1,000 × APT ÷ words."),
            column.good("raw", "Raw", "100 × (1 − APT ÷ words)."),
            column.good("calibrated", "Calibrated"),
            column.good("non_linear", "Non-linear", "By the profile’s tolerance, of one document."),
            column.bad("per_segment", "Points per segment", "Of annotated segments.", digits=2),
            *(column.count(each.value, each.value.title()) for each in severities),
            column.count("provisional", "Provisional"),
            column.count("segments", "Segments"),
            column.text("basis", "Denominator"),
        ),
        rows=tuple(_mqm_row(side, score, severities) for side, score in scores.items()),
        note="The received text is the engine's; the final text is what stands after the edits.",
    )


def _mqm_row(side: Side, score: MqmScore, severities: tuple[Severity, ...]) -> tuple[Cell, ...]:
    return (
        side.value.capitalize(),
        score.verdict.value,
        score.penalty,
        score.words,
        score.per_thousand,
        score.raw,
        score.calibrated,
        score.non_linear,
        score.per_segment,
        *(score.counts[severity] for severity in severities),
        score.provisional,
        score.segments,
        score.basis,
    )


def _lead(material: Material, scores: dict[Side, MqmScore]) -> str:
    npt = scores[Side.RECEIVED].per_thousand
    engine = (
        "the received text is too short a sample for a ratio"
        if npt is None
        else f"the received text cost {npt:.1f} penalty points per 1,000 words"
    )
    if len(material.articles) == 1:
        return f"Verdict on the final text: {scores[Side.FINAL].verdict.value}; {engine}."
    verdicts = Counter(article.final.verdict for article in material.articles)
    told = ", ".join(f"{verdicts[verdict]} {verdict.value}" for verdict in Verdict if verdicts[verdict])
    return f"Of {len(material.articles)} documents: {told}; {engine}."

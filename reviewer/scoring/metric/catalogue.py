"""Every metric that the product shows, in the order it shows them."""

from typing import Final

from reviewer.scoring.metric.spec import Kind, Level, MetricSpec, Need
from reviewer.scoring.option import BleuOptions, ChrfOptions, TerOptions

_SNOVER: Final = "Snover et al. 2006, A Study of Translation Edit Rate with Targeted Human Annotation, AMTA"
_SEGMENTS: Final = (
    "On single segments it hardly follows human judgement; trust it over whole documents, beside length."
)

METRICS: Final = (
    MetricSpec(
        id="mqm",
        title="MQM",
        kind=Kind.HUMAN,
        needs=(Need.FLAGS,),
        higher_is_better=True,
        levels=(Level.DOCUMENT, Level.CORPUS),
        definition="100 × (1 − penalty points of flags ÷ words), weighed by the profile",
        citation="Lommel, Uszkoreit, Burchardt 2014, Multidimensional Quality Metrics, Tradumàtica 12",
        note="Says nothing under 150 words: then counts decide.",
    ),
    MetricSpec(
        id="wmt-mqm",
        title="WMT MQM",
        kind=Kind.HUMAN,
        needs=(Need.FLAGS,),
        higher_is_better=False,
        definition="penalty points a segment, mean over raters",
        citation="Freitag et al. 2021, Experts, Errors, and Context, TACL 9",
    ),
    MetricSpec(
        id="esa",
        title="ESA",
        kind=Kind.HUMAN,
        needs=(Need.JUDGEMENTS,),
        higher_is_better=True,
        definition="mean of judgements, 0 to 100, over judges, then over judged segments",
        citation="Kocmi et al. 2024, Error Span Annotation, WMT",
    ),
    MetricSpec(
        id="da",
        title="DA",
        kind=Kind.HUMAN,
        needs=(Need.JUDGEMENTS,),
        higher_is_better=True,
        definition="mean of direct assessments, 0 to 100, over judges, then over judged segments",
        citation="Graham et al. 2013, Continuous Measurement Scales in Human Evaluation of MT, LAW",
    ),
    MetricSpec(
        id="da-z",
        title="DA z",
        kind=Kind.HUMAN,
        needs=(Need.JUDGEMENTS,),
        higher_is_better=True,
        definition="mean of judgements, each in standard deviations from its judge's mean",
        citation="Graham et al. 2017, Can MT systems be evaluated by the crowd alone, NLE 23",
    ),
    MetricSpec(
        id="hter",
        title="HTER",
        kind=Kind.EDITS,
        needs=(Need.FINAL,),
        higher_is_better=False,
        options=TerOptions(),
        definition="TER of received against final",
        citation=_SNOVER,
    ),
    MetricSpec(
        id="edits",
        title="Edit profile",
        kind=Kind.EDITS,
        needs=(Need.FINAL,),
        higher_is_better=None,
        definition="words inserted, deleted, substituted and shifted from received to final",
        citation=_SNOVER,
    ),
    MetricSpec(
        id="chrf++",
        title="chrF++",
        kind=Kind.AUTOMATIC,
        needs=(Need.REFERENCE,),
        higher_is_better=True,
        options=ChrfOptions(word_order=2),
        citation="Popović 2017, chrF++: words helping character n-grams, WMT",
        note=_SEGMENTS,
    ),
    MetricSpec(
        id="chrf",
        title="chrF",
        kind=Kind.AUTOMATIC,
        needs=(Need.REFERENCE,),
        higher_is_better=True,
        options=ChrfOptions(),
        citation="Popović 2015, chrF: character n-gram F-score for automatic MT evaluation, WMT",
        note=_SEGMENTS,
    ),
    MetricSpec(
        id="bleu",
        title="BLEU",
        kind=Kind.AUTOMATIC,
        needs=(Need.REFERENCE,),
        higher_is_better=True,
        options=BleuOptions(tokenize="intl"),
        citation="Papineni et al. 2002, BLEU, ACL; Post 2018, A Call for Clarity, WMT",
        note="The desk splits the danda off (intl); line files are scored with 13a unless told otherwise.",
    ),
    MetricSpec(
        id="ter",
        title="TER",
        kind=Kind.AUTOMATIC,
        needs=(Need.REFERENCE,),
        higher_is_better=False,
        options=TerOptions(),
        citation=_SNOVER,
        note=_SEGMENTS,
    ),
    MetricSpec(
        id="back-translation",
        title="Back-translation agreement",
        kind=Kind.HINT,
        needs=(Need.BACK_TRANSLATION, Need.SOURCE),
        higher_is_better=True,
        options=ChrfOptions(word_order=2),
        definition="chrF++ of back-translation against source",
        citation="Moon et al. 2020, Revisiting Round-Trip Translation for Quality Estimation, EAMT",
        note="A hint whether content was kept, never a quality score.",
    ),
    MetricSpec(
        id="length",
        title="Length",
        kind=Kind.BASELINE,
        needs=(),
        higher_is_better=None,
        definition="characters of the text",
        note="What a metric must beat before it tells anything about quality.",
    ),
)
_BY_ID: Final = {spec.id: spec for spec in METRICS}


def by_id(metric: str) -> MetricSpec | None:
    """Return a built-in metric, `None` for an unknown id."""
    return _BY_ID.get(metric)

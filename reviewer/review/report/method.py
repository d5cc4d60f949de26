"""How every figure was computed, so that it can be computed again."""

import platform
from collections.abc import Mapping
from importlib.metadata import version

from reviewer import __version__
from reviewer.domain.flag import Severity
from reviewer.domain.profile import Denominator, Profile, Raters
from reviewer.domain.report import Prose, Section, Selection, Table
from reviewer.review.report import column
from reviewer.review.report.measure import Measures
from reviewer.review.report.option import ReportOptions
from reviewer.review.report.selection import described

_LIBRARIES = ("sacrebleu", "numpy", "scipy", "krippendorff", "mt-thresholds")


def section(profile: Profile, selection: Selection, measures: Measures, options: ReportOptions) -> Section:
    """Put together the section on methods."""
    paragraphs = (
        _selected(selection),
        _mqm(profile),
        _human(),
        _metrics(measures),
        _statistics(options),
        _work(options),
        _versions(),
    )
    return Section(
        id="methods",
        title="Methods",
        blocks=(Prose(paragraphs=paragraphs), _weights(profile), _signatures(measures)),
        lead="What the figures rest on, and what it takes to reproduce them.",
    )


def parameters(
    profile: Profile, measures: Measures, options: ReportOptions
) -> Mapping[str, str | int | float]:
    """Return what reproduces the figures, by name."""
    found: dict[str, str | int | float] = {
        "profile": profile.id,
        "denominator": profile.denominator.value,
        "raters": profile.raters.value,
        "target_per_source": profile.target_per_source,
        "short_words": profile.short_words,
        "resamples": options.resamples,
        "seed": options.seed,
        "idle_seconds": options.idle_seconds,
        "reviewer": __version__,
        "python": platform.python_version(),
    }
    found |= {name: version(name) for name in _LIBRARIES}
    found |= {
        f"signature {measure.metric.title}, {measure.comparison.value}": measure.signature
        for measure in measures
    }
    return found


def _selected(selection: Selection) -> str:
    told = described(selection)
    if not told:
        return "The report covers all documents given."
    text = f"The report covers only: {told}."
    if selection.types:
        text += " Errors of other types are left out; the words they stand on are counted all the same."
    if selection.since or selection.until:
        text += " A document belongs to the day of its sign-off, else of its arrival, in UTC."
    return text


def _mqm(profile: Profile) -> str:
    multipliers = ", ".join(f"{each.value} {profile.multipliers[each]:g}" for each in Severity)
    if profile.denominator is Denominator.SOURCE:
        words = (
            "Evaluation words are source words; of segments without a source, "
            f"target words ÷ {profile.target_per_source:g}."
        )
    else:
        words = "Evaluation words are target words."
    return (
        f"MQM by the profile “{profile.title}” ({profile.id}). An error costs its severity’s multiplier "
        f"({multipliers}) × its type’s weight × the weight of its place (lead {profile.lead_weight:g}"
        + "".join(f", {role.value} {weight:g}" for role, weight in profile.role_weights.items())
        + f"). {_raters(profile)}A repeat of the same words and type in a document counts × "
        f"{profile.repeat_weight:g}. APT is the sum; NPT = 1,000 × APT ÷ evaluation words; raw score = "
        f"100 × (1 − APT ÷ evaluation words); calibrated score = 100 − NPT × "
        f"(100 − {profile.passing_score:g}) ÷ {profile.acceptable_npt:g}. {words} "
        f"Below {profile.short_words} words no ratio is given and counts "
        "decide. The received text is charged with the engine’s errors, the final text with those the edits "
        "have left; the two are never mixed. Flags that need a source that is not there are provisional and "
        "left out of the final text’s score."
    )


def _raters(profile: Profile) -> str:
    told = ""
    if profile.rules:
        told += "The profile’s rules by pattern take the place of multiplier and weight of the type. "
    if profile.raters is Raters.MEAN:
        told += "Of several annotators of a segment, each one’s errors add up, and their mean counts. "
    else:
        told += "Flags of several people on a segment add up, as one review. "
    if profile.tolerance:
        low, high = profile.tolerance
        told += (
            f"The non-linear score is 100 − APT × (100 − {profile.passing_score:g}) ÷ E(words), with E(x) = "
            f"a·ln(1 + b·x) through {low.points:g} points at {low.words:g} words and {high.points:g} at "
            f"{high.words:g} (Gladkoff et al. 2024). "
        )
    return told


def _human() -> str:
    return (
        "ESA and DA are means over segments of the means over judges, of each judge the last number. 0 is a "
        "score; a segment nobody judged is left out. Judgements on whole documents stand in where no "
        "segment was judged. The z column takes out each judge’s mean and spread (n − 1): the mean over "
        "judges of a segment, then over segments; a judge whose numbers do not differ is left out of it."
    )


def _metrics(measures: Measures) -> str:
    if not list(measures):
        return "No automatic metric could be computed."
    return (
        "Automatic metrics equal sacreBLEU’s, as corpus scores from summed statistics of segments. HTER is "
        "TER of the received against the final text. For Hindi, chrF++ and BLEU with the tokeniser intl are "
        "shown, because 13a leaves the danda on the word. Per segment these metrics agree little with people."
    )


def _statistics(options: ReportOptions) -> str:
    return (
        f"Intervals are 95 % bootstrap intervals from {options.resamples:,} resamples with seed "
        f"{options.seed}: of n sorted values the n÷40-th from either end. Documents are resampled, "
        "translations of one document by several engines together; segments where there is only one. "
        "Engines are ranked on the sentences that all of them translated, by a one-sided permutation test of "
        f"each two with {options.resamples:,} permutations, p = (c + 1) ÷ (n + 1); a new cluster begins "
        "where every engine above is better (p < 0.05) than every one below; p is not corrected "
        "for the number of comparisons. Metrics are compared by the paired bootstrap, two-sided. What a "
        "difference means to people is that of mt-thresholds (Kocmi et al. 2024). Correlations are scipy’s, "
        "on all scores of a level at once, turned so that positive means agreement; agreement is "
        "Krippendorff’s α, Fleiss’ κ and the severity-weighted F1 of marked characters."
    )


def _work(options: ReportOptions) -> str:
    return (
        "Time is estimated from the journal: the pauses between two changes by the same editor add up, "
        f"except those longer than {options.idle_seconds / 60:g} minutes. Reading without a change is not "
        "seen, so the figure is a lower bound."
    )


def _versions() -> str:
    named = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return f"Computed with Reviewer {__version__}, {named}, Python {platform.python_version()}."


def _weights(profile: Profile) -> Table:
    return Table(
        id="weights",
        title="Weights of the profile",
        columns=(
            column.text("type", "Type"),
            column.text("title", "Name"),
            *(column.number(each.value, each.value.title()) for each in reversed(Severity)),
        ),
        rows=tuple(
            (
                kind.id,
                kind.title,
                *(profile.multipliers[each] * kind.weight_at(each) for each in reversed(Severity)),
            )
            for kind in profile.types
        ),
        note="Multiplier × weight of the type, before the weight of its place.",
    )


def _signatures(measures: Measures) -> Table:
    return Table(
        id="signatures",
        title="Signatures",
        columns=(
            column.text("metric", "Metric"),
            column.text("compared", "Compared"),
            column.count("segments", "Segments"),
            column.text("signature", "Signature"),
        ),
        rows=tuple(
            (measure.metric.title, measure.comparison.value, len(measure.rows), measure.signature)
            for measure in measures
        ),
    )

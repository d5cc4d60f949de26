"""One line a document."""

from reviewer.domain.report import Cell, Section, Table
from reviewer.domain.score import Verdict
from reviewer.review.report import column
from reviewer.review.report.material import Article, Material
from reviewer.review.report.measure import Measures
from reviewer.scoring.comparison import Comparison
from reviewer.scoring.verdict import counted

_COLUMNS = (
    column.text("title", "Document"),
    column.text("system", "Engine"),
    column.text("desk", "Desk"),
    column.text("editor", "Editor", "Who signed it off, else who worked on it."),
    column.day("day", "Day", "Of the sign-off, else of the arrival; UTC."),
    column.text("is_signed", "Signed off"),
    column.count("segments", "Segments"),
    column.count("done", "Reviewed"),
    column.count("words", "Words", "Of the received text."),
    column.count("errors", "Errors"),
    column.bad("points", "APT received", "Absolute penalty total."),
    column.bad("npt", "NPT received", "Points per 1,000 words."),
    column.good("raw", "Raw received"),
    column.good("calibrated", "Calibrated received"),
    column.text("verdict", "Verdict received"),
    column.bad("points_left", "APT final"),
    column.bad("npt_left", "NPT final"),
    column.good("raw_left", "Raw final"),
    column.good("calibrated_left", "Calibrated final"),
    column.text("verdict_left", "Verdict final"),
    column.count("provisional", "Provisional", "Flags that need the source."),
    column.text("basis", "Denominator"),
    column.good("esa", "ESA"),
    column.good("da", "DA"),
    column.bad("hter", "HTER"),
    column.good("chrf", "chrF++", "Received against reference."),
    column.text("reason", "Why not a pass"),
)


def section(material: Material, measures: Measures) -> Section:
    """Put together the section on documents."""
    articles = material.articles
    passed = sum(article.final.verdict is Verdict.PASS for article in articles)
    if len(articles) == 1:
        lead = f"The final text of “{articles[0].document.title}”: {articles[0].final.verdict.value}."
    else:
        lead = f"{passed} of {counted(len(articles), 'document')} may be published as they stand."
    return Section(
        id="documents",
        title="Documents",
        blocks=(
            Table(
                id="documents",
                title="Scores by document",
                columns=_COLUMNS,
                rows=tuple(_row(place, article, measures) for place, article in enumerate(articles)),
                note="No ratio is given for a text too short for one; no figure where nothing was judged.",
            ),
        ),
        lead=lead,
    )


def _row(place: int, article: Article, measures: Measures) -> tuple[Cell, ...]:
    document, received, final = article.document, article.received, article.final
    return (
        document.title,
        document.system,
        document.desk,
        ", ".join(article.editors),
        article.day,
        document.is_signed,
        len(article.rows),
        article.done,
        article.words,
        sum(len(row.errors) for row in article.rows),
        received.penalty,
        received.per_thousand,
        received.raw,
        received.calibrated,
        received.verdict.value,
        final.penalty,
        final.per_thousand,
        final.raw,
        final.calibrated,
        final.verdict.value,
        final.provisional,
        received.basis,
        article.esa.value,
        article.da.value,
        measures.of_article("ter", Comparison.EDIT, place),
        measures.of_article("chrf++", Comparison.RECEIVED, place),
        final.reasons[0] if final.reasons else "",
    )

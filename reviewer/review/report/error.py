"""Which errors there are: by type and severity, dimension, and part of the article."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from reviewer.domain.flag import Severity
from reviewer.domain.profile import Profile
from reviewer.domain.report import Block, Cell, Chart, ChartKind, Section, Series, Table, Unit
from reviewer.domain.segment import Role
from reviewer.review.report import column
from reviewer.review.report.material import Error, Material
from reviewer.scoring.verdict import counted

_WORST_FIRST = tuple(reversed(Severity))


@dataclass(slots=True)
class _Count:
    """What was counted of one kind of error."""

    severities: Counter[Severity] = field(default_factory=Counter)
    open: int = 0
    points: float = 0.0
    points_left: float = 0.0

    def add(self, error: Error) -> None:
        self.severities[error.flag.severity] += 1
        self.open += error.is_open
        self.points += error.points
        self.points_left += error.points_left

    @property
    def total(self) -> int:
        return self.severities.total()

    def cells(self) -> tuple[Cell, ...]:
        by_severity = tuple(self.severities[severity] for severity in _WORST_FIRST)
        return (*by_severity, self.total, self.open, self.points, self.points_left)


_COUNTED = (
    *(column.count(severity.value, severity.value.title()) for severity in _WORST_FIRST),
    column.count("total", "All"),
    column.count("open", "Open", "Not settled by an edit of the final text."),
    column.number("points", "Points", "Penalty points of the received text, before the repeat rule."),
    column.number("points_left", "Points left", "Penalty points of the final text."),
)


def section(material: Material) -> Section:
    """Put together the section on errors."""
    errors = [error for _, error in material.errors()]
    if not errors:
        return Section(id="errors", title="Errors", blocks=(), lead="No error has been flagged.")
    by_type = _sorted(_by(errors, [error.type for error in errors]))
    dimensions = _sorted(_by(errors, [_dimension(error.type) for error in errors]))
    blocks: list[Block] = [
        _table("errors_by_type", by_type, material.profile),
        _heat(by_type, material.profile),
        _bars(dimensions),
        _role_table(material),
    ]
    return Section(
        id="errors",
        title="Errors",
        blocks=tuple(blocks),
        lead=_lead(errors, by_type, material.profile),
    )


def _by(errors: Iterable[Error], keys: Iterable[str]) -> dict[str, _Count]:
    found: defaultdict[str, _Count] = defaultdict(_Count)
    for error, key in zip(errors, keys, strict=True):
        found[key].add(error)
    return dict(found)


def _sorted(counts: dict[str, _Count]) -> dict[str, _Count]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1].points, -item[1].total, item[0])))


def _dimension(type_id: str) -> str:
    return type_id.partition("/")[0] or "not classified"


def type_title(type_id: str, profile: Profile) -> str:
    """Return a type's name for reading."""
    return profile.type(type_id).title if type_id else "Not classified"


def _table(table_id: str, counts: dict[str, _Count], profile: Profile) -> Table:
    return Table(
        id=table_id,
        title="Errors by type and severity",
        columns=(column.text("type", "Type"), column.text("dimension", "Dimension"), *_COUNTED),
        rows=tuple(
            (type_title(type_id, profile), _dimension(type_id), *count.cells())
            for type_id, count in counts.items()
        ),
        note="The type that costs most points first.",
    )


def _heat(counts: dict[str, _Count], profile: Profile) -> Chart:
    (worst, count), *_ = counts.items()
    severity, number = count.severities.most_common(1)[0]
    return Chart(
        id="errors_heat",
        title="Error types by severity",
        kind=ChartKind.HEAT,
        categories=tuple(type_title(type_id, profile) for type_id in counts),
        series=tuple(
            Series(
                title=severity.value.title(),
                values=tuple(count.severities[severity] for count in counts.values()),
                severity=severity,
            )
            for severity in _WORST_FIRST
        ),
        unit=Unit.COUNT,
        summary=f"{type_title(worst, profile)} costs most: {counted(count.total, 'error')}, "
        f"{number} of them {severity.value}.",
    )


def _bars(counts: dict[str, _Count]) -> Chart:
    most = max(counts.items(), key=lambda item: item[1].total)
    return Chart(
        id="errors_by_dimension",
        title="Errors by dimension",
        kind=ChartKind.BARS,
        categories=tuple(name.replace("-", " ").capitalize() for name in counts),
        series=tuple(
            Series(
                title=severity.value.title(),
                values=tuple(count.severities[severity] for count in counts.values()),
                severity=severity,
            )
            for severity in _WORST_FIRST
        ),
        unit=Unit.COUNT,
        y_title="Errors",
        summary=f"{most[0].capitalize()} has the most errors: {most[1].total}.",
    )


def _role_table(material: Material) -> Table:
    counts = {role: _Count() for role in Role}
    words: Counter[Role] = Counter()
    for row in material.rows:
        words[row.segment.role] += row.words
        for error in row.errors:
            counts[row.segment.role].add(error)
    return Table(
        id="errors_by_role",
        title="Errors by part of the article",
        columns=(
            column.text("role", "Part"),
            column.count("words", "Words", "Of the received text."),
            *_COUNTED,
            column.bad("per_thousand", "Errors per 1,000 words", "Hindi words."),
        ),
        rows=tuple(
            (
                role.value.capitalize(),
                words[role],
                *counts[role].cells(),
                1000 * counts[role].total / words[role],
            )
            for role in Role
            if words[role]
        ),
    )


def _lead(errors: list[Error], by_type: dict[str, _Count], profile: Profile) -> str:
    still_open = sum(error.is_open for error in errors)
    total = sum(count.points for count in by_type.values())
    (worst, count), *_ = by_type.items()
    lead = f"{counted(len(errors), 'error')} flagged, {still_open} still open"
    if total:
        share = count.points / total
        lead += f"; {type_title(worst, profile)} makes up {share:.0%} of the received text's penalty points"
    return f"{lead}."

"""A score report as a value: sections of figures, tables, charts and excerpts, for every way of showing it.

The report is put together once; the page, the PDF, the workbook and the desk only draw it. Nothing is
formatted here: cells keep their types, estimates their intervals.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from reviewer.domain.flag import Severity
from reviewer.domain.segment import Role
from reviewer.domain.span import Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What a report is about. Empty means everything; all conditions hold together."""

    documents: tuple[int, ...] = ()
    since: date | None = None
    """First day, of the document's sign-off or else its arrival, in UTC."""
    until: date | None = None
    """Last day, included."""
    systems: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    desks: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    types: tuple[str, ...] = ()
    """Error types; one that is only a dimension (`accuracy`) takes in all of it."""


class Unit(StrEnum):
    """How a column's or figure's values are written."""

    TEXT = "text"
    COUNT = "count"
    NUMBER = "number"
    PERCENT = "percent"
    """A share, 0 to 1."""
    SECONDS = "seconds"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with the interval it lies in; both ends absent where the sample is too small for one."""

    value: float
    low: float | None = None
    high: float | None = None


Cell = str | int | float | bool | date | Estimate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure to show large, with the words it must not be shown without."""

    id: str
    title: str
    value: Cell
    unit: Unit = Unit.NUMBER
    digits: int = 1
    note: str = ""
    """Denominator, sample size, what was compared."""
    tone: str = ""
    """`good`, `bad`, or none: a verdict, never the mere size of a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Figures side by side."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table."""

    id: str
    title: str
    unit: Unit = Unit.TEXT
    digits: int = 1
    higher_is_better: bool | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of typed cells, sortable by any column."""

    id: str
    """Unique in the report; becomes the sheet's and the anchor's name."""
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


class ChartKind(StrEnum):
    """How a chart's series are drawn."""

    BARS = "bars"
    """One bar a category, stacked by series."""
    LINES = "lines"
    """One line a series along `categories` (days, weeks); estimates get a band."""
    INTERVALS = "intervals"
    """One dot with its interval a category; `groups` are significance clusters."""
    HEAT = "heat"
    """A matrix: categories down, series across."""
    HISTOGRAM = "histogram"
    """Categories are the lower edges of bins, plus the last upper edge."""
    SCATTER = "scatter"
    """Two series of one length: x and y; categories name the points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One value a category."""

    title: str
    values: tuple[float | int | Estimate | None, ...]
    severity: Severity | None = None
    """Draws the series in that severity's colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture of figures that some table of the report gives in full."""

    id: str
    title: str
    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: Unit = Unit.NUMBER
    digits: int = 1
    groups: tuple[int, ...] = ()
    """Cluster number of each category, 1 the best."""
    x_title: str = ""
    y_title: str = ""
    summary: str = ""
    """One sentence that says what is to be seen; read out in place of the picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An error's place in a text of an excerpt."""

    ranges: tuple[Range, ...]
    severity: Severity
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedText:
    """One text of a segment with the errors on it."""

    title: str
    language: str
    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What was said about one error of an excerpt."""

    number: int
    severity: Severity
    type: str
    quote: str = ""
    suggestion: str | None = None
    comment: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A segment worth reading, with its errors."""

    document: str
    document_id: int
    position: int
    segment_id: int
    heading: str
    """Why it is here: `12 points, ESA 20`."""
    texts: tuple[MarkedText, ...]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpts:
    """Segments to read, the most telling first."""

    id: str
    title: str
    excerpts: tuple[Excerpt, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """Paragraphs to read."""

    paragraphs: tuple[str, ...]


Block = Figures | Table | Chart | Excerpts | Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Blocks under one heading."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    lead: str = ""
    """One sentence that answers the question the section is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole report; its last section states the methods."""

    title: str
    subtitle: str
    made: datetime
    version: str
    """Of the program."""
    profile: str
    selection: Selection
    sections: tuple[Section, ...]
    parameters: Mapping[str, str | int | float] = field(default_factory=dict)
    """What reproduces the figures: seed, resamples, signatures, versions."""

    def tables(self) -> tuple[Table, ...]:
        """All tables, in order."""
        return tuple(b for section in self.sections for b in section.blocks if isinstance(b, Table))

    def charts(self) -> tuple[Chart, ...]:
        """All charts, in order."""
        return tuple(b for section in self.sections for b in section.blocks if isinstance(b, Chart))

"""What a report is made of: the rows that were selected, with what each adds to every figure."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from reviewer.domain.flag import Flag, Judgement, Scale
from reviewer.domain.profile import Profile, Raters
from reviewer.domain.score import HumanScore, MqmScore
from reviewer.domain.segment import Document, Segment
from reviewer.domain.snapshot import DocumentReview
from reviewer.domain.span import Side
from reviewer.review.placement import placed
from reviewer.review.report.selection import day_of, editors_of
from reviewer.scoring import esa, mqm
from reviewer.text.word import word_count

Check = Callable[[], None]
"""Raises where nobody waits for the report any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Error:
    """A flag with its weight."""

    flag: Flag
    type: str
    """In our names; empty where not classified."""
    points: float
    """What it takes from the received text, before the rule about repeats; 0 for the editor's own words.
    Where the profile takes the mean over raters, a rater's part of it."""
    points_left: float
    """What it takes from the final text; 0 where it is resolved or provisional."""
    is_open: bool
    is_provisional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A segment with all that was said about it."""

    segment: Segment
    errors: tuple[Error, ...]
    words: int
    """Of the received text."""
    judgements: tuple[Judgement, ...]
    is_annotated: bool
    """Whether somebody has looked for errors here, and so found what there is, or nothing."""

    @property
    def points(self) -> float:
        """Penalty points of the received text."""
        return sum(error.points for error in self.errors)

    def judged(self, scale: Scale) -> float | None:
        """Return the mean over judges, of each the latest number; absent where nobody judged."""
        return esa.score(self.judgements, 1, scale).value if self.judgements else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A document with its rows and scores."""

    document: Document
    rows: tuple[Row, ...]
    received: MqmScore
    final: MqmScore
    esa: HumanScore
    da: HumanScore
    editors: tuple[str, ...]
    day: date | None
    project: int = 0
    """Which of the projects it is from."""

    @property
    def words(self) -> int:
        """Words of the received text."""
        return sum(row.words for row in self.rows)

    @property
    def done(self) -> int:
        """Rows on which the last word was said."""
        return sum(row.segment.state.is_done for row in self.rows)


@dataclass(frozen=True)
class Material:
    """All articles of a report, in order."""

    articles: tuple[Article, ...]
    profile: Profile

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows of all articles."""
        return tuple(row for article in self.articles for row in article.rows)

    @cached_property
    def systems(self) -> dict[str, tuple[Article, ...]]:
        """The articles of each engine, engines in order of name."""
        found: defaultdict[str, list[Article]] = defaultdict(list)
        for article in self.articles:
            found[article.document.system].append(article)
        return {name: tuple(found[name]) for name in sorted(found)}

    def errors(self) -> Iterator[tuple[Row, Error]]:
        """Yield every error with its row."""
        return ((row, error) for row in self.rows for error in row.errors)


def article(
    review: DocumentReview,
    profile: Profile,
    *,
    workers: Collection[str] = (),
    project: int = 0,
    check: Check = lambda: None,
) -> Article:
    """Put together what is known about one document."""
    rows = tuple(_rows(review, profile, check))
    resolved = {error.flag.id for row in rows for error in row.errors if not error.is_open}
    return Article(
        document=review.document,
        rows=rows,
        received=mqm.score(review, profile, Side.RECEIVED, resolved),
        final=mqm.score(review, profile, Side.FINAL, resolved),
        esa=esa.score(review.judgements, len(rows), Scale.ESA),
        da=esa.score(review.judgements, len(rows), Scale.DA),
        editors=editors_of(review, workers),
        day=day_of(review.document),
        project=project,
    )


def _rows(review: DocumentReview, profile: Profile, check: Check) -> Iterator[Row]:
    flags = mqm.by_segment(review.flags)
    judgements: defaultdict[int, list[Judgement]] = defaultdict(list)
    for judgement in review.judgements:
        if judgement.segment_id is not None:
            judgements[judgement.segment_id].append(judgement)
    lead = mqm.lead_of(review.segments)
    for segment in review.segments:
        check()
        own, said = flags.get(segment.id, ()), tuple(judgements.get(segment.id, ()))
        raters = {flag.author for flag in own} | mqm.annotators(said)
        people = max(len(raters), 1) if profile.raters is Raters.MEAN else 1
        yield Row(
            segment=segment,
            errors=tuple(
                _error(flag, segment, profile, is_lead=segment.id == lead, people=people) for flag in own
            ),
            words=word_count(segment.received),
            judgements=said,
            is_annotated=bool(raters) or segment.state.is_done,
        )


def _error(flag: Flag, segment: Segment, profile: Profile, *, is_lead: bool, people: int) -> Error:
    is_open = not placed(flag, segment).is_resolved
    resolved = () if is_open else (flag.id,)
    points = {
        side: sum(entry.penalty for entry in part.entries) / people
        for side in (Side.RECEIVED, Side.FINAL)
        if (part := mqm.part(segment, (flag,), profile, side, resolved=resolved, is_lead=is_lead))
    }
    return Error(
        flag=flag,
        type=mqm.error_type(flag.type, profile).id if flag.type else "",
        points=points[Side.RECEIVED],
        points_left=points[Side.FINAL],
        is_open=is_open,
        is_provisional=is_open and mqm.is_provisional(flag, segment),
    )

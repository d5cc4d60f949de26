"""Which documents, rows and errors a report is about."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from reviewer.domain.report import Selection
from reviewer.domain.segment import Document
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.scoring.taxonomy import canonical


def day_of(document: Document) -> date | None:
    """Return the day of a document's sign-off or else of its arrival, in UTC."""
    for moment in (document.signed_at, document.created):
        try:
            at = datetime.fromisoformat(moment)
        except ValueError:
            continue
        return (at.astimezone(UTC) if at.tzinfo else at).date()
    return None


def editors_of(review: DocumentReview, workers: Collection[str] = ()) -> tuple[str, ...]:
    """Name whose work a document is: who signed it, else who changed, flagged or judged something."""
    if review.document.signed_by:
        return (review.document.signed_by,)
    said = {flag.author for flag in review.flags} | {judgement.judge for judgement in review.judgements}
    return tuple(sorted({*said, *workers} - {""}))


def is_type(type_id: str, wanted: Collection[str]) -> bool:
    """Whether an error type is among those named, or belongs to a dimension that is."""
    own = canonical(type_id)
    return any(own == name or own.startswith(f"{name}/") for name in map(canonical, wanted))


def chosen(
    project: ProjectReview, selection: Selection, workers: dict[int, set[str]] | None = None
) -> Iterator[DocumentReview]:
    """Yield the documents that fulfil all conditions, with the rows and flags that do.

    `workers` names by document who changed something in it, as the journal has it.
    """
    known = workers or {}
    for review in project.documents:
        if _is_wanted(review, selection, known.get(review.document.id, ())):
            yield _narrowed(review, selection)


def _is_wanted(review: DocumentReview, selection: Selection, workers: Collection[str]) -> bool:
    document = review.document
    return (
        _among(document.id, selection.documents)
        and _among(document.system, selection.systems)
        and _among(document.desk, selection.desks)
        and _is_in_time(day_of(document), selection)
        and (not selection.editors or not set(selection.editors).isdisjoint(editors_of(review, workers)))
    )


def _among(value: object, wanted: Iterable[object]) -> bool:
    return not wanted or value in wanted


def _is_in_time(day: date | None, selection: Selection) -> bool:
    if selection.since is None and selection.until is None:
        return True
    if day is None:
        return False
    return (selection.since or day) <= day <= (selection.until or day)


def _narrowed(review: DocumentReview, selection: Selection) -> DocumentReview:
    if not selection.roles and not selection.types:
        return review
    segments = review.segments
    if selection.roles:
        segments = tuple(segment for segment in segments if segment.role in selection.roles)
    kept = {segment.id for segment in segments}
    return replace(
        review,
        segments=segments,
        flags=tuple(
            flag
            for flag in review.flags
            if flag.segment_id in kept and (not selection.types or is_type(flag.type, selection.types))
        ),
        judgements=tuple(each for each in review.judgements if each.segment_id in {*kept, None}),
    )


def described(selection: Selection) -> str:
    """Say in words what was selected; empty where it was everything."""
    parts = [
        _listed("document", selection.documents),
        f"from {selection.since}" if selection.since else "",
        f"to {selection.until}" if selection.until else "",
        _listed("engine", selection.systems),
        _listed("editor", selection.editors),
        _listed("desk", selection.desks),
        _listed("role", selection.roles),
        _listed("error type", selection.types),
    ]
    return "; ".join(filter(None, parts))


def _listed(noun: str, values: tuple[object, ...]) -> str:
    return f"{noun} {', '.join(map(str, values))}" if values else ""

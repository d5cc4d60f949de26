"""What a format cannot hold of a review, told before it is written.

`_HOLDS` says for each format what it has room for; formats that are not in it are judged by what the
table of formats says they carry.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import cache

from reviewer.domain.flag import Flag, Judgement, Scale, Severity
from reviewer.domain.segment import Role, Segment, State
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.domain.span import Side
from reviewer.formats.annotation import UNKNOWN_LANGUAGE
from reviewer.formats.form import Carries, Format, Kind
from reviewer.formats.opinion import is_about_received, judged
from reviewer.formats.record import as_project
from reviewer.formats.registry import by_id


class Feature(Enum):
    """Something a review can have and a format may have no room for; the value names one of it, and more."""

    RECEIVED = ("received text", "received texts")
    SOURCE = ("source text", "source texts")
    BACK_TRANSLATION = ("back-translation", "back-translations")
    REFERENCE = ("reference", "references")
    FINAL = ("final text", "final texts")
    UNJUDGED = ("segment that nobody has judged", "segments that nobody has judged")
    STATE = ("state of a segment", "states of segments")
    ROLE = ("role of a segment", "roles of segments")
    NOTE = ("note to the translator", "notes to the translator")
    CODES = ("segment with inline codes", "segments with inline codes")
    LANGUAGES = ("document's languages", "documents' languages")
    SIGN_OFF = ("sign-off", "sign-offs")
    DESK = ("document's desk", "documents' desks")
    PROFILE = ("own rules of the project", "own rules of the project")
    FLAGS = ("error", "errors")
    FINAL_FLAGS = ("error of the final text", "errors of the final text")
    COMMENT = ("comment", "comments")
    SUGGESTION = ("suggestion", "suggestions")
    NEEDS_SOURCE = ("error that needs the source", "errors that need the source")
    RESOLUTION = ("decision whether an error still stands", "decisions whether errors still stand")
    AUTHOR = ("author of an error", "authors of errors")
    TIME = ("time of an error", "times of errors")
    DISCONTINUOUS = ("discontinuous span: covered by one", "discontinuous spans: each covered by one")
    CARET = ("place of an omission", "places of omissions")
    SOURCE_SPAN = ("place in the source", "places in the source")
    SECOND_SPAN = (
        "place in the source beside one in the translation",
        "places in the source beside ones in the translation",
    )
    BACK_SPAN = ("place in the back-translation", "places in the back-translation")
    CRITICAL = (
        "critical error: the tool counts it 0",
        "critical errors: the tool counts them 0",
    )
    ESA = ("ESA score", "ESA scores")
    DA = ("DA score", "DA scores")
    WHOLE = ("judgement of a whole document", "judgements of whole documents")


_ALL = frozenset(Feature)
_OF_FLAGS = frozenset(
    {Feature.FINAL_FLAGS, Feature.COMMENT, Feature.SUGGESTION, Feature.NEEDS_SOURCE, Feature.RESOLUTION}
    | {Feature.AUTHOR, Feature.TIME, Feature.DISCONTINUOUS, Feature.CARET, Feature.SOURCE_SPAN}
    | {Feature.SECOND_SPAN, Feature.BACK_SPAN, Feature.CRITICAL}
)
"""Not told where errors cannot be held at all."""
_OF_JUDGEMENTS = frozenset({Feature.ESA, Feature.DA, Feature.WHOLE})
_TEXTS = frozenset({Feature.RECEIVED, Feature.SOURCE, Feature.FLAGS, Feature.AUTHOR})
_MQM = _TEXTS | {
    Feature.COMMENT,
    Feature.DISCONTINUOUS,
    Feature.CARET,
    Feature.SOURCE_SPAN,
    Feature.SECOND_SPAN,
    Feature.CRITICAL,
}
_MAROT = _MQM | {Feature.UNJUDGED, Feature.TIME, Feature.REFERENCE, Feature.FINAL, Feature.LANGUAGES}
_ESA = _TEXTS | {Feature.ESA, Feature.REFERENCE, Feature.LANGUAGES, Feature.CRITICAL}
_MTME = _TEXTS | {Feature.CARET, Feature.SOURCE_SPAN, Feature.LANGUAGES}
_PREPARED = (_TEXTS - {Feature.AUTHOR}) | {
    Feature.UNJUDGED,
    Feature.REFERENCE,
    Feature.CRITICAL,
    Feature.CARET,
}
_SHEET = (
    _ALL
    - {Feature.NOTE, Feature.CODES, Feature.LANGUAGES, Feature.SIGN_OFF, Feature.DESK, Feature.PROFILE}
    - {Feature.NEEDS_SOURCE, Feature.RESOLUTION, Feature.DA, Feature.WHOLE, Feature.REFERENCE}
    - {Feature.SECOND_SPAN, Feature.DISCONTINUOUS, Feature.CARET}
)
_INTO_FILE = frozenset(
    {Feature.SOURCE, Feature.FINAL, Feature.CODES, Feature.NOTE, Feature.LANGUAGES, Feature.STATE}
)
"""What goes back into a file whose program expects nothing of others in it."""
_HOLDS: Mapping[str, frozenset[Feature]] = {
    "jsonl": _ALL,
    "tsv": _ALL - {Feature.NOTE, Feature.CODES},
    "docx-review": _ALL,
    "html-review": _ALL,
    "mqm-tsv": _MQM,
    "marot": _MAROT,
    "esa-csv": _ESA,
    "esa-jsonl": _ESA,
    "mt-metrics-eval": _MTME | {Feature.UNJUDGED, Feature.REFERENCE, Feature.DESK},
    "mt-metrics-eval-jsonl": _MTME,
    "pearmut": _PREPARED,
    "label-studio": _TEXTS
    | {Feature.COMMENT, Feature.CARET, Feature.SOURCE_SPAN, Feature.REFERENCE, Feature.UNJUDGED, Feature.ESA}
    | {Feature.CRITICAL},
    "indicmt-eval": _MTME | {Feature.UNJUDGED, Feature.REFERENCE, Feature.CRITICAL, Feature.DA},
    "appraise": _PREPARED | {Feature.LANGUAGES},
    "plain": frozenset({Feature.FINAL}),
    "xlsx-review": _SHEET,
    "ods-review": _SHEET,
    "pdf-review": _ALL
    - {Feature.NOTE, Feature.CODES, Feature.DESK, Feature.PROFILE, Feature.REFERENCE, Feature.RESOLUTION},
    "tmx": _INTO_FILE - {Feature.STATE},
    "sdlxliff": _INTO_FILE | {Feature.UNJUDGED},
    "mqxliff": _INTO_FILE | {Feature.UNJUDGED},
    "po": frozenset({Feature.SOURCE, Feature.FINAL, Feature.CODES, Feature.NOTE, Feature.UNJUDGED}),
    "srt": frozenset({Feature.FINAL, Feature.CODES, Feature.NOTE, Feature.UNJUDGED}),
    "vtt": frozenset({Feature.FINAL, Feature.CODES, Feature.NOTE, Feature.UNJUDGED}),
}


def losses(review: ProjectReview | DocumentReview, form: str) -> tuple[str, ...]:
    """Say what the format of this id cannot hold of the review, in order of weight; nothing is lost silently.

    Raises ReviewerError where there is no such format.
    """
    project = as_project(review)
    held = holds(by_id(form))
    left_out = [feature for feature in Feature if feature not in held]
    if Feature.FLAGS not in held:
        left_out = [feature for feature in left_out if feature not in _OF_FLAGS]
    if Feature.SOURCE_SPAN not in held:
        left_out = [feature for feature in left_out if feature is not Feature.SECOND_SPAN]
    told = []
    for feature in left_out:
        if number := _COUNTS[feature](project):
            one, more = feature.value
            told.append(f"{number:,} {one if number == 1 else more}")
    return tuple(told)


@cache
def holds(form: Format) -> frozenset[Feature]:
    """What a format has room for."""
    if form.id in _HOLDS:
        return _HOLDS[form.id]
    if form.is_exact:
        return _ALL
    if form.kind in {Kind.ARTICLE, Kind.PUBLISHED}:
        return frozenset({Feature.FINAL})
    if form.kind is Kind.GLOSSARY:
        return frozenset()
    held = _ALL - _OF_FLAGS - _OF_JUDGEMENTS - {Feature.FLAGS}
    if form.kind is Kind.BILINGUAL:
        held = frozenset({Feature.RECEIVED, Feature.SOURCE, Feature.FINAL, Feature.UNJUDGED})
    if Carries.FLAGS in form.carries:
        held |= _OF_FLAGS | {Feature.FLAGS}
    return held | (_OF_JUDGEMENTS if Carries.JUDGEMENTS in form.carries else frozenset())


def is_lossless(form: Format) -> bool:
    """Whether everything in a review comes back from a file of this format."""
    return holds(form) == _ALL


def _segments(test: Callable[[Segment], object]) -> Callable[[ProjectReview], int]:
    return lambda review: sum(bool(test(segment)) for entry in review.documents for segment in entry.segments)


def _flags(test: Callable[[Flag], object]) -> Callable[[ProjectReview], int]:
    """Count flags that speak of the received text; the others are told as a whole."""
    return lambda review: sum(
        is_about_received(flag) and bool(test(flag)) for entry in review.documents for flag in entry.flags
    )


def _judgements(test: Callable[[Judgement], object]) -> Callable[[ProjectReview], int]:
    return lambda review: sum(bool(test(each)) for entry in review.documents for each in entry.judgements)


def _documents(test: Callable[[DocumentReview], object]) -> Callable[[ProjectReview], int]:
    return lambda review: sum(bool(test(entry)) for entry in review.documents)


def _is_spoken_of(review: ProjectReview) -> int:
    """Count states that a list of errors and clean segments does not tell."""
    return sum(line.segment.state not in _told_states(len(line.flags)) for line in judged(review))


def _told_states(flags: int) -> Iterable[State]:
    return (State.REVIEWED,) if flags else (State.CLEAN, State.UNREVIEWED)


def _has_gap(flag: Flag) -> bool:
    return any(span.is_discontinuous for span in flag.spans if span.side is not Side.FINAL)


def _is_beside(flag: Flag) -> bool:
    return flag.span(Side.SOURCE) is not None and flag.span(Side.RECEIVED) is not None


def _is_caret(flag: Flag) -> bool:
    span = flag.span(Side.RECEIVED)
    return span is not None and span.is_empty


_COUNTS: Mapping[Feature, Callable[[ProjectReview], int]] = {
    Feature.RECEIVED: _segments(lambda segment: segment.is_edited),
    Feature.SOURCE: _segments(lambda segment: segment.source),
    Feature.BACK_TRANSLATION: _segments(lambda segment: segment.back_translation),
    Feature.REFERENCE: _segments(lambda segment: segment.reference),
    Feature.FINAL: _segments(lambda segment: segment.is_edited),
    Feature.UNJUDGED: lambda review: sum(not line.opinions for line in judged(review)),
    Feature.STATE: _is_spoken_of,
    Feature.ROLE: _segments(lambda segment: segment.role is not Role.BODY),
    Feature.NOTE: _segments(lambda segment: segment.note),
    Feature.CODES: _segments(lambda segment: segment.codes),
    Feature.LANGUAGES: _documents(lambda entry: entry.document.target_language != UNKNOWN_LANGUAGE),
    Feature.SIGN_OFF: _documents(lambda entry: entry.document.is_signed),
    Feature.DESK: _documents(lambda entry: entry.document.desk),
    Feature.PROFILE: lambda review: int(bool(review.profile_text)),
    Feature.FLAGS: lambda review: sum(len(entry.flags) for entry in review.documents),
    Feature.FINAL_FLAGS: lambda review: sum(
        not is_about_received(flag) for entry in review.documents for flag in entry.flags
    ),
    Feature.COMMENT: _flags(lambda flag: flag.comment),
    Feature.SUGGESTION: _flags(lambda flag: flag.suggestion is not None),
    Feature.NEEDS_SOURCE: _flags(lambda flag: flag.needs_source),
    Feature.RESOLUTION: _flags(lambda flag: flag.resolution.value != "auto"),
    Feature.AUTHOR: _flags(lambda flag: flag.author),
    Feature.TIME: _flags(lambda flag: flag.created),
    Feature.DISCONTINUOUS: _flags(_has_gap),
    Feature.CARET: _flags(_is_caret),
    Feature.SOURCE_SPAN: _flags(lambda flag: flag.span(Side.SOURCE)),
    Feature.SECOND_SPAN: _flags(_is_beside),
    Feature.BACK_SPAN: _flags(lambda flag: flag.span(Side.BACK_TRANSLATION)),
    Feature.CRITICAL: _flags(lambda flag: flag.severity is Severity.CRITICAL),
    Feature.ESA: _judgements(lambda each: each.scale is Scale.ESA and each.segment_id is not None),
    Feature.DA: _judgements(lambda each: each.scale is Scale.DA and each.segment_id is not None),
    Feature.WHOLE: _judgements(lambda each: each.segment_id is None),
}

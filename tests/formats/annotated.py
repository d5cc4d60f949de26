"""Reviews as people who annotate make them, limited to what their formats can hold."""

from dataclasses import dataclass

from hypothesis import strategies as st

from reviewer.domain.flag import Flag, Judgement, Scale, Severity
from reviewer.domain.segment import Document, Segment, State
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.domain.span import Range, Side, Span
from reviewer.text import cluster
from tests.formats.reviews import ANY_TEXT, PIECES

TEXTS = st.lists(PIECES | st.sampled_from(["<v>", "</v>", '""', "␉", "␊", "␛", "{", "v>"]), max_size=8).map(
    "".join
)
FULL = (TEXTS | ANY_TEXT).filter(bool)
REMARKS = TEXTS.map(str.strip)
TITLES = ["लेख 1", "a\tb", "=1+1", "नाम/भाग", "doc␊1"]
SYSTEMS = ["GPT-4o", "हिंदी इंजन", "x"]
JUDGES = ["asha", "रवि", "rater 2", ""]
TYPES = [
    "accuracy/mistranslation",
    "fluency/grammar",
    "terminology/inappropriate-for-context",
    "other",
    "non-translation!",
    "",
]


@dataclass(frozen=True)
class Room:
    """What a format has room for."""

    has_gaps: bool = False
    has_carets: bool = True
    sides: tuple[tuple[Side, ...], ...] = ((), (Side.RECEIVED,), (Side.SOURCE,))
    has_comments: bool = False
    has_unjudged: bool = False
    has_finals: bool = False
    has_references: bool = False
    has_scores: bool = False
    has_flag_times: bool = False
    has_other_texts: bool = True
    """Whether a document of the same name may have other segments in another system."""


@st.composite
def _spans(draw: st.DrawFn, segment: Segment, room: Room) -> tuple[Span, ...]:
    made = []
    for side in draw(st.sampled_from(room.sides)):
        text = segment.text(side)
        if not text:
            continue
        place = st.integers(0, len(text))
        pairs = draw(st.lists(st.tuples(place, place), min_size=1, max_size=3 if room.has_gaps else 1))
        pieces = [cluster.snap(text, Range(min(pair), max(pair))) for pair in pairs]
        if room.has_carets or all(pieces):
            made.append(Span.covering(side, pieces))
    return tuple(made)


@st.composite
def _flag(draw: st.DrawFn, segment: Segment, author: str, room: Room) -> Flag:
    created = st.just("2026-01-02T03:04:05+00:00") if room.has_flag_times else st.just("")
    return Flag(
        id=1,
        segment_id=segment.id,
        spans=draw(_spans(segment, room)),
        type=draw(st.sampled_from(TYPES)),
        severity=draw(st.sampled_from(Severity)),
        comment=draw(REMARKS) if room.has_comments else "",
        author=author,
        created=draw(created),
    )


@st.composite
def _document(draw: st.DrawFn, number: int, title: str, system: str, room: Room) -> DocumentReview:
    segments, flags, judgements = [], [], []
    for position in range(draw(st.integers(1, 3))):
        segment = Segment(
            id=10 * number + position,
            document_id=number,
            position=position,
            paragraph=position,
            received=draw(FULL),
            final="",
            source=draw(st.none() | FULL),
            reference=draw(st.none() | FULL) if room.has_references else None,
        )
        judges = draw(
            st.lists(st.sampled_from(JUDGES), unique=True, min_size=not room.has_unjudged, max_size=3)
        )
        own: list[Flag] = []
        for judge in judges:
            found = draw(st.lists(_flag(segment, judge, room), max_size=2))
            own += found
            score = draw(st.none() | st.floats(0, 100)) if room.has_scores else None
            if score is not None or not found:
                scale = Scale.MQM if score is None else Scale.ESA
                value = 100.0 if score is None else score
                judgements.append(
                    Judgement(
                        id=1, document_id=number, segment_id=segment.id, judge=judge, scale=scale, value=value
                    )
                )
        state = State.REVIEWED if own else State.CLEAN if judges else State.UNREVIEWED
        final = draw(st.just(segment.received) | FULL) if room.has_finals else segment.received
        segments.append(_finished(segment, final, state))
        flags += own
    document = Document(id=number, title=title, system=system, source_language="en", target_language="hi")
    return DocumentReview(
        document=document, segments=tuple(segments), flags=tuple(flags), judgements=tuple(judgements)
    )


def _finished(segment: Segment, final: str, state: State) -> Segment:
    return Segment(
        id=segment.id,
        document_id=segment.document_id,
        position=segment.position,
        paragraph=segment.paragraph,
        received=segment.received,
        final=final,
        source=segment.source,
        reference=segment.reference,
        state=state,
    )


@st.composite
def annotated(draw: st.DrawFn, room: Room) -> ProjectReview:
    """Documents of several systems, with everything there is room for."""
    places = st.tuples(st.sampled_from(TITLES), st.sampled_from(SYSTEMS))
    alike = None if room.has_other_texts else lambda place: place[0]
    names = draw(st.lists(places, unique_by=alike or (lambda place: place), min_size=1, max_size=3))
    return ProjectReview(
        documents=tuple(draw(_document(number, *name, room)) for number, name in enumerate(names, start=1))
    )


def content(review: ProjectReview) -> dict[tuple[str, str], object]:
    """What is said in a review, without the numbers that each file gives anew."""
    return {(entry.document.title, entry.document.system): _content_of(entry) for entry in review.documents}


def _content_of(entry: DocumentReview) -> list[object]:
    made: list[object] = []
    for segment in entry.segments:
        flags = sorted(
            (flag.author, flag.type, flag.severity.value, flag.comment, str(flag.spans), flag.created)
            for flag in entry.flags
            if flag.segment_id == segment.id
        )
        judged = sorted(
            (each.judge, each.scale.value, each.value)
            for each in entry.judgements
            if each.segment_id == segment.id
        )
        texts = (segment.source, segment.received, segment.final, segment.reference, segment.state)
        made.append((texts, flags, judged))
    return made

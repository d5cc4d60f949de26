"""Reviews for round trips: any that fits together, and the seed's where it is at hand."""

import json
from pathlib import Path

from hypothesis import strategies as st

from reviewer.domain.flag import Flag, Judgement, Resolution, Scale, Severity
from reviewer.domain.segment import Document, Role, Segment, State
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.domain.span import Range, Side, Span

SEED = Path(__file__).resolve().parents[2].parent / "shared" / "cases" / "seed"

PIECES = st.sampled_from(
    [
        "क्षत्रिय ",
        "हिं",
        "दी",
        "क़",
        "।",
        " ",
        "👩\u200d👩\u200d👧",
        "\u200d",
        "\u200c",
        "مرحبا",
        "\u202e",
        "e\u0301",
        "=1+1",
        "\t",
        "\n",
        "\r",
        "\\",
        "'",
        '"',
        "<b>",
        "</script>",
        "]]>",
        "&amp;",
        "\x00",
        "\x0b",
        "\x85",
        "\u2028",
        "\ufeff",
        "\ufffe",
        "\\e",
    ]
)
WORDS = st.lists(PIECES, max_size=8).map("".join)
ANY_TEXT = st.one_of(WORDS, st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
MAYBE_TEXT = st.none() | ANY_TEXT


@st.composite
def spans(draw: st.DrawFn, segment: Segment) -> tuple[Span, ...]:
    """Spans on any sides of a segment: empty, overlapping, discontinuous."""
    made = []
    for side in draw(st.lists(st.sampled_from(list(Side)), unique=True, max_size=3)):
        place = st.integers(0, len(segment.text(side)))
        pairs = draw(st.lists(st.tuples(place, place), min_size=1, max_size=3))
        made.append(Span.covering(side, (Range(min(pair), max(pair)) for pair in pairs)))
    return tuple(made)


@st.composite
def segments(draw: st.DrawFn, document_id: int, count: int) -> tuple[Segment, ...]:
    """Segments of one document."""
    return tuple(
        Segment(
            id=100 * document_id + position,
            document_id=document_id,
            position=position,
            paragraph=draw(st.integers(0, 3)),
            received=draw(ANY_TEXT),
            final=draw(ANY_TEXT),
            source=draw(MAYBE_TEXT),
            back_translation=draw(MAYBE_TEXT),
            reference=draw(MAYBE_TEXT),
            role=draw(st.sampled_from(Role)),
            state=draw(st.sampled_from(State)),
            is_locked=draw(st.booleans()),
            confidence=draw(st.none() | st.floats(0, 1)),
        )
        for position in range(count)
    )


@st.composite
def flags(draw: st.DrawFn, members: tuple[Segment, ...]) -> tuple[Flag, ...]:
    """Flags on these segments, grouped by segment."""
    made: list[Flag] = []
    for segment in members:
        for _ in range(draw(st.integers(0, 3))):
            flag = Flag(
                id=len(made) + 1,
                segment_id=segment.id,
                spans=draw(spans(segment)),
                type=draw(ANY_TEXT),
                severity=draw(st.sampled_from(Severity)),
                comment=draw(ANY_TEXT),
                suggestion=draw(MAYBE_TEXT),
                needs_source=draw(st.booleans()),
                resolution=draw(st.sampled_from(Resolution)),
                quote=draw(ANY_TEXT),
                author=draw(ANY_TEXT),
                created=draw(st.sampled_from(["", "2026-01-01T00:00:00+00:00", "yesterday"])),
                origin=draw(ANY_TEXT),
            )
            made.append(flag)
    return tuple(made)


@st.composite
def documents(draw: st.DrawFn, document_id: int) -> DocumentReview:
    """One document with everything said about it."""
    members = draw(segments(document_id, draw(st.integers(0, 3))))
    judged = [None, *(segment.id for segment in members)]
    return DocumentReview(
        document=Document(
            id=document_id,
            title=draw(ANY_TEXT),
            source_language=draw(st.sampled_from(["en", "en-IN"])),
            system=draw(ANY_TEXT),
            origin=draw(ANY_TEXT),
            created=draw(ANY_TEXT),
            signed_by=draw(ANY_TEXT),
            signed_at=draw(ANY_TEXT),
        ),
        segments=members,
        flags=draw(flags(members)),
        judgements=tuple(
            Judgement(
                id=number,
                document_id=document_id,
                segment_id=where,
                judge=draw(ANY_TEXT),
                scale=draw(st.sampled_from(Scale)),
                value=draw(st.floats(0, 100)),
            )
            for number, where in enumerate(judged)
            if draw(st.booleans())
        ),
    )


@st.composite
def projects(draw: st.DrawFn, min_documents: int = 0) -> ProjectReview:
    """Any project that fits together."""
    count = draw(st.integers(min_documents, 2))
    return ProjectReview(
        documents=tuple(draw(documents(number)) for number in range(1, count + 1)),
        profile=draw(st.sampled_from(["newsroom", "wmt", "हाउस"])),
    )


def seed_review() -> ProjectReview:
    """The seed article with its gold errors as flags, and its post-edit as final text."""
    rows = [json.loads(line) for line in (SEED / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    members = tuple(
        Segment(
            id=number + 1,
            document_id=1,
            position=number,
            paragraph=row["paragraph"],
            received=row["target"],
            final=row["post_edit_hi"],
            source=row["plausible_source_en"],
            back_translation=row["back_translation_en"],
            state=State.REVIEWED,
        )
        for number, row in enumerate(rows)
    )
    errors = [
        (number + 1, row["target"], error) for number, row in enumerate(rows) for error in row["errors"]
    ]
    marked = tuple(
        Flag(
            id=number,
            segment_id=segment_id,
            spans=_gold_spans(error, target),
            type=error["category"],
            severity=Severity(error["severity"]),
            comment=error["comment"],
            suggestion=error["suggestion"],
            needs_source=error["needs_source"],
            quote=error["text"],
            author="gold",
            created="2026-01-01T00:00:00+00:00",
        )
        for number, (segment_id, target, error) in enumerate(errors, start=1)
    )
    document = Document(id=1, title="Seed", system="engine", created="2026-01-01T00:00:00+00:00")
    return ProjectReview(documents=(DocumentReview(document=document, segments=members, flags=marked),))


def _gold_spans(error: dict[str, object], target: str) -> tuple[Span, ...]:
    """The gold span; errors whose comment quotes the words it is discontinuous with get both ranges."""
    start, end = error["start"], error["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    ranges = [Range(start, end)]
    _, said, rest = str(error["comment"]).partition("Discontinuous with '")
    if said:
        other = rest.partition("'")[0]
        at = target.index(other)
        ranges.append(Range(at, at + len(other)))
    return (Span.covering(Side.RECEIVED, ranges),)

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.flag import Flag
from reviewer.domain.segment import Segment
from reviewer.domain.snapshot import DocumentReview
from reviewer.domain.span import Range, Side, Span
from reviewer.formats.track import Kind, Piece, Place, Track, english_sides, hindi_track, plain_track
from reviewer.text.cluster import snap
from tests.builders import a_flag, a_review, a_segment
from tests.formats.reviews import documents

RECEIVED = "वे तीन बार दिल्ली में मिले।"
FINAL = "वे दो बार नई दिल्ली में मिले।"


def _covered(track: Track, place: Place) -> str:
    return "".join(piece.text for n, piece in enumerate(track.pieces) if place.covers(n, piece))


def _text(pieces: tuple[Piece, ...], without: Kind) -> str:
    return "".join(piece.text for piece in pieces if piece.kind is not without)


def _edited() -> Segment:
    return a_segment(RECEIVED, final=FINAL)


def test_both_texts_can_be_read_from_the_pieces() -> None:
    """Leaving out insertions gives the received text, leaving out deletions the final one."""
    track = hindi_track(_edited(), [a_flag(3, 6), a_flag(2, 5, side=Side.FINAL, id=2)])
    assert _text(track.pieces, Kind.INSERTED) == RECEIVED
    assert _text(track.pieces, Kind.DELETED) == FINAL


def test_a_flag_on_received_words_covers_them_where_they_were_deleted() -> None:
    """The replaced word stays visible and flagged; what replaced it is not."""
    track = hindi_track(_edited(), [a_flag(0, 10)])
    assert _covered(track, track.places[0]) == RECEIVED[0:10]


def test_a_flag_on_final_words_covers_them_where_they_were_inserted() -> None:
    """The editor's own word can be flagged."""
    at = FINAL.index("नई")
    track = hindi_track(_edited(), [a_flag(at, at + 2, side=Side.FINAL)])
    assert _covered(track, track.places[0]) == "नई"


def test_a_caret_lies_between_two_pieces() -> None:
    """An omission is a place, right after what stands before it."""
    track = hindi_track(a_segment(RECEIVED), [a_flag(3, 3)])
    assert track.places[0].is_caret
    assert track.pieces[track.places[0].start].text == RECEIVED[3:]


def test_carets_at_both_ends_are_found() -> None:
    """Before the first letter and after the last one something can be missing, even where nothing is."""
    track = hindi_track(a_segment(RECEIVED), [a_flag(0, 0), a_flag(len(RECEIVED), len(RECEIVED), id=2)])
    assert [place.start for place in track.places] == [0, len(track.pieces)]
    assert hindi_track(a_segment(""), [a_flag(0, 0)]).places[0].is_caret


def test_the_parts_of_a_flag_are_counted_over_all_its_texts() -> None:
    """Two ranges on the Hindi and one on the source are parts 1 to 3 of 3."""
    spans = (Span.single(Side.SOURCE, 0, 4), Span(Side.RECEIVED, (Range(0, 2), Range(3, 6))))
    flag = replace(a_flag(), spans=spans)
    segment = a_segment(RECEIVED, source="They met.")
    places = [*hindi_track(segment, [flag]).places, *plain_track("They met.", Side.SOURCE, [flag]).places]
    assert [(place.part, place.parts) for place in places] == [(1, 3), (2, 3), (3, 3)]


def test_a_flag_without_spans_covers_the_whole_segment() -> None:
    """What is said of the sentence as a whole belongs to all of it."""
    track = hindi_track(_edited(), [replace(a_flag(), spans=())])
    assert (track.places[0].start, track.places[0].stop) == (0, len(track.pieces))


def test_a_span_inside_a_letter_is_widened_to_it() -> None:
    """No mark ever cuts a conjunct in two."""
    track = hindi_track(a_segment("क्षत्रिय"), [a_flag(0, 1)])
    assert [piece.text for piece in track.pieces] == ["क्ष", "त्रिय"]


def test_sides_that_nobody_wrote_or_flagged_have_no_column() -> None:
    """Hindi alone shows the Hindi alone."""
    assert english_sides(a_review(a_segment())) == []
    assert english_sides(a_review(a_segment(back_translation="It is."))) == [Side.BACK_TRANSLATION]


def _ranges(flag: Flag, side: Side) -> tuple[Range, ...]:
    span = flag.span(side)
    return span.ranges if span else ()


@given(review=documents(1), side=st.sampled_from([Side.RECEIVED, Side.FINAL]))
@settings(max_examples=100, deadline=None)
def test_every_place_covers_exactly_its_words(review: DocumentReview, side: Side) -> None:
    """However flags overlap and texts differ, each place covers the letters of its range, no more."""
    for segment in review.segments:
        track = hindi_track(segment, review.flags_of(segment.id))
        text = segment.text(side)
        wanted = [
            (flag.id, text[piece.start : piece.end])
            for flag in review.flags_of(segment.id)
            for piece in (snap(text, one) for one in _ranges(flag, side))
        ]
        assert [(p.flag.id, _covered(track, p)) for p in track.places if p.side is side] == wanted

"""From final texts to edits of a source: only the words that an editor has changed are written anew."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from reviewer.domain.error import ReviewerError
from reviewer.domain.segment import Segment
from reviewer.formats.shape.letter import Letters
from reviewer.formats.visible import visible
from reviewer.text.diff import Hunk, Op, word_diff

_EMPHASIS = ("***", "___", "**", "__", "~~", "*", "_", "`")
_SPACE = ' xml:space="preserve"'


Escape = Callable[[str, int], str]
"""Writes words as the source does at a place of it."""


class Edit(NamedTuple):
    """What stands in the place of a stretch of the source."""

    start: int
    end: int
    text: str


def rewritten(source: str, segments: Sequence[Segment], letters: Letters, escape: Escape, file: str) -> str:
    """Return the source with the final texts of the segments, whose order is that of the file.

    Raises ReviewerError where an edited segment does not stand in it.
    """
    edits = sorted(set(_edits(source, segments, letters, escape, file)))
    edits += _attributes(source, edits, letters)
    pieces: list[str] = []
    at = 0
    for start, end, new in sorted(edits):
        pieces += [source[at:start], new]
        at = max(at, end)  # two changes can meet in one blank
    return "".join((*pieces, source[at:]))


def _edits(
    source: str, segments: Sequence[Segment], letters: Letters, escape: Escape, file: str
) -> Iterator[Edit]:
    at = 0
    for _, members in groupby(segments, key=lambda segment: segment.paragraph):
        own = list(members)
        for place, segment in enumerate(own):
            wanted = letters.writing.squeezed(segment.received)
            found = letters.find(wanted, at) if wanted else at
            if found is None:
                if segment.is_edited:
                    raise _lost(segment, file)
                continue
            at = found + len(wanted)
            if not segment.is_edited:
                continue
            if wanted:
                rest = any(each.received.strip() for each in own[place + 1 :])
                yield from _of_segment(source, segment, letters, found, escape, has_rest=rest)
            elif letters.ends:
                yield _added(segment, letters, at, escape, is_first=not place)


def _lost(segment: Segment, file: str) -> ReviewerError:
    return ReviewerError(
        "the text is not in the file that the article came from",
        file=file,
        place=f"segment {segment.position + 1}",
        remedy="Export the final text alone instead.",
    )


def _added(segment: Segment, letters: Letters, at: int, escape: Escape, *, is_first: bool) -> Edit:
    """Put what an editor has added between segments behind the one before, or before the first."""
    text = _one_line(segment.final.strip())
    if is_first and at < len(letters.starts):
        start = letters.starts[at]
        return Edit(start, start, escape(f"{text} ", start))
    end = letters.ends[max(at - 1, 0)]
    return Edit(end, end, escape(f" {text}", end))


def _of_segment(
    source: str,
    segment: Segment,
    letters: Letters,
    first: int,
    escape: Escape,
    *,
    has_rest: bool,
) -> Iterator[Edit]:
    received, final = segment.received, segment.final.strip()
    counts = (letters.writing.counts(letter) for letter in received)
    places = [first + number for number in accumulate(counts, initial=0)]
    for hunk in word_diff(received, final):
        if hunk.op is Op.EQUAL:
            continue
        new = _one_line(final[hunk.after.start : hunk.after.end])
        stretches = list(_stretches(source, received, hunk, letters, places))
        if not final and has_rest:
            start, end = stretches[-1]
            stretches[-1] = (start, _blanks_after(source, end))
        for number, (start, end) in enumerate(stretches):
            words = "" if number else new
            if not words and letters.writing.marks:
                start, end = _with_emphasis(source, start, end)  # noqa: PLW2901 - the same, grown
            yield Edit(start, end, escape(words, start))


def _stretches(
    source: str, received: str, hunk: Hunk, letters: Letters, places: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield where the words of a hunk lie in the source: in one piece, or around the marks between them."""
    start, stop = places[hunk.before.start], places[hunk.before.end]
    words = received[hunk.before.start : hunk.before.end]
    is_after_blank = hunk.before.start > 0 and received[hunk.before.start - 1].isspace()
    if start == stop:
        is_behind = start > places[0] and not (is_after_blank and start < places[-1])
        at = letters.ends[start - 1] if is_behind else letters.starts[start]
        yield at, _blanks_after(source, at) if words else at
        return
    begin = letters.starts[start]
    if words[0].isspace() and start > places[0]:
        begin = _blanks_before(source, begin)
    end = begin
    for index in range(start, stop):
        if index > start and source[end : letters.starts[index]].strip():
            yield begin, end
            begin = letters.starts[index]
        end = letters.ends[index]
    yield begin, _blanks_after(source, end) if words[-1].isspace() else end


def _with_emphasis(source: str, start: int, end: int) -> tuple[int, int]:
    """Take the marks around words along that would stand around nothing."""
    for marks in _EMPHASIS:
        if source.endswith(marks, 0, start) and source.startswith(marks, end) and start < end:
            return start - len(marks), end + len(marks)
    return start, end


def _blanks_after(source: str, at: int) -> int:
    while at < len(source) and source[at].isspace():
        at += 1
    return at


def _blanks_before(source: str, at: int) -> int:
    while at > 0 and source[at - 1].isspace():
        at -= 1
    return at


def _one_line(text: str) -> str:
    return visible(text).replace("\r\n", " ").replace("\n", " ").replace("\r", " ")


def _attributes(source: str, edits: Sequence[Edit], letters: Letters) -> list[Edit]:
    """Ask for blanks to be kept at the ends of the elements that were changed."""
    runs = ((edit, letters.run_at(edit.start)) for edit in edits)
    tags = {
        run.tag
        for edit, run in runs
        if run is not None and run.tag is not None and (edit.start == run.start or edit.end == run.end)
    }
    return [Edit(end - 1, end - 1, _SPACE) for start, end in tags if "xml:space" not in source[start:end]]

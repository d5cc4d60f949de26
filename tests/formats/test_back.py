"""Edits written back into the file a review came from are read again from it, whatever was typed."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.domain.segment import Segment, State
from reviewer.domain.snapshot import ProjectReview
from reviewer.formats.form import Format
from reviewer.formats.markup.splice import xml_text
from reviewer.formats.registry import FORMATS
from reviewer.text.code import letters, without_codes
from tests.builders import a_flag
from tests.formats.reviews import ANY_TEXT
from tests.formats.whole import whole_file

EXACT = {"xliff-1.2", "xliff-2", "po"}
"""Formats with room for what XML forbids, in a record of ours or by an escape."""
KEPT = [form for form in FORMATS if form.id in EXACT | {"sdlxliff", "mqxliff", "tmx"}]
SUBTITLES = [form for form in FORMATS if form.id in {"srt", "vtt"}]
ENDS = st.sampled_from(["\n", "\r\n"])
FEW = settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)


def _opened(form: Format, end: str, folder: Path) -> tuple[Path, ProjectReview]:
    path = folder / f"a{form.suffixes[0]}"
    path.write_bytes(whole_file(form).replace(b"\n", end.encode()))
    return path, form.load_reader()(path)


def _edited(review: ProjectReview, text: str, places: list[tuple[int, int]]) -> ProjectReview:
    """Return the review with other words around the codes of each segment, and flags anywhere in them."""
    entry = review.documents[0]

    def edit(segment: Segment) -> Segment:
        codes = "".join(letters(segment.received))
        return replace(segment, final=text + codes + text, state=State.REVIEWED)

    rows = tuple(map(edit, entry.segments))
    flags = tuple(
        a_flag(
            min(len(row.received), *place),
            min(len(row.received), max(place)),
            id=number * len(places) + each + 1,
            segment_id=row.id,
        )
        for number, row in enumerate(rows)
        for each, place in enumerate(places)
    )
    first = replace(entry, segments=rows, flags=flags)
    return replace(review, documents=(first, *review.documents[1:]))


PLACES = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=3)


@pytest.mark.parametrize("form", KEPT, ids=lambda form: form.id)
@given(text=ANY_TEXT.filter(lambda text: not letters(text)), end=ENDS, places=PLACES)
@FEW
def test_any_words_come_back(
    tmp_path: Path, form: Format, text: str, end: str, places: list[tuple[int, int]]
) -> None:
    """Emoji, joiners, right-to-left runs; what XML forbids is made visible; a second export is the same."""
    path, review = _opened(form, end, tmp_path)
    write, read = form.load_writer(), form.load_reader()
    out, again = tmp_path / "out", tmp_path / "again"
    write(review, out)
    assert out.read_bytes() == path.read_bytes()
    edited = _edited(review, text, places)
    write(edited, out)
    found = read(out)
    for one, two in zip(edited.documents[0].segments, found.documents[0].segments, strict=True):
        expected = without_codes(one.final)
        assert without_codes(two.final) == (expected if form.id in EXACT else xml_text(expected))
        assert sorted(letters(two.final)) == sorted(letters(one.final))
    if form.id in {"xliff-1.2", "xliff-2"}:
        written = {(flag.spans, flag.type) for flag in edited.documents[0].flags}
        assert written <= {(flag.spans, flag.type) for flag in found.documents[0].flags}
        write(found, again)
        assert again.read_bytes() == out.read_bytes()


@pytest.mark.parametrize("form", SUBTITLES, ids=lambda form: form.id)
@given(lines=st.lists(st.text("कख é<>&-:1अ\u200d👩", min_size=1), min_size=1, max_size=3), end=ENDS)
@FEW
def test_lines_of_cues_come_back(tmp_path: Path, form: Format, lines: list[str], end: str) -> None:
    """Empty lines would end a cue and are left out; times and numbers stay as they are."""
    path, review = _opened(form, end, tmp_path)
    write, read = form.load_writer(), form.load_reader()
    out = tmp_path / f"out{form.suffixes[0]}"
    write(review, out)
    assert out.read_bytes() == path.read_bytes()
    text = "\n".join(lines)
    write(_edited(review, text, [(0, 0)]), out)
    found = read(out)
    assert [s.note for s in found.documents[0].segments] == [s.note for s in review.documents[0].segments]
    wanted = [line for line in (text + text).split("\n") if line.strip()]
    for segment in found.documents[0].segments:
        told = without_codes(segment.final).split("\n")
        assert [line.strip() for line in told if line.strip()] == [line.strip() for line in wanted]

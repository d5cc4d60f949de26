"""Subtitles come back with the final words in them, and otherwise byte by byte."""

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.domain.error import ReviewerError
from reviewer.domain.snapshot import ProjectReview
from reviewer.formats import subtitle
from reviewer.formats.sniff import sniff

_SRT = (
    "1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>पहली</i> पंक्ति\r\nदूसरी पंक्ति\r\n\r\n"
    "2\r\n00:00:03,000 --> 00:00:04,000  X1:10\r\n{\\an8}नमस्ते\r\n\r\n\r\n"
    "3\r\n00:00:05,000 --> 00:00:06,000\r\n\r\n"
)
_VTT = (
    "WEBVTT - शीर्षक\n\nNOTE एक टिप्पणी\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v आशा>क &amp; ख</v>\n\n"
    "00:03.000 --> 00:04.000\nअंत"
)


def _edited(review: ProjectReview, *finals: str) -> ProjectReview:
    entry = review.documents[0]
    rows = [replace(segment, final=final) for segment, final in zip(entry.segments, finals, strict=False)]
    return ProjectReview(documents=(replace(entry, segments=(*rows, *entry.segments[len(rows) :])),))


@pytest.mark.parametrize(("name", "text"), [("a.srt", _SRT), ("a.vtt", _VTT)])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_an_untouched_file_comes_back_byte_by_byte(
    tmp_path: Path, name: str, text: str, encoding: str
) -> None:
    """Whatever its encoding."""
    path, out = tmp_path / name, tmp_path / f"out-{name}"
    path.write_bytes(text.encode(encoding))
    assert sniff(path).id == path.suffix[1:]
    subtitle.write(subtitle.read(path), out)
    assert out.read_bytes() == path.read_bytes()


def test_only_the_words_change(tmp_path: Path) -> None:
    """Tags are codes; an empty cue can be filled; an empty line does not end a cue."""
    path, out = tmp_path / "a.srt", tmp_path / "b.srt"
    path.write_bytes(_SRT.encode())
    review = subtitle.read(path)
    segments = review.documents[0].segments
    assert next(segment.note for segment in segments).startswith("00:00:01,000 -->")
    first = segments[0].received.replace("पहली", "प्रथम") + "\n\nतीसरी"
    subtitle.write(_edited(review, first, segments[1].received, "भरा हुआ"), out)
    expected = _SRT.replace("पहली", "प्रथम").replace("दूसरी पंक्ति", "दूसरी पंक्ति\r\nतीसरी")
    expected = expected.replace("00:00:06,000\r\n\r\n", "00:00:06,000\r\nभरा हुआ\r\n")
    assert out.read_bytes().decode().rstrip() == expected.rstrip()
    assert [each.received for each in subtitle.read(out).documents[0].segments][2] == "भरा हुआ"


def test_signs_are_escaped_in_webvtt(tmp_path: Path) -> None:
    """An arrow in a cue must not look like times."""
    path, out = tmp_path / "a.vtt", tmp_path / "b.vtt"
    path.write_text(_VTT, encoding="utf-8")
    review = subtitle.read(path)
    first = review.documents[0].segments[0]
    assert "क & ख" in first.received
    subtitle.write(_edited(review, first.received, "a --> <b> & c"), out)
    assert out.read_text(encoding="utf-8") == _VTT.replace("अंत", "a --&gt; &lt;b&gt; &amp; c")
    assert subtitle.read(out).documents[0].segments[1].received == "a --> <b> & c"


@given(text=st.text(st.sampled_from("1\n\r -->:0,.<i>/क{\\}&;"), max_size=60))
def test_any_body_is_found_within_the_file(text: str) -> None:
    """Cues do not overlap, whatever stands between them."""
    whole = f"1\n00:00:01,000 --> 00:00:02,000\n{text}\n\n2\n00:00:03,000 --> 00:00:04,000\nक"
    found = list(subtitle.cues(whole))
    assert len(found) >= 2
    assert all(one.start <= one.end <= two.start for one, two in itertools.pairwise(found))


def test_a_file_without_cues_is_refused(tmp_path: Path) -> None:
    """In one line, with its name."""
    path = tmp_path / "a.vtt"
    path.write_text("WEBVTT\n\nNOTE nothing\n", encoding="utf-8")
    with pytest.raises(ReviewerError, match=r"a\.vtt"):
        subtitle.read(path)

"""Cues of two languages meet where they share most time."""

from pathlib import Path

from reviewer.formats import subtitle
from reviewer.formats.cue_pair import with_source

_HINDI = (
    "1\n00:00:01,000 --> 00:00:03,000\nनमस्ते\n\n2\n00:00:03,000 --> 00:00:06,000\nआज बारिश होगी\n\n"
    "3\n00:00:20,000 --> 00:00:22,000\nअंत\n"
)
_ENGLISH = (
    "WEBVTT\n\n00:01.200 --> 00:02.900\n<i>Hello</i>\n\n00:02.900 --> 00:04.000\nIt will rain\n\n"
    "00:04.000 --> 00:06.500\ntoday\n\n00:10.000 --> 00:11.000\n[music]\n"
)


def _written(folder: Path) -> tuple[Path, Path]:
    hindi, english = folder / "hi.srt", folder / "en.vtt"
    hindi.write_text(_HINDI, encoding="utf-8")
    english.write_text(_ENGLISH, encoding="utf-8")
    return hindi, english


def test_each_source_cue_goes_to_the_one_it_shares_most_time_with(tmp_path: Path) -> None:
    """Tags are left out; several come below one another; what is alone is counted."""
    hindi, english = _written(tmp_path)
    review = with_source(subtitle.read(hindi), english)
    assert [each.source for each in review.documents[0].segments] == ["Hello", "It will rain\ntoday", None]
    assert review.documents[0].document.source_language == "en"
    assert review.notes == ("1 of 4 source cues share no time with any: left out",)
    subtitle.write(review, tmp_path / "out.srt")
    assert (tmp_path / "out.srt").read_bytes() == hindi.read_bytes()

"""Round trips of all formats of annotations: what there is room for comes back equal."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.error import ReviewerError
from reviewer.domain.span import Side
from reviewer.formats.form import Format
from reviewer.formats.registry import by_id
from reviewer.formats.sniff import sniff
from tests.builders import a_flag, a_review, a_segment
from tests.formats.annotated import Room, annotated, content

_BOTH = ((), (Side.RECEIVED,), (Side.SOURCE,), (Side.RECEIVED, Side.SOURCE))
_TARGET = ((), (Side.RECEIVED,))
ROOMS = {
    "mqm-tsv": Room(has_gaps=True, sides=_BOTH, has_comments=True),
    "marot": Room(
        has_gaps=True,
        sides=_BOTH,
        has_comments=True,
        has_unjudged=True,
        has_finals=True,
        has_references=True,
        has_flag_times=True,
    ),
    "mt-metrics-eval": Room(has_unjudged=True, has_other_texts=False),
    "mt-metrics-eval-jsonl": Room(),
    "label-studio": Room(
        sides=(*_TARGET[1:], (Side.SOURCE,)),
        has_comments=True,
        has_unjudged=True,
        has_references=True,
        has_scores=True,
    ),
    "indicmt-eval": Room(sides=(*_TARGET, (Side.SOURCE,)), has_unjudged=True, has_references=True),
    "esa-csv": Room(has_carets=False, sides=_TARGET, has_references=True, has_scores=True),
    "esa-jsonl": Room(has_carets=False, sides=_TARGET, has_references=True, has_scores=True),
}


@pytest.mark.parametrize("form", ROOMS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_what_there_is_room_for_comes_back_equal(form: str, data: st.DataObject) -> None:
    """Several judges and systems; overlapping, empty and discontinuous places; control characters."""
    review = data.draw(annotated(ROOMS[form]))
    entry = by_id(form)
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"en-hi{entry.suffixes[0]}"
        entry.load_writer()(review, path)
        assert content(entry.load_reader()(path)) == content(review)


@pytest.mark.parametrize("form", ROOMS)
def test_a_file_is_known_by_its_content_and_written_again_the_same(tmp_path: Path, form: str) -> None:
    """The second writing of what was read equals the first, byte by byte."""
    entry = by_id(form)
    first, second = (tmp_path / name / f"en-hi{entry.suffixes[0]}" for name in ("first", "second"))
    first.parent.mkdir()
    second.parent.mkdir()
    segments = (a_segment(source="One."), a_segment("दो।", id=2, position=1, source="Two."))
    entry.load_writer()(a_review(*segments, flags=(a_flag(3, 5),)), first)
    assert sniff(first).id == form
    review = entry.load_reader()(first)
    entry.load_writer()(review, second)
    assert second.read_bytes() == first.read_bytes()


@pytest.mark.parametrize("form", ROOMS)
@pytest.mark.parametrize("keep", [0.3, 0.55, 0.9])
def test_a_file_cut_off_is_read_in_part_or_refused_in_one_line(
    tmp_path: Path, form: str, keep: float
) -> None:
    """Never a traceback, wherever it ends."""
    entry = by_id(form)
    path = tmp_path / f"en-hi{entry.suffixes[0]}"
    segments = [a_segment(id=n, position=n - 1, source="One.") for n in range(1, 5)]
    entry.load_writer()(
        a_review(*segments, flags=tuple(a_flag(id=n, segment_id=n) for n in range(1, 5))), path
    )
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    told = _refusal(entry, path)
    assert told is None or (path.name in told and "\n" not in told)


def _refusal(entry: Format, path: Path) -> str | None:
    """What is said against a file; nothing where it is read."""
    try:
        assert entry.load_reader()(path).documents
    except ReviewerError as error:
        return str(error)
    return None


@pytest.mark.parametrize("form", ROOMS)
@pytest.mark.parametrize(
    "data", [b"\xff\xfe\xff", b"\xe0\xa4", "सिर्फ़ पाठ\n".encode(), b"{}\n", b"[]\n", b'{"a": ' * 5000, b"\n\n"]
)
def test_what_is_not_of_the_format_is_refused_with_its_name(tmp_path: Path, form: str, data: bytes) -> None:
    """Wrong encodings, other files, nesting without end."""
    entry = by_id(form)
    path = tmp_path / f"en-hi{entry.suffixes[0]}"
    path.write_bytes(data)
    beside = tmp_path / "texts.jsonl"
    beside.write_text('{"line_id": 0, "src": "One.", "systems": {"x": "एक"}}\n', encoding="utf-8")
    extra = {"texts": beside} if entry.needs_texts else {}
    with pytest.raises(ReviewerError, match=path.name):
        entry.load_reader()(path, **extra)

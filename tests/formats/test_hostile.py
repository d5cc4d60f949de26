"""Broken, foreign and malicious files: one clear line or a clean reading, in bounded time, and nothing else.

Every reader is given every ordeal twice: named, and found by what the file looks like.
"""

import socket
import time
from pathlib import Path

import pytest

from reviewer.cli import main
from reviewer.domain.error import ReviewerError
from reviewer.domain.snapshot import ProjectReview
from reviewer.formats.form import Format, Kind
from reviewer.formats.registry import FORMATS, by_id
from reviewer.review.opening import open_path
from reviewer.review.provisional import as_review
from reviewer.review.session import Session
from tests.formats.ordeal import ordeals
from tests.formats.whole import ENGLISH, HINDI, whole_file

READ = [form for form in FORMATS if form.reads and form.kind is not Kind.GLOSSARY]
GLOSSARIES = [form for form in FORMATS if form.reads and form.kind is Kind.GLOSSARY]
PATIENCE = 20.0
"""Seconds for one file; all of them are small."""


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("a reader has called the network")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)


@pytest.mark.parametrize("form", [form for form in READ if not form.needs_texts], ids=lambda form: form.id)
def test_a_whole_file_is_read_and_recognised(tmp_path: Path, form: Format) -> None:
    """Else the ordeals would prove nothing."""
    path = tmp_path / f"a{form.suffixes[0]}"
    path.write_bytes(whole_file(form))
    for given in (form, None):
        (entry, *_) = as_review(open_path(path, form=given)).documents
        assert HINDI in " ".join(segment.received for segment in entry.segments)


@pytest.mark.parametrize("form", READ, ids=lambda form: form.id)
def test_what_cannot_be_read_gets_one_line(tmp_path: Path, form: Format) -> None:
    """It names the file, and what was read can be written as UTF-8."""
    path = tmp_path / f"a{form.suffixes[0]}"
    for name, data in ordeals(form):
        path.write_bytes(data)
        for given in (form, None):
            start = time.monotonic()
            found = _outcome(path, given)
            if isinstance(found, ReviewerError):
                assert "\n" not in str(found), name
                assert len(str(found)) < 1200, name
                assert found.file or found.remedy, name
            else:
                texts = [segment.received for entry in found.documents for segment in entry.segments]
                assert "".join(texts).encode("utf-8") is not None, name
                assert not any("root:" in text for text in texts), name
            assert time.monotonic() - start < PATIENCE, name


@pytest.mark.parametrize("form", GLOSSARIES, ids=lambda form: form.id)
def test_a_glossary_that_cannot_be_read_gets_one_line(tmp_path: Path, form: Format) -> None:
    """The whole one is read; of the others, terms that can be written, or one line."""
    path = tmp_path / f"a{form.suffixes[0]}"
    read = form.load_reader()
    path.write_bytes(whole_file(form))
    assert [term.source for term in read(path).terms] == [ENGLISH]
    for name, data in ordeals(form):
        path.write_bytes(data)
        start = time.monotonic()
        told = _told(form, path)
        if isinstance(told, ReviewerError):
            assert "\n" not in str(told), name
            assert told.file or told.remedy, name
        else:
            assert told.encode("utf-8") is not None, name
            assert "root:" not in told, name
        assert time.monotonic() - start < PATIENCE, name


def _told(form: Format, path: Path) -> str | ReviewerError:
    try:
        return "".join(term.source + "".join(term.approved) for term in form.load_reader()(path).terms)
    except ReviewerError as error:
        return error


def _outcome(path: Path, form: Format | None) -> ProjectReview | ReviewerError:
    try:
        return as_review(open_path(path, form=form))
    except ReviewerError as error:
        return error


def _content(project: Path) -> ProjectReview:
    with Session.open(project, "editor") as session:
        return session.project_review()


@pytest.mark.parametrize("form", READ, ids=lambda form: form.id)
def test_commands_say_one_line_and_leave_the_project_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: Format
) -> None:
    """Converting makes no file, importing changes nothing, where a file cannot be read."""
    path, out, project = tmp_path / f"a{form.suffixes[0]}", tmp_path / "out.jsonl", tmp_path / "p.review"
    text = tmp_path / "a.txt"
    text.write_text("यह घर है।\n", "utf-8")
    assert main(["new", str(project), "--target", str(text)]) == 0
    before = _content(project)
    for number, (name, data) in enumerate(ordeals(form, random_ones=4)):
        if number > 30 and number % 50:
            continue
        path.write_bytes(data)
        capsys.readouterr()
        code = main(["convert", str(path), str(out)])
        told = [line for line in capsys.readouterr().err.splitlines() if "note:" not in line]
        if code:
            assert not out.exists(), name
            assert [line.startswith("reviewer: ") for line in told] == [True], (name, told)
        out.unlink(missing_ok=True)
        code = main(["import", str(project), str(path)])
        assert "Traceback" not in capsys.readouterr().err, name
        after = _content(project)
        assert code == 0 or after == before, name
        before = after


@pytest.mark.parametrize("form_id", ["xliff-1.2", "xliff-2", "tmx", "mqm-tsv", "jsonl", "label-studio"])
def test_one_huge_segment_is_read_in_bounded_time(tmp_path: Path, form_id: str) -> None:
    """Places in it are snapped to letters without going through all of it."""
    form = by_id(form_id)
    data = whole_file(form)
    word = "यह".encode() if "यह".encode() in data else b"\\u092f\\u0939"
    path = tmp_path / f"a{form.suffixes[0]}"
    path.write_bytes(data.replace(word, "यह घर है ".encode() * 400_000, 1))
    start = time.monotonic()
    review = open_path(path, form=form)
    assert isinstance(review, ProjectReview)
    assert time.monotonic() - start < PATIENCE


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A folder, a link into nothing, a name that is none."""
    link = tmp_path / "a.xlf"
    link.symlink_to(tmp_path / "none.xlf")
    for path in (tmp_path, link, tmp_path / ("a" * 300 + ".xlf")):
        with pytest.raises(ReviewerError):
            open_path(path)

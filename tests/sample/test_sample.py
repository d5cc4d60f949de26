"""The sample article: its files agree, and its deliberate errors are where they are said to be."""

import json
import tomllib
import unicodedata
from collections import Counter
from typing import Any

import pytest

from reviewer.domain.flag import Severity
from reviewer.domain.segment import Role
from reviewer.resources import resource
from reviewer.text.cluster import is_boundary
from reviewer.text.sentence import split

LANGUAGES = {"source": "en", "received": "hi", "back_translation": "en", "reference": "hi"}


def the_description() -> dict[str, Any]:
    """What sample.toml says."""
    return tomllib.loads(resource("sample", "sample.toml").read_text(encoding="utf-8"))


def the_text(side: str) -> str:
    """One text of the sample, as the file holds it."""
    return resource("sample", the_description()["files"][side]).read_text(encoding="utf-8")


def the_sentences(side: str) -> list[list[str]]:
    """The sentences of each paragraph of one text."""
    return [
        [line[piece.start : piece.end] for piece in split(line, "hi" if LANGUAGES[side] == "hi" else "en")]
        for line in the_text(side).splitlines()
    ]


def the_errors() -> list[dict[str, Any]]:
    """The deliberate errors."""
    lines = resource("sample", "errors.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("side", LANGUAGES)
def test_texts_are_composed_the_standard_way(side: str) -> None:
    """Each text is NFC, has no empty paragraph and no blank at a line's end."""
    text = the_text(side)
    assert text == unicodedata.normalize("NFC", text)
    assert all(line and line == line.strip() for line in text.splitlines())


@pytest.mark.parametrize("side", LANGUAGES)
def test_texts_have_the_same_sentences(side: str) -> None:
    """Paragraph by paragraph, every text has as many sentences as the English source."""
    assert [len(row) for row in the_sentences(side)] == [1, 1, 2, 3, 2, 3, 3, 3, 2, 2, 1, 1]


def test_every_paragraph_has_a_role() -> None:
    """The description names a known role for each paragraph, headline first."""
    roles = [Role(role) for role in the_description()["roles"]]
    assert len(roles) == len(the_text("received").splitlines())
    assert roles[0] is Role.HEADLINE


def test_errors_lie_where_they_say() -> None:
    """The text of each error stands at its offsets, counted in code points within its sentence."""
    sentences = the_sentences("received")
    for error in the_errors():
        sentence = sentences[error["paragraph"]][error["sentence"]]
        assert sentence[error["start"] : error["end"]] == error["text"]


def test_errors_begin_and_end_between_letters() -> None:
    """No error cuts a grapheme cluster."""
    sentences = the_sentences("received")
    for error in the_errors():
        sentence = sentences[error["paragraph"]][error["sentence"]]
        assert is_boundary(sentence, error["start"])
        assert is_boundary(sentence, error["end"])


def test_errors_are_of_the_newsroom_types() -> None:
    """Each error's type is one that the newsroom profile lists."""
    profile = tomllib.loads(resource("profiles", "newsroom.toml").read_text(encoding="utf-8"))
    known = {entry["id"] for entry in profile["types"]}
    assert {error["type"] for error in the_errors()} <= known


def test_suggestions_change_the_text() -> None:
    """A suggestion, where there is one, differs from what it replaces."""
    assert all(error["suggestion"] != error["text"] for error in the_errors())


def test_the_sample_has_every_severity() -> None:
    """There are errors from neutral to critical, as the figures of the README say."""
    counts = Counter(Severity(error["severity"]) for error in the_errors())
    assert counts == {Severity.NEUTRAL: 1, Severity.MINOR: 29, Severity.MAJOR: 9, Severity.CRITICAL: 2}


def test_the_sample_has_an_omission() -> None:
    """One error is a caret position: something of the English is missing there."""
    carets = [error["type"] for error in the_errors() if error["start"] == error["end"]]
    assert carets == ["accuracy/omission"]


def test_some_sentences_are_clean() -> None:
    """Three sentences have no error, so that "reviewed, clean" can be tried."""
    marked = {(error["paragraph"], error["sentence"]) for error in the_errors()}
    everything = {(n, m) for n, row in enumerate(the_sentences("received")) for m in range(len(row))}
    assert everything - marked == {(1, 0), (7, 1), (7, 2)}

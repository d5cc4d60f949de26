"""The PDF gives every Hindi word back, and takes texts for nothing but texts."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
import regex

from reviewer.domain.report import Prose, Section
from reviewer.reports import pdf
from reviewer.resources import resource
from tests.reports.example import REPORT

_HINDI = regex.compile(r"[\u0900-\u097f\u200c\u200d]+")
_NEEDS = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")


def _extracted(made: bytes, folder: Path) -> str:
    target = folder / "r.pdf"
    target.write_bytes(made)
    told = subprocess.run(["pdftotext", target, "-"], capture_output=True, check=True)
    return told.stdout.decode()


@pytest.fixture(scope="module")
def made() -> bytes:
    """The example's PDF."""
    return pdf.render(REPORT)


@_NEEDS
def test_every_hindi_word_of_the_report_comes_back(made: bytes, tmp_path: Path) -> None:
    """Titles, tables, charts, excerpts cut by marks."""
    words = set(_HINDI.findall(repr(REPORT)))
    assert words - set(_HINDI.findall(_extracted(made, tmp_path))) == set()


_COUNTED = {"word_frequency", "dictionary_words"}
"""Words as others have counted them, misspellings included."""
_REPEATED = regex.compile("ह्य[ुू]|र्[टड]्स")
"""Clusters of which a letter comes back twice: vowels below ह्य, and a reph over a conjunct."""


@_NEEDS
def test_every_word_of_the_lexicons_comes_back(tmp_path: Path) -> None:
    """Conjuncts, matras before and below, nuktas, joiners, raised halants, Devanagari digits."""
    tables = [path for path in sorted(resource("lexicons").glob("*.tsv")) if path.stem not in _COUNTED]
    places = tables + sorted(resource("sample").glob("*_hi.txt"))
    text = "\n".join(place.read_text(encoding="utf-8") for place in places)
    words = sorted({*_HINDI.findall(text), "क्\u200cष", "र्\u200dक", "२०२६", "ट्स", "फ़ुट", "केरल", "कैं"})
    assert len(words) > 1500
    lines = tuple(" ".join(words[at : at + 100]) for at in range(0, len(words), 100))
    section = Section(id="w", title="w", blocks=(Prose(paragraphs=lines),))
    found = set(_extracted(pdf.render(replace(REPORT, sections=(section,))), tmp_path).split())
    assert {word for word in words if not _REPEATED.search(word)} - found == set()


@_NEEDS
def test_texts_are_never_read_as_markup(made: bytes, tmp_path: Path) -> None:
    """Commands of the typesetter come out as they went in."""
    text = _extracted(made, tmp_path)
    assert '#panic("x") *bold* _it_ $y$ @ref <label>' in text
    assert "<script>alert(1)</script>" in text


@_NEEDS
def test_charts_hold_text_not_pictures_of_text(made: bytes, tmp_path: Path) -> None:
    """Axis titles and clusters can be searched."""
    text = _extracted(made, tmp_path)
    assert "Cluster 2" in text
    assert "Week of sign-off" in text


def test_the_same_report_gives_the_same_bytes(made: bytes) -> None:
    """No clock, no chance."""
    assert pdf.render(REPORT) == made


def test_the_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    """What was there is gone, nothing is left beside it."""
    target = tmp_path / "r.pdf"
    target.write_text("old")
    pdf.write(replace(REPORT, sections=REPORT.sections[-1:]), target)
    assert target.read_bytes().startswith(b"%PDF-")
    assert [path.name for path in tmp_path.iterdir()] == ["r.pdf"]

"""An annotated review on paper gives its words back, and takes texts for nothing but texts."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain.snapshot import ProjectReview
from reviewer.domain.span import Side
from reviewer.formats import pdf_review
from reviewer.formats.registry import by_id, writable
from tests.builders import a_flag, a_review, a_segment

_NEEDS = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")


def _extracted(path: Path) -> str:
    told = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return told.stdout.decode()


def _review() -> ProjectReview:
    segments = (
        a_segment(
            "राष्ट्रपति ने न्यायाधीशों को शपथ दिलाई।", final="राष्ट्रपति ने जजों को शपथ दिलाई।", source="One #[*]."
        ),
        a_segment("#panic() $x$ \\ <b> \x07 \u202e", id=2, position=1, source="[#import]" * 30),
    )
    flags = (
        a_flag(14, 25, comment="कठिन शब्द #", suggestion="जजों"),
        a_flag(0, 3, id=2, side=Side.SOURCE, suggestion=""),
        replace(a_flag(id=3, segment_id=2), spans=(), comment="पूरा वाक्य"),
    )
    return ProjectReview(documents=(a_review(*segments, flags=flags), a_review(a_segment("दूसरा लेख।"))))


@_NEEDS
def test_texts_and_errors_come_back_whole(tmp_path: Path) -> None:
    """Commands of the typesetter come out as they went in."""
    path = tmp_path / "review.pdf"
    assert writable(path).id == "pdf-review"
    by_id("pdf-review").load_writer()(_review(), path)
    told = _extracted(path)
    for words in (
        "राष्ट्रपति",
        "शपथ",
        "Minor",
        "mistranslation",
        "कठिन",
        "#panic()",
        "whole segment",
        "दूसरा",
    ):
        assert words in told, words
    assert "One #[*]." in " ".join(told.split())


def test_the_same_review_gives_the_same_pages(tmp_path: Path) -> None:
    """Nothing of the machine or the hour is in them."""
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for path in (first, second):
        pdf_review.write(_review(), path, made="2026-01-02T03:04:05+00:00")
    assert first.read_bytes() == second.read_bytes()


def test_an_empty_review_is_a_page(tmp_path: Path) -> None:
    """Rather than an error."""
    path = tmp_path / "a.pdf"
    pdf_review.write(ProjectReview(documents=()), path)
    assert path.read_bytes().startswith(b"%PDF")

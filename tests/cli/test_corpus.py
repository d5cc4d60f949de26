"""Scores of line files."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer.cli.corpus import METRICS, read_lines, score_files
from reviewer.domain.error import ReviewerError

HYPOTHESIS = "वह घर गया।\nबारिश हो रही थी ।  \n\nनेता ने कहा कि सब ठीक है।\n"
REFERENCE = "वह अपने घर गया।\nबारिश हो रही थी।\nअंत\nनेता बोले कि सब कुछ ठीक है।"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A hypothesis and a reference; spaces at line ends, an empty line, no line feed at the end."""
    paths = (tmp_path / "hyp.txt", tmp_path / "ref.txt")
    for path, text in zip(paths, (HYPOTHESIS, REFERENCE), strict=True):
        path.write_bytes(text.encode())
    return paths


@pytest.mark.parametrize("tokenizer", ["13a", "intl", "none"])
def test_scores_equal_the_sacrebleu_command(files: tuple[Path, Path], tokenizer: str) -> None:
    """Values to the eighth digit, and signatures to the letter."""
    ours = score_files(files[0], [files[1]], METRICS, tokenizer=tokenizer)
    theirs = []
    for extra in (["bleu", "chrf", "ter"], ["chrf", "--chrf-word-order", "2"]):
        command = [sys.executable, "-m", "sacrebleu", str(files[1]), "-i", str(files[0]), "-w", "8"]
        options = ["--force", "-tok", tokenizer, "-m", *extra]
        printed = subprocess.run([*command, *options], capture_output=True, check=True).stdout
        found = json.loads(printed)
        theirs += found if isinstance(found, list) else [found]
    by_name = {score.title: score for score in ours}
    for line in theirs:
        score = by_name["chrF++" if line["name"] == "chrF2++" else line["name"].replace("chrF2", "chrF")]
        assert round(score.value, 8) == line["score"]
        assert score.signature == line["signature"]
    assert len(theirs) == len(ours)


def test_several_references_are_taken_together(files: tuple[Path, Path]) -> None:
    """A hypothesis that is one of its references does better than against the other alone."""
    (alone,) = score_files(files[0], [files[1]], ["chrf"])
    (both,) = score_files(files[0], [files[1], files[0]], ["chrf"])
    assert both.value > alone.value
    assert "nrefs:2" in both.signature


def test_files_of_unlike_length_are_refused(files: tuple[Path, Path]) -> None:
    """The error names the file and both counts."""
    files[1].write_text("एक ही पंक्ति।\n", encoding="utf-8")
    with pytest.raises(ReviewerError, match=r"ref\.txt: has 1 lines, but hyp\.txt has 4"):
        score_files(files[0], [files[1]], ["chrf"])


def test_only_a_line_feed_ends_a_line(tmp_path: Path) -> None:
    """A line separator within a sentence does not shift all that follows."""
    path = tmp_path / "a.txt"
    path.write_bytes("एक\u2028दो\r\nतीन\n\n".encode())
    assert read_lines(path) == ["एक\u2028दो", "तीन", ""]

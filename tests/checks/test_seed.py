"""What checks say of a real article with 65 errors marked by hand, and what not; skips where it is absent."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reviewer.checks.catalogue import shipped
from reviewer.checks.engine import Checker
from reviewer.checks.lens import article_of
from reviewer.domain.finding import Finding, Tier
from reviewer.domain.segment import Segment
from reviewer.domain.span import Range, Side

SEED = Path(__file__).resolve().parents[2].parent / "shared" / "cases" / "seed"
pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="the seed article is not beside the project")

_WAYS: Mapping[str, Mapping[str, str]] = {
    "alone": {},
    "with a back-translation": {"back_translation": "back_translation_en"},
    "with a source": {"source": "plausible_source_en"},
    "with both": {"source": "plausible_source_en", "back_translation": "back_translation_en"},
}
_FIRES = (
    ("G01", (10,)),
    ("G12", (12,)),
    ("G13", (5,)),
    ("S01", (0, 1, 3, 4, 6, 8, 15)),
    ("S02", (17,)),
    ("E04", (18,)),
)


@cache
def rows() -> tuple[dict[str, Any], ...]:
    """The rows of the hand-marked file, one a sentence."""
    lines = (SEED / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


@cache
def found(way: str) -> tuple[tuple[Finding, ...], ...]:
    """All findings, sentence by sentence."""
    segments = [
        Segment(
            id=row["index"],
            document_id=1,
            position=row["index"],
            paragraph=row["paragraph"],
            received=row["target"],
            final=row["target"],
            **{column: row[key] for column, key in _WAYS[way].items()},
        )
        for row in rows()
    ]
    return tuple(findings for _, findings in Checker(shipped()).all(article_of(segments)))


def codes(findings: Iterable[Finding]) -> set[str]:
    """The catalogue's codes of findings."""
    known = {check.id: check.code for check in shipped()}
    return {known[each.check] for each in findings}


def meets(finding: Finding, error: Mapping[str, Any]) -> bool:
    """Whether a finding lies on the words of an error; one on the English alone on one that needs it."""
    hindi = [span for span in finding.spans if span.side is Side.RECEIVED]
    if not hindi:
        return bool(error["needs_source"])
    place = Range(error["start"], error["end"])
    return any(piece.start <= place.end and place.start <= piece.end for piece in hindi[0].ranges)


@pytest.mark.parametrize("way", _WAYS)
def test_no_error_or_warning_lies_outside_what_was_marked(way: str) -> None:
    """Whatever is beside the Hindi."""
    outside = [
        (row["index"], each.check, each.quote)
        for row, findings in zip(rows(), found(way), strict=True)
        for each in findings
        if each.tier is not Tier.HINT and not any(meets(each, error) for error in row["errors"])
    ]
    assert outside == []


@pytest.mark.parametrize(
    ("code", "sentence"), [pytest.param(code, each, id=f"{code}-{each}") for code, s in _FIRES for each in s]
)
def test_check_finds_its_error_in_the_hindi_alone(code: str, sentence: int) -> None:
    """On the words that were marked."""
    errors = rows()[sentence]["errors"]
    on_it = [each for each in found("alone")[sentence] if any(meets(each, error) for error in errors)]
    assert code in codes(on_it)


@pytest.mark.parametrize("way", _WAYS)
def test_marks_numbers_and_letters_are_in_order(way: str) -> None:
    """No check of numbers, punctuation or orthography may be sure that something is wrong."""
    every = [each for findings in found(way) for each in findings if each.tier is Tier.ERROR]
    assert not [code for code in codes(every) if code[0] in "NPO"]


@pytest.mark.parametrize("sentence", [7, 19])
def test_nothing_is_said_of_good_sentences(sentence: int) -> None:
    """Neither of the one nor of the fixed phrase in the last line."""
    assert [each for each in found("alone")[sentence] if each.tier is not Tier.HINT] == []


def test_name_that_ends_like_a_pronoun_is_left_alone() -> None:
    """किम जोंग उन ने is no उन ने, and genitives before joined words are right."""
    every = [
        (row["index"], each) for row, each_ in zip(rows(), found("alone"), strict=True) for each in each_
    ]
    assert "G10" not in codes(each for _, each in every)
    assert "G04" not in codes(each for sentence, each in every if sentence == 16)


def test_half_of_all_errors_are_met_beside_the_source() -> None:
    """32 of 65, hints included."""
    met = [
        error["id"]
        for row, findings in zip(rows(), found("with a source"), strict=True)
        for error in row["errors"]
        if any(meets(each, error) for each in findings)
    ]
    assert len(met) >= 32

"""Other schemes' type names are understood."""

import json
from pathlib import Path

import pytest

from reviewer.scoring.profile import load
from reviewer.scoring.taxonomy import canonical

_GOLD = Path(__file__).resolve().parents[2].parent / "shared" / "cases" / "seed" / "gold.jsonl"


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("linguistic-conventions/grammar", "linguistic/grammar"),
        ("style/unidiomatic-style", "style/unidiomatic"),
        ("Fluency/Punctuation", "linguistic/punctuation"),
        ("Accuracy/Untranslated text", "accuracy/untranslated"),
        ("accuracy/undertranslation", "accuracy/under-over-translation"),
        ("Non-translation!", "accuracy/non-translation"),
        ("Accuracy/Source language fragment", "accuracy/untranslated"),
        ("Other", "other/other"),
        ("locale convention/date format", "locale/date-format"),
    ],
)
def test_names_of_other_schemes_are_ours(theirs: str, ours: str) -> None:
    """MQM 2.0 and WMT names lead to the types of our profiles."""
    assert canonical(theirs) == ours


@pytest.mark.parametrize("own", ["", "taste/cliché", "accuracy/omission"])
def test_own_names_stay(own: str) -> None:
    """A type that no scheme renames keeps its name."""
    assert canonical(own) == own


@pytest.mark.skipif(not _GOLD.exists(), reason="the seed article is not here")
def test_seed_types_are_of_known_dimensions() -> None:
    """All 65 errors of the seed have a type of the newsroom or one of its dimensions."""
    rows = [json.loads(line) for line in _GOLD.read_text(encoding="utf-8").splitlines()]
    types = [canonical(error["category"]) for row in rows for error in row["errors"]]
    known = {kind.id for kind in load("newsroom").types}
    assert len(types) == 65
    assert sum(kind in known for kind in types) == 63
    assert {kind.partition("/")[0] for kind in types} <= {kind.partition("/")[0] for kind in known}

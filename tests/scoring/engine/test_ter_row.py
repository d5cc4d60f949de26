"""Compiled counts of TER equal sacreBLEU's, on whatever can be written."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.scoring.engine import kernel
from reviewer.scoring.engine.corpus import extract
from reviewer.scoring.engine.kernel import Kernel
from reviewer.scoring.engine.peer import References, peer
from reviewer.scoring.engine.ter_row import count_edits, ter_counter
from reviewer.scoring.option import TerOptions

DATA = (
    Path(__file__).resolve().parents[3].parent / "shared" / "data" / "en_hi_post_edits" / "post_edits.jsonl"
)
EVERY = st.builds(
    TerOptions,
    normalized=st.booleans(),
    no_punct=st.booleans(),
    asian_support=st.booleans(),
    case_sensitive=st.booleans(),
)
SPACES = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2003\u2028\u2029\u202f\u205f\u3000"
PIECES = [
    *"aAbΣσİıक।.,-5’'&漢ア、\ud800\U0010ffff\u200b\ufeff👍🏽",
    *SPACES,
    "&amp;",
    "'s ",
    "1.5",
    "\n-",
    "क्ष ",
]
TEXT = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
LAST_SPACE = 0x3000
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

pytestmark = pytest.mark.usefixtures("kernels")


def compiled(options: TerOptions, hypotheses: Sequence[str], references: References) -> list[list[float]]:
    """Count with the kernel."""
    module = kernel.loaded(Kernel.TER)
    assert module is not None
    found: list[list[float]] = ter_counter(options, module)(hypotheses, references).tolist()
    return found


@QUICK
@given(EVERY, st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=5))
def test_counts_are_sacrebleus(options: TerOptions, pairs: list[tuple[str, str]]) -> None:
    """Edits and lengths are sacreBLEU's, with any options, on any characters."""
    hypotheses, references = zip(*pairs, strict=True)
    assert compiled(options, hypotheses, [references]) == peer(options).extract(hypotheses, [references])


@QUICK
@given(TEXT, st.lists(st.none() | TEXT, max_size=4), TEXT)
def test_the_nearest_of_several_references_counts(
    hypothesis: str, others: list[str | None], last: str
) -> None:
    """Of several references the fewest edits count, and their average length, missing ones left out."""
    references = [[text] for text in (*others, last)]
    expected = peer(TerOptions()).extract([hypothesis], references)
    assert compiled(TerOptions(), [hypothesis], references) == expected


def test_every_space_of_python_splits_words() -> None:
    """The kernel splits where `str.split` does, at every character up to the last space there is."""
    assert not any(chr(code).isspace() for code in range(LAST_SPACE + 1, 0x110000))
    texts = [f"a{chr(code)}b" for code in range(LAST_SPACE + 100)]
    words = [len(text.lower().split()) for text in texts]
    module = kernel.loaded(Kernel.TER)
    assert module is not None
    assert count_edits(TerOptions(), module, texts, texts)[:, 6].tolist() == words


@pytest.mark.parametrize(
    ("hypothesis", "reference"),
    [
        ("", ""),
        ("", "a b"),
        ("a b", ""),
        ("a", "a"),
        ("👍", "👍🏽"),
        ("!?", "।"),
        (" \n ", "\x85"),
        ("a " * 300, "a"),
    ],
)
def test_odd_lines_count_as_with_sacrebleu(hypothesis: str, reference: str) -> None:
    """Empty sides, one character, signs alone, and a word a hundred times are counted alike."""
    expected = peer(TerOptions()).extract([hypothesis], [[reference]])
    assert compiled(TerOptions(), [hypothesis], [[reference]]) == expected


def test_one_reference_gives_whole_numbers() -> None:
    """With one reference the statistics are whole numbers, with several they need not be."""
    assert extract(TerOptions(), ["a"], [["b"]]).dtype == np.int64
    assert extract(TerOptions(), ["a"], [["b"], ["a b"]]).tolist() == [[1.0, 1.5]]


def test_real_post_edits_count_as_with_sacrebleu() -> None:
    """Texts and their post-edits are counted alike."""
    if not DATA.exists():
        pytest.skip("the public data is not here")
    rows = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()[:7000:28]]
    received, final = [row["mt"] for row in rows], [row["pe"] for row in rows]
    assert extract(TerOptions(), received, [final]).tolist() == peer(TerOptions()).extract(received, [final])

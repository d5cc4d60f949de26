"""Compiled counts of BLEU and chrF equal sacreBLEU's, on whatever can be written."""

import json
import string
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.scoring.engine import kernel
from reviewer.scoring.engine.corpus import extract
from reviewer.scoring.engine.ngram import kernel_of
from reviewer.scoring.engine.peer import References, peer
from reviewer.scoring.option import BleuOptions, ChrfOptions

DATA = Path(__file__).resolve().parents[3].parent / "shared" / "data"
SPACES = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2003\u2028\u2029\u202f\u205f\u3000"
NEAR_SPACES = "\u200b\u200c\u200d\u2060\ufeff\x00\x1b\x7f"
MARKS = ".,-।॥·•…«»„“”—–、。！？；$€₹+<>=|~^`¬©№"
LETTERS = "aAbBzZÄäßİıΣσςǅжЖकखक्षा़ि९०১1२३٣½²Ⅷ漢字かカ한👍🏽👨\u200d👩\u200d👧🇮🇳\ud800\udfff\U0010ffff"
PIECES = (
    "<skipped>",
    "-\n",
    "\n",
    "&quot;",
    "&amp;",
    "&lt;",
    "&gt;",
    "&amp;lt;",
    "&",
    "1.5",
    "1,000.",
    "a.b",
    "5-6",
)
OPTIONS = (
    BleuOptions(),
    BleuOptions(lowercase=True),
    BleuOptions(tokenize="intl"),
    BleuOptions(tokenize="intl", lowercase=True, max_ngram_order=2),
    BleuOptions(tokenize="none", max_ngram_order=1),
    BleuOptions(tokenize="char", max_ngram_order=9),
    BleuOptions(tokenize="zh"),
    BleuOptions(tokenize="indic"),
    ChrfOptions(),
    ChrfOptions(word_order=2),
    ChrfOptions(word_order=2, lowercase=True),
    ChrfOptions(whitespace=True, char_order=3, word_order=1),
    ChrfOptions(word_order=2, eps_smoothing=True, beta=3),
    ChrfOptions(char_order=0, word_order=4, beta=0),
    ChrfOptions(char_order=10, lowercase=True, whitespace=True, eps_smoothing=True, beta=1),
)

characters = st.one_of(
    st.sampled_from(SPACES + NEAR_SPACES + MARKS + LETTERS + string.punctuation + string.digits),
    st.characters(),
    st.sampled_from(PIECES),
)
texts = st.one_of(
    st.lists(characters, max_size=40).map("".join),
    # Few different ones, so that n-grams recur and clipping counts.
    st.text("ab .,1-", max_size=60),
    st.text("क ।", max_size=30),
)


def check(options: BleuOptions | ChrfOptions, hypotheses: list[str], references: References) -> None:
    """Hold the compiled statistics of a corpus against sacreBLEU's."""
    name = kernel_of(options)
    assert name is not None
    assert kernel.loaded(name) is not None
    expected = peer(options).extract(hypotheses, references)
    np.testing.assert_array_equal(extract(options, hypotheses, references), expected)


@st.composite
def corpora(draw: st.DrawFn) -> tuple[list[str], list[list[str | None]]]:
    """A few rows with one to three references each, of which all but one may be absent."""
    streams = draw(st.integers(1, 3))
    rows = draw(
        st.lists(st.tuples(texts, texts, *[st.none() | texts] * (streams - 1)), min_size=1, max_size=6)
    )
    turned = [row[1:][by % streams :] + row[1:][: by % streams] for by, row in enumerate(rows)]
    return [row[0] for row in rows], [list(stream) for stream in zip(*turned, strict=True)]


@pytest.mark.usefixtures("kernels")
@pytest.mark.parametrize("options", OPTIONS, ids=str)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(corpus=corpora())
def test_equals_sacrebleu(
    options: BleuOptions | ChrfOptions, corpus: tuple[list[str], list[list[str | None]]]
) -> None:
    """Every row's statistics are sacreBLEU's, for any text, with one reference or several."""
    hypotheses, references = corpus
    check(options, hypotheses, references)
    check(options, hypotheses, [hypotheses, *references])


@pytest.mark.usefixtures("kernels")
@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_odd_rows(options: BleuOptions | ChrfOptions) -> None:
    """Empty texts, single characters, only punctuation, only spaces, and 10,000 words are counted alike."""
    words = " ".join(f"शब्द{n * n % 997}," for n in range(10_000))
    odd = ["", " ", "a", "।", "...", "-.-,-.", "1.", ".1", "1.1.", "👍", SPACES, NEAR_SPACES, MARKS, words]
    hypotheses = [first for first in odd for _ in odd]
    references = [second for _ in odd for second in odd]
    if not isinstance(options, ChrfOptions):
        hypotheses, references = [*hypotheses, *PIECES], [*references, *reversed(PIECES)]
    # 10,000 words against each of the others would only repeat what one of them shows.
    kept = [n for n, pair in enumerate(zip(hypotheses, references, strict=True)) if pair.count(words) != 1]
    check(options, [hypotheses[n] for n in kept], [[references[n] for n in kept]])
    check(options, [words], [[words[1000:]]])


@pytest.mark.usefixtures("kernels")
@pytest.mark.parametrize(
    "options", [BleuOptions(tokenize="intl"), BleuOptions(), ChrfOptions(word_order=2)], ids=str
)
def test_every_character(options: BleuOptions | ChrfOptions) -> None:
    """Each character, between letters, between digits and at the ends, is cut as by sacreBLEU."""
    # The rest are ideographs, or nothing.
    alone = [chr(code) for code in (*range(0x3100), *range(0xA000, 0xAC00), *range(0xFE00, 0x11800))]
    rows = [
        "".join(f"a{one}b 1{one}2 {one}" for one in alone[at : at + 64]) for at in range(0, len(alone), 64)
    ]
    check(options, rows, [[row[::-1] for row in rows]])


@pytest.mark.parametrize(
    ("options", "kernels_name"),
    [
        (BleuOptions(max_ngram_order=0), None),
        (BleuOptions(max_ngram_order=40), None),
        (ChrfOptions(char_order=-1, word_order=2), None),
        (ChrfOptions(beta=10_000), None),
        (ChrfOptions(), kernel.Kernel.CHRF),
        (BleuOptions(tokenize="zh"), kernel.Kernel.BLEU),
    ],
    ids=str,
)
def test_odd_options_are_left_to_sacrebleu(
    options: BleuOptions | ChrfOptions, kernels_name: kernel.Kernel | None
) -> None:
    """A kernel counts with options it was proved for, and with no others."""
    assert kernel_of(options) is kernels_name


@pytest.mark.usefixtures("kernels")
@pytest.mark.parametrize(
    "options", [BleuOptions(), BleuOptions(tokenize="intl"), ChrfOptions(word_order=2)], ids=str
)
def test_paragraphs_of_translation_engines(options: BleuOptions | ChrfOptions) -> None:
    """Real paragraphs of several engines are counted as by sacreBLEU."""
    path = DATA / "en_hi_systems" / "systems.jsonl"
    if not path.exists():
        pytest.skip("the research data are not here")
    lines = path.read_text("utf-8").splitlines()[::40]
    rows = [json.loads(line) for line in lines]
    pairs = [(text, row["refA"]) for row in rows for text in row["systems"].values()]
    check(options, [pair[0] for pair in pairs], [[pair[1] for pair in pairs]])

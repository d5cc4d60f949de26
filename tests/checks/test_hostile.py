"""Nothing that can be stored makes a check fail, hang, or point beside the text."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.checks.catalogue import shipped
from reviewer.checks.engine import Checker
from reviewer.checks.lens import Article, article_of
from reviewer.domain.finding import Finding
from reviewer.domain.segment import Role, Segment
from reviewer.domain.span import Side
from tests.checks.ordeal import MEGABYTE

_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 100
"""Seconds a megabyte may take on a slow machine with other work; a hang would take hours."""
_HINDI = st.text(st.characters(min_codepoint=0x0900, max_codepoint=0x097F), max_size=40)
_MARKS = st.text(st.sampled_from("़ािीुूंँः्ॅॉ\u200c\u200d\u00a0\ufeff"), max_size=20)
_SIGNS = st.text(
    st.sampled_from("।॥|.,;:!?“”‘’\"'()[]{}<>&%$₹#@/\\-–— \t\n0123456789०१२३४५६७८९"), max_size=30
)
_USUAL = "सरकार ने कहा कि की के का नहीं लाख करोड़ 42 % रुपये पुतिन और है हैं गया वह को में दोनों “ ” । NATO कल 12 मई"
_WORDS = st.lists(
    st.sampled_from(_USUAL.split()),
    max_size=25,
).map(" ".join)
_ANY = st.text(max_size=40)
_BROKEN = st.text(st.characters(min_codepoint=0xD7F0, max_codepoint=0xE010), max_size=10)
_TEXT = st.lists(st.one_of(_HINDI, _MARKS, _SIGNS, _WORDS, _ANY, _BROKEN), min_size=1, max_size=4).map(
    "".join
)
_MAYBE = st.one_of(_TEXT, st.just(""))


def an_article(*rows: tuple[str, str, str], role: Role = Role.BODY) -> Article:
    """Segments of Hindi, source and back-translation."""
    return article_of(
        Segment(
            id=number,
            document_id=1,
            position=number,
            paragraph=number // 2,
            received=target,
            final=target,
            source=source or None,
            back_translation=back or None,
            role=role,
        )
        for number, (target, source, back) in enumerate(rows)
    )


def all_findings(article: Article) -> list[tuple[Finding, ...]]:
    """What every check says; a check that fails, fails the test."""
    checker = Checker(shipped())
    found = [findings for _, findings in checker.all(article)]
    assert [str(fault) for fault in checker.faults.values()] == []
    return found


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    rows=st.lists(
        st.tuples(_TEXT, st.one_of(_TEXT, st.just("")), st.one_of(_TEXT, st.just(""))), min_size=1, max_size=4
    ),
    role=st.sampled_from(Role),
)
def test_whatever_is_stored_can_be_checked(rows: list[tuple[str, str, str]], role: Role) -> None:
    """Spans lie inside their texts, a safe change is told, and of the same text the same is said."""
    article = an_article(*rows, role=role)
    found = all_findings(article)
    for lens, findings in zip(article.lenses, found, strict=True):
        for finding in findings:
            for span in finding.spans:
                assert span.end <= len(lens.segment.text(span.side))
            assert finding.message
            assert finding.suggestion is not None or not finding.is_safe
    assert all_findings(an_article(*rows, role=role)) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "़",
        "ािीुू",
        "्",
        "\u200d\u200c",
        "😀😀",
        "👩‍👩‍👧‍👦 🇮🇳",
        "।",
        "“",
        "\ud800",
        "क\udfffख",
        "\x00",
        "\ufffe",
        "à¤",
        "½",
        "٣٤",
        "²",
        "①",
        "०" * 400,
        "9" * 5000,
        "1e999",
        "-0",
        "1/0",
        "32 मई 0000",
        "25:99 बजे",
        "१,००,00",
        "%s%s%n{0}{}",
    ],
)
def test_odd_little_texts_are_checked(text: str) -> None:
    """On every side, with each other and with plain words."""
    for row in [(text, text, text), (text, "", ""), (text, "The end.", ""), ("समाप्त।", text, text)]:
        all_findings(an_article(row, row))


@pytest.mark.parametrize("shape", ["spaces and letters", "numbers", "saying", "placeholders", "sentences"])
def test_a_megabyte_is_checked(shape: str) -> None:
    """In a process of its own: a regular expression that hangs cannot be interrupted."""
    undergo(shape, MEGABYTE)


def test_a_long_text_of_any_shape_is_checked() -> None:
    """A twentieth of it: by itself, each takes a tenth of a second."""
    undergo("all", MEGABYTE // 20)


def undergo(shape: str, letters: int) -> None:
    """Run the process, and let it be killed when it hangs."""
    command = [sys.executable, "-m", "tests.checks.ordeal", shape, str(letters)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    assert done.returncode == 0, done.stderr


def test_very_many_segments_cost_no_more_each() -> None:
    """Ten thousand short segments of one document, some of them alike."""
    rows = [
        (f"{number % 700} लोग दिल्ली पहुँचे।", f"{number % 700} people reached Delhi.", "")
        for number in range(10_000)
    ]
    found = all_findings(an_article(*rows))
    assert len(found) == len(rows)
    assert all(span.side is not Side.FINAL for findings in found for each in findings for span in each.spans)

"""Words with impossible marks are found wherever the marks were put, and mended where it is clear how."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.checks.check import Example
from reviewer.checks.orthography.sequence import InvalidSequence
from tests.checks.specimen import findings, quoted

_SENTENCE = "सरकार ने पुराने किसानों को समझाया और नदी पार की।"
_SIGNS = "ािीुूेैोौ"
_PLACES = [at for at, letter in enumerate(_SENTENCE) if letter in _SIGNS]


@given(st.sampled_from(_PLACES), st.sampled_from(_SIGNS))
def test_a_second_vowel_sign_is_found(at: int, sign: str) -> None:
    """Whichever it is, on any letter."""
    example = Example(target=_SENTENCE[:at] + sign + _SENTENCE[at:])
    assert len(findings(InvalidSequence(), example)) == 1


@given(st.sampled_from(_PLACES), st.sampled_from([" ", "्", "ं"]))
def test_what_parts_a_sign_from_its_letter_is_found(at: int, between: str) -> None:
    """A blank, a virama or an anusvara."""
    example = Example(target=_SENTENCE[:at] + between + _SENTENCE[at:])
    assert len(findings(InvalidSequence(), example)) == 1


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        ("सरकाार", "सरकार"),
        ("सरक ार", "सरकार"),
        ("किसानोंं", "किसानों"),
        ("अेक", "एक"),
        ("अापका", "आपका"),
        ("हैेैं", "हैं"),
    ],
)
def test_the_word_that_was_meant_is_suggested(broken: str, meant: str) -> None:
    """It is the commonest of those that leaving out a mark makes."""
    example = Example(target=f"{broken} यहाँ।")
    (finding,) = findings(InvalidSequence(), example)
    assert (quoted(finding, example), finding.suggestion) == (broken, meant)


def test_a_word_that_nobody_knows_is_not_guessed() -> None:
    """Either of two signs may be the one too many."""
    (finding,) = findings(InvalidSequence(), Example(target="झमपुीला आया।"))
    assert finding.suggestion is None


def test_a_very_long_word_is_shown_by_its_broken_letter() -> None:
    """Nobody is shown ten thousand letters."""
    example = Example(target="क" * 10_000 + "ाा" + "क" * 10_000)
    (finding,) = findings(InvalidSequence(), example)
    assert len(quoted(finding, example)) < 10

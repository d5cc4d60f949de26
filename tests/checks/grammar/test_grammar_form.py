"""Forms of nouns and verbs, and what a line of words tells."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.checks.check import silent
from reviewer.checks.grammar import CHECKS
from reviewer.checks.grammar.form import FEMININE, MASCULINE, MASCULINE_SINGULAR, nouns, plain, verbs
from reviewer.checks.grammar.group import misspelt_futures
from reviewer.checks.grammar.line import Line
from reviewer.checks.lens import Text
from reviewer.domain.span import Side
from tests.checks.specimen import findings


def a_line(text: str) -> Line:
    """The words of a text."""
    return Line(Text(text, Side.RECEIVED))


def test_masculine_in_a_bends_before_a_postposition() -> None:
    """The direct form is never oblique, the form in ‑े may be both."""
    assert nouns()["समझौता"].oblique == 0
    assert nouns()["समझौते"].oblique == MASCULINE
    assert nouns()["समझौता"].direct == MASCULINE_SINGULAR


def test_every_form_of_a_noun_has_its_gender() -> None:
    """No form agrees with the other gender."""
    for noun in nouns().values():
        other = MASCULINE if noun.gender == "f" else FEMININE
        assert not (noun.direct | noun.oblique) & other


def test_irregular_perfectives_are_known() -> None:
    """गया, किया, दिया and their like agree as regular ones do."""
    for word in ("गया", "किया", "दिया", "लिया", "हुआ", "आया"):
        assert verbs()[word].agrees == MASCULINE_SINGULAR


def test_plain_spelling_has_no_nukta() -> None:
    """Spelt with the dot or without it, a noun is found."""
    assert plain("फ़ैसला") == plain("फैसला")
    assert plain("पाँच") == plain("पांच")


def test_futures_are_respelt() -> None:
    """The nasal goes before the ending."""
    read = a_line("हम कल करेगें और वह जाएगा, वे होंगे")
    assert [fixed for _, fixed in misspelt_futures(read)] == ["करेंगे"]


def test_words_apart_by_punctuation_are_not_joined() -> None:
    """Only space joins."""
    read = a_line("सरकार, संसद और देश")
    assert read.joined == [False, True, True, False]


@given(st.text(alphabet="अकरनसमगयहतलदबप ािीुेोंँ़्।,-“”की ने में", max_size=120))
def test_no_text_breaks_a_check(text: str) -> None:
    """Whatever is written, every check answers."""
    for kind in CHECKS:
        findings(kind(), silent(text or "क"))

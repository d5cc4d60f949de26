"""Placeholders become codes and come back; what only looks like one stays text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.formats.placeholder import with_codes, without_codes


@pytest.mark.parametrize(
    "text",
    [
        "%s",
        "%d",
        "%1$s",
        "%(name)s",
        "%-5.2f",
        "%lu",
        "{0}",
        "{name}",
        "{count:d}",
        "${home}",
        "%%",
        "%@",
    ],
)
def test_a_placeholder_is_a_code(text: str) -> None:
    """In the source and the translation the same."""
    coded = with_codes((f"Open {text}", f"{text} खोलें"))
    assert [code.data for code in coded.codes] == [text.rsplit(maxsplit=1)[-1]]
    assert coded.codes[0].letter in coded.texts[0]
    assert coded.codes[0].letter in coded.texts[1]


@pytest.mark.parametrize(
    "text", ["50% discount", "100% सही", "{{name}}", "{a b}", "5%.", "{}", "%stop", "$5"]
)
def test_what_is_none_is_text(text: str) -> None:
    """A share of a hundred, braces of other languages."""
    assert with_codes((text,)) == ((text,), ())


def test_the_same_placeholder_has_the_same_number() -> None:
    """Their order in the translation may differ."""
    coded = with_codes(("%s of %d", "%d में से %s, %s"))
    assert [code.number for code in coded.codes] == [1, 2]
    first, second = (code.letter for code in coded.codes)
    assert coded.texts[1] == f"{second} में से {first}, {first}"


@given(text=st.text(st.sampled_from("%sd1$(){}क a.*-"), max_size=30))
def test_any_text_comes_back(text: str) -> None:
    """Whatever is in it."""
    coded = with_codes((text,))
    assert without_codes(coded.texts[0], coded.codes) == text

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text.number import values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("जुलाई 2000 में", (2000,)),
        ("१५ अगस्त २०२२", (15, 2022)),
        ("1,00,000 लोग और 3.5 प्रतिशत", (100_000, 3.5)),
        ("15 लाख", (1_500_000,)),
        ("5 लाख करोड़ रुपये", (5e12,)),
        ("दो सौ पचास", (250,)),
        ("पाँच लाख बीस हज़ार तीन सौ", (520_300,)),
        ("दो हज़ार पांच", (2005,)),
        ("10 लाख 20 लाख", (1_000_000, 2_000_000)),
        ("साढ़े तीन सौ लोग", (350,)),
        ("सवा लाख", (125_000,)),
        ("पौने दो", (1.75,)),
        ("डेढ़ सौ और ढाई हज़ार", (150, 2500)),
        ("एक घर, 1 बात", ()),
        ("एक लाख", (100_000,)),
        ("दो-तीन लोग", (2, 3)),
        ("सऊदी अरब", ()),
        ("5 अरब डॉलर", (5e9,)),
        ("दो दर्जन", (24,)),
        ("लाखों लोग", ()),
        ("21वीं सदी", (21,)),
        ("एफ-16 और कोविड-19 पर https://example.org/2022", ()),
        ("2020-21 में", (2020, 21)),
        ("1, 2, 3", (2, 3)),
        ("2,3", (2, 3)),
        ("संस्करण 3.11.2", ()),
        ("9:30 बजे", (9, 30)),
    ],
)
def test_reads_hindi_numbers(text: str, expected: tuple[float, ...]) -> None:
    """Digits, words, multipliers and the quarters before them give their values in order."""
    assert values(text, "hi") == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.5 million", (1_500_000,)),
        ("$1.2bn", (1.2e9,)),
        ("two hundred and five thousand", (205_000,)),
        ("two thousand and five", (2005,)),
        ("5 million and 3 people", (5e6, 3)),
        ("two million and three others", (2e6, 3)),
        ("twenty-five people", (25,)),
        ("Two and three", (2, 3)),
        ("one hundred", (100,)),
        ("a dozen", (12,)),
        ("a million", (1e6,)),
        ("no one, the 1", ()),
        ("50 crore in 1990s", (500_000_000, 1990)),
        ("F-16 and G20", ()),
        ("in 2022.", (2022,)),
        ("six to seven", (6, 7)),
    ],
)
def test_reads_english_numbers(text: str, expected: tuple[float, ...]) -> None:
    """The same in English, with "and" inside a number."""
    assert values(text, "en") == pytest.approx(expected)


@given(
    st.lists(
        st.sampled_from(
            [
                "दो ",
                "सौ ",
                "लाख ",
                "5 ",
                "साढ़े ",
                "अरब ",
                "घर ",
                "1,2",
                "-",
                "करोड़ ",
                "and ",
                "two ",
                "million ",
            ]
        )
    ),
    st.sampled_from(["hi", "en"]),
)
def test_any_order_of_number_words_is_read(parts: list[str], language: Literal["hi", "en"]) -> None:
    """Nonsense gives numbers too, but never a 1 nor less than none."""
    assert all(value > 0 and value != 1 for value in values("".join(parts), language))

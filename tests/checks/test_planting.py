"""Errors are planted where the generator says, they are errors, and the same seed plants the same ones."""

from random import Random

import pytest

from tests.checks.planting.catalogue import DETERMINISTIC, KINDS, wanted
from tests.checks.planting.plant import Planted, quote

_PAIRS = (
    (
        "Police said 45 people from Nepal were not injured on 12 March 2021; 3,500 houses were flooded.",
        "पुलिस ने कहा कि 12 मार्च 2021 को नेपाल के 45 लोग घायल नहीं हुए, और 3,500 मकान बह गए।",
    ),
    (
        "At least four students were allegedly beaten in a village near Varanasi; a minister paid 75 rupees.",
        "वाराणसी के पास गाँव में कम से कम चार छात्र कथित तौर पर पीटे गए, और मंत्री ने 75 रुपये दिए।",
    ),
    (
        "The new government makes a big road of five million dollars for farmers of Kerala in its villages.",
        "नई सरकार केरल के किसानों के लिए उनके गाँवों में 50 लाख डॉलर की एक बड़ी सड़क पूरे ज़ोर से बनाती है।",
    ),
    ("He reached Delhi late in the evening.", "वह देर शाम दिल्ली पहुँचा।"),
    ("Many “old” houses stand beside the temple.", "मंदिर के पास कई “पुराने” मकान खड़े हैं।"),
)


def plants(kind: str, seed: int = 1) -> list[tuple[str, str, Planted]]:
    """What a kind makes of the pairs, with the pairs."""
    chance = Random(seed)  # noqa: S311 - what is planted
    made = [(source, target, KINDS[kind](source, target, chance)) for source, target in _PAIRS * 8]
    return [(source, target, planted) for source, target, planted in made if planted]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_finds_room_in_plain_news(kind: str) -> None:
    """Five pairs are enough for all of them."""
    assert plants(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_one_place_is_changed_and_told(kind: str) -> None:
    """Outside the ranges the Hindi is what it was."""
    for _, target, planted in plants(kind):
        if planted.is_anywhere:
            assert planted.target == target
            continue
        assert planted.target != target
        assert all(place.end <= len(planted.target) for place in planted.ranges)
        first, last = planted.ranges[0], planted.ranges[-1]
        assert planted.target[: first.start] == target[: first.start]
        after = planted.target[last.end :]
        assert not after or target.endswith(after)


@pytest.mark.parametrize("kind", KINDS)
def test_same_seed_plants_the_same(kind: str) -> None:
    """So that figures can be compared."""
    assert plants(kind, 3) == plants(kind, 3)


@pytest.mark.parametrize("kind", set(KINDS) - {"lost alleged"})
def test_the_english_is_left_alone(kind: str) -> None:
    """Only an allegation may be put into it, where the Hindi has none to lose."""
    assert all(source == planted.source for source, _, planted in plants(kind))


def test_number_has_another_value() -> None:
    """And never none at all."""
    for _, target, planted in plants("number value"):
        word = quote(planted.target, planted.ranges[0])
        assert word
        assert word not in target.replace(",", " ").split()


def test_negation_goes_and_comes() -> None:
    """नहीं is taken out of the one sentence that has it, and put before a verb that is affirmed."""
    assert all("नहीं" not in planted.target for _, _, planted in plants("negation dropped"))
    assert {planted.target for _, _, planted in plants("negation added")} == {
        "नई सरकार केरल के किसानों के लिए उनके गाँवों में 50 लाख डॉलर की एक बड़ी सड़क पूरे ज़ोर से नहीं बनाती है।",
        "मंदिर के पास कई “पुराने” मकान नहीं खड़े हैं।",
    }


def test_doer_of_an_intransitive_gets_the_mark_of_a_doer() -> None:
    """वह becomes उसने where somebody only arrives."""
    assert {planted.target for _, _, planted in plants("ने with an intransitive")} == {
        "उसने देर शाम दिल्ली पहुँचा।"
    }


def test_name_is_found_by_its_sound() -> None:
    """Places that sound alike in both languages are exchanged or misspelt."""
    for _, target, planted in plants("name swapped"):
        assert sum(name in target and name not in planted.target for name in ("नेपाल", "केरल", "वाराणसी")) == 1


def test_glossary_comes_with_its_violation() -> None:
    """The desk's approved word is not in the Hindi any more."""
    for _, target, planted in plants("glossary violation"):
        (term,) = planted.style.glossary
        assert term.approved[0] in target
        assert term.approved[0] not in planted.target


def test_what_rules_can_decide_is_to_be_found_more_often() -> None:
    """Nine in ten against seven in ten."""
    assert {wanted(kind) for kind in KINDS} == {0.9, 0.7}
    assert set(KINDS) >= DETERMINISTIC

"""Features of sentences."""

import pytest

from reviewer.align.feature import Features, anchor_weights, groups, look_at
from reviewer.text.script import guess_language


def anchors(sentence: str, *, with_words: bool = False) -> frozenset[str]:
    """The anchors of one sentence."""
    language = guess_language(sentence) or "en"
    return look_at([sentence], language, with_words=with_words)[0].anchors


@pytest.mark.parametrize(
    ("english", "hindi"),
    [
        ("in July 2000", "जुलाई २००० में"),
        ("1.2 million people", "12 लाख लोग"),
        ("5 crore rupees", "50 मिलियन रुपये"),
        ("two leaders", "दो नेता"),
    ],
)
def test_equal_quantities_are_equal_anchors(english: str, hindi: str) -> None:
    """Digits, multipliers and number words of either language come to one number."""
    (left,), (right,) = look_at([english], "en", with_words=False), look_at([hindi], "hi", with_words=False)
    assert left.numbers == right.numbers != frozenset()


def test_a_link_is_a_literal_without_the_stop_after_it() -> None:
    """The sentence's danda is not part of the address before it."""
    assert "literal:https://example.org/a" in anchors("देखें https://example.org/a।")


def test_a_spelled_out_acronym_matches_its_letters() -> None:
    """BBC is बीबीसी."""
    assert anchors("The BBC said") & anchors("बीबीसी ने कहा") == {"acronym:बीबीसी"}


def test_words_are_anchors_within_one_language_only() -> None:
    """Across languages only names are compared."""
    assert "word:agree" in anchors("they agreed", with_words=True)
    assert not anchors("they agreed")


def test_neighbours_are_summed_up() -> None:
    """A group is as long as its sentences together and holds the anchors of all."""
    first, second = look_at(["In 1999 “yes”", "Why 2001?"], "en", with_words=False)
    both = groups([first, second], 2)
    assert len(both) == 1
    assert both[0].length == first.length + second.length
    assert both[0].numbers == {"1999", "2001"}
    assert (both[0].quotes, both[0].asks) == (1, True)


def test_a_rare_anchor_weighs_more_than_a_common_one() -> None:
    """A name in every sentence tells little about which belongs to which."""
    plain, dated = frozenset({"sound:MDS"}), frozenset({"sound:MDS", "number:1998"})
    text = [Features(1, anchors, frozenset(), 0, asks=False) for anchors in (dated, plain, plain)]
    weights = anchor_weights(text, text)
    assert weights["number:1998"] > weights["sound:MDS"]


def test_an_anchor_of_one_side_weighs_nothing() -> None:
    """What the other text lacks is left out."""
    left = look_at(["in 1999"], "en", with_words=False)
    assert anchor_weights(left, look_at(["यहाँ"], "hi", with_words=False)) == {}

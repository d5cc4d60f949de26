"""Features of sentences."""

import pytest

from reviewer.align.feature import Features, anchor_weights, groups, look_at


def anchors(sentence: str, *, with_words: bool = False) -> frozenset[str]:
    """The anchors of one sentence."""
    return look_at([sentence], with_words=with_words)[0].anchors


@pytest.mark.parametrize(
    ("english", "hindi"),
    [
        ("in July 2000", "जुलाई २००० में"),
        ("1.2 million people", "12 लाख लोग"),
        ("5 crore rupees", "50 मिलियन रुपये"),
        ("some 1,00,000 votes", "क़रीब 100,000 वोट"),
        ("3.50 percent", "3.5 प्रतिशत"),
        ("2 thousand", "2 हज़ार"),
    ],
)
def test_equal_quantities_are_equal_anchors(english: str, hindi: str) -> None:
    """Digits, grouping and magnitude words of either language come to one number."""
    found = look_at([english, hindi], with_words=False)
    assert found[0].numbers == found[1].numbers != frozenset()


def test_a_date_in_digits_is_no_quantity() -> None:
    """A point-separated date stays whole."""
    assert look_at(["on 15.08.1947"], with_words=False)[0].numbers == {"15.08.1947"}


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
    first, second = look_at(["In 1999 “yes”", "Why 2001?"], with_words=False)
    both = groups([first, second], 2)
    assert len(both) == 1
    assert both[0].length == first.length + second.length
    assert both[0].numbers == {"1999", "2001"}
    assert (both[0].quotes, both[0].asks) == (1, True)


def test_a_rare_anchor_weighs_more_than_a_common_one() -> None:
    """A name in every sentence tells little about which belongs to which."""
    left = look_at(["Modi in 1998", "Modi again", "Modi once more"], with_words=False)
    right = look_at(["मोदी 1998 में", "Modi फिर", "Modi एक बार और"], with_words=False)
    weights = anchor_weights(
        [Features(1, frozenset({"sound:MDS", "number:1998"}), frozenset(), 0, False), *left[1:]],
        [Features(1, frozenset({"sound:MDS", "number:1998"}), frozenset(), 0, False)] * 3 + right,
    )
    assert weights["number:1998"] > weights["sound:MDS"]


def test_an_anchor_of_one_side_weighs_nothing() -> None:
    """What the other text lacks is left out."""
    assert anchor_weights(look_at(["in 1999"], with_words=False), look_at(["यहाँ"], with_words=False)) == {}

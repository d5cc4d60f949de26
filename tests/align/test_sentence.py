"""Aligning sentences."""

import pytest

from reviewer.align.bead import Bead
from reviewer.align.sentence import align

ENGLISH = (
    "The river rose by 3.5 metres on Monday.",
    "Officials in Patna closed 12 schools.",
    "Nobody was hurt.",
    "“We will rebuild,” said Anil Sharma, who leads the relief work in the district.",
    "Will the rain stop before 2 June?",
)
HINDI = (
    "सोमवार को नदी 3.5 मीटर चढ़ गई।",
    "पटना में अधिकारियों ने 12 स्कूल बंद कर दिए।",
    "किसी को चोट नहीं आई।",
    "ज़िले में राहत कार्य की अगुवाई कर रहे अनिल शर्मा ने कहा, “हम फिर से निर्माण करेंगे।”",
    "क्या 2 जून से पहले बारिश रुकेगी?",
)


def shapes(beads: tuple[Bead, ...]) -> list[tuple[int, int]]:
    """How many sentences of either side each bead takes."""
    return [(len(bead.left), len(bead.right)) for bead in beads]


def test_faithful_translations_are_aligned_one_to_one() -> None:
    """Five sentences and their five translations are five pairs."""
    assert shapes(align(ENGLISH, HINDI)) == [(1, 1)] * 5


def test_a_sentence_split_in_translation_is_one_bead() -> None:
    """One English sentence stands against two Hindi ones."""
    split = ("सोमवार को बारिश हुई।", "नदी 3.5 मीटर चढ़ गई।")
    joined = ("It rained on Monday and the river rose by 3.5 metres.", *ENGLISH[1:])
    assert shapes(align(joined, (*split, *HINDI[1:]))) == [(1, 2), (1, 1), (1, 1), (1, 1), (1, 1)]


def test_sentences_joined_in_translation_are_one_bead() -> None:
    """Two English sentences stand against one Hindi one."""
    joined = (HINDI[0], HINDI[1].replace("।", ", लेकिन ") + HINDI[2], *HINDI[3:])
    assert shapes(align(ENGLISH, joined)) == [(1, 1), (2, 1), (1, 1), (1, 1)]


def test_an_omitted_sentence_stands_alone() -> None:
    """What was not translated is a bead with an empty right side."""
    beads = align(ENGLISH, HINDI[:3] + HINDI[4:])
    assert [bead.left.start for bead in beads if not bead.right] == [3]


def test_an_added_sentence_stands_alone() -> None:
    """What the English does not say is a bead with an empty left side."""
    beads = align(ENGLISH[:3] + ENGLISH[4:], HINDI)
    assert [bead.right.start for bead in beads if not bead.left] == [3]


def test_numbers_outweigh_lengths() -> None:
    """Sentences of equal length go where their numbers are."""
    left = tuple(
        f"The old bridge over the river was repaired in {year} by the state." for year in (1964, 1987)
    )
    beads = align(left, ("नदी पर बने पुराने पुल की मरम्मत राज्य ने 1987 में की।",))
    assert [bead.left.start for bead in beads if bead.right] == [1]


def test_words_decide_within_one_language() -> None:
    """An edited Hindi sentence that was cut in two still belongs to the received one."""
    received = ("वह घर गया जहाँ उसकी माँ रोटी बना रही थी।", "बच्चे बाहर खेल रहे थे।")
    final = ("वह घर गया।", "वहाँ उसकी माँ रोटी बना रही थी।", "बच्चे बाहर खेल रहे थे।")
    assert shapes(align(received, final, languages=("hi", "hi"))) == [(1, 2), (1, 1)]


def test_a_locked_pair_is_kept_against_all_evidence() -> None:
    """A locked pair is a bead of its own, certain, and the rest is aligned around it."""
    beads = align(ENGLISH, HINDI, locked=((1, 2),))
    locked = next(bead for bead in beads if bead.left.start == 1)
    assert (locked.right.start, locked.confidence, locked.is_one_to_one) == (2, 1.0, True)
    assert sum(len(bead.right) for bead in beads) == 5


def test_locked_pairs_that_cross_are_refused() -> None:
    """Crossing is not supported."""
    with pytest.raises(ValueError, match="crosses"):
        align(ENGLISH, HINDI, locked=((1, 2), (2, 1)))


def test_a_doubtful_bead_is_less_sure_than_a_clear_one() -> None:
    """Confidence is lower where sentences that nothing tells apart stand against fewer."""
    doubtful = align(("He came on foot.", "She came later.", "They came."), ("वह आई।", "वे आए थे।"))
    clear = align(ENGLISH, HINDI)
    assert min(bead.confidence for bead in doubtful) < min(bead.confidence for bead in clear)


@pytest.mark.parametrize(("left", "right", "beads"), [((), (), 0), (ENGLISH, (), 5), ((), HINDI, 5)])
def test_an_empty_text_leaves_the_other_alone(
    left: tuple[str, ...], right: tuple[str, ...], beads: int
) -> None:
    """Nothing to align with is no error."""
    assert len(align(left, right)) == beads


def test_long_texts_are_aligned_in_a_band() -> None:
    """Two thousand sentences, one of them omitted, keep their partners."""
    left = [f"Item number {n} of the list was read aloud to everyone." for n in range(2000)]
    right = [f"सूची की मद संख्या {n} सबको पढ़कर सुनाई गई।" for n in range(2000) if n != 700]
    beads = align(left, right)
    assert [bead.left.start for bead in beads if not bead.right] == [700]

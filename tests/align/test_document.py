"""Aligning whole texts."""

from itertools import chain

from reviewer.align.document import align_documents

LEFT = (
    ("The court met on 4 May.", "It heard 30 people."),
    ("Judge Kavita Rao spoke first.",),
    ("The verdict is due in June 2031.", "Nobody knows what it will be.", "The town waits."),
)
RIGHT = (
    ("अदालत 4 मई को बैठी।", "उसने 30 लोगों को सुना।"),
    ("पहले न्यायाधीश कविता राव बोलीं।",),
    ("फ़ैसला जून 2031 में आना है।", "कोई नहीं जानता कि वह क्या होगा।", "शहर इंतज़ार कर रहा है।"),
)


def test_sentences_are_counted_through_the_whole_text() -> None:
    """Beads of later paragraphs go on counting where earlier ones stopped."""
    beads = align_documents(LEFT, RIGHT)
    assert [(bead.left.start, bead.right.start) for bead in beads] == [(n, n) for n in range(6)]
    assert all(bead.is_one_to_one for bead in beads)


def test_paragraphs_cut_otherwise_do_not_matter() -> None:
    """The same sentences in one single paragraph find their partners."""
    beads = align_documents(LEFT, (tuple(chain.from_iterable(RIGHT)),))
    assert all(bead.is_one_to_one for bead in beads)


def test_empty_paragraphs_are_passed_over() -> None:
    """A paragraph without sentences takes no part."""
    assert len(align_documents((*LEFT, ()), ((), *RIGHT))) == 6


def test_two_empty_texts_have_no_beads() -> None:
    """Nothing against nothing is nothing."""
    assert align_documents((), ()) == ()


def test_one_language_is_aligned_by_its_words() -> None:
    """A sentence that an editor cut in two is one bead with both."""
    final = (("अदालत 4 मई को बैठी।", "उसने सुना।", "30 लोगों को उसने सुना।"), *RIGHT[1:])
    beads = align_documents(RIGHT, final, languages=("hi", "hi"))
    assert [len(bead.right) for bead in beads] == [1, 2, 1, 1, 1, 1]

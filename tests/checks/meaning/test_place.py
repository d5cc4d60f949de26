"""Sentences are matched by length, and a missing word is put at the verb it belongs to."""

from reviewer.checks.lens import Lens
from reviewer.checks.meaning.place import beads, verb_for, verb_groups
from reviewer.domain.segment import Segment
from reviewer.domain.span import Range


def a_lens(target: str, source: str) -> Lens:
    """One segment with its source."""
    return Lens(
        Segment(id=1, document_id=1, position=0, paragraph=0, received=target, final=target, source=source)
    )


def test_verb_is_found_in_the_sentence_of_the_same_number() -> None:
    """The second sentence denies."""
    target, source = "वह घर गया था। उसने पैसे दिए थे।", "He had gone home. He had not given money."
    lens = a_lens(target, source)
    place = verb_for(lens, Range(source.index("not"), source.index("not") + 3))
    assert "थे" in target[place.start : place.end]


def test_postposition_is_no_verb() -> None:
    """की before its noun."""
    lens = a_lens("लोगों की मदद की।", "He helped people.")
    (verb,) = lens.target.fact(verb_groups)
    assert lens.target.text[verb.start : verb.end] == "मदद की"


def test_beads_cover_both_texts_in_order() -> None:
    """As many sentences on both sides stand for one another."""
    lens = a_lens("पहला वाक्य यहाँ है। दूसरा वाक्य यहाँ है।", "The first is here. The second is here.")
    assert len(lens.fact(beads)) == 2
    assert all(one is not None and other is not None for one, other in lens.fact(beads))

"""Aligning whole texts: paragraphs first, then the sentences inside."""

from collections.abc import Sequence
from itertools import chain

from reviewer.align.bead import Bead
from reviewer.align.feature import Features, Language, look_at, together
from reviewer.align.sentence import align_features, mark_ends

_SURE = 0.5
"""Paragraph beads below this confidence are not built upon."""

Paragraphs = Sequence[Sequence[str]]
"""A text as paragraphs of sentences."""


def align_documents(
    left: Paragraphs, right: Paragraphs, *, languages: tuple[Language, Language] = ("en", "hi")
) -> tuple[Bead, ...]:
    """Return the beads that cover both texts, sentences counted through the whole text.

    Where the paragraphs match one to one, sentences are aligned only inside of them. Elsewhere all sentences
    are aligned at once, and a paragraph's ends are but one more feature: on public pairs with paragraphs cut
    differently that found 97 % of the beads, going through uneven paragraph beads first 84 %.
    """
    same = languages[0] == languages[1]
    lefts = [mark_ends(look_at(paragraph, languages[0], with_words=same)) for paragraph in left if paragraph]
    rights = [
        mark_ends(look_at(paragraph, languages[1], with_words=same)) for paragraph in right if paragraph
    ]
    blocks = align_features(_whole(lefts), _whole(rights), by_words=same)
    if all(block.is_one_to_one and block.confidence >= _SURE for block in blocks):
        return _inside(lefts, rights, blocks, by_words=same)
    return align_features(list(chain.from_iterable(lefts)), list(chain.from_iterable(rights)), by_words=same)


def _whole(paragraphs: list[list[Features]]) -> list[Features]:
    return mark_ends([together(paragraph) for paragraph in paragraphs])


def _inside(
    lefts: list[list[Features]], rights: list[list[Features]], blocks: Sequence[Bead], *, by_words: bool
) -> tuple[Bead, ...]:
    beads: list[Bead] = []
    from_left = from_right = 0
    for block in blocks:
        left = list(chain.from_iterable(lefts[block.left.start : block.left.end]))
        right = list(chain.from_iterable(rights[block.right.start : block.right.end]))
        beads += (
            Bead(bead.left.shifted(from_left), bead.right.shifted(from_right), bead.confidence)
            for bead in align_features(left, right, by_words=by_words)
        )
        from_left, from_right = from_left + len(left), from_right + len(right)
    return tuple(beads)

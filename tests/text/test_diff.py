from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text import cluster
from reviewer.text.diff import Hunk, Op, refine, word_diff

TEXT = st.lists(
    st.sampled_from(
        [
            "यह ",
            "घर",
            "है",
            "।",
            " ",
            "\n",
            "\r\n",
            ", ",
            "बड़ा ",
            "क्",
            "ष",
            "\u200d",
            "a",
            "🇮",
            "\u0301",
            "3.5",
            "-",
        ]
    ),
    max_size=14,
).map("".join)


def _changes(before: str, after: str) -> list[tuple[str, str]]:
    return [
        (before[hunk.before.start : hunk.before.end], after[hunk.after.start : hunk.after.end])
        for hunk in word_diff(before, after)
        if hunk.op is not Op.EQUAL
    ]


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("", "", []),
        ("यह घर है।", "यह घर है।", []),
        ("", "यह घर", [("", "यह घर")]),
        ("यह घर", "", [("यह घर", "")]),
        ("यह घर है।", "यह बड़ा घर है।", [("", "बड़ा ")]),
        ("यह बड़ा घर है।", "यह घर है।", [("बड़ा ", "")]),
        ("यह बड़ा घर है।", "यह छोटा घर है।", [("बड़ा", "छोटा")]),
        ("यह घर", "यह घर बड़ा", [("", " बड़ा")]),
        ("यह घर।", "यह घर है।", [("", " है")]),
        ("एक दो तीन", "चार पाँच छह", [("एक दो तीन", "चार पाँच छह")]),
        ("रूस के रुख", "चीन के पक्ष", [("रूस", "चीन"), ("रुख", "पक्ष")]),
        ("यह  घर", "यह घर", [(" ", "")]),
        ("जय-जयकार", "जय-घोष", [("जयकार", "घोष")]),
        ("वे आए.", "वे आए।", [(".", "।")]),
    ],
)
def test_reports_whole_words(before: str, after: str, changes: list[tuple[str, str]]) -> None:
    """Changes are words and marks as an editor would name them, with one blank where a word came or went."""
    assert _changes(before, after) == changes


def test_a_chance_likeness_between_large_changes_is_no_island() -> None:
    """A comma or a lone postposition between rewritten phrases does not cut the change in two."""
    before = "एक ऐसी बात, जो कल हुई थी के बाद वे सब लोग चले गए"
    after = "नया क़दम उठाया, फिर सभी नेता वहाँ के मंत्री तथा दूत आकर रुके"
    assert _changes(before, after) == [(before, after)]


def test_one_kind_of_change_has_one_name() -> None:
    """Only in the old text: deleted; only in the new one: inserted; in both: replaced."""
    ops = [hunk.op for hunk in word_diff("क ख ग घ", "क ग च छ")]
    assert ops == [Op.EQUAL, Op.DELETE, Op.EQUAL, Op.REPLACE]


def test_refines_a_change_to_letters() -> None:
    """Within a word, whole letters are compared: a matra alone never differs."""
    hunks = refine("पूतिन", "पुतिन")
    assert [(hunk.op, hunk.before.start, hunk.before.end) for hunk in hunks] == [
        (Op.REPLACE, 0, 2),
        (Op.EQUAL, 2, 5),
    ]


def test_huge_texts_are_compared_at_once() -> None:
    """Two long texts that differ throughout are one replacement between their common ends."""
    before = "आरंभ " + " ".join(f"क{n}" for n in range(30_000)) + " अंत"
    after = "आरंभ " + " ".join(f"ख{n}" for n in range(30_000)) + " अंत"
    assert [hunk.op for hunk in word_diff(before, after)] == [Op.EQUAL, Op.REPLACE, Op.EQUAL]


@given(TEXT, TEXT, st.sampled_from([word_diff, refine]))
def test_hunks_cover_both_texts(
    before: str, after: str, differ: Callable[[str, str], tuple[Hunk, ...]]
) -> None:
    """Hunks follow one another without gaps from the start to the end of both texts."""
    hunks = differ(before, after)
    assert "".join(before[hunk.before.start : hunk.before.end] for hunk in hunks) == before
    assert "".join(after[hunk.after.start : hunk.after.end] for hunk in hunks) == after
    for left, right in pairwise(hunks):
        assert (left.before.end, left.after.end) == (right.before.start, right.after.start)
        assert (left.op is Op.EQUAL) != (right.op is Op.EQUAL)


@given(TEXT, TEXT)
def test_hunks_say_what_they_are(before: str, after: str) -> None:
    """Equal hunks hold equal text, changed ones differ, and none cuts a letter."""
    for hunk in word_diff(before, after):
        old = before[hunk.before.start : hunk.before.end]
        new = after[hunk.after.start : hunk.after.end]
        assert (old == new) == (hunk.op is Op.EQUAL)
        assert (not old, not new) == (hunk.op is Op.INSERT, hunk.op is Op.DELETE)
        assert cluster.is_boundary(before, hunk.before.end)
        assert cluster.is_boundary(after, hunk.after.end)

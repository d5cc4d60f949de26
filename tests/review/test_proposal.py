"""Each change that no flag covers is offered as a flag."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain.flag import Flag
from reviewer.domain.segment import Segment
from reviewer.domain.span import Range, Side, Span
from reviewer.review.proposal import Proposal, key, proposals
from reviewer.scoring.taxonomy import canonical
from reviewer.text.diff import Op, word_diff
from tests.builders import a_flag, a_segment

_GOLD = Path(__file__).resolve().parents[2].parent / "shared" / "cases" / "seed" / "gold.jsonl"


def _only(received: str, final: str, *flags: Flag) -> Proposal:
    (proposal,) = proposals(a_segment(received, final=final), flags)
    return proposal


def test_an_unedited_segment_has_nothing_to_classify() -> None:
    """No edit, no proposal."""
    assert proposals(a_segment("यह ठीक है।"), ()) == ()


def test_a_replaced_word_is_offered_with_its_replacement() -> None:
    """Span, quote and suggestion are filled in."""
    proposal = _only("नेता की प्रशंसा हुई।", "नेता की सराहना हुई।")
    assert proposal.span == Span.single(Side.RECEIVED, 8, 15)
    assert (proposal.quote, proposal.suggestion) == ("प्रशंसा", "सराहना")
    assert proposal.final == Range(8, 14)


def test_an_insertion_is_a_caret_on_the_received_text() -> None:
    """What was missing gets a place between two words."""
    proposal = _only("वैश्विक अप्रसार व्यवस्था।", "वैश्विक परमाणु अप्रसार व्यवस्था।")
    assert proposal.received.is_empty
    assert (proposal.suggestion, proposal.guess) == ("परमाणु", "accuracy/omission")


def test_a_deletion_suggests_nothing() -> None:
    """What was too much is to be deleted."""
    proposal = _only("यह बहुत बड़ी बात है।", "यह बड़ी बात है।")
    assert (proposal.quote, proposal.suggestion, proposal.guess) == ("बहुत", "", "accuracy/addition")


def test_changes_apart_are_offered_apart() -> None:
    """Two mistakes are two flags."""
    segment = a_segment("राम का बेटी घर में गया", final="राम की बेटी घर में गई")
    assert [proposal.quote for proposal in proposals(segment, ())] == ["का", "गया"]


def test_changes_around_a_postposition_are_one() -> None:
    """A phrase that was reworded on both sides of `के` is one change."""
    proposal = _only("नीति सोवियत के बाद बनी।", "नीति सोवियत संघ के विघटन के बाद बनी।")
    assert "संघ के विघटन" in proposal.suggestion


def test_moved_words_are_not_called_omitted() -> None:
    """What was taken out here and put in there was moved."""
    segment = a_segment(
        "क्षेत्र में तनाव बढ़ाने के लिए पुतिन ने अमेरिका और जापान की आलोचना की।",
        final="पुतिन ने अमेरिका और जापान की क्षेत्र में तनाव बढ़ाने के लिए आलोचना की।",
    )
    assert {proposal.guess for proposal in proposals(segment, ())} == {"style/awkward"}


_CHANGED = a_segment("नेता की प्रशंसा हुई।", final="नेता की सराहना हुई।")


@pytest.mark.parametrize(
    "flag",
    [
        a_flag(8, 15),
        a_flag(10, 12),
        a_flag(0, 9),
        a_flag(15, 15),
        a_flag(8, 14, side=Side.FINAL),
        a_flag(9, 9),
    ],
)
def test_a_flag_on_the_words_covers_the_change(flag: Flag) -> None:
    """Overlap suffices; so does a caret that touches."""
    assert proposals(_CHANGED, (flag,)) == ()


@pytest.mark.parametrize(
    "flag",
    [a_flag(0, 4), a_flag(8, 15, segment_id=2), replace(a_flag(), spans=()), a_flag(8, 15, side=Side.SOURCE)],
)
def test_a_flag_elsewhere_does_not(flag: Flag) -> None:
    """Other words, another segment, the whole segment or the source say nothing of this change."""
    assert len(proposals(_CHANGED, (flag,))) == 1


def test_an_omission_flag_covers_the_insertion_beside_it() -> None:
    """A flag whose span ends where words were put in speaks of them."""
    segment = a_segment("सोवियत के बाद", final="सोवियत संघ के बाद")
    (caret,) = proposals(segment, ())
    at = caret.received.start
    assert proposals(segment, (a_flag(at, at),)) == ()


def test_confirming_a_proposal_settles_it() -> None:
    """The flag made from a proposal covers its change."""
    segment = a_segment("वैश्विक अप्रसार व्यवस्था।", final="वैश्विक परमाणु अप्रसार व्यवस्था।")
    (proposal,) = proposals(segment, ())
    assert proposals(segment, (replace(a_flag(), spans=(proposal.span,)),)) == ()


def test_a_key_outlives_other_edits() -> None:
    """What was passed over stays passed over while that change stays."""
    segment = a_segment("नेता की प्रशंसा हुई और सभा ख़त्म हुई।", final="नेता की सराहना हुई और सभा ख़त्म हुई।")
    later = replace(segment, final="नेता की सराहना हुई और बैठक ख़त्म हुई।")
    before = {key(proposal) for proposal in proposals(segment, ())}
    assert before < {key(proposal) for proposal in proposals(later, ())}


def test_another_wording_is_another_change() -> None:
    """A new replacement for the same words is offered again."""
    again = replace(_CHANGED, final="नेता की तारीफ़ हुई।")
    assert key(proposals(_CHANGED, ())[0]) != key(proposals(again, ())[0])


def _seed() -> list[tuple[Segment, list[dict[str, object]]]]:
    rows = [json.loads(line) for line in _GOLD.read_text(encoding="utf-8").splitlines()]
    return [(a_segment(row["target"], final=row["post_edit_hi"]), row["errors"]) for row in rows]


@pytest.mark.skipif(not _GOLD.exists(), reason="the seed article is not here")
def test_all_changes_of_the_seed_are_offered() -> None:
    """Every letter that the editor changed lies in a proposal."""
    for segment, _ in _seed():
        offered = proposals(segment, ())
        for hunk in word_diff(segment.received, segment.final):
            words = segment.received[hunk.before.start : hunk.before.end].strip()
            if hunk.op is Op.EQUAL or not words:
                continue
            assert any(
                each.received.start <= hunk.before.start + 1 and hunk.before.end - 1 <= each.received.end
                for each in offered
            ), words


@pytest.mark.skipif(not _GOLD.exists(), reason="the seed article is not here")
def test_guesses_often_agree_with_the_gold() -> None:
    """Where a gold error lies on the change, a third of the guesses name its very type."""
    agreed = compared = 0
    for segment, errors in _seed():
        for proposal in proposals(segment, ()):
            gold = {
                canonical(str(error["category"]))
                for error in errors
                if a_flag(int(str(error["start"])), int(str(error["end"])))
                .spans[0]
                .ranges[0]
                .overlaps(proposal.received)
            }
            compared += bool(gold)
            agreed += proposal.guess in gold
    assert agreed >= compared / 3

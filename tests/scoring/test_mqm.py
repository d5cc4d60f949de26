"""MQM scores: which flags count in which text."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain.flag import Flag, Judgement, Scale, Severity
from reviewer.domain.profile import Profile
from reviewer.domain.score import Verdict
from reviewer.domain.segment import Role, Segment, State
from reviewer.domain.snapshot import DocumentReview
from reviewer.domain.span import Side
from reviewer.scoring.mqm import annotators, combine, error_type, lead_of, part, score, weight
from reviewer.scoring.profile import load
from tests.builders import a_flag, a_review, a_segment

_SEED = Path(__file__).resolve().parents[2].parent / "shared" / "cases" / "seed"
_NEWSROOM = load("newsroom")
_LONG = " ".join(["शब्द"] * 200) + "।"


def _penalty(
    segment: Segment, *flags: Flag, text: Side = Side.RECEIVED, profile: Profile = _NEWSROOM
) -> float:
    return sum(entry.penalty for entry in part(segment, flags, profile, text).entries)


def test_severity_type_and_place_multiply() -> None:
    """A major style error in the headline: 5 × 0.5 × 2."""
    headline = a_segment(role=Role.HEADLINE)
    assert _penalty(headline, a_flag(severity=Severity.MAJOR, type="style/unidiomatic")) == 5


def test_the_lead_weighs_twice() -> None:
    """The first body segment is the lead; a headline before it is not."""
    rows = [a_segment(id=1, role=Role.HEADLINE), a_segment(id=2), a_segment(id=3)]
    assert lead_of(rows) == 2
    lead = part(rows[1], [a_flag(segment_id=2)], _NEWSROOM, Side.RECEIVED, is_lead=True)
    assert lead.entries[0].penalty == 2
    assert lead.entries[0].is_lead


def test_the_editors_own_words_are_no_fault_of_the_engine() -> None:
    """A flag on the final text counts there and not in the received one."""
    flag = a_flag(side=Side.FINAL)
    assert _penalty(a_segment(), flag) == 0
    assert _penalty(a_segment(), flag, text=Side.FINAL) == 1


def test_what_was_mended_leaves_the_final_score_only() -> None:
    """A resolved flag still speaks of the received text."""
    review = a_review(a_segment(_LONG, state=State.REVIEWED), flags=(a_flag(id=7),))
    assert score(review, _NEWSROOM, Side.FINAL, resolved={7}).penalty == 0
    assert score(review, _NEWSROOM, Side.RECEIVED, resolved={7}).penalty == 2


def test_what_only_the_english_can_decide_is_provisional() -> None:
    """Without a source such a flag counts as stated in the received text and is held back in the final."""
    flag = replace(a_flag(), needs_source=True)
    assert _penalty(a_segment(), flag) == 1
    final = part(a_segment(), [flag], _NEWSROOM, Side.FINAL)
    assert (final.entries, final.provisional) == ((), 1)


def test_with_the_english_beside_it_nothing_is_provisional() -> None:
    """Once there is a source the editor's word stands."""
    flag = replace(a_flag(), needs_source=True)
    with_source = part(a_segment(source="This is a sentence."), [flag], _NEWSROOM, Side.FINAL)
    assert (len(with_source.entries), with_source.provisional) == (1, 0)


def test_repeats_are_found_under_other_spellings() -> None:
    """लिए and लिये are the same words: the second counts a fifth."""
    rows = (a_segment("इसके लिये " + _LONG, id=1), a_segment("इसके लिए।", id=2), a_segment("अंत।", id=3))
    flags = (a_flag(5, 9, id=1, segment_id=1), a_flag(5, 8, id=2, segment_id=2))
    assert score(a_review(*rows, flags=flags), _NEWSROOM, Side.RECEIVED).penalty == pytest.approx(2.2)


def test_the_same_words_under_another_type_are_another_error() -> None:
    """Only the same words with the same type repeat."""
    rows = (a_segment("इसके लिए।", id=1, role=Role.CREDIT), a_segment("इसके लिए।", id=2, role=Role.CREDIT))
    flags = (a_flag(5, 8, id=1), a_flag(5, 8, id=2, segment_id=2, type="linguistic/grammar"))
    assert score(a_review(*rows, flags=flags), _NEWSROOM, Side.RECEIVED).penalty == 2


def test_names_of_other_schemes_weigh_as_ours() -> None:
    """An imported MQM 2.0 type has the weight of our type."""
    assert _penalty(a_segment(), a_flag(type="style/awkward-style")) == 0.5


def test_an_error_without_a_type_weighs_one() -> None:
    """Not yet classified is not weightless."""
    assert _penalty(a_segment(), a_flag(type="")) == 1


def test_an_empty_document_is_no_pass() -> None:
    """Nothing to score is said, not passed."""
    empty = DocumentReview(document=a_review().document, segments=())
    assert score(empty, _NEWSROOM, Side.FINAL).verdict is Verdict.INSUFFICIENT


def test_several_documents_add_up_and_the_worst_verdict_stands() -> None:
    """Points and words are summed; one failed article fails the set, and the reason says how many."""
    read = a_segment(_LONG, state=State.CLEAN)
    good = score(a_review(read), _NEWSROOM, Side.FINAL)
    bad = score(a_review(read, flags=(a_flag(severity=Severity.CRITICAL),)), _NEWSROOM, Side.FINAL)
    both = combine([good, bad], _NEWSROOM, Side.FINAL)
    assert both.words == good.words + bad.words
    assert both.penalty == 50
    assert both.verdict is Verdict.FAIL
    assert both.reasons == ("1 of 2 documents: fail",)


def test_one_document_alone_keeps_its_reasons() -> None:
    """A set of one is that one."""
    only = score(a_review(a_segment(_LONG), flags=(a_flag(),)), _NEWSROOM, Side.FINAL)
    assert combine([only], _NEWSROOM, Side.FINAL) == only


def test_no_documents_are_no_pass() -> None:
    """An empty project has no verdict."""
    assert combine([], _NEWSROOM, Side.FINAL).verdict is Verdict.INSUFFICIENT


@pytest.mark.parametrize(
    ("profile_id", "type_id", "severity", "points"),
    [
        ("marot", "fluency/punctuation", Severity.MINOR, 0.1),
        ("marot", "linguistic/punctuation", Severity.MINOR, 0.1),
        ("marot", "fluency/punctuation", Severity.MAJOR, 5),
        ("marot", "non-translation!", Severity.MINOR, 25),
        ("marot", "non-translation!", Severity.NEUTRAL, 0),
        ("marot", "source-error", Severity.MAJOR, 0),
        ("marot", "accuracy/creative-reinterpretation", Severity.MAJOR, 0),
        ("marot", "accuracy/omission", Severity.CRITICAL, 5),
        ("mt-metrics-eval", "non-translation!", Severity.MAJOR, 25),
        ("mt-metrics-eval", "non-translation!", Severity.MINOR, 1),
        ("mt-metrics-eval", "fluency/punctuation", Severity.MINOR, 0.1),
        ("mt-metrics-eval", "source-error", Severity.MAJOR, 5),
        ("mt-metrics-eval", "accuracy/omission", Severity.CRITICAL, 0),
        ("wmt", "non-translation!", Severity.MAJOR, 25),
        ("wmt", "Fluency/Punctuation", Severity.MINOR, 0.1),
        ("wmt", "accuracy/omission", Severity.CRITICAL, 5),
        ("wmt", "other", Severity.NEUTRAL, 0),
        ("sae-j2450", "terminology/wrong-term", Severity.MAJOR, 5),
        ("sae-j2450", "linguistic/punctuation", Severity.MINOR, 1),
        ("sae-j2450", "linguistic/spelling", Severity.MAJOR, 3),
        ("sae-j2450", "linguistic/agreement", Severity.MINOR, 2),
        ("dqf", "accuracy/omission", Severity.CRITICAL, 10),
        ("mqm-core", "accuracy/overtranslation", Severity.CRITICAL, 25),
    ],
)
def test_shipped_profiles_weigh_as_their_models(
    profile_id: str, type_id: str, severity: Severity, points: float
) -> None:
    """The published weight of each error, under whatever name its scheme gives the type."""
    assert weight(type_id, severity, load(profile_id)) == points


def test_a_type_of_the_profile_wins_over_our_name_for_it() -> None:
    """MQM tells over- from undertranslation; the newsroom does not."""
    assert error_type("accuracy/overtranslation", load("mqm-core")).title == "Overtranslation"
    assert error_type("accuracy/overtranslation", _NEWSROOM).title == "Under- or overtranslation"


def test_who_found_nothing_lowers_the_mean() -> None:
    """A judge's clean segment counts 0 beside the other's 5."""
    flag = a_flag(severity=Severity.MAJOR)
    clean = Judgement(id=1, document_id=1, segment_id=1, judge="ravi", scale=Scale.MQM, value=100)
    review = replace(a_review(a_segment(_LONG), flags=(flag,)), judgements=(clean,))
    result = score(review, load("wmt"), Side.RECEIVED)
    assert (result.per_segment, result.raters) == (2.5, ("editor", "ravi"))


def test_a_judge_of_the_esa_scale_has_looked_for_errors() -> None:
    """One of direct assessment has not."""
    esa = Judgement(id=1, document_id=1, segment_id=1, judge="asha", scale=Scale.ESA, value=70)
    assert annotators([esa, replace(esa, judge="ravi", scale=Scale.DA)]) == {"asha"}


def test_several_documents_share_one_mean() -> None:
    """Segments count alike, whatever document they are in."""
    flag = a_flag(severity=Severity.MAJOR)
    one = score(a_review(a_segment(_LONG), flags=(flag,)), load("wmt"), Side.RECEIVED)
    read = [a_segment(_LONG, id=n, position=n - 1, state=State.CLEAN) for n in (1, 2, 3)]
    two = score(a_review(*read), load("wmt"), Side.RECEIVED)
    assert combine([one, two], load("wmt"), Side.RECEIVED).per_segment == 1.25


def _seed() -> DocumentReview:
    rows = [json.loads(line) for line in (_SEED / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    segments = [
        replace(a_segment(row["target"], final=row["post_edit_hi"], id=n + 1), position=n)
        for n, row in enumerate(rows)
    ]
    flags = [
        replace(
            a_flag(
                error["start"],
                error["end"],
                segment_id=n + 1,
                type=error["category"],
                severity=Severity(error["severity"]),
            ),
            id=100 * (n + 1) + k,
            needs_source=error["needs_source"],
        )
        for n, row in enumerate(rows)
        for k, error in enumerate(row["errors"])
    ]
    return a_review(*segments, flags=tuple(flags))


@pytest.mark.skipif(not _SEED.exists(), reason="the seed article is not here")
def test_the_seed_article_scores_as_agreed() -> None:
    """APT 116, NPT 218.9, raw 78.1 on 530 target words under plain weights; it fails, and says why."""
    result = score(_seed(), load("plain"), Side.RECEIVED)
    assert (result.penalty, result.words, result.basis) == (116, 530, "530 target words")
    assert result.per_thousand == pytest.approx(218.9, abs=0.05)
    assert result.raw == pytest.approx(78.1, abs=0.05)
    assert [result.counts[severity] for severity in Severity] == [5, 51, 8, 1]
    assert result.verdict is Verdict.FAIL
    assert result.reasons[:3] == (
        "1 critical error",
        "8 major errors; 1 may remain",
        "218.9 penalty points per 1,000 words; 15 is the limit",
    )


@pytest.mark.skipif(not _SEED.exists(), reason="the seed article is not here")
def test_the_seed_articles_release_score_holds_back_eleven_flags() -> None:
    """Without English, 11 of the 65 flags wait to be confirmed."""
    result = score(_seed(), _NEWSROOM, Side.FINAL)
    assert result.provisional == 11
    assert sum(result.counts.values()) == 54

"""Automatic scores equal sacreBLEU's, value and signature."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER

from reviewer.scoring.automatic import (
    MetricId,
    Totals,
    engine,
    score,
    sentence_score,
    statistics,
    statistics_of,
)
from reviewer.scoring.engine.cancel import Cancelled

_THEIRS: dict[MetricId, Callable[[], Any]] = {
    MetricId.CHRF_PLUS: lambda: CHRF(word_order=2),
    MetricId.CHRF: CHRF,
    MetricId.BLEU: lambda: BLEU(tokenize="intl"),
    MetricId.TER: TER,
}
_RECEIVED = [
    "सरकार ने कहा कि वह योजना को लागू करेगी।",
    "डॉ. सिंह आए। वे रुके।",
    "पाँच बजे (शाम) पहुँचे?",
    "",
    "।",
    "क्षत्रिय 😀 3.5 प्रतिशत",
    "उन्होंने कहा, “हम आएँगे।” फिर चले गए।",
]
_FINAL = [
    "सरकार ने कहा है कि योजना लागू की जाएगी।",
    "डॉ. सिंह आए। वे रुके।",
    "शाम पाँच बजे पहुँचे?",
    "",
    "क्या हुआ?! सब चुप।",
    "क्षत्रिय 😀 3.5 प्रतिशत",
    "",
]
_TEXT = st.text(alphabet="कख़ि्षa1 ।,.(“😀\t", max_size=30)


@pytest.mark.parametrize("metric", list(MetricId))
def test_corpus_scores_are_sacrebleus(metric: MetricId) -> None:
    """Summed statistics give the corpus score to the last digit, with the same signature."""
    theirs = _THEIRS[metric]()
    expected = theirs.corpus_score(_RECEIVED, [_FINAL])
    ours = score(metric, zip(_RECEIVED, _FINAL, strict=True))
    assert ours is not None
    assert ours.value == expected.score
    assert ours.signature == str(theirs.get_signature())
    assert ours.segments == len(_RECEIVED)


@pytest.mark.parametrize("metric", list(MetricId))
@given(text=_TEXT)
def test_a_text_against_itself_is_counted_without_comparing(metric: MetricId, text: str) -> None:
    """The shortcut for unedited segments gives sacreBLEU's own statistics."""
    assert statistics(metric, text, text) == engine(metric).extract(text, text)


@given(pairs=st.lists(st.tuples(_TEXT, _TEXT), min_size=1, max_size=4))
def test_chrf_follows_from_the_statistics_of_chrf_plus(pairs: list[tuple[str, str]]) -> None:
    """One extraction serves chrF++ and chrF."""
    totals = Totals(MetricId.CHRF_PLUS)
    for hypothesis, reference in pairs:
        totals.add(statistics(MetricId.CHRF_PLUS, hypothesis, reference))
    derived = totals.score(metric=MetricId.CHRF)
    assert derived == score(MetricId.CHRF, pairs)


def test_hter_divides_the_edits_by_the_length_of_the_final_text() -> None:
    """Two of eight final words had to be put in: 25."""
    result = score(MetricId.TER, [("क ख ग घ ङ च", "क ख ग घ ङ च छ ज")])
    assert result is not None
    assert result.value == 25
    assert not result.higher_is_better


def test_taking_away_undoes_adding() -> None:
    """An edit replaces one segment's statistics; the rest stay."""
    totals = Totals(MetricId.BLEU)
    first = statistics(MetricId.BLEU, _RECEIVED[0], _FINAL[0])
    totals.add(first)
    before = totals.score()
    second = statistics(MetricId.BLEU, _RECEIVED[1], _FINAL[0])
    totals.add(second)
    totals.add(second, -1)
    assert totals.score() == before


def test_several_corpora_are_one() -> None:
    """Documents' totals add up to the project's."""
    whole, first, second = (Totals(MetricId.CHRF_PLUS) for _ in range(3))
    stats = [statistics(MetricId.CHRF_PLUS, *pair) for pair in zip(_RECEIVED, _FINAL, strict=True)]
    for n, one in enumerate(stats):
        whole.add(one)
        (first if n % 2 else second).add(one)
    first.include(second)
    first.include(Totals(MetricId.CHRF_PLUS))
    assert first.score() == whole.score()


def test_nothing_to_compare_is_no_score() -> None:
    """Without a pair there is no score, not a zero."""
    assert score(MetricId.CHRF_PLUS, []) is None


@pytest.mark.parametrize("metric", list(MetricId))
def test_sentence_scores_are_sacrebleus(metric: MetricId) -> None:
    """Single sentences score as sacreBLEU's `sentence_score`, BLEU with the effective order."""
    theirs = BLEU(tokenize="intl", effective_order=True) if metric is MetricId.BLEU else _THEIRS[metric]()
    ours = sentence_score(metric, _RECEIVED[2], _FINAL[2])
    assert ours.value == theirs.sentence_score(_RECEIVED[2], [_FINAL[2]]).score
    assert ours.signature == str(theirs.get_signature())


@pytest.mark.parametrize("metric", list(MetricId))
def test_many_pairs_count_as_one_by_one(metric: MetricId) -> None:
    """Equal and unequal pairs, in the order given."""
    pairs = [*zip(_RECEIVED, _FINAL, strict=True), (_FINAL[0], _FINAL[0]), (_RECEIVED[0], _FINAL[0])]
    assert statistics_of(metric, pairs) == [statistics(metric, *pair) for pair in pairs]
    assert statistics_of(metric, []) == []


def test_counting_many_pairs_can_be_stopped() -> None:
    """Before all is counted."""
    with pytest.raises(Cancelled):
        statistics_of(MetricId.TER, [("क ख", "क ग")], is_cancelled=lambda: True)

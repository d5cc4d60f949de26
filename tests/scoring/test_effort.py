"""What an editor changed, word by word."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sacrebleu.metrics.ter import TER

from reviewer.scoring import effort
from reviewer.scoring.effort import EditProfile, edit_profile, edit_profiles, total
from reviewer.scoring.engine import kernel
from reviewer.scoring.engine.cache import FOLDER
from reviewer.scoring.engine.cancel import Cancelled
from reviewer.scoring.engine.kernel import SWITCH, Kernel
from reviewer.scoring.option import TerOptions

DATA = (
    Path(__file__).resolve().parents[2].parent / "shared" / "data" / "en_hi_post_edits" / "post_edits.jsonl"
)
WORDS = st.lists(st.sampled_from("abcde"), max_size=14)
RECEIVED = "दिल्ली में कल सुबह बारिश हुई ।"
FINAL = "कल सुबह दिल्ली में तेज़ वर्षा हुई ।"


@pytest.fixture(scope="session")
def kernels(request: pytest.FixtureRequest) -> None:
    """Have the kernels loaded."""
    cache = request.config.cache
    assert cache is not None
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(FOLDER, str(cache.mkdir("kernels")))
        assert kernel.prepare(), kernel.why_not()


@pytest.fixture
def _no_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, "1")


@pytest.mark.usefixtures("_no_compiler")
def test_each_kind_of_edit_is_counted_without_a_compiler() -> None:
    """Two words moved together, one replaced and one added are three edits; the others stayed."""
    profile = edit_profile(RECEIVED, FINAL)
    assert (profile.shifts, profile.insertions, profile.deletions, profile.substitutions) == (1, 1, 0, 1)
    assert (profile.matches, profile.received_words, profile.final_words) == (6, 7, 8)
    assert profile.hter == 37.5


@pytest.mark.usefixtures("kernels")
def test_each_kind_of_edit_is_counted_compiled() -> None:
    """The compiled count tells the same kinds of edits apart."""
    profile = edit_profile(RECEIVED, FINAL)
    assert (profile.shifts, profile.insertions, profile.deletions, profile.substitutions) == (1, 1, 0, 1)
    assert profile.edits == 3


@pytest.mark.usefixtures("kernels")
@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4))
def test_both_ways_of_counting_agree(pairs: list[tuple[list[str], list[str]]]) -> None:
    """Every part of the profile is the same compiled and by sacreBLEU's own functions."""
    received, final = ([" ".join(words) for words in side] for side in zip(*pairs, strict=True))
    compiled = edit_profiles(received, final)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SWITCH, "1")
        assert edit_profiles(received, final) == compiled


@pytest.mark.usefixtures("kernels")
@settings(max_examples=150, deadline=None)
@given(WORDS, WORDS)
def test_the_parts_add_up(received: list[str], final: list[str]) -> None:
    """Words of either text match, are replaced, or are deleted or inserted; edits and HTER are TER's."""
    profile = edit_profile(" ".join(received), " ".join(final))
    assert profile.matches + profile.substitutions + profile.deletions == len(received)
    assert profile.matches + profile.substitutions + profile.insertions == len(final)
    expected = TER().corpus_score([" ".join(received)], [[" ".join(final)]])
    assert (profile.edits, profile.hter) == (expected.num_edits, expected.score)


@pytest.mark.usefixtures("_no_compiler")
@pytest.mark.parametrize(("received", "final", "hter"), [("", "", 0), ("क ख", "", 100), ("", "क ख", 100)])
def test_empty_texts_have_a_rate(received: str, final: str, hter: int) -> None:
    """All deleted or all written anew is 100 per cent, nothing at all is none."""
    assert edit_profile(received, final).hter == hter


@pytest.mark.usefixtures("_no_compiler")
def test_an_edit_of_one_letter_is_small_in_characters() -> None:
    """A letter put right replaces a word, but is one character of the text."""
    profile = edit_profile("वह आया हे", "वह आया है")
    assert (profile.substitutions, profile.character_edits) == (1, 1)
    assert profile.character_edit_rate == pytest.approx(100 / 9)
    assert edit_profile("क", "").character_edit_rate is None


@pytest.mark.usefixtures("_no_compiler")
def test_options_of_ter_are_heeded() -> None:
    """Case counts only where it is asked for."""
    assert edit_profile("PM Modi", "pm Modi").edits == 0
    assert edit_profile("PM Modi", "pm Modi", TerOptions(case_sensitive=True)).edits == 1


@pytest.mark.usefixtures("_no_compiler")
def test_profiles_add_up_to_the_texts() -> None:
    """The rate of a text is that of its sums, and tells how many segments were touched."""
    whole = total(edit_profiles([RECEIVED, "क ख"], [FINAL, "क ख"]))
    assert (whole.edits, whole.final_words, whole.segments, whole.edited_segments) == (3, 10, 2, 1)
    assert whole.hter == 30.0
    assert total([]) == EditProfile()


@pytest.mark.usefixtures("_no_compiler")
def test_counting_can_be_stopped() -> None:
    """Between two pieces of work one may cancel."""
    with pytest.raises(Cancelled):
        edit_profiles(["क"], ["ख"], is_cancelled=lambda: True)


@pytest.mark.usefixtures("_no_compiler")
def test_there_is_a_final_text_for_each_received_one() -> None:
    """Lists of different lengths are refused."""
    with pytest.raises(ValueError, match="zip"):
        edit_profiles(["क", "ख"], ["क"])


@pytest.mark.usefixtures("kernels")
def test_real_post_edits_have_the_same_profile_both_ways() -> None:
    """Compiled and by sacreBLEU, post-edits of the public data have equal profiles."""
    if not DATA.exists():
        pytest.skip("the public data is not here")
    assert kernel.loaded(Kernel.TER) is not None
    rows = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()[:6000:40]]
    received, final = [row["mt"] for row in rows], [row["pe"] for row in rows]
    compiled = edit_profiles(received, final)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SWITCH, "1")
        assert effort.edit_profiles(received, final) == compiled

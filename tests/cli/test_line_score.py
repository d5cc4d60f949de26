"""Plain files give what the `sacrebleu` command prints, on odd lines too."""

import json
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path

import pytest

from reviewer.cli import main

_HYPOTHESIS = (
    "वह घर गया।",
    "",
    "।",
    "क",
    "बारिश हो रही थी ।  ",
    "😀👍🏽 अच्छा!",
    "!!! ... ,,, ---",
    "एक\u2028दो तीन\u2028चार पाँच",
    "नेता ने कहा कि \t सब ठीक है।\r",
    "The Prime Minister said 1,234.5 crore (15-08-1947).",
    "क्षत्रिय ज़मीन की डॉ. शर्मा",
    "今日は 天気が いい です",
    "कोई भी बात नहीं हुई और न होगी",
)
_FIRST = (
    "वह अपने घर गया।",
    "कुछ",
    "",
    "ख",
    "बारिश हो रही थी।",
    "अच्छा 😀!",
    "!! .. ,, --",
    "एक दो\u2028तीन चार पाँच",
    "नेता बोले कि सब कुछ ठीक है।",
    "the prime minister said Rs 1,234.5 crore (August 15, 1947).",
    "क्षत्रिय की ज़मीन डॉ शर्मा",
    "今日は いい 天気 です",
    "कोई भी बात नहीं हुई और न होगी",
)
_SECOND = tuple(reversed(_FIRST))


def lines(path: Path, texts: Sequence[str], *, begin: str = "", end: str = "\n") -> str:
    """Write lines and return the file's name."""
    path.write_bytes((begin + "\n".join(texts) + end).encode())
    return str(path)


def theirs(hypothesis: str, references: Sequence[str], *options: str) -> object:
    """What the sacrebleu command prints as JSON."""
    command = [sys.executable, "-m", "sacrebleu", *references, "-i", hypothesis, *options]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


def ours(capsys: pytest.CaptureFixture[str], *arguments: str) -> object:
    """What `reviewer score --json` prints."""
    assert main(["score", *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def assert_superset(found: object, expected: object) -> None:
    """Every field of theirs is in ours with the same value, in the same order."""
    if isinstance(expected, list):
        assert isinstance(found, list)
        assert len(found) == len(expected)
        for one, other in zip(found, expected, strict=True):
            assert_superset(one, other)
        return
    assert isinstance(found, dict)
    assert isinstance(expected, dict)
    assert list(found.items())[: len(expected)] == list(expected.items())


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """A hypothesis and two references, with a byte order mark and no final line feed among them."""
    return [
        lines(tmp_path / "h", _HYPOTHESIS, begin="\ufeff"),
        lines(tmp_path / "r1", _FIRST, end=""),
        lines(tmp_path / "r2", _SECOND),
    ]


@pytest.mark.parametrize(
    "options",
    [
        ["-m", "bleu", "chrf", "ter", "-w", "12"],
        ["-m", "bleu", "chrf", "-tok", "intl", "-lc", "-cw", "2", "-w", "10", "--chrf-lowercase"],
        ["-m", "bleu", "-tok", "char", "-s", "floor", "-sv", "0.25", "-w", "9"],
        ["-m", "bleu", "ter", "-s", "add-k", "--ter-case-sensitive", "--ter-no-punct", "-tok", "zh"],
        ["-m", "chrf", "ter", "--chrf-whitespace", "--chrf-eps-smoothing", "--chrf-beta", "3", "-cc", "4"],
        ["-m", "ter", "bleu", "--ter-normalized", "--ter-asian-support", "-tok", "none", "-s", "none"],
    ],
)
@pytest.mark.parametrize("references", [1, 2])
def test_json_is_a_superset_of_sacrebleus(
    files: list[str], options: list[str], references: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """One metric an object, several a list; values, signatures and their parts to the last digit."""
    hypothesis, *streams = files[: references + 1]
    found = ours(capsys, "--hypothesis", hypothesis, "--reference", *streams, *options)
    assert_superset(found, theirs(hypothesis, streams, *options))


def test_confidence_is_sacrebleus(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Mean and half-width of its own resamples, with their number and seed in the signature."""
    options = ["-m", "bleu", "chrf", "ter", "--confidence", "--confidence-n", "200", "-w", "8"]
    found = ours(capsys, "--hypothesis", files[0], "--reference", files[1], *options)
    assert_superset(found, theirs(files[0], files[1:2], *options))
    assert isinstance(found, list)
    assert found[0]["bs"] == "200"
    assert found[0]["interval"][0] < found[0]["interval"][1]


@pytest.mark.parametrize("metric", ["bleu", "chrf", "ter"])
def test_sentences_are_printed_as_sacrebleu_prints_them(
    files: list[str], metric: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Line for line, BLEU with the effective order."""
    options = ["-m", metric, "--sentence-level", "-w", "4"]
    command = [sys.executable, "-m", "sacrebleu", *files[1:], "-i", files[0], *options]
    expected = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert main(["score", "--hypothesis", files[0], "--reference", *files[1:], *options]) == 0
    assert capsys.readouterr().out == expected


def test_a_line_of_ten_thousand_words_is_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Long lines are neither cut nor refused."""
    words = [f"शब्द{n % 977}" for n in range(10_000)]
    pair = [
        lines(tmp_path / "h", [" ".join(words), "छोटी"]),
        lines(tmp_path / "r", [" ".join(words[5:]), "है"]),
    ]
    options = ["-m", "bleu", "chrf", "-w", "10"]
    found = ours(capsys, "--hypothesis", pair[0], "--reference", pair[1], *options)
    assert_superset(found, theirs(pair[0], pair[1:], *options))


def test_references_can_be_tab_separated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As sacreBLEU's --num-refs; a line with fewer is told by its number."""
    both = [f"{one}\t{other}" for one, other in zip(_FIRST[:1], _SECOND[:1], strict=True)]
    pair = [lines(tmp_path / "h", _HYPOTHESIS[:1]), lines(tmp_path / "r", both)]
    found = ours(capsys, "--hypothesis", pair[0], "--reference", pair[1], "-nr", "2", "-m", "chrf")
    assert_superset(found, theirs(pair[0], pair[1:], "-nr", "2", "-m", "chrf"))
    assert main(["score", "--hypothesis", pair[0], "--reference", pair[1], "-nr", "3"]) == 2
    assert "line 1: 3 references expected, but found 2" in capsys.readouterr().err


def test_chrf_from_chrf_plus_is_chrf(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Counting once for both changes nothing."""
    pair = ["--hypothesis", files[0], "--reference", files[1], "-w", "15"]
    both = ours(capsys, *pair, "-m", "chrf++", "chrf")
    assert isinstance(both, list)
    assert both == [ours(capsys, *pair, "-m", "chrf"), ours(capsys, *pair, "-m", "chrf++")]
    assert both[1]["name"] == "chrF2++"


def test_subword_bleu_is_that_of_sacrebleu_on_pieces(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """SacreBLEU on texts cut before by the same model gives the same figure."""
    from reviewer.scoring.tokenizer.catalogue import tokenizer  # noqa: PLC0415

    found = ours(capsys, "--hypothesis", files[0], "--reference", files[1], "-m", "bleu", "-tok", "subword")
    split = tokenizer("subword").split
    assert split is not None
    cut = [
        lines(tmp_path / f"{n}.cut", [split(text.rstrip()) for text in texts])
        for n, texts in enumerate((["\ufeff" + _HYPOTHESIS[0], *_HYPOTHESIS[1:]], _FIRST))
    ]
    expected = theirs(cut[0], cut[1:], "-m", "bleu", "-tok", "none", "--force")
    assert isinstance(found, dict)
    assert isinstance(expected, dict)
    assert (found["score"], found["verbose_score"]) == (expected["score"], expected["verbose_score"])
    assert found["tok"].startswith("reviewer-hi-en-8k-")


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["-tok", "moses", "-m", "bleu"], "there is no tokeniser 'moses'"),
        (["-tok", "flores200", "-m", "bleu"], "flores200 is not here. Nothing is downloaded"),
        (["-tok", "ja-mecab", "-m", "bleu"], "sacrebleu[ja]"),
        (["-m", "comet"], "there is no metric 'comet'"),
        (["-m", "esa"], "esa is not for line files"),
        (["-cc", "0"], "--chrf-char-order is 0"),
        (["-sv", "nan"], "--smooth-value is nan"),
        (["-w", "-1"], "--width is -1"),
        (["--confidence", "--n", "0"], "0 resamples"),
        (["--confidence", "--seed", "-1"], "--seed is -1"),
        (["--sentence-level", "-m", "bleu", "ter"], "--sentence-level takes one metric"),
        (["--sentence-level", "-m", "ter", "-ci"], "--confidence is about a corpus"),
        (["--encoding", "klingon"], "no encoding named 'klingon'"),
        (["-s", "magic"], "invalid choice: 'magic'"),
    ],
)
def test_wrong_use_is_one_line(
    files: list[str], options: list[str], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says what is wrong, and exits with 2."""
    assert main(["score", "--hypothesis", files[1], "--reference", files[2], *options]) == 2
    printed = capsys.readouterr()
    assert reason in printed.err
    assert printed.err.count("\n") == 1
    assert printed.out == ""


def test_people_get_a_line_a_metric(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The figure, its interval and its signature."""
    options = ["-m", "chrf++", "-ci", "--n", "50", "-w", "2"]
    assert main(["score", "--hypothesis", files[0], "--reference", files[1], *options]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("chrF2++ ")
    assert "μ = " in printed.out
    assert "bs:50|seed:12345" in printed.out
    assert "byte order mark" in printed.err


def test_a_metric_of_another_distribution_is_scored(
    files: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By its name, beside the built-in ones; a broken one is a line on stderr."""
    code = """
        from reviewer.scoring.metric.spec import Kind, MetricSpec, Need
        class Same:
            spec = MetricSpec(id="same", title="Same", kind=Kind.AUTOMATIC, needs=(Need.SOURCE,),
                              higher_is_better=True, definition="texts that equal their source")
            def segment_scores(self, texts):
                return [100.0 * (text.hypothesis == text.source) for text in texts]
    """
    (tmp_path / "same_metric.py").write_text(textwrap.dedent(code), encoding="utf-8")
    info = tmp_path / "same_metric-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: same-metric\nVersion: 1.0\n", encoding="utf-8"
    )
    entries = "[reviewer.metrics]\nbroken = same_metric:Absent\nsame = same_metric:Same\n"
    (info / "entry_points.txt").write_text(entries, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    pair = ["--hypothesis", files[1], "--reference", files[2], "-m", "same"]
    assert main(["score", *pair, "--source", files[1], "--json"]) == 0
    printed = capsys.readouterr()
    found = json.loads(printed.out)
    assert (found["metric"], found["score"], found["segments"]) == ("same", 100.0, len(_FIRST))
    assert "the metric broken of same-metric 1.0 is left out" in printed.err
    assert main(["score", *pair]) == 2
    assert "a metric needs the source" in capsys.readouterr().err
    assert main(["metrics"]) == 0
    assert "texts that equal their source" in capsys.readouterr().out

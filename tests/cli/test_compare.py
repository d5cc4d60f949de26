"""`reviewer compare` gives the results of sacreBLEU's paired tests."""

import json
import random
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER
from sacrebleu.significance import PairedTest

from reviewer.cli import main

_WORDS = ("सरकार", "ने", "कहा", "कि", "किसान", "को", "घर", "पर", "काम", "और", "पानी", "नहीं", "बारिश", "।")


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """A reference, and three systems: a poor one, one like it, and one far better."""
    chance = random.Random(7)  # noqa: S311 - texts, not secrets
    texts = [[chance.choice(_WORDS) for _ in range(chance.randrange(3, 12))] for _ in range(60)]
    found = [tmp_path / "ref"]
    found[0].write_text("".join(" ".join(text) + "\n" for text in texts), encoding="utf-8")
    systems = {
        name: [
            " ".join(chance.choice(_WORDS) if chance.random() < share else word for word in text)
            for text in texts
        ]
        for name, share in (("poor", 0.4), ("good", 0.05))
    }
    # Better in one line and worse in another: no difference that would repeat itself.
    like = [" ".join(texts[0]), "क", *systems["poor"][2:]]
    for name, lines in (("poor", systems["poor"]), ("like", like), ("good", systems["good"])):
        found.append(tmp_path / name)
        found[-1].write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return list(map(str, found))


def compared(
    capsys: pytest.CaptureFixture[str], files: list[str], *options: str, references: Sequence[str] = ()
) -> dict[str, Any]:
    """What the command prints as JSON."""
    capsys.readouterr()
    assert main(["compare", *files[1:], "--reference", *(references or files[:1]), "--json", *options]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def lines_of(path: str) -> list[str]:
    """The lines of a file."""
    return Path(path).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(("test", "samples"), [("bs", 300), ("ar", 400)])
@pytest.mark.parametrize("references", [1, 2])
def test_results_are_those_of_sacrebleu(
    files: list[str], test: str, samples: int, references: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Scores, p-values, means and half-widths, to the last digit, with the signatures."""
    streams = files[:1] if references == 1 else [files[0], files[2]]
    metrics = {"BLEU": BLEU(), "CHRF": CHRF()} | ({"TER": TER()} if references == 1 else {})
    systems: list[tuple[str, Sequence[str]]] = [("Baseline: " + files[1], lines_of(files[1]))]
    systems += [(path, lines_of(path)) for path in files[2:]]
    expected = PairedTest(systems, metrics, list(map(lines_of, streams)), test_type=test, n_samples=samples)
    signatures, values = expected()
    found = compared(
        capsys,
        files,
        "-m",
        "bleu",
        "chrf",
        "ter",
        f"--paired-{test}",
        "--n",
        str(samples),
        references=streams,
    )
    for place, ours in enumerate(found["systems"]):
        assert ours["system"] == values["System"][place]
        for name, signature in signatures.items():
            theirs = vars(values[name][place])
            assert {key: ours[name][key] for key in theirs} == theirs
            assert found["signatures"][name] == str(signature)


def test_the_sacrebleu_command_prints_the_same(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Each field of each of its systems, with BLEU, the one metric whose intervals it can print as JSON."""
    options = ["-m", "bleu", "--paired-bs"]
    command = [
        sys.executable,
        "-m",
        "sacrebleu",
        files[0],
        "-i",
        *files[1:],
        *options,
        "--paired-bs-n",
        "200",
    ]
    expected = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    found = compared(capsys, files, *options, "--n", "200")
    for ours, theirs in zip(found["systems"], expected, strict=True):
        assert ours["system"] == theirs["system"]
        assert {key: ours["BLEU"][key] for key in theirs["BLEU"]} == theirs["BLEU"]


def test_systems_that_do_not_differ_share_a_cluster(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The good one stands alone above the two others."""
    found = compared(capsys, files, "-m", "chrf++", "--n", "200")
    assert [row["chrF2++"]["cluster"] for row in found["systems"]] == [2, 2, 1]


def test_a_difference_is_put_into_humans(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """For what was measured; no figure is made up for the rest, nor for the baseline."""
    found = compared(capsys, files, "-m", "chrf", "chrf++", "--n", "50")
    baseline, _, good = found["systems"]
    assert 0.7 < good["chrF2"]["human_agreement"] <= 1
    assert good["chrF2++"]["human_agreement"] is None
    assert baseline["chrF2"]["human_agreement"] is None
    assert baseline["chrF2"]["p_value"] is None


def test_people_get_the_best_first(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """With cluster, difference and what it means."""
    assert main(["compare", *files[1:], "--reference", files[0], "-m", "chrf", "--n", "100"]) == 0
    title, best, *others = capsys.readouterr().out.splitlines()
    assert title.startswith("chrF2 (nrefs:1|bs:100|")
    assert best.split()[:2] == ["1", files[3]]
    assert "better, p = " in best
    assert "of people would agree" in best
    assert sum("baseline" in line for line in others) == 1


def test_fewer_errors_are_better(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """TER falls, the gain is positive, and the good system leads."""
    found = compared(capsys, files, "-m", "ter", "--paired-ar", "--n", "100")
    baseline, _, good = (row["TER"] for row in found["systems"])
    assert good["score"] < baseline["score"]
    assert good["gain"] > 0
    assert (good["cluster"], baseline["cluster"]) == (1, 2)


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["poor"], "nothing to compare with"),
        (["poor", "poor"], "is named twice"),
        (["poor", "none"], "no such file"),
        (["poor", "short"], "ref: has 60 lines, but short has 1"),
        (["poor", "good", "--n", "0"], "--n is 0"),
        (["poor", "good", "-tok", "moses", "-m", "bleu"], "there is no tokeniser 'moses'"),
        (["poor", "good", "-sv", "nan"], "--smooth-value is nan"),
        (["poor", "good", "--paired-bs", "--paired-ar"], "not allowed with"),
    ],
)
def test_wrong_use_is_one_line(
    files: list[str],
    options: list[str],
    reason: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It says what is wrong, and exits with 2."""
    folder = Path(files[0]).parent
    (folder / "short").write_text("क\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    assert main(["compare", *options, "--reference", "ref"]) == 2
    printed = capsys.readouterr().err
    assert reason in printed
    assert printed.count("\n") == 1

"""Marot's and mt-metrics-eval's scores of public annotations, computed a second time from the bare file.

The second computation follows the tools' own definitions row by row and shares no code with the project.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reviewer.cli import main
from reviewer.domain.snapshot import DocumentReview
from reviewer.domain.span import Side
from reviewer.formats import esa_jsonl
from reviewer.formats.mqm_tsv import read
from reviewer.review.session import Session
from reviewer.scoring.esa import JudgementTally
from reviewer.scoring.mqm import combine, score
from reviewer.scoring.profile import load

_NATIVE = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "native"
_TED = _NATIVE / "mqm_ted_en_de_first_3000.tsv"
_RAGGED = _NATIVE / "mqm_zh_en_source_errors.tsv"
_ESA = _NATIVE.parent / "en_hi_esa" / "esa.jsonl"
_here = pytest.mark.skipif(not _NATIVE.exists(), reason="the public annotations lie outside the project")

Weigh = Callable[[str, str], float]


def _marot(severity: str, category: str) -> float:
    """marot.js: the first pattern that matches `severity:category`, case ignored; neutral counts nothing."""
    if severity.lower() == "neutral":
        return 0.0
    for pattern, points in (
        ("minor:.*punctuation|trivial:", 0.1),
        (":.*reinterpretation", 0.0),
        (":source", 0.0),
        ("non.translation", 25.0),
        ("minor:", 1.0),
        ("major:", 5.0),
        ("critical:", 5.0),
    ):
        if re.search(pattern, f"{severity}:{category}", re.IGNORECASE):
            return points
    return 0.0


def _mt_metrics_eval(severity: str, category: str) -> float:
    """score_mqm.py: the longest prefix of severity/category/… that has a weight, else 0."""
    weights = {"Major": 5.0, "Minor": 1.0, "Neutral": 0.0}
    weights |= {"Major/Non-translation!": 25.0, "Minor/Fluency/Punctuation": 0.1}
    items = [severity, *category.split("/")]
    while items:
        if "/".join(items) in weights:
            return weights["/".join(items)]
        items.pop()
    return 0.0


def _rows(path: Path) -> Iterator[tuple[str, str, str, str, str, str]]:
    """System, document, segment, rater, category and severity of each row."""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        cells = line.split("\t")
        if path == _RAGGED:
            yield cells[0], cells[1], cells[2], "", cells[5], cells[6]
        else:
            yield cells[0], cells[1], cells[2], cells[4], cells[7], cells[8]


def _segments(path: Path, weigh: Weigh) -> dict[str, list[float]]:
    """Sum per rater and mean over the raters of each segment, by system."""
    points: defaultdict[tuple[str, str, str], defaultdict[str, float]] = defaultdict(
        lambda: defaultdict(float)
    )
    for system, document, segment, rater, category, severity in _rows(path):
        points[system, document, segment][rater] += weigh(severity, category)
    found: defaultdict[str, list[float]] = defaultdict(list)
    for (system, _, _), by_rater in points.items():
        found[system].append(sum(by_rater.values()) / len(by_rater))
    return found


def _ours(path: Path, profile_id: str) -> dict[str, float | None]:
    profile = load(profile_id)
    by_system: defaultdict[str, list[DocumentReview]] = defaultdict(list)
    for document in read(path).documents:
        by_system[document.document.system].append(document)
    return {
        system: combine(
            [score(one, profile, Side.RECEIVED) for one in own], profile, Side.RECEIVED
        ).per_segment
        for system, own in by_system.items()
    }


@_here
@pytest.mark.parametrize("path", [_TED, _RAGGED], ids=lambda path: path.stem)
@pytest.mark.parametrize(("profile_id", "weigh"), [("marot", _marot), ("mt-metrics-eval", _mt_metrics_eval)])
def test_system_scores_are_the_tools_own(path: Path, profile_id: str, weigh: Weigh) -> None:
    """Every system's score is the mean of its segments' means over raters."""
    theirs = {system: sum(values) / len(values) for system, values in _segments(path, weigh).items()}
    assert _ours(path, profile_id) == pytest.approx(theirs, rel=1e-12, abs=1e-12)
    assert len(theirs) > 5


@_here
@pytest.mark.parametrize(("profile_id", "weigh"), [("marot", _marot), ("mt-metrics-eval", _mt_metrics_eval)])
def test_every_segments_score_is_the_tools_own(profile_id: str, weigh: Weigh) -> None:
    """Segment by segment, as mt-metrics-eval writes them, its sign turned."""
    profile = load(profile_id)
    found: defaultdict[str, list[float]] = defaultdict(list)
    for document in read(_TED).documents:
        for segment in document.segments:
            own = DocumentReview(
                document=document.document,
                segments=(segment,),
                flags=document.flags_of(segment.id),
                judgements=tuple(each for each in document.judgements if each.segment_id == segment.id),
            )
            points = score(own, profile, Side.RECEIVED).per_segment
            assert points is not None
            found[document.document.system].append(points)
    theirs = _segments(_TED, weigh)
    assert {system: sorted(values) for system, values in theirs.items()} == {
        system: pytest.approx(sorted(values)) for system, values in found.items()
    }


@_here
def test_wmt_weights_are_mt_metrics_evals_where_both_know_the_error() -> None:
    """Without critical errors and minor non-translations the two profiles agree."""
    assert _ours(_TED, "wmt") == pytest.approx(_ours(_TED, "mt-metrics-eval"))


@_here
def test_judged_sources_are_the_only_difference_of_the_tools() -> None:
    """Marot leaves errors of the source out, mt-metrics-eval counts them."""
    assert set(_ours(_RAGGED, "marot").values()) == {0.0}
    assert all(_ours(_RAGGED, "mt-metrics-eval").values())


@_here
def test_a_project_keeps_what_the_file_scores(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Imported, stored and read back, every figure is the same, and the project has the file's profile."""
    project = tmp_path / "ted.review"
    assert main(["new", str(project), "--target", str(_TED)]) == 0
    assert "1,509 spans read" in capsys.readouterr().err
    with Session.open(project, "reader") as session:
        review = session.project_review()
    profile = load(review.profile)
    assert review.profile == "wmt"
    total = combine(
        [score(each, profile, Side.RECEIVED) for each in review.documents], profile, Side.RECEIVED
    )
    segments = [value for values in _segments(_TED, _mt_metrics_eval).values() for value in values]
    assert total.annotated == len(segments)
    assert total.per_segment == pytest.approx(sum(segments) / len(segments))
    assert total.raters == ("rater1", "rater2", "rater3", "rater4")


def _esa_by_hand() -> float:
    """Mean of the segments' means over judges, of each judge the latest number."""
    latest: defaultdict[tuple[str, str, int], dict[str, tuple[float, float]]] = defaultdict(dict)
    for line in _ESA.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        judged = latest[row["system"], row["doc_id"], row["line_id"]]
        number = (row["t_end"], row["esa_score"])
        judged[row["annotator"]] = max(judged.get(row["annotator"], number), number)
    means = [sum(value for _, value in each.values()) / len(each) for each in latest.values()]
    return sum(means) / len(means)


@pytest.mark.skipif(not _ESA.exists(), reason="the public judgements lie outside the project")
def test_public_esa_judgements_are_all_there() -> None:
    """Of 2,092 judgements 13 were given again; a third of the spans had to be repaired."""
    review = esa_jsonl.read(_ESA)
    assert sum(len(each.judgements) for each in review.documents) == 2079
    assert any("400 of them repaired to whole letters" in note for note in review.notes)
    tally = JudgementTally()
    for document in review.documents:
        for segment in document.segments:
            tally.put(segment.id, [each for each in document.judgements if each.segment_id == segment.id])
    assert tally.score(2079).value == pytest.approx(_esa_by_hand(), rel=1e-12)

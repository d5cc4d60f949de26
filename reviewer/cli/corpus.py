"""Automatic scores of plain line files, as the `sacrebleu` command computes them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reviewer.domain.error import ReviewerError
from reviewer.domain.score import MetricScore
from reviewer.formats.content import load
from reviewer.formats.encoding import decode

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric

METRICS: Final = ("bleu", "chrf", "chrf++", "ter")
TOKENIZERS: Final = (
    "13a",
    "intl",
    "char",
    "none",
    "zh",
    "ja-mecab",
    "ko-mecab",
    "spm",
    "flores101",
    "flores200",
)
_TITLES: Final = {"bleu": "BLEU", "chrf": "chrF", "chrf++": "chrF++", "ter": "TER"}


def score_files(
    hypothesis: Path, references: Sequence[Path], metrics: Sequence[str], *, tokenizer: str = "13a"
) -> tuple[MetricScore, ...]:
    """Score a file against references, a sentence a line; ReviewerError where they differ in length."""
    lines = read_lines(hypothesis)
    others = [read_lines(path) for path in references]
    for path, other in zip(references, others, strict=True):
        if len(other) != len(lines):
            raise ReviewerError(
                f"has {len(other)} lines, but {hypothesis.name} has {len(lines)}",
                file=str(path),
                remedy="Both need a sentence a line, in the same order.",
            )
    found = []
    for name in metrics:
        metric = _metric(name, tokenizer)
        result = metric.corpus_score(lines, others)
        found.append(
            MetricScore(
                metric=name,
                title=_TITLES[name],
                value=float(result.score),
                signature=str(metric.get_signature()),
                segments=len(lines),
                higher_is_better=name != "ter",
            )
        )
    return tuple(found)


def read_lines(path: Path) -> list[str]:
    """Read lines as sacreBLEU does: a line feed ends one, space at its end does not count."""
    text = decode(load(path), file=str(path)).text
    return [line.rstrip() for line in text.removesuffix("\n").split("\n")]


def _metric(name: str, tokenizer: str) -> "Metric":
    from sacrebleu.metrics.bleu import BLEU  # noqa: PLC0415 - 0.1 s that only scoring needs
    from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415
    from sacrebleu.metrics.ter import TER  # noqa: PLC0415

    match name:
        case "bleu":
            return BLEU(tokenize=tokenizer)
        case "ter":
            return TER()
        case _:
            return CHRF(word_order=2 if name == "chrf++" else 0)

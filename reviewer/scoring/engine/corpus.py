"""Every segment's statistics of a corpus: equal to sacreBLEU's, whoever counts."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reviewer.domain.error import ReviewerError
from reviewer.scoring.engine.peer import References, peer
from reviewer.scoring.engine.runner import Progress, chunks, run
from reviewer.scoring.option import BleuOptions, ChrfOptions, MetricOptions, TerOptions

_PEER_WORKERS = 64
"""Cuts what sacreBLEU counts into small pieces, so that it can be stopped soon."""


def extract(
    options: MetricOptions,
    hypotheses: Sequence[str],
    references: References,
    *,
    workers: int | None = None,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
    wait: bool = False,
) -> NDArray[Any]:
    """Return every row's statistics, in the order of sacreBLEU's `_extract_corpus_statistics`.

    Shape (rows, counts); int64, for TER with several references float64. `references` are streams, each as
    long as `hypotheses`. With `wait`, a corpus that is worth it waits for the compiler.

    Raises `ReviewerError` where lengths differ or a row has no reference, and `Cancelled`.
    """
    _check(hypotheses, references)
    lengths = _lengths(hypotheses, references)
    del workers, wait
    found = np.zeros((len(hypotheses), width(options)), dtype=_kind(options, references))
    counter = peer(options)

    def count(rows: range) -> None:
        part = slice(rows.start, rows.stop)
        found[part] = counter.extract(hypotheses[part], [stream[part] for stream in references])

    run(chunks(lengths, _PEER_WORKERS), count, workers=1, progress=progress, is_cancelled=is_cancelled)
    return found


def width(options: MetricOptions) -> int:
    """Return how many numbers a row has."""
    if isinstance(options, BleuOptions):
        return 2 + 2 * options.max_ngram_order
    if isinstance(options, ChrfOptions):
        return 3 * (options.char_order + options.word_order)
    return 2


def _kind(options: MetricOptions, references: References) -> type[np.int64 | np.float64]:
    return np.float64 if isinstance(options, TerOptions) and len(references) > 1 else np.int64


def _check(hypotheses: Sequence[str], references: References) -> None:
    if not references:
        raise ReviewerError("there is no reference", remedy="Give at least one.")
    for number, stream in enumerate(references, start=1):
        if len(stream) != len(hypotheses):
            raise ReviewerError(
                f"{len(hypotheses)} hypotheses, but {len(stream)} lines of reference {number}",
                remedy="Every reference needs a line for each hypothesis.",
            )
    for row, texts in enumerate(zip(*references, strict=True), start=1):
        if all(text is None for text in texts):
            raise ReviewerError("there is no reference", place=f"row {row}", remedy="Leave the row out.")


def _lengths(hypotheses: Sequence[str], references: References) -> list[int]:
    lengths = list(map(len, hypotheses))
    for stream in references:
        lengths = [
            length + (0 if text is None else len(text)) for length, text in zip(lengths, stream, strict=True)
        ]
    return lengths

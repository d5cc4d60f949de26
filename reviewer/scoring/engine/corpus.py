"""Every segment's statistics of a corpus: equal to sacreBLEU's, whoever counts."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from reviewer.domain.error import ReviewerError
from reviewer.scoring.engine.kernel import Kernel, loaded, obtain, owed
from reviewer.scoring.engine.ngram import Counter, counter, kernel_of
from reviewer.scoring.engine.peer import References, peer
from reviewer.scoring.engine.runner import Progress, chunks, processors, run
from reviewer.scoring.engine.ter_row import ter_counter
from reviewer.scoring.option import BleuOptions, ChrfOptions, MetricOptions, TerOptions

_PEER_WORKERS = 64
"""Cuts what sacreBLEU counts into small pieces, so that it can be stopped soon."""
_LONGEST = 2**27
"""Characters of a row beyond which numbers of slots might not fit into half a key."""
_SECONDS = {Kernel.BLEU: 0.7e-6, Kernel.CHRF: 1.4e-6}
"""What sacreBLEU takes for a character, about."""
_TER_SECONDS = 1e-7
"""What its TER takes for a row, to be multiplied by the square of the row's characters."""
_WORTH_LOADING = 0.6
_WORTH_COMPILING = 30.0
"""Seconds of sacreBLEU's, in all calls so far, from which kernels are loaded, or compiled, first."""


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
    long as `hypotheses`. Kernels count where they are loaded; with `wait` they are loaded, and compiled, as
    soon as the corpora together are worth it.

    Raises `ReviewerError` where lengths differ or a row has no reference, and `Cancelled`.
    """
    _check(hypotheses, references)
    lengths = _lengths(hypotheses, references)
    found = np.zeros((len(hypotheses), width(options)), dtype=_kind(options, references))
    used = workers or processors()
    kernel = _kernel(options, lengths, wait=wait, is_cancelled=is_cancelled)
    counting: Callable[[Sequence[str], References], Any] = kernel or peer(options).extract
    if kernel is None:
        used = 1

    def work(rows: range) -> None:
        part = slice(rows.start, rows.stop)
        found[part] = counting(hypotheses[part], [stream[part] for stream in references])

    pieces = chunks(lengths, used if kernel else _PEER_WORKERS)
    run(pieces, work, workers=used, progress=progress, is_cancelled=is_cancelled)
    return found


class Count(Protocol):
    """What counts the rows of a corpus, as `extract` does."""

    def __call__(
        self,
        options: MetricOptions,
        hypotheses: Sequence[str],
        references: References,
        *,
        progress: Progress | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> NDArray[Any]:
        """Return every row's statistics."""


def count(
    options: MetricOptions,
    hypotheses: Sequence[str],
    references: References,
    *,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> NDArray[Any]:
    """Do what `extract` does, with a kernel as soon as that is worth it."""
    return extract(options, hypotheses, references, progress=progress, is_cancelled=is_cancelled, wait=True)


def is_worth_kernel(
    options: MetricOptions,
    hypotheses: Sequence[str],
    references: References,
    *,
    is_cancelled: Callable[[], bool] | None = None,
) -> bool:
    """Whether a kernel counts these rows, loading or compiling it first where they are worth it.

    Also true of rows so few that sacreBLEU is done at once.
    """
    lengths = _lengths(hypotheses, references)
    name = Kernel.TER if isinstance(options, TerOptions) else kernel_of(options)
    if _kernel(options, lengths, wait=True, is_cancelled=is_cancelled) is not None:
        return True
    return name is not None and _seconds(name, lengths) <= _WORTH_LOADING


def _kernel(
    options: MetricOptions, lengths: list[int], *, wait: bool, is_cancelled: Callable[[], bool] | None
) -> Counter | None:
    """Return what counts with a kernel, if there is one for these options and it is, or becomes, ready."""
    if max(lengths, default=0) > _LONGEST:
        return None
    name = Kernel.TER if isinstance(options, TerOptions) else kernel_of(options)
    if name is None:
        return None
    module = loaded(name)
    if module is None and wait and (seconds := owed(name, _seconds(name, lengths))) > _WORTH_LOADING:
        module = obtain(name, may_wait=seconds > _WORTH_COMPILING, is_cancelled=is_cancelled)
    if module is None:
        return None
    return ter_counter(options, module) if isinstance(options, TerOptions) else counter(options, module)


def _seconds(name: Kernel, lengths: list[int]) -> float:
    if name is Kernel.TER:
        return _TER_SECONDS * sum(length * length for length in lengths)
    return _SECONDS[name] * sum(lengths)


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

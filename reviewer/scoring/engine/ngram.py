"""BLEU's and chrF's compiled counts of a few rows: texts in, statistics out."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from reviewer.scoring.engine.kernel import Kernel
from reviewer.scoring.engine.peer import References, peer
from reviewer.scoring.engine.text import Packed, pack
from reviewer.scoring.option import BleuOptions, ChrfOptions

Counter = Callable[[Sequence[str], References], NDArray[np.int64]]
_MOST_ORDERS = 32
_MOST_BETA = 1000
_RULES = {"none": "NONE", "char": "CHAR", "13a": "V13A", "intl": "INTL"}


def kernel_of(options: BleuOptions | ChrfOptions) -> Kernel | None:
    """Return which kernel counts with these options; `None` where sacreBLEU has to."""
    if isinstance(options, BleuOptions):
        return Kernel.BLEU if 1 <= options.max_ngram_order <= _MOST_ORDERS else None
    orders = (options.char_order, options.word_order)
    if min(orders) < 0 or not 1 <= sum(orders) <= _MOST_ORDERS or abs(options.beta) > _MOST_BETA:
        return None
    return Kernel.CHRF


def counter(options: BleuOptions | ChrfOptions, module: ModuleType) -> Counter:
    """Return what counts rows with a kernel's module; threads may share it."""
    if isinstance(options, ChrfOptions):
        return partial(_count_chrf, options, module)
    if options.tokenize not in _RULES:
        return partial(_count_cut, options, module)
    return partial(_count_bleu, options, module, _RULES[options.tokenize])


def _grouped(
    hypotheses: Sequence[str], references: References, *, lowercase: bool
) -> tuple[Packed, NDArray[np.int64]]:
    """Pack each hypothesis with its references behind it; return the texts, and where each row begins."""
    rows = list(zip(hypotheses, *references, strict=True))
    texts = [text for row in rows for text in row if text is not None]
    begins: NDArray[np.int64]
    if len(texts) == len(rows) * (1 + len(references)):
        begins = np.arange(0, len(texts) + 1, 1 + len(references), dtype=np.int64)
    else:
        begins = np.array([0, *accumulate(len(row) - row.count(None) for row in rows)], dtype=np.int64)
    return pack(texts, lowercase=lowercase), begins


def _count_chrf(
    options: ChrfOptions, module: ModuleType, hypotheses: Sequence[str], references: References
) -> NDArray[np.int64]:
    texts, rows = _grouped(hypotheses, references, lowercase=options.lowercase)
    out = np.zeros((len(hypotheses), 3 * (options.char_order + options.word_order)), np.int64)
    module.count(
        texts.characters,
        texts.starts,
        texts.ends,
        rows,
        options.char_order,
        options.word_order,
        options.whitespace,
        float(options.beta**2),
        options.eps_smoothing,
        out,
    )
    return out


def _count_bleu(
    options: BleuOptions, module: ModuleType, rule: str, hypotheses: Sequence[str], references: References
) -> NDArray[np.int64]:
    # Loaded here: what it imports declares kernels.
    from reviewer.scoring.engine.boundary import Rule  # noqa: PLC0415
    from reviewer.scoring.engine.category import classes  # noqa: PLC0415

    texts, rows = _grouped(hypotheses, references, lowercase=options.lowercase)
    out = np.zeros((len(hypotheses), 2 + 2 * options.max_ngram_order), np.int64)
    module.count(
        texts.characters,
        texts.starts,
        texts.ends,
        rows,
        int(Rule[rule]),
        classes(Rule[rule]),
        options.max_ngram_order,
        out,
    )
    return out


def _count_cut(
    options: BleuOptions, module: ModuleType, hypotheses: Sequence[str], references: References
) -> NDArray[np.int64]:
    """Count what Python has cut: with the tokenisers that are not compiled."""
    cut = peer(options).preprocess
    ready = [cut(text) for text in hypotheses]
    streams = [[None if text is None else cut(text) for text in stream] for stream in references]
    plain = BleuOptions(tokenize="none", max_ngram_order=options.max_ngram_order)
    return _count_bleu(plain, module, "NONE", ready, streams)

"""TER's compiled counts of a few rows: texts in, statistics or edits out."""

from collections.abc import Sequence
from functools import partial
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reviewer.scoring.engine.ngram import Counter
from reviewer.scoring.engine.peer import References, peer
from reviewer.scoring.engine.text import pack
from reviewer.scoring.option import TerOptions

COUNTS = 7
"""Shifts, insertions, deletions, substitutions, matches; words of the hypothesis and of the reference."""
_LARGEST = 1 << 22
"""32 MB: what a pair may take to note where its reference has which word."""
_NO_EDITS = int(1e16)
"""Where sacreBLEU's search for the fewest edits begins."""


def ter_counter(options: TerOptions, module: ModuleType) -> Counter:
    """Return what counts rows with the kernel's module; threads may share it."""
    return partial(_count, options, module)


def count_edits(
    options: TerOptions, module: ModuleType, hypotheses: Sequence[str], references: Sequence[str]
) -> NDArray[np.int64]:
    """Return each row's `COUNTS`, with one reference a row."""
    (counts,) = _edits(options, module, hypotheses, [references])
    return np.asarray(counts)


def _count(
    options: TerOptions, module: ModuleType, hypotheses: Sequence[str], references: References
) -> NDArray[Any]:
    """Return (rows, 2): the fewest edits to any reference, and the references' average length.

    As sacreBLEU's `TER._compute_segment_statistics`.
    """
    if len(references) == 1 and None not in references[0]:
        (counts,) = _edits(options, module, hypotheses, references)
        return np.stack([counts[:, :4].sum(axis=1), counts[:, 6]], axis=1)
    given = np.array([[text is not None for text in stream] for stream in references])
    counts = _edits(options, module, hypotheses, [[text or "" for text in stream] for stream in references])
    edits = np.where(given, counts[:, :, :4].sum(axis=2), _NO_EDITS).min(axis=0)
    lengths = np.where(given, counts[:, :, 6], 0).sum(axis=0)
    return np.stack([edits, lengths / given.sum(axis=0)], axis=1)


def _edits(
    options: TerOptions, module: ModuleType, hypotheses: Sequence[str], references: References
) -> NDArray[np.int64]:
    """Return (streams, rows, `COUNTS`)."""
    texts = [*hypotheses, *(text or "" for stream in references for text in stream)]
    is_cut = options.normalized or options.no_punct
    if is_cut:
        # These rewritings are regular expressions of sacreBLEU's.
        cut = peer(options).preprocess
        texts = [cut(text) for text in texts]
    packed = pack(texts, lowercase=not (is_cut or options.case_sensitive))
    rows = len(hypotheses)
    out = np.zeros((len(references), rows, COUNTS), np.int64)
    for number in range(len(references)):
        part = slice(rows * (number + 1), rows * (number + 2))
        module.count(
            packed.characters,
            packed.starts[:rows],
            packed.ends[:rows],
            packed.starts[part],
            packed.ends[part],
            _LARGEST,
            out[number],
        )
    return out

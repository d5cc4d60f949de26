"""Counting texts for metrics with the help of what the project remembers.

Kernels count a text sooner than it could be looked up, so the memory serves where none is ready: on the first
day, and where there is no compiler.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from reviewer.review.memory import texts_key
from reviewer.review.session import Session
from reviewer.scoring.engine.corpus import extract, is_worth_kernel, width
from reviewer.scoring.engine.peer import References, peer
from reviewer.scoring.engine.runner import Progress
from reviewer.scoring.option import MetricOptions

_AT_ONCE: Final = 200
"""Rows counted before they are written down: no edit waits for more, and what is stopped is not lost."""


class Counting:
    """Counts like `extract`, and keeps in a project what took long."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def __call__(
        self,
        options: MetricOptions,
        hypotheses: Sequence[str],
        references: References,
        *,
        progress: Progress | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> NDArray[Any]:
        """Return every row's statistics, as `extract` does; of several references only the first may vary."""
        if len(references) > 1 or is_worth_kernel(options, hypotheses, references, is_cancelled=is_cancelled):
            return extract(options, hypotheses, references, progress=progress, is_cancelled=is_cancelled)
        signature = peer(options).signature
        keys = [texts_key(one, [other or ""]) for one, other in zip(hypotheses, references[0], strict=True)]
        known = self._session.counted(signature, keys)
        found = np.zeros((len(keys), width(options)), dtype=np.int64)
        missing = []
        for row, key in enumerate(keys):
            if (kept := known.get(key)) is not None and len(kept) == found[row].nbytes:
                found[row] = np.frombuffer(kept, dtype="<i8")
            else:
                missing.append(row)
        for start in range(0, len(missing), _AT_ONCE):
            rows = missing[start : start + _AT_ONCE]
            found[rows] = extract(
                options,
                [hypotheses[row] for row in rows],
                [[references[0][row] for row in rows]],
                is_cancelled=is_cancelled,
            )
            self._session.keep_counted(
                signature, {keys[row]: found[row].astype("<i8").tobytes() for row in rows}
            )
            if progress:
                progress(len(keys) - len(missing) + start + len(rows), len(keys))
        return found

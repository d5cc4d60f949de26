"""How much an editor changed: words inserted, deleted, replaced and moved from received to final text.

The edits are those of TER (Snover et al. 2006) as sacreBLEU counts them, of the received text against the
final one: their share of the final words is HTER. A moved run of words is one edit. Time is not in it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from reviewer.scoring.engine.kernel import Kernel, loaded, obtain
from reviewer.scoring.engine.peer import peer
from reviewer.scoring.engine.runner import Progress, chunks, processors, run
from reviewer.scoring.engine.ter_row import COUNTS, count_edits
from reviewer.scoring.option import TerOptions

_WORTH_LOADING = 20_000
"""Characters that sacreBLEU takes about as long for as a kernel takes to load."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditProfile:
    """The edits from received to final text of a segment, or of several together."""

    shifts: int = 0
    """Runs of words that were moved."""
    insertions: int = 0
    """Words of the final text that the received one lacked."""
    deletions: int = 0
    """Words of the received text that the final one lacks."""
    substitutions: int = 0
    matches: int = 0
    """Words that stayed, moved ones among them."""
    received_words: int = 0
    final_words: int = 0
    character_edits: int = 0
    """Characters inserted, deleted or replaced at least: what it would take to type the change."""
    final_characters: int = 0
    segments: int = 0
    edited_segments: int = 0
    """Those whose texts differ in any character; an edit of spaces or case alone changes no word."""

    @property
    def edits(self) -> int:
        """Return TER's number of edits."""
        return self.shifts + self.insertions + self.deletions + self.substitutions

    @property
    def hter(self) -> float:
        """Return TER of the received text against the final one, in per cent; may exceed 100.

        100 where words were deleted and none is left, as sacreBLEU's `TER._compute_score_from_stats`.
        """
        if self.final_words:
            return 100 * (self.edits / self.final_words)
        return 100.0 if self.edits else 0.0

    @property
    def character_edit_rate(self) -> float | None:
        """Return character edits in per cent of the final characters; `None` where there are none."""
        return 100 * self.character_edits / self.final_characters if self.final_characters else None

    def __add__(self, other: "EditProfile") -> "EditProfile":
        return EditProfile(
            **{field.name: getattr(self, field.name) + getattr(other, field.name) for field in fields(self)}
        )


_COLUMNS = tuple(field.name for field in fields(EditProfile))


def edit_profile(received: str, final: str, options: TerOptions | None = None) -> EditProfile:
    """Return one segment's edits: compiled where the kernel is loaded, else by sacreBLEU; never waits."""
    count = _counter(options or TerOptions(), loaded(Kernel.TER))
    return _profile(_columns([received], [final], count)[0])


def edit_profiles(
    received: Sequence[str],
    final: Sequence[str],
    options: TerOptions | None = None,
    *,
    workers: int | None = None,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> list[EditProfile]:
    """Return the edits of many segments, each by itself, in their order.

    Raises ValueError where there are not as many final texts, and `Cancelled`.
    """
    pairs = list(zip(received, final, strict=True))
    lengths = [len(before) + len(after) for before, after in pairs]
    module = loaded(Kernel.TER)
    if module is None and sum(lengths) > _WORTH_LOADING:
        module = obtain(Kernel.TER, may_wait=False)
    count = _counter(options or TerOptions(), module)
    found = np.zeros((len(pairs), len(_COLUMNS)), np.int64)

    def work(rows: range) -> None:
        part = slice(rows.start, rows.stop)
        found[part] = _columns(received[part], final[part], count)

    used = 1 if module is None else workers or processors()
    pieces = chunks(lengths, used if module else len(pairs))
    run(pieces, work, workers=used, progress=progress, is_cancelled=is_cancelled)
    return [_profile(row) for row in found]


def total(profiles: Iterable[EditProfile]) -> EditProfile:
    """Return the edits of all segments together: HTER of a text is that of its sums, not a mean."""
    return sum(profiles, EditProfile())


_Counter = Callable[[Sequence[str], Sequence[str]], NDArray[np.int64]]


def _profile(row: NDArray[np.int64]) -> EditProfile:
    return EditProfile(**dict(zip(_COLUMNS, row.tolist(), strict=True)))


def _columns(received: Sequence[str], final: Sequence[str], count: _Counter) -> NDArray[np.int64]:
    """Return (rows, `_COLUMNS`)."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - only those who ask pay for loading it

    others = [
        (Levenshtein.distance(before, after), len(after), 1, int(before != after))
        for before, after in zip(received, final, strict=True)
    ]
    return np.concatenate([count(received, final), np.array(others, np.int64)], axis=1)


def _counter(options: TerOptions, module: ModuleType | None) -> _Counter:
    if module is not None:
        ready = module
        return lambda received, final: count_edits(options, ready, received, final)
    cut = peer(options).preprocess

    def count(received: Sequence[str], final: Sequence[str]) -> NDArray[np.int64]:
        found = np.zeros((len(received), COUNTS), np.int64)
        for row, (before, after) in enumerate(zip(received, final, strict=True)):
            found[row] = _count_slowly(cut(before).split(), cut(after).split())
        return found

    return count


def _count_slowly(received: list[str], final: list[str]) -> tuple[int, ...]:
    """Return the kernel's counts by sacreBLEU's functions, in the order of its `translation_edit_rate`."""
    from sacrebleu.metrics import lib_ter  # noqa: PLC0415 - 0.1 s that only scoring needs

    lengths = (len(received), len(final))
    if not final:
        return 0, 0, len(received), 0, 0, *lengths
    distance = lib_ter.BeamEditDistance(final)
    words, shifts, tried = received, 0, 0
    while True:
        gain, shifted, tried = lib_ter._shift(words, final, distance, tried)  # noqa: SLF001
        if gain <= 0 or tried >= lib_ter._MAX_SHIFT_CANDIDATES:  # noqa: SLF001
            break
        words, shifts = shifted, shifts + 1
    trace: str = distance(words)[1]
    return shifts, trace.count("i"), trace.count("d"), trace.count("s"), trace.count(" "), *lengths

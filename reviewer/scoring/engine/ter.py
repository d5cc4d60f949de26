"""TER's counts of many pairs of texts, compiled."""

import numpy as np
from numpy.typing import NDArray

from reviewer.scoring.engine.kernel import compiled
from reviewer.scoring.engine.ter_pair import Size, count_edits, grown, has_room, room_for
from reviewer.scoring.engine.ter_word import Pair, number_words, vocabulary


@compiled("void(uint32[::1], int64[::1], int64[::1], int64[::1], int64[::1], int64, int64[:, ::1])")
def count(
    characters: NDArray[np.uint32],
    starts: NDArray[np.int64],
    ends: NDArray[np.int64],
    reference_starts: NDArray[np.int64],
    reference_ends: NDArray[np.int64],
    largest: int,
    counts: NDArray[np.int64],
) -> None:
    """Write seven counts of each pair into its row; all texts are parts of `characters`.

    Shifts, insertions, deletions, substitutions, matches; words of the hypothesis and of the reference.
    A reference whose places take more than `largest` numbers of 64 bits is counted within a band.
    """
    longest = longest_reference = longest_pair = 0
    for row in range(len(starts)):
        length, reference_length = ends[row] - starts[row], reference_ends[row] - reference_starts[row]
        longest = max(longest, length)
        longest_reference = max(longest_reference, reference_length)
        longest_pair = max(longest_pair, length + reference_length)
    # A word has a character, and one that is not its own beside it.
    words = np.zeros(longest // 2 + 1, np.int64)
    reference = np.zeros(longest_reference // 2 + 1, np.int64)
    known = vocabulary(longest_pair)
    size = Size(1, 1, 1, largest)
    room = room_for(size)
    for row in range(len(starts)):
        stamp = row + 1
        known.size[0] = 0
        rows = number_words(characters, starts[row], ends[row], known, stamp, words)
        length = number_words(characters, reference_starts[row], reference_ends[row], known, stamp, reference)
        different = known.size[0]
        needed = Size(rows, length, different, largest)
        if not has_room(size, needed):
            size = grown(size, needed)
            room = room_for(size)
        count_edits(Pair(words, rows, reference, length, different), room, largest, counts[row])
        counts[row, 5] = rows
        counts[row, 6] = length

"""TER's counts of many pairs of texts, compiled."""

import numpy as np
from numpy.typing import NDArray

from reviewer.scoring.engine.kernel import compiled
from reviewer.scoring.engine.ter_pair import count_edits, grown, has_room, room_for
from reviewer.scoring.engine.ter_word import Pair, number_words, vocabulary


@compiled("void(uint32[::1], int64[::1], int64[::1], int64[::1], int64[::1], int64[:, ::1])")
def count(
    characters: NDArray[np.uint32],
    starts: NDArray[np.int64],
    ends: NDArray[np.int64],
    reference_starts: NDArray[np.int64],
    reference_ends: NDArray[np.int64],
    counts: NDArray[np.int64],
) -> None:
    """Write seven counts of each pair into its row; all texts are parts of `characters`.

    Shifts, insertions, deletions, substitutions, matches; words of the hypothesis and of the reference.
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
    size = (1, 1, 1)
    room = room_for(1, 1, 1)
    for row in range(len(starts)):
        stamp = row + 1
        known.size[0] = 0
        rows = number_words(characters, starts[row], ends[row], known, stamp, words)
        length = number_words(characters, reference_starts[row], reference_ends[row], known, stamp, reference)
        different = known.size[0]
        if not has_room(size, rows, length, different):
            size = grown(size, rows, length, different)
            room = room_for(size[0], size[1], size[2])
        count_edits(Pair(words, rows, reference, length, different), room, counts[row])
        counts[row, 5] = rows
        counts[row, 6] = length

"""A bead: sentences of one text that belong to sentences of another."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from reviewer.domain.span import Range


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences `left` of one text that say what the sentences `right` of the other say.

    The ranges count sentences; one of the two may be empty.
    """

    left: Range
    right: Range
    confidence: float
    """0 to 1, from the margin between the best path and the best one without this bead."""

    @property
    def is_one_to_one(self) -> bool:
        """Whether one sentence stands against one."""
        return len(self.left) == len(self.right) == 1


class Shape(NamedTuple):
    """How many sentences a bead takes from either side, and how often that happens."""

    left: int
    right: int
    prior: float


SHAPES: Final = (
    Shape(1, 1, 0.89),
    Shape(1, 0, 0.005),
    Shape(0, 1, 0.005),
    Shape(1, 2, 0.045),
    Shape(2, 1, 0.045),
    Shape(2, 2, 0.01),
    # Post-editors cut long English-shaped sentences into three now and then.
    Shape(1, 3, 0.002),
    Shape(3, 1, 0.002),
)

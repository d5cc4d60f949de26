"""The one error that a user can cause: it names the thing, the place in it and the remedy."""

_LONGEST = 400
"""Characters of a reason or a remedy that are told; either may quote what a file holds, however long."""


class ReviewerError(Exception):
    """Something outside the program is not as it must be.

    Printed as one line: `file, place: reason. Remedy.`
    """

    def __init__(self, reason: str, *, file: str = "", place: str = "", remedy: str = "") -> None:
        self.reason = _short(reason)
        self.file = file
        self.place = _short(place)
        self.remedy = _short(remedy)
        super().__init__(str(self))

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.file, self.place) if part)
        line = f"{where}: {self.reason}" if where else self.reason
        line = line.rstrip(".")
        return " ".join(f"{line}. {self.remedy}".split()) if self.remedy else " ".join(f"{line}.".split())


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"

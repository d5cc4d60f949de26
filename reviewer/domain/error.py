"""The one error that a user can cause: it names the thing, the place in it and the remedy."""


class ReviewerError(Exception):
    """Something outside the program is not as it must be.

    Printed as one line: `file, place: reason. Remedy.`
    """

    def __init__(self, reason: str, *, file: str = "", place: str = "", remedy: str = "") -> None:
        self.reason = reason
        self.file = file
        self.place = place
        self.remedy = remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.file, self.place) if part)
        line = f"{where}: {self.reason}" if where else self.reason
        line = line.rstrip(".")
        return " ".join(f"{line}. {self.remedy}".split()) if self.remedy else " ".join(f"{line}.".split())

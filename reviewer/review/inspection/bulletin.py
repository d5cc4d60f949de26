"""Telling those who listen what has become of an inspection."""

from collections.abc import Callable

from reviewer.checks.catalogue import added
from reviewer.checks.engine import Checker
from reviewer.review.inspection.event import CheckFailed, InspectionEvent

InspectionListener = Callable[[InspectionEvent], None]


class Bulletin:
    """Who listens, and what need not be told again."""

    def __init__(self) -> None:
        self._listeners: list[InspectionListener] = []
        self._told: set[str] = set()

    def subscribe(self, listener: InspectionListener) -> Callable[[], None]:
        """Call `listener` with every event from now on, until the returned function is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, event: InspectionEvent) -> None:
        """Tell everybody."""
        for listener in tuple(self._listeners):
            listener(event)

    def tell_faults(self, checker: Checker) -> None:
        """Tell once of each check that failed, or that could not be loaded."""
        failed = [(fault.check, str(fault)) for fault in list(checker.faults.values())]
        for check, message in (*failed, *(("", problem) for problem in added().problems)):
            if (check or message) not in self._told:
                self._told.add(check or message)
                self.tell(CheckFailed(check, message))

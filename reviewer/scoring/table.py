"""One table of a TOML file, read strictly: every key is known, every value has its type."""

from enum import StrEnum
from typing import TypeGuard, TypeVar, overload

from reviewer.domain.error import ReviewerError

_Choice = TypeVar("_Choice", bound=StrEnum)


class Table:
    """A TOML table that names file and key in its errors."""

    def __init__(self, values: dict[str, object], file: str, place: str = "") -> None:
        self._left = dict(values)
        self._file = file
        self._place = place

    def error(self, key: str, reason: str, remedy: str = "") -> ReviewerError:
        """Make an error about one key."""
        place = f"{self._place}.{key}" if self._place else key
        return ReviewerError(reason, file=self._file, place=place, remedy=remedy)

    def text(self, key: str, default: str | None = None) -> str:
        """Take a string; raise `ReviewerError` where it is absent and has no default."""
        value = self._left.pop(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.error(key, "a text is needed here")
        return value

    def number(self, key: str, default: float | None = None) -> float:
        """Take a finite number that is not negative; raise where it is absent and has no default."""
        value = self._left.pop(key, default)
        if not _is_number(value):
            raise self.error(key, "a number of 0 or more is needed here")
        return float(value)

    def pairs(self, key: str) -> tuple[tuple[float, float], ...]:
        """Take an array of pairs of numbers, empty where there is none."""
        value = self._left.pop(key, [])
        if not isinstance(value, list):
            raise self.error(key, "an array of pairs of numbers is needed here")
        found = []
        for item in value:
            if not isinstance(item, list) or len(item) != 2 or not all(map(_is_number, item)):
                raise self.error(key, "an array of pairs of numbers is needed here")
            found.append((float(item[0]), float(item[1])))
        return tuple(found)

    @overload
    def count(self, key: str, default: int) -> int: ...

    @overload
    def count(self, key: str, default: None) -> int | None: ...

    def count(self, key: str, default: int | None) -> int | None:
        """Take a whole number, or the default where there is none."""
        value = self._left.pop(key, default)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise self.error(key, "a whole number of 0 or more is needed here")
        return value

    def choice(self, key: str, default: _Choice) -> _Choice:
        """Take a member of the default's enumeration."""
        return self._member(type(default), key, self._left.pop(key, default.value))

    def option(self, key: str, choices: type[_Choice]) -> _Choice | None:
        """Take a member of an enumeration, or nothing."""
        value = self._left.pop(key, None)
        return None if value is None else self._member(choices, key, value)

    def flag(self, key: str, *, default: bool) -> bool:
        """Take true or false."""
        value = self._left.pop(key, default)
        if not isinstance(value, bool):
            raise self.error(key, "true or false is needed here")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Take an array of texts, empty where there is none."""
        value = self._left.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.error(key, "an array of texts is needed here")
        return tuple(value)

    def _member(self, choices: type[_Choice], key: str, value: object) -> _Choice:
        for choice in choices:
            if choice.value == value:
                return choice
        known = ", ".join(choice.value for choice in choices)
        raise self.error(key, f"“{value}” is not known here", f"Known are {known}.")

    def table(self, key: str) -> "Table":
        """Take a table, empty where there is none."""
        value = self._left.pop(key, {})
        if not isinstance(value, dict):
            raise self.error(key, "a table is needed here")
        return Table(value, self._file, f"{self._place}.{key}" if self._place else key)

    def tables(self, key: str) -> tuple["Table", ...]:
        """Take an array of tables, empty where there is none."""
        value = self._left.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.error(key, "an array of tables is needed here")
        return tuple(Table(item, self._file, f"{key}[{n}]") for n, item in enumerate(value, start=1))

    def numbers_by(self, choices: type[_Choice]) -> dict[_Choice, float]:
        """Take all that is left, as one number for each named member of an enumeration."""
        return {self._member(choices, key, key): self.number(key, 0.0) for key in tuple(self._left)}

    def finish(self) -> None:
        """Raise `ReviewerError` if a key was never asked for: most likely a misspelling."""
        for key in self._left:
            raise self.error(key, "this setting is not known", "Remove it, or correct its spelling.")


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < float("inf")

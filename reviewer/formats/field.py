"""Typed access to the values of a record that came from outside."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

_Choice = TypeVar("_Choice", bound=StrEnum)
HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_MAX_INTEGER = 2**63 - 1


class RecordError(ValueError):
    """A record is not what it must be; whoever knows the file and place adds them."""


class Fields:
    """A record's values by name; each getter raises RecordError where the value is not what it must be."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values

    def get(self, name: str) -> object:
        """The value as it stands, or None."""
        return self._values.get(name)

    def text(self, name: str, default: str | None = None) -> str:
        """A string; without a default it must be there."""
        value = self.maybe_text(name)
        if value is None:
            if default is None:
                raise RecordError(f"{name!r} is missing")
            return default
        return value

    def maybe_text(self, name: str) -> str | None:
        """A string or None."""
        value = self._values.get(name)
        if value is None:
            return None
        if not isinstance(value, str):
            raise RecordError(f"{name!r} must be a string")
        if HALF_CHARACTER.search(value):
            raise RecordError(f"{name!r} holds half a character (a lone surrogate)")
        return value

    def integer(self, name: str) -> int:
        """A whole number that must be there."""
        value = self._values.get(name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise RecordError(f"{name!r} must be a whole number")
        if abs(value) > _MAX_INTEGER:
            raise RecordError(f"{name!r} is too large a number")
        return value

    def maybe_number(self, name: str) -> float | None:
        """A number or None."""
        value = self._values.get(name)
        if value is None:
            return None
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise RecordError(f"{name!r} must be a number")
        if not abs(value) <= _MAX_INTEGER:  # infinity and what is no number included
            raise RecordError(f"{name!r} is no number that can be kept")
        return float(value)

    def boolean(self, name: str) -> bool:
        """A truth value; absent means false."""
        value = self._values.get(name, False)
        if not isinstance(value, bool):
            raise RecordError(f"{name!r} must be true or false")
        return value

    def choice(self, name: str, choices: type[_Choice], default: _Choice | None = None) -> _Choice:
        """One of the closed choices; without a default it must be there."""
        value = self.text(name, default)
        try:
            return choices(value)
        except ValueError:
            known = ", ".join(choice.value for choice in choices)
            raise RecordError(f"{name!r} is {value!r}, not one of {known}") from None

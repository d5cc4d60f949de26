"""What a check looks at beyond its own segment it must say, or an edit elsewhere would pass it by."""

from collections.abc import Callable
from typing import TypeVar

import pytest

from reviewer.checks.catalogue import shipped
from reviewer.checks.check import Check, Need
from reviewer.checks.lens import Article, Lens, Lenses
from tests.checks.specimen import document

_Fact = TypeVar("_Fact")


class Watched(Article):
    """An article that notes when somebody asks for more than one segment."""

    is_asked = False

    @property
    def lenses(self) -> Lenses:
        """All segments."""
        self.is_asked = True
        return self._all

    @lenses.setter
    def lenses(self, lenses: Lenses) -> None:
        self._all = lenses

    def fact(self, compute: Callable[[Article], _Fact]) -> _Fact:
        """A fact of all segments."""
        self.is_asked = True
        return super().fact(compute)

    def neighbour(self, lens: Lens, by: int) -> Lens | None:
        """Another segment."""
        self.is_asked = True
        return super().neighbour(lens, by)


@pytest.mark.parametrize("check", shipped(), ids=lambda check: check.id)
def test_a_check_that_looks_at_other_segments_says_so(check: Check) -> None:
    """It needs or uses the whole document."""
    is_asked = False
    for example in check.examples:
        made = document(example)
        article = Watched(made.lenses, made.style)
        lens = made.lenses[-1]
        article.is_asked = False
        if check.can_look_at(lens):
            list(check.find(lens, article))
        is_asked |= article.is_asked
    if is_asked:
        assert Need.DOCUMENT in check.needs | check.uses

"""The classes of characters are those of the expressions that sacreBLEU splits by."""

import pytest
import regex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.usefixtures("kernels")


@pytest.mark.parametrize(
    ("character", "kind"),
    [("९", "DIGIT"), ("½", "DIGIT"), ("।", "JOINT"), ("—", "JOINT"), ("₹", "APART"), ("+", "APART")],
)
def test_international_classes(character: str, kind: str) -> None:
    """A danda is punctuation, a Devanagari digit a number, a rupee sign a symbol."""
    # Loaded here: these modules declare what only a compiler can run fast.
    from reviewer.scoring.engine import boundary, category  # noqa: PLC0415

    assert category.classes(boundary.Rule.INTL)[ord(character)] == getattr(boundary, kind)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.characters())
def test_every_class_is_that_of_the_expression(character: str) -> None:
    """The table knows of each character what the regex module knows."""
    from reviewer.scoring.engine import boundary, category  # noqa: PLC0415 - as above

    kinds = {r"\p{N}": boundary.DIGIT, r"\p{P}": boundary.JOINT, r"\p{S}": boundary.APART}
    expected = [kind for expression, kind in kinds.items() if regex.match(expression, character)] or [0]
    assert [category.classes(boundary.Rule.INTL)[ord(character)]] == expected


def test_western_classes_end_with_ascii() -> None:
    """`13a` knows nothing but ASCII, so that the danda stays on its word."""
    from reviewer.scoring.engine import boundary, category  # noqa: PLC0415 - as above

    table = category.classes(boundary.Rule.V13A)
    assert (len(table), table[ord(",")], table[ord("-")]) == (128, boundary.JOINT, boundary.DASH)

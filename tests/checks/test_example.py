"""Every check proves itself on its own examples."""

import re

import pytest

from reviewer.checks.catalogue import shipped
from reviewer.checks.check import Check, Example
from tests.checks.specimen import findings, quoted

_EVERY = [
    pytest.param(check, example, id=f"{check.id}-{number}")
    for check in shipped()
    for number, example in enumerate(check.examples)
]


@pytest.mark.parametrize(("check", "example"), _EVERY)
def test_example_is_found_or_silent(check: Check, example: Example) -> None:
    """On exactly the words it names, with the suggestion it names."""
    found = findings(check, example)
    assert tuple(quoted(each, example) for each in found) == example.finds
    if example.suggestion is not None:
        assert found[0].suggestion == example.suggestion


@pytest.mark.parametrize("check", shipped(), ids=lambda check: check.id)
def test_check_is_described_and_proven(check: Check) -> None:
    """A docstring for the editor, an id of its family, an example that fires and one that is silent."""
    assert check.__doc__
    assert check.__doc__.strip().endswith(".")
    assert re.fullmatch(r"[a-z]+\.[a-z0-9-]+", check.id)
    assert re.fullmatch(r"[A-Z]\d\d", check.code)
    assert check.id.partition(".")[0] in type(check).__module__
    assert any(example.finds for example in check.examples)
    assert any(not example.finds for example in check.examples)


def test_ids_and_codes_are_unique() -> None:
    """Answers are counted by id; the catalogue's codes are looked up."""
    checks = shipped()
    assert len({check.id for check in checks}) == len(checks)
    assert len({check.code for check in checks}) == len(checks)

"""The table of misspelt words can be trusted, and unknown words are suspected with care."""

import pytest

from reviewer.checks.check import Example
from reviewer.checks.orthography.spelling import Spelling
from reviewer.checks.vocabulary import frequency
from reviewer.domain.finding import Tier
from reviewer.text.lexicon import rows
from tests.checks.specimen import findings


def test_what_is_an_error_is_rarer_than_what_it_should_be() -> None:
    """Else the table would call the usual spelling wrong."""
    wrong = [
        row["found"]
        for row in rows("spelling_pairs")
        if row["class"] not in {"prescriptive", "doubtful"}
        and frequency(row["found"]) > max(0.1, frequency(row["preferred"]))
    ]
    assert wrong == []


def test_no_preferred_spelling_is_called_wrong() -> None:
    """A suggestion that is applied is not found again."""
    pairs = {row["found"]: row["preferred"] for row in rows("spelling_pairs")}
    assert [word for word in pairs.values() if word in pairs] == []


@pytest.mark.parametrize("source", [None, "It will work in this way."])
def test_an_unknown_word_is_only_a_hint(source: str | None) -> None:
    """Nobody knows whether it is a name or a loan."""
    (finding,) = findings(Spelling(), Example(target="इस तरिका से काम चलेगा।", source=source))
    assert finding.tier is Tier.HINT


def test_an_unknown_word_said_twice_is_left_alone() -> None:
    """It is the document's own."""
    example = Example(target="इस तरिका से काम चलेगा।", before=("वह तरिका नया है।",))
    assert findings(Spelling(), example) == ()

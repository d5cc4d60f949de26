"""One glossary added to another."""

from reviewer.domain.style import Term
from reviewer.review.glossary import merged


def test_new_changed_and_the_same_are_counted() -> None:
    """What is said anew comes first; what is not said stays."""
    own = (Term(source="treaty", approved=("समझौता",), note="x"), Term(source="WHO", approved=("डब्ल्यूएचओ",)))
    other = (
        Term(source="Treaty", approved=("संधि",), forbidden=("समझौता",)),
        Term(source="WHO", approved=("डब्ल्यूएचओ",)),
        Term(source="pact", approved=("करार",)),
    )
    made = merged(own, other)
    assert (made.new, made.changed) == (1, 1)
    assert made.terms[0] == Term(source="treaty", approved=("संधि",), forbidden=("समझौता",), note="x")

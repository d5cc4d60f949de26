"""Any glossary that a file can hold."""

from hypothesis import strategies as st

from reviewer.domain.style import Term
from reviewer.formats.glossary.entry import identity, tidy, tidy_note

_LETTERS = st.text(st.sampled_from("=+-@'\"<&>\\ .abcXYZकखिं़ा\u200dé"), min_size=1, max_size=9)
_SOURCES = _LETTERS.map(tidy).filter(
    lambda text: bool(text) and any(c.isascii() and c.isalpha() for c in text)
)
_FORMS = st.lists(_LETTERS.map(lambda t: tidy("क" + t)), unique=True, min_size=1, max_size=5)


@st.composite
def terms(draw: st.DrawFn) -> Term:
    """A term with at least one form, right or wrong."""
    forms = draw(_FORMS)
    cut = draw(st.integers(0, len(forms)))
    note = tidy_note(draw(st.text(st.sampled_from("=a ख\n\"',;\t"), max_size=12)))
    return Term(source=draw(_SOURCES), approved=tuple(forms[:cut]), forbidden=tuple(forms[cut:]), note=note)


GLOSSARIES = st.lists(terms(), min_size=1, max_size=6, unique_by=lambda term: identity(term.source)).map(
    tuple
)

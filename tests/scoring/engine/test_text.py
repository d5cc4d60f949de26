"""Texts become arrays and lose nothing."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.scoring.engine.text import Packed, pack

texts = st.lists(
    st.text(st.characters() | st.sampled_from("ΣσςİıẞaA \n'·\u0307\ud800"), max_size=12), max_size=8
)


def read(packed: Packed) -> list[str]:
    """The texts as they stand in the array."""
    rows = zip(packed.starts, packed.ends, strict=True)
    return ["".join(map(chr, packed.characters[start:end])) for start, end in rows]


@given(texts)
def test_texts_come_back(written: list[str]) -> None:
    """Every character is kept, lone surrogates and line ends too."""
    assert read(pack(written)) == written


@given(texts)
def test_lower_case_is_pythons(written: list[str]) -> None:
    """Lower-casing all texts at once is lower-casing each: a final sigma, and letters that become two."""
    assert read(pack(written, lowercase=True)) == [text.lower() for text in written]

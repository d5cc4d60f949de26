"""Characters are taken for white space as Python takes them."""

import pytest

from reviewer.scoring.engine.kernel import Kernel, loaded


@pytest.mark.usefixtures("kernels")
def test_spaces_are_those_of_split() -> None:
    """What `str.split` splits at is white space, and nothing else is."""
    # Loaded here: the module declares what only a compiler can run fast.
    from reviewer.scoring.engine.symbol import is_space  # noqa: PLC0415

    assert loaded(Kernel.CHRF) is not None
    plain = getattr(is_space, "py_func", is_space)
    assert [code for code in range(0x110000) if plain(code)] == [
        code for code in range(0x110000) if not chr(code).split()
    ]

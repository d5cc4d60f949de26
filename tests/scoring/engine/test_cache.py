"""Compiled code is kept whole or not at all, and found by what it depends on."""

import sys
from pathlib import Path

import pytest

from reviewer.scoring.engine import cache

TINY = """
from reviewer.scoring.engine.kernel import compiled

@compiled("int64(int64)")
def double(number: int) -> int:
    return 2 * number
"""


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module with a kernel that compiles in no time."""
    (tmp_path / "tiny_kernel.py").write_text(TINY, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "tiny_kernel", raising=False)
    return "tiny_kernel"


def test_a_folder_appears_when_it_is_whole(tiny: str, tmp_path: Path) -> None:
    """The compiled code is in its folder, and no other is left beside it."""
    kept = tmp_path / "kernels" / "tiny"
    cache.fill(tiny, kept)
    assert list(kept.rglob("*.nbc"))
    assert list(kept.parent.iterdir()) == [kept]


def test_two_may_compile_at_once(tiny: str, tmp_path: Path) -> None:
    """Who comes second leaves what the first one wrote, and nothing of its own."""
    kept = tmp_path / "kernels" / "tiny"
    kept.mkdir(parents=True)
    (kept / "first").touch()
    cache.fill(tiny, kept)
    assert [path.name for path in kept.iterdir()] == ["first"]
    assert list(kept.parent.iterdir()) == [kept]


def test_compiled_code_is_loaded(tiny: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second load takes what the first one compiled."""
    kept = tmp_path / "kernels" / "tiny"
    cache.fill(tiny, kept)
    monkeypatch.delitem(sys.modules, tiny)
    cache.load(tiny, kept)
    double = sys.modules[tiny].double
    assert (double(21), sum(double.stats.cache_misses.values())) == (42, 0)


def test_a_folder_that_cannot_be_written_is_an_error(tiny: str, tmp_path: Path) -> None:
    """Where nothing can be kept, nothing is compiled."""
    (tmp_path / "kernels").write_text("a file, not a folder")
    with pytest.raises(OSError, match="kernels"):
        cache.fill(tiny, tmp_path / "kernels" / "tiny")


def test_the_folder_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment variable names where kernels are kept; each has a folder of its own."""
    monkeypatch.setenv(cache.FOLDER, str(tmp_path))
    bleu, chrf = cache.folder("bleu"), cache.folder("chrf")
    assert (bleu.parents[1], bleu.parent, bleu.name) == (tmp_path, chrf.parent, "bleu")

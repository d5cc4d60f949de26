"""Kernels are got ready by another process, and their absence stops nobody."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer.scoring.engine import kernel
from reviewer.scoring.engine.cache import FOLDER

ROOT = Path(__file__).resolve().parents[3]
PREPARE = """
from reviewer.scoring.engine import kernel
print(kernel.prepare(), bool(kernel.why_not()))
"""
COUNT = """
from reviewer.scoring.engine.corpus import extract
from reviewer.scoring.option import ChrfOptions
print(extract(ChrfOptions(char_order=1), ["ab"], [["b"]], wait=True).tolist())
"""


def run(code: str, **environment: str) -> str:
    """What a fresh process prints."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.strip()


@pytest.mark.usefixtures("kernels")
def test_kernels_are_loaded_once() -> None:
    """A kernel that is ready is had at once."""
    assert kernel.obtain(kernel.Kernel.BLEU, may_wait=False) is kernel.loaded(kernel.Kernel.BLEU)


@pytest.mark.usefixtures("kernels")
def test_a_second_process_loads_what_was_compiled() -> None:
    """What one process compiled, another has without compiling."""
    assert run(PREPARE + COUNT) == "True False\n[[2, 1, 1]]"


@pytest.mark.usefixtures("kernels")
def test_background_preparation_ends_ready() -> None:
    """The window asks once, goes on, and finds the kernels there."""
    thread = kernel.prepare_in_background()
    thread.join()
    assert kernel.is_ready()


def test_switched_off_nothing_is_loaded() -> None:
    """With the switch set nothing is compiled and the reason is known."""
    assert run(PREPARE + COUNT, **{kernel.SWITCH: "1"}) == "False True\n[[2, 1, 1]]"


def test_where_nothing_can_be_kept_sacrebleu_counts(tmp_path: Path) -> None:
    """A cache that cannot be written leaves the result as it is."""
    (tmp_path / "file").touch()
    assert run(PREPARE + COUNT, **{FOLDER: str(tmp_path / "file")}) == "False True\n[[2, 1, 1]]"


def test_with_a_broken_compiler_sacrebleu_counts(tmp_path: Path) -> None:
    """A numba that cannot be imported leaves the result as it is."""
    (tmp_path / "numba.py").write_text("raise ImportError('broken')")
    assert run(PREPARE + COUNT, PYTHONPATH=str(tmp_path)) == "False True\n[[2, 1, 1]]"


def test_counting_loads_no_compiler() -> None:
    """A small count does not wait for the compiler's libraries to load."""
    assert run(f"{COUNT}import sys; print('numba' in sys.modules)") == "[[2, 1, 1]]\nFalse"

"""Kernels for these tests, compiled once for all runs until their sources change."""

import os

import pytest

from reviewer.scoring.engine import kernel
from reviewer.scoring.engine.cache import FOLDER


def pytest_collection_finish(session: pytest.Session) -> None:
    """Compile before the first test, whose time is limited."""
    needed = any("kernels" in getattr(item, "fixturenames", ()) for item in session.items)
    cache = session.config.cache
    if needed and cache is not None and not session.config.option.collectonly:
        os.environ[FOLDER] = str(cache.mkdir("kernels"))
        kernel.prepare()


@pytest.fixture
def kernels() -> None:
    """Have all kernels loaded."""
    assert kernel.is_ready(), kernel.why_not()

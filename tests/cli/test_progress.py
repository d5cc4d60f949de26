"""Progress of long commands."""

import time

import pytest

from reviewer.cli.progress import Progress


def test_what_is_done_within_a_second_is_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Most commands are."""
    progress = Progress()
    for done in range(100):
        progress("bleu", done, 100)
    assert capsys.readouterr().err == ""


def test_then_it_is_told_once_a_second(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On stderr, with the share that is done; nothing at all is no fault."""
    clock = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    progress = Progress()
    for now, done in ((1.5, 1), (1.6, 2), (3.0, 3)):
        clock[0] = now
        progress("bleu", done, 4)
    clock[0] = 9.0
    progress("ter", 0, 0)
    printed = capsys.readouterr()
    assert printed.err.splitlines() == ["bleu: 25 %", "bleu: 75 %", "ter: 0 %"]
    assert printed.out == ""

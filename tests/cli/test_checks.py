"""`reviewer checks`."""

import json

import pytest

from reviewer.checks.catalogue import all_checks, shipped
from reviewer.cli import main
from reviewer.cli.check_page import page
from reviewer.resources import resource


def test_checks_are_listed_in_the_order_they_run(capsys: pytest.CaptureFixture[str]) -> None:
    """For people and for scripts."""
    assert main(["checks"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert main(["checks", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)["checks"]
    ids = [check.id for check in all_checks()]
    assert [line.split()[0] for line in lines[1:]] == [entry["id"] for entry in listed] == ids
    assert set(listed[0]) == {"id", "code", "title", "tier", "type", "severity", "needs", "uses"}


@pytest.mark.parametrize("name", ["encoding.invisible", "O06", "o06"])
def test_one_check_is_explained(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With its docstring, and what it finds and does not."""
    assert main(["checks", name]) == 0
    told = capsys.readouterr().out
    assert told.startswith("encoding.invisible (O06): ")
    assert "Found:" in told
    assert "Not found:" in told
    assert main(["checks", name, "--json"]) == 0
    check = json.loads(capsys.readouterr().out)["check"]
    assert check["id"] == "encoding.invisible"
    assert any(example["finds"] for example in check["examples"])


def test_a_name_nothing_has_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """In one line."""
    assert main(["checks", "no.such"]) == 2
    assert "no check 'no.such'" in capsys.readouterr().err


def test_the_page_of_the_help_is_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    """After a change: `reviewer checks --markdown > resources/docs/checks.md`."""
    assert main(["checks", "--markdown"]) == 0
    printed = capsys.readouterr().out
    assert printed == page(shipped())
    assert resource("docs", "checks.md").read_text(encoding="utf-8") == printed


def test_the_page_tells_of_every_check() -> None:
    """Under its code, with an example of either kind."""
    sections = page(shipped()).split("\n### ")[1:]
    assert len(sections) == len(shipped())
    for section, check in zip(sections, shipped(), strict=True):
        assert section.startswith(f"{check.code} {check.title}\n")
        assert f"`{check.id}`" in section
        assert "\n- ✗ " in section
        assert "\n- ✓ " in section

"""`reviewer formats`, `metrics` and `profiles`."""

import json

import pytest

from reviewer.cli import main
from reviewer.formats.registry import FORMATS


@pytest.mark.parametrize("name", ["formats", "metrics", "profiles"])
def test_lists_are_printed_for_people_and_for_scripts(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The table has a line for each entry of the JSON, and one of headings."""
    assert main([name]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert main([name, "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert listed["version"] == 1
    assert [line.split()[0] for line in lines[1:]] == [entry["id"] for entry in listed[name]]


def test_all_formats_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """The list is that of the registry."""
    main(["formats", "--json"])
    assert len(json.loads(capsys.readouterr().out)["formats"]) == len(FORMATS)

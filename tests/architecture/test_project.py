"""The files at the top of the project say the same."""

import re
import tomllib
from typing import Any

import launch
import reviewer
from tests.architecture.code import ROOT

FOLDERS = {"resources", "reviewer", "tests"}
FILES = {"CHANGELOG.md", "LICENSE", "README.md", "launch.py", "pyproject.toml"}
BUILT = {"build", "dist"}


def the_project() -> dict[str, Any]:
    """The project table of pyproject.toml."""
    project: dict[str, Any] = tomllib.loads(read("pyproject.toml"))["project"]
    return project


def read(name: str) -> str:
    """The text of a file at the top."""
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_top_level_has_only_its_fixed_entries() -> None:
    """Everything else has its place in one of the folders."""
    names = {entry.name for entry in ROOT.iterdir() if not entry.name.startswith(".")}
    assert names - BUILT - {"__pycache__"} == FOLDERS | FILES


def test_the_licence_is_the_one_declared() -> None:
    """The licence file, the package and the README name GPL version 3 or later."""
    assert re.match(r"\s*GNU GENERAL PUBLIC LICENSE\s+Version 3, 29 June 2007", read("LICENSE"))
    assert the_project()["license"] == "GPL-3.0-or-later"
    assert "GPL-3.0-or-later" in read("README.md")


def test_the_readme_names_the_two_commands() -> None:
    """A reader of the README can start the desk and run the tests."""
    commands = [line.partition("#")[0].strip() for line in read("README.md").splitlines()]
    assert "python3 launch.py" in commands
    assert "python3 launch.py test" in commands


def test_the_version_is_one() -> None:
    """The package knows the version that it is published under."""
    assert reviewer.__version__ == the_project()["version"]


def test_the_launcher_asks_for_the_declared_python() -> None:
    """The launcher and the package need the same oldest Python."""
    assert the_project()["requires-python"] == ">=" + ".".join(map(str, launch.OLDEST))


def test_the_changelog_begins_with_what_is_coming() -> None:
    """The newest section of the changelog is the one for unreleased changes."""
    sections = re.findall(r"^## \[(.+?)\]", read("CHANGELOG.md"), re.MULTILINE)
    assert sections[0] == "Unreleased"

"""The layers: who may import whom."""

import ast
import sys

import pytest

from tests.architecture.code import PACKAGE, Import, cycle, imports, imports_of, layer, modules

SIBLINGS = {"align", "checks", "scoring", "formats", "reports"}
BELOW = {
    "domain": set[str](),
    "text": {"domain"},
    **{sibling: {"domain", "text"} for sibling in SIBLINGS},
    "review": {"domain", "text", *SIBLINGS},
    "ui": {"domain", "text", *SIBLINGS, "review"},
    "cli": {"domain", "text", *SIBLINGS, "review", "ui"},
    "resources": set[str](),
    "__main__": {"cli"},
}
EVERYWHERE = {"", "resources"}
"""The package itself, for its version, and the place of the data files."""


def is_ours(found: Import) -> bool:
    """Whether the imported module belongs to the project."""
    return found.imported.split(".")[0] == PACKAGE


def told(found: Import) -> str:
    """An import as one line of a failure."""
    return f"{found.importer}:{found.line} imports {found.imported}"


def test_every_module_belongs_to_a_layer() -> None:
    """A new folder or file directly below the package is given its place here first."""
    assert {layer(name) for name in modules()} - {""} <= BELOW.keys()


def test_imports_go_downwards() -> None:
    """A module imports its own layer and those below, never a sibling or anything above."""
    wrong = [
        told(found)
        for found in imports()
        if is_ours(found)
        and layer(found.imported) not in {layer(found.importer), *EVERYWHERE}
        and layer(found.imported) not in BELOW.get(layer(found.importer), set())
    ]
    assert wrong == []


def test_no_import_cycles() -> None:
    """No module comes back to itself through what it imports, inside functions or outside."""
    edges: dict[str, set[str]] = {name: set() for name in modules()}
    for found in imports():
        if found.imported in edges and found.imported != found.importer:
            edges[found.importer].add(found.imported)
    assert cycle(edges) == []


def test_the_domain_needs_the_standard_library_only() -> None:
    """The nouns import nothing that has to be installed."""
    wrong = [
        told(found)
        for found in imports()
        if layer(found.importer) == "domain"
        and not is_ours(found)
        and found.imported.split(".")[0] not in sys.stdlib_module_names
    ]
    assert wrong == []


def test_only_the_window_imports_qt() -> None:
    """PySide6 stays within the ui folder, so that everything else works where Qt cannot start."""
    wrong = [
        told(found)
        for found in imports()
        if found.imported.split(".")[0] == "PySide6" and layer(found.importer) != "ui"
    ]
    assert wrong == []


def test_the_command_line_loads_the_window_late() -> None:
    """The command line imports the window inside functions, never on being imported itself."""
    wrong = [
        told(found)
        for found in imports()
        if layer(found.importer) == "cli" and layer(found.imported) == "ui" and not found.is_lazy
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("statement", "imported"),
    [
        ("import reviewer.text.word", "reviewer.text.word"),
        ("from reviewer.text import word", "reviewer.text.word"),
        ("from reviewer.text.word import words", "reviewer.text.word"),
        ("from .word import words", "reviewer.text.word"),
        ("from ..domain import span", "reviewer.domain.span"),
    ],
)
def test_every_way_of_importing_is_seen(statement: str, imported: str) -> None:
    """The rules above look through each form of the import statement."""
    (found,) = imports_of("reviewer.text.cluster", ast.parse(statement))
    assert found.imported == imported


def test_a_cycle_is_found() -> None:
    """The search names the modules on the way round, and them alone."""
    assert cycle({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": set()}) == ["b", "c", "b"]


def test_two_ways_to_one_module_are_no_cycle() -> None:
    """A module may be reached twice without being reached from itself."""
    assert cycle({"a": {"b", "c"}, "b": {"d"}, "c": {"d"}, "d": set()}) == []

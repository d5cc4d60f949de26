"""The project's own code as syntax trees: which module imports which, and how large things are."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "reviewer"


@dataclass(frozen=True, slots=True, order=True)
class Import:
    """One module naming another, or a part of it."""

    importer: str
    imported: str
    line: int
    is_lazy: bool
    """Whether it stands inside a function."""


@cache
def modules() -> dict[str, Path]:
    """The files of the package by dotted name; a package's name stands for its `__init__`."""
    found = {}
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


@cache
def imports() -> tuple[Import, ...]:
    """Every import statement in the package, of our own modules and of others."""
    return tuple(found for name, path in modules().items() for found in imports_of(name, tree(path)))


def imports_of(name: str, module: ast.Module) -> Iterator[Import]:
    """The imports of one module; relative ones are resolved."""
    inside = {
        id(node)
        for function in ast.walk(module)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(function)
    }
    for node in ast.walk(module):
        for imported in _names(name, node):
            yield Import(name, imported, getattr(node, "lineno", 0), id(node) in inside)


def _names(importer: str, node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    base = node.module or ""
    if node.level:
        is_package = importer in modules() and modules()[importer].name == "__init__.py"
        above = importer.split(".")
        kept = above[: len(above) - node.level + is_package]
        base = ".".join([*kept, base] if base else kept)
    return [full if (full := f"{base}.{alias.name}") in modules() else base for alias in node.names]


def layer(module: str) -> str:
    """The folder or file directly below the package that a module belongs to."""
    parts = module.split(".")
    return parts[1] if parts[0] == PACKAGE and len(parts) > 1 else ""


def definitions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """The functions and classes of a file, nested ones included."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node


def length(node: ast.stmt) -> int:
    """Lines from a definition's first to its last, decorators left out."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def cycle(edges: dict[str, set[str]]) -> list[str]:
    """One closed walk through the graph, its first node repeated at the end; empty where there is none."""
    done: set[str] = set()
    for start in sorted(edges):
        walk, waiting = [start], [iter(sorted(edges[start]))]
        while waiting:
            following = next(waiting[-1], None)
            if following is None:
                done.add(walk.pop())
                waiting.pop()
            elif following in walk:
                return [*walk[walk.index(following) :], following]
            elif following not in done:
                walk.append(following)
                waiting.append(iter(sorted(edges.get(following, ()))))
    return []

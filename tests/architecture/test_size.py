"""Limits of size: what has outgrown them is to be split by concept."""

import ast

from tests.architecture.code import PACKAGE, ROOT, definitions, length

LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 60
LINES_OF_A_CLASS = 250
LINES_OF_A_KERNEL = 90
"""A compiled loop declares its arrays where it uses them: what it calls cannot hand them back cheaply."""

FILES = sorted([*(ROOT / PACKAGE).rglob("*.py"), *(ROOT / "tests").rglob("*.py"), ROOT / "launch.py"])


def test_files_are_short() -> None:
    """A file fits into one sitting."""
    lines = {path.relative_to(ROOT): len(path.read_text("utf-8").splitlines()) for path in FILES}
    assert {str(path): count for path, count in lines.items() if count > LINES_OF_A_FILE} == {}


def test_functions_and_classes_are_short() -> None:
    """A function fits on a screen, a class on a few."""
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name} has {length(node)} lines"
        for path in FILES
        for node in definitions(path)
        if length(node) > _limit(node)
    ]
    assert long == []


def _limit(node: ast.AST) -> int:
    if isinstance(node, ast.ClassDef):
        return LINES_OF_A_CLASS
    for decorator in getattr(node, "decorator_list", []):
        if ast.unparse(decorator).split("(")[0] in {"compiled", "embedded"}:
            return LINES_OF_A_KERNEL
    return LINES_OF_A_FUNCTION

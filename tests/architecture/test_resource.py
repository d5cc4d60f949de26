"""Data and code are kept apart: data under resources, found through one function."""

import ast

from tests.architecture.code import PACKAGE, ROOT, modules, tree


def test_resources_hold_no_code() -> None:
    """There is no Python under resources."""
    assert sorted((ROOT / "resources").rglob("*.py")) == []


def test_the_package_holds_no_data() -> None:
    """There is nothing but Python in the package, and the mark that it is typed."""
    files = [path for path in (ROOT / PACKAGE).rglob("*") if path.is_file()]
    kept = [path for path in files if path.parent.name != "__pycache__"]  # there the compilers put theirs
    data = [path for path in kept if path.suffix != ".py" and path.name != "py.typed"]
    assert data == []


def test_one_module_finds_the_data() -> None:
    """Only `reviewer.resources` asks where it lies; the compiled engine asks where its own code is."""
    asking = {
        name
        for name, path in modules().items()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Name) and node.id == "__file__"
    }
    engine = {"reviewer.scoring.engine.cache", "reviewer.scoring.engine.kernel"}
    assert asking - engine == {"reviewer.resources"}


def test_icons_take_the_colour_of_the_text() -> None:
    """Each icon is drawn in the current colour, so that it follows light and dark."""
    icons = sorted((ROOT / "resources" / "icons").glob("*.svg"))
    assert icons
    assert [
        icon.name for icon in icons if 'fill="currentColor"' not in icon.read_text(encoding="utf-8")
    ] == []

"""The commands as data; what they need is imported when they are chosen."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import cast


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name, its line of help, its module, and there `add_NAME_arguments` and `run_NAME`."""

    name: str
    help: str
    module: str

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Tell a parser what the command takes."""
        cast("Callable[[ArgumentParser], None]", self._find(f"add_{self.name}_arguments"))(parser)

    def run(self, options: Namespace) -> int:
        """Run the command on parsed arguments and return its exit code."""
        return cast("Callable[[Namespace], int]", self._find(f"run_{self.name}"))(options)

    def _find(self, name: str) -> object:
        return resolve_name(f"reviewer.cli.{self.module}:{name}")


COMMANDS = (
    Command("open", "Open the desk, on a project or on texts.", "desk"),
    Command(
        "new", "Make a project of an article and the texts beside it, or of a bilingual table.", "project"
    ),
    Command("import", "Add documents to a project.", "project"),
    Command("check", "Look for errors in projects and files, and tell where they may be.", "check"),
    Command("score", "Print the scores of projects, or of line files against references.", "score"),
    Command("compare", "Compare systems on line files: is one really better.", "compare"),
    Command("report", "Write the score report of a project.", "output"),
    Command("export", "Write the annotated review, or its final text.", "output"),
    Command("convert", "Make a file of one format out of one of another.", "convert"),
    Command("glossary", "Fill, write or list the glossary of a project.", "glossary"),
    Command("formats", "List the file formats that are read and written.", "listing"),
    Command("checks", "List the checks there are, or explain one.", "checks"),
    Command("metrics", "List the scores there are, with their signatures.", "listing"),
    Command("models", "List the subword models for BLEU, add one from a file, or remove it.", "model"),
    Command("profiles", "List, show or check the house rules that texts can be judged by.", "profiles"),
)


def add_json(parser: ArgumentParser) -> None:
    """Let a command print JSON, whose layout is described in resources/docs/json.md."""
    parser.add_argument("--json", action="store_true", help="print JSON instead of text")

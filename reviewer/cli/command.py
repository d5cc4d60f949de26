"""A command as data; the parser is built from these."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command: its name, its line of help, its arguments, and what it does."""

    name: str
    help: str
    add_arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]
    """Takes the parsed arguments, returns the exit code."""


def add_json(parser: ArgumentParser) -> None:
    """Let a command print JSON, whose layout is described in resources/docs/json.md."""
    parser.add_argument("--json", action="store_true", help="print JSON instead of text")

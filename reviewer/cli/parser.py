"""From arguments to a task: one parser for all commands."""

import argparse
from collections.abc import Sequence
from typing import NoReturn

from reviewer import __version__
from reviewer.cli.command import COMMANDS, Command
from reviewer.cli.diagnosis import diagnosed
from reviewer.cli.outcome import Task
from reviewer.domain.error import ReviewerError

DEBUG = ("timings", "sql")


class _Parser(argparse.ArgumentParser):
    """A parser that reports wrong use as any other error: in one line."""

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing the usage."""
        raise ReviewerError(message, remedy=f"See {self.prog} --help.")


def parse(arguments: Sequence[str]) -> Task:
    """Return the task that the arguments ask for; raise ReviewerError for wrong use."""
    arguments = with_command(arguments)
    options = build(arguments[0]).parse_args(arguments)
    options.debug = frozenset(filter(None, options.debug.split(",")))
    if unknown := sorted(options.debug - set(DEBUG)):
        raise ReviewerError(
            f"nothing to debug is called {', '.join(unknown)}", remedy=f"Known are {', '.join(DEBUG)}."
        )
    command: Command = options.run
    return Task(diagnosed(lambda: command.run(options), options.debug), bool(options.debug))


def build(chosen: str) -> argparse.ArgumentParser:
    """Return the parser of all commands; only the one chosen knows its arguments."""
    parser = _Parser(
        prog="reviewer",
        description="Review AI-translated Hindi. Without a command: open the desk, on the files named.",
        epilog="Exit codes: 0 done; 1 the text failed what was asked; 2 wrong use or unreadable input.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"reviewer {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in COMMANDS:
        one = commands.add_parser(
            command.name, help=command.help, description=command.help, allow_abbrev=False
        )
        if command.name == chosen:
            command.add_arguments(one)
        one.add_argument(
            "--debug", metavar="LIST", default="", help=f"show {', '.join(DEBUG)} and tracebacks"
        )
        one.set_defaults(run=command)
    return parser


def with_command(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with their command first; without one they are for the desk."""
    known = {command.name for command in COMMANDS} | {"-h", "--help", "--version"}
    return list(arguments) if arguments and arguments[0] in known else ["open", *arguments]

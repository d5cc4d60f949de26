"""`reviewer models`: the subword models, and others added from files."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reviewer.cli.command import add_json
from reviewer.cli.listing import print_list
from reviewer.cli.outcome import DONE
from reviewer.domain.error import ReviewerError
from reviewer.scoring.tokenizer.model import add, models, remove


def add_models_arguments(parser: ArgumentParser) -> None:
    """Take what to do, by default nothing but list."""
    parser.add_argument("action", nargs="?", choices=("list", "add", "remove"), default="list")
    parser.add_argument("what", nargs="?", metavar="FILE|NAME", help="the file to add, or the name to remove")
    parser.add_argument("--name", metavar="NAME", help="of an added model, instead of its file's")
    add_json(parser)


def run_models(options: Namespace) -> int:
    """List, add or remove models; nothing is downloaded."""
    if (options.action == "list") == bool(options.what):
        raise ReviewerError(
            f"models {options.action} takes {'nothing' if options.what else 'a file or name'} more",
            remedy="Say reviewer models, models add FILE, or models remove NAME.",
        )
    if options.action == "add":
        print(f"{add(Path(options.what), options.name).signature} is there for --tokenize")
        return DONE
    if options.action == "remove":
        remove(options.what)
        print(f"{options.what} is removed")
        return DONE
    rows: list[dict[str, object]] = [
        {
            "id": model.name,
            "origin": model.origin.value,
            "signature": model.signature,
            "sha256": model.sha256,
            "file": str(model.path),
        }
        for model in models()
    ]
    return print_list("models", rows, as_json=options.json)

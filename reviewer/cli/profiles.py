"""`reviewer profiles`: the house rules there are, one of them as a file, and whether a file is one."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reviewer.cli.command import add_json
from reviewer.cli.listing import print_list
from reviewer.cli.outcome import DONE
from reviewer.domain.error import ReviewerError
from reviewer.scoring import profile

_ACTIONS = ("list", "show", "check")


def add_profiles_arguments(parser: ArgumentParser) -> None:
    """Take what to do, and with which profile."""
    parser.add_argument(
        "action",
        nargs="?",
        choices=_ACTIONS,
        default="list",
        help="list them (default); show one as a file to edit; check a file of your own",
    )
    parser.add_argument("name", nargs="?", metavar="ID|FILE", help="of the profile to show or to check")
    add_json(parser)


def run_profiles(options: Namespace) -> int:
    """List the house rules, print one, or check a file."""
    if options.action == "list":
        if options.name is not None:
            raise ReviewerError("a list takes no name", remedy="Write reviewer profiles show ID.")
        return print_list("profiles", _profiles(), as_json=options.json)
    if options.name is None:
        raise ReviewerError(
            f"which profile to {options.action}?", remedy=f"Known are {', '.join(profile.profile_ids())}."
        )
    if options.action == "show":
        is_shipped = options.name in profile.profile_ids()
        text = profile.source(options.name) if is_shipped else profile.write(profile.find(options.name))
        print(text, end="")
        return DONE
    found = profile.read(Path(options.name))
    print(f"{options.name}: profile “{found.title}”, {len(found.types)} types, no fault found")
    return DONE


def _profiles() -> list[dict[str, object]]:
    return [
        {
            "id": known.id,
            "title": known.title,
            "types": len(known.types),
            "denominator": known.denominator.value,
            "raters": known.raters.value,
            "is_default": known.id == profile.DEFAULT,
        }
        for known in profile.load_all()
    ]

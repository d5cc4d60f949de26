"""`reviewer checks`: the checks there are, one of them explained, and their page in the help."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from inspect import cleandoc

from reviewer.checks.catalogue import added, all_checks, shipped
from reviewer.checks.check import Check, Example
from reviewer.cli.check_page import marked, page
from reviewer.cli.command import add_json
from reviewer.cli.listing import VERSION, print_list
from reviewer.cli.outcome import DONE, tell
from reviewer.domain.error import ReviewerError


def add_checks_arguments(parser: ArgumentParser) -> None:
    """Take which check to explain, and how."""
    parser.add_argument("name", nargs="?", metavar="ID", help="id or code of a check to explain")
    parser.add_argument("--markdown", action="store_true", help="print the reference page of the help")
    add_json(parser)


def run_checks(options: Namespace) -> int:
    """List the checks, explain one, or print the page about all of them."""
    for problem in added().problems:
        tell(f"reviewer: note: {problem}")
    if options.markdown:
        print(page(shipped()), end="")
        return DONE
    if options.name is None:
        return _list(all_checks(), as_json=options.json)
    check = next(
        (each for each in all_checks() if options.name.casefold() in {each.id, each.code.casefold()}), None
    )
    if check is None:
        raise ReviewerError(f"there is no check {options.name!r}", remedy="See reviewer checks.")
    if options.json:
        print(json.dumps({"version": VERSION, "check": _explained(check)}, ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(check)))
    return DONE


def _list(checks: Iterable[Check], *, as_json: bool) -> int:
    described = [_described(check) for check in checks]
    if not as_json:
        shown = ("id", "code", "tier", "needs", "title")
        described = [{name: row[name] or "-" for name in shown} for row in described]
    return print_list("checks", described, as_json=as_json)


def _described(check: Check) -> dict[str, object]:
    return {
        "id": check.id,
        "code": check.code,
        "title": check.title,
        "tier": check.tier.value,
        "type": check.type,
        "severity": check.severity.value,
        "needs": sorted(need.value for need in check.needs),
        "uses": sorted(need.value for need in check.uses),
    }


def _explained(check: Check) -> dict[str, object]:
    return _described(check) | {
        "description": cleandoc(type(check).__doc__ or ""),
        "examples": [_example(each) for each in check.examples],
    }


def _example(example: Example) -> dict[str, object]:
    return {
        "target": example.target,
        "source": example.source,
        "back_translation": example.back_translation,
        "before": list(example.before),
        "finds": list(example.finds),
        "suggestion": example.suggestion,
    }


def _lines(check: Check) -> Iterable[str]:
    yield f"{check.id} ({check.code}): {check.title}"
    needs = ", ".join(sorted(need.value for need in check.needs)) or "the Hindi alone"
    yield f"{check.tier.value}, {check.type}, {check.severity.value}; needs {needs}"
    yield ""
    yield cleandoc(type(check).__doc__ or "")
    for title, wanted in (("Found:", True), ("Not found:", False)):
        yield ""
        yield title
        for example in check.examples:
            if bool(example.finds) is wanted:
                yield f"  {marked(example, '[', ']')}"
                english = example.source or example.back_translation
                if english:
                    yield f"    {english}"

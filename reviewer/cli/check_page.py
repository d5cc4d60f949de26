"""The reference page of all checks, made of what the checks say of themselves."""

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from inspect import cleandoc
from itertools import groupby
from typing import Final

import regex

from reviewer.checks.check import Check, Example

_INTRODUCTION: Final = """\
# Checks
A check looks for one kind of error. What it finds is a suspicion and never counts in a score; an editor \
accepts it, which makes it a flag, applies its fix, or dismisses it.

- **error**: precise; with `--fail-on error` it keeps a text from being published
- **warning**: worth a look
- **hint**: shown on request, three a segment at most

In the examples ⟦words between brackets⟧ are what is found, and → leads to the suggestion. A check that \
needs the source or a back-translation is silent where there is none. A finding that rests on a \
back-translation says so, for it may be an artefact of that.

The desk's own words, patterns and glossary are part of its profile. Other distributions add checks through \
the entry point group `reviewer.checks`, each naming a subclass of `reviewer.checks.check.Check`; they run \
behind ours. This page is printed by `reviewer checks --markdown`.
"""
_SHOWN: Final = 2
"""Examples of either kind that are shown."""
_SPECIAL = regex.compile(r"[\\\\`*_\[\]<>&|~#]")
"""What Markdown would take for its own."""
_INVISIBLE = regex.compile(r"[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u00a0\u202f--[\n\t\u200c\u200d]]", regex.VERSION1)
"""What nobody would see on the page; joiners are part of Hindi words."""


def page(checks: Sequence[Check]) -> str:
    """Return the page as Markdown, family by family, in the order checks run."""
    return "\n".join(_lines(checks)) + "\n"


def _lines(checks: Sequence[Check]) -> Iterator[str]:
    yield _INTRODUCTION
    yield f"There are {len(checks)}:"
    yield ""
    yield "| code | id | tier | title |"
    yield "|---|---|---|---|"
    for check in checks:
        yield f"| {check.code} | `{check.id}` | {check.tier.value} | {check.title} |"
    for family, members in groupby(checks, key=lambda check: check.id.partition(".")[0]):
        yield ""
        yield f"## {_family(family)}"
        for check in members:
            yield from _section(check)


def _family(name: str) -> str:
    described = cleandoc(import_module(f"reviewer.checks.{name}").__doc__ or name)
    return described.splitlines()[0].rstrip(".")


def _section(check: Check) -> Iterator[str]:
    yield ""
    yield f"### {check.code} {check.title}"
    yield ""
    yield " · ".join(_facts(check))
    yield ""
    yield " ".join(cleandoc(type(check).__doc__ or "").split())
    yield ""
    for mark, wanted in (("✗", True), ("✓", False)):
        some = [each for each in check.examples if bool(each.finds) is wanted][:_SHOWN]
        for example in some:
            yield f"- {mark} {_example(example)}"


def _facts(check: Check) -> Iterator[str]:
    yield f"`{check.id}`"
    yield check.tier.value
    yield f"{check.type}, {check.severity.value}"
    if check.needs:
        yield f"needs {_named(check.needs)}"
    if check.uses:
        yield f"uses {_named(check.uses)}"


def _named(needs: Iterable[str]) -> str:
    return ", ".join(sorted(str(need) for need in needs))


def _example(example: Example) -> str:
    shown = marked(example, "⟦", "⟧")
    if example.suggestion is not None:
        shown += f" → “{example.suggestion}”" if example.suggestion else " → (delete)"
    if example.source:
        shown += f" (source: {example.source})"
    elif example.back_translation:
        shown += f" (back-translation: {example.back_translation})"
    return _SPECIAL.sub(r"\\\g<0>", " ".join(_INVISIBLE.sub(_named_character, shown).split()))


def _named_character(found: regex.Match[str]) -> str:
    return f"‹U+{ord(found.group()):04X}›"


def marked(example: Example, before: str, after: str) -> str:
    """Return an example's Hindi with the words it finds marked, in the order they are named."""
    made, at = "", 0
    for words in example.finds:
        start = example.target.find(words, at) if words else -1
        if start >= 0:
            made += f"{example.target[at:start]}{before}{words}{after}"
            at = start + len(words)
    return made + example.target[at:]

"""How silent the checks are on good Hindi, and how much they say about a machine's beside it.

`python -m tests.benchmarks.silence [--only ID …] [--data NAME …] [--show N [--mt] [--hints]]
[--monolingual | --source] [--most ROWS] [--documents own|all|each]`: findings per 1,000 segments of every
check. An id may be the beginning of one: `--only number`. Examples are of the human Hindi, with `--mt` of the
machine's; the words found stand between ⟦ and ⟧.
"""

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module

from reviewer.checks.catalogue import FAMILIES, all_checks
from reviewer.checks.check import Check
from reviewer.checks.engine import Checker
from reviewer.checks.lens import Article, Lens
from reviewer.domain.finding import Finding, Tier
from reviewer.domain.span import Side
from tests.benchmarks.corpus import ALL_REFERENCES, DATA, JUDGED, Grouping, Row, articles, corpus, sample

MOST = {True: 40, False: 20}
"""Errors and warnings a thousand segments that all checks together may find, with a source and without."""


@dataclass(slots=True)
class Tally:
    """What was found in some segments."""

    segments: int = 0
    counts: Counter[tuple[str, Tier]] = field(default_factory=Counter)
    examples: dict[str, list[tuple[Row, Finding]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, other: "Tally") -> None:
        """Take in what was found in others."""
        self.segments += other.segments
        self.counts += other.counts
        for check, examples in other.examples.items():
            self.examples[check] += examples

    def rate(self, check: str | None, *tiers: Tier) -> float:
        """Findings of a check, or of all, per 1,000 segments."""
        total = sum(
            count for (each, tier), count in self.counts.items() if tier in tiers and check in {None, each}
        )
        return 1000 * total / max(1, self.segments)


def chosen(only: Sequence[str]) -> tuple[Check, ...]:
    """Return the checks whose ids begin so, all without any; families not asked for are not imported."""
    if not only:
        return all_checks()
    families = [name for name in FAMILIES if any(each.partition(".")[0] == name for each in only)]
    kinds = [kind for family in families for kind in import_module(f"reviewer.checks.{family}").CHECKS]
    return tuple(kind() for kind in kinds if any(kind.id.startswith(each) for each in only))


def findings(checker: Checker, article: Article) -> Iterator[tuple[Lens, tuple[Finding, ...]]]:
    """Yield every segment's findings; a check that fails is told once, and asked again elsewhere."""
    for lens in article.lenses:
        yield lens, checker.find(lens, article)
        for fault in checker.faults.values():
            _tell(str(fault))
        checker.faults.clear()


def measure(
    checks: Sequence[Check],
    rows: Iterable[Row],
    *,
    with_source: bool,
    grouping: Grouping = Grouping.OWN,
) -> Tally:
    """Run checks over documents."""
    tally, checker = Tally(), Checker(checks)
    for article, members in articles(rows, with_source=with_source, grouping=grouping):
        for (_, found), row in zip(findings(checker, article), members, strict=True):
            tally.segments += 1
            for finding in found:
                tally.counts[finding.check, finding.tier] += 1
                tally.examples[finding.check].append((row, finding))
    return tally


def marked(row: Row, finding: Finding, *, with_source: bool) -> str:
    """Return an example as text, the words found between brackets."""
    texts = {Side.RECEIVED: row.target, Side.SOURCE: row.source}
    for span in finding.spans:
        text = texts.get(span.side, "")
        texts[span.side] = f"{text[: span.start]}⟦{text[span.start : span.end]}⟧{text[span.end :]}"
    lines = [f"  [{finding.tier}] {row.id}: {finding.message}", f"    {_around(texts[Side.RECEIVED])}"]
    if with_source:
        lines.append(f"    {_around(texts[Side.SOURCE])}")
    return "\n".join(lines)


def main() -> None:
    """Print the rates of every check and the totals of every set."""
    options = _options()
    if not DATA.is_dir():
        sys.exit("the data to measure on are not beside the project")
    checks = chosen(options.only)
    modes = [mode for mode, skip in ((False, options.source), (True, options.monolingual)) if not skip]
    human = {mode: Tally() for mode in modes}
    machine = {mode: Tally() for mode in modes}
    judged = {mode: Tally() for mode in modes}
    for name in options.data:
        rows = corpus(name)
        for mode in modes:
            good = measure(
                checks, sample(rows.human, options.most), with_source=mode, grouping=options.documents
            )
            human[mode].add(good)
            if name in JUDGED:
                judged[mode].add(good)
            machine[mode].add(measure(checks, sample(rows.machine, options.most), with_source=mode))
            print(f"{name:13} {_mode(mode)}: {_said(good)}")
    _print_checks(checks, human, machine)
    for mode in modes:
        print(f"\n{_mode(mode)}: all {_said(human[mode])}; machine {_said(machine[mode])}")
        print(f"  {' and '.join(JUDGED)}: {_said(judged[mode])}; at most {MOST[mode]} are wanted")
    shown = machine if options.mt else human
    if options.show:
        _print_examples(checks, shown[modes[-1]], options, with_source=modes[-1])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--only", nargs="+", default=[], help="ids, or beginnings of ids")
    parser.add_argument("--data", nargs="+", default=list(ALL_REFERENCES), choices=ALL_REFERENCES)
    parser.add_argument("--show", type=int, default=0, help="examples of each check")
    parser.add_argument("--mt", action="store_true", help="show examples of the machine's Hindi")
    parser.add_argument("--hints", action="store_true", help="show hints too")
    parser.add_argument("--most", type=int, default=1500, help="rows of each set")
    parser.add_argument(
        "--documents", type=Grouping, default=Grouping.OWN, choices=list(Grouping), help="what is a document"
    )
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--monolingual", action="store_true")
    mode.add_argument("--source", action="store_true")
    return parser.parse_args()


def _print_checks(checks: Sequence[Check], human: dict[bool, Tally], machine: dict[bool, Tally]) -> None:
    heads = "".join(f"{_mode(mode) + ': human E':>18}{'W':>7}{'hint':>7}{'MT E+W':>8}" for mode in human)
    print(f"\n{'findings per 1,000':36}{heads}")
    for check in checks:
        cells = ""
        for mode, good in human.items():
            firm = machine[mode].rate(check.id, Tier.ERROR, Tier.WARNING)
            rates = [good.rate(check.id, tier) for tier in Tier]
            cells += f"{rates[0]:18.1f}{rates[1]:7.1f}{rates[2]:7.1f}{firm:8.1f}"
        print(f"{check.code} {check.id:32}{cells}")


def _print_examples(
    checks: Sequence[Check], tally: Tally, options: argparse.Namespace, *, with_source: bool
) -> None:
    chance = random.Random(1)  # noqa: S311 - which examples are shown
    for check in checks:
        known = [
            (row, finding)
            for row, finding in tally.examples.get(check.id, ())
            if options.hints or finding.tier is not Tier.HINT
        ]
        if known:
            print(f"\n{check.id}: {len(known)} in {tally.segments} segments")
        for row, finding in chance.sample(known, min(options.show, len(known))):
            print(marked(row, finding, with_source=with_source))


def _said(tally: Tally) -> str:
    firm = tally.rate(None, Tier.ERROR, Tier.WARNING)
    return f"{firm:6.1f} errors and warnings, {tally.rate(None, Tier.HINT):6.1f} hints, n {tally.segments}"


def _mode(with_source: bool) -> str:
    return "source" if with_source else "alone"


def _around(text: str) -> str:
    """Return a text on one line, of a long one what stands around the mark."""
    start, end = text.find("⟦"), text.find("⟧")
    if len(text) > 400 and start >= 0:
        text = f"…{text[max(0, start - 150) : end + 150]}…"
    return " ".join(text.split())


@cache
def _tell(fault: str) -> None:
    print(fault, file=sys.stderr)


if __name__ == "__main__":
    main()

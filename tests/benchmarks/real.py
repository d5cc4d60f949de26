"""How checks fare on what annotators marked in machine translations.

`python -m tests.benchmarks.real [--only ID …] [--show N [--right]] [--hints]`: the machine outputs of the MQM
set with their sources. A finding is right if it touches words that an annotator marked with a type it may be
taken for; recall is of the marks of such types. The rate on references of the same set stands beside.
`--show` prints wrong findings, with `--right` right ones.
"""

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reviewer.checks.check import Check
from reviewer.checks.engine import Checker
from reviewer.domain.finding import Finding, Tier
from reviewer.domain.span import Range, Side
from reviewer.scoring.taxonomy import canonical
from tests.benchmarks.corpus import DATA, Row, articles, corpus, records
from tests.benchmarks.silence import chosen, findings, marked, measure

_COMPATIBLE: Mapping[str, tuple[str, ...]] = {
    "Accuracy_Mistranslation": ("accuracy", "terminology", "locale", "style"),
    "Accuracy_Omission": ("accuracy",),
    "Accuracy_Addition": ("accuracy", "linguistic/spelling", "linguistic/punctuation"),
    "Accuracy_Untranslated_text": ("accuracy", "terminology"),
    "Transliteration": ("accuracy", "terminology", "linguistic/spelling"),
    "Fluency_Grammar": ("linguistic", "style"),
    "Fluency_Spelling": ("linguistic",),
    "Fluency_Register": ("style", "linguistic"),
    "Style_Awkward": ("style", "linguistic", "accuracy/mistranslation", "terminology"),
    "Terminology_Inappropriate": ("terminology", "accuracy", "style"),
}
"""Types of findings that a mark may stand for, by its own; a mark of any other may stand for all."""
_NEAR = 1


@dataclass(frozen=True, slots=True)
class Mark:
    """What an annotator marked."""

    type: str
    place: Range

    def is_met_by(self, finding: Finding, *, of_its_type: bool) -> bool:
        """Whether a finding touches it, and may mean the same."""
        if of_its_type and not self.may_be(finding.type):
            return False
        return any(
            piece.start <= self.place.end + _NEAR and self.place.start - _NEAR <= piece.end
            for span in finding.spans
            if span.side is Side.RECEIVED
            for piece in span.ranges
        )

    def may_be(self, type_: str) -> bool:
        """Whether a finding of a type can mean what is marked."""
        known = _COMPATIBLE.get(self.type)
        return known is None or canonical(type_).startswith(known)


@dataclass(slots=True)
class Tally:
    """What one check said of all segments."""

    right: int = 0
    elsewhere_marked: int = 0
    """Of the others those that touch a mark of another type."""
    wrong: int = 0
    met: set[tuple[str, int]] = field(default_factory=set)
    examples: dict[bool, list[tuple[Row, Finding]]] = field(default_factory=lambda: defaultdict(list))

    @property
    def total(self) -> int:
        """All findings."""
        return self.right + self.elsewhere_marked + self.wrong


def main() -> None:
    """Print precision and recall of every check, and recall of every type of mark."""
    options = _options()
    if not DATA.is_dir():
        sys.exit("the data to measure on are not beside the project")
    checks = chosen(options.only)
    marks = _marks()
    rows = corpus("mqm").machine
    tallies = _tallied(checks, rows, marks, hints=options.hints)
    reference = measure(checks, corpus("mqm").human, with_source=True)
    tiers = tuple(Tier) if options.hints else (Tier.ERROR, Tier.WARNING)
    print(f"{len(rows)} outputs, {sum(map(len, marks.values()))} marks; findings per 1,000 segments")
    print(f"{'':36}{'MT':>7}{'human':>7}{'found':>7}{'right':>7}{'touch':>7}{'recall':>8}")
    for check in checks:
        if tally := tallies.get(check.id):
            rate = 1000 * tally.total / len(rows)
            print(_line(check, tally, rate, reference.rate(check.id, *tiers), marks))
    every = _sum(tallies.values())
    print(
        f"{'all':36}{1000 * every.total / len(rows):7.1f}{reference.rate(None, *tiers):7.1f}{_shares(every)}"
    )
    _print_types(every, marks)
    if options.show:
        _print_examples(tallies, marks, options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--only", nargs="+", default=[], help="ids, or beginnings of ids")
    parser.add_argument("--show", type=int, default=0, help="examples of each check")
    parser.add_argument("--right", action="store_true", help="show right findings, not wrong ones")
    parser.add_argument("--hints", action="store_true", help="count hints too")
    return parser.parse_args()


def _marks() -> dict[str, list[Mark]]:
    return {
        row["id"]: [
            Mark(span["type"], Range(span["start"], max(span["start"], span["end"])))
            for span in row["spans"]
            if span["start"] is not None and span["type"] != "Source_error"
        ]
        for row in records("en_hi_mqm/mqm.jsonl")
    }


def _tallied(
    checks: Sequence[Check], rows: Sequence[Row], marks: dict[str, list[Mark]], *, hints: bool
) -> dict[str, Tally]:
    tallies: dict[str, Tally] = defaultdict(Tally)
    for row, finding in _found(checks, rows):
        if finding.tier is Tier.HINT and not hints:
            continue
        tally = tallies[finding.check]
        met = {
            (row.id, number)
            for number, mark in enumerate(marks[row.id])
            if mark.is_met_by(finding, of_its_type=True)
        }
        tally.met |= met
        if met:
            tally.right += 1
        elif any(mark.is_met_by(finding, of_its_type=False) for mark in marks[row.id]):
            tally.elsewhere_marked += 1
        else:
            tally.wrong += 1
        tally.examples[bool(met)].append((row, finding))
    return tallies


def _found(checks: Sequence[Check], rows: Sequence[Row]) -> Iterator[tuple[Row, Finding]]:
    checker = Checker(checks)
    for article, members in articles(rows, with_source=True):
        for (_, found), row in zip(findings(checker, article), members, strict=True):
            for finding in found:
                yield row, finding


def _print_examples(
    tallies: Mapping[str, Tally], marks: dict[str, list[Mark]], options: argparse.Namespace
) -> None:
    chance = random.Random(1)  # noqa: S311 - which examples are shown
    for check, tally in tallies.items():
        known = tally.examples[options.right]
        if known:
            print(f"\n{check}")
        for row, finding in chance.sample(known, min(options.show, len(known))):
            print(marked(row, finding, with_source=True))
            quotes = [f"{row.target[m.place.start : m.place.end]} ({m.type})" for m in marks[row.id]]
            print(f"    marked: {', '.join(quotes)}")


def _sum(tallies: Iterable[Tally]) -> Tally:
    every = Tally()
    for tally in tallies:
        every.right += tally.right
        every.elsewhere_marked += tally.elsewhere_marked
        every.wrong += tally.wrong
        every.met |= tally.met
    return every


def _line(check: Check, tally: Tally, rate: float, human: float, marks: dict[str, list[Mark]]) -> str:
    of_its_type = sum(mark.may_be(check.type) for each in marks.values() for mark in each)
    note = "!" if human >= rate else " "
    return (
        f"{check.code} {check.id:32}{rate:7.1f}{human:7.1f}{_shares(tally)}"
        f"{len(tally.met) / max(1, of_its_type):8.3f}{note}"
    )


def _shares(tally: Tally) -> str:
    total = max(1, tally.total)
    return f"{tally.total:7}{tally.right / total:7.2f}{(tally.right + tally.elsewhere_marked) / total:7.2f}"


def _print_types(every: Tally, marks: dict[str, list[Mark]]) -> None:
    total = Counter(mark.type for each in marks.values() for mark in each)
    met = Counter(marks[row][number].type for row, number in every.met)
    print("\nmarks met, by their type")
    for type_, count in total.most_common():
        print(f"  {type_:28}{met[type_]:5} of {count:5}  {met[type_] / count:5.2f}")


if __name__ == "__main__":
    main()

"""How many planted errors the checks find, and where they say they are.

`python -m tests.benchmarks.planted [--only KIND …] [--number N] [--seed N] [--show N] [--found]`: one error a
segment, among its neighbours as people wrote them. "On it" are those of which a finding touches the planted
place, or shows the English words that were lost; "firm" those of which an error or a warning does; "in all"
those of which anything new is said in the segment. What was found before planting does not count, nor what
is said of a whole sentence's style. `--show` prints misses, with `--found` finds.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reviewer.checks.catalogue import all_checks
from reviewer.checks.engine import Checker
from reviewer.checks.lens import Article, Lens
from reviewer.domain.finding import Finding, Tier
from reviewer.domain.segment import Segment
from reviewer.domain.span import Range, Side
from reviewer.domain.style import Style
from tests.benchmarks.corpus import DATA, Row, articles, corpus, sample
from tests.benchmarks.silence import marked
from tests.checks.planting.catalogue import KINDS, wanted
from tests.checks.planting.plant import Planted

_SETS = ("professional", "original", "mqm", "post-edits")
_NEAR = 1
"""Letters between a finding and the place beside which it still is the place's."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was said of one planted error."""

    row: Row
    planted: Planted
    on_it: tuple[Finding, ...]
    new: tuple[Finding, ...]

    @property
    def is_firm(self) -> bool:
        """Whether an error or a warning was said of it, not only a hint."""
        return any(each.tier is not Tier.HINT for each in self.on_it)


def places_to_plant(most: int) -> list[tuple[Row, Article, Lens]]:
    """Return pairs in their documents, in an order by chance."""
    found = []
    for name in _SETS:
        for article, rows in articles(sample(corpus(name).human, most), with_source=True):
            found += list(zip(rows, [article] * len(rows), article.lenses, strict=True))
    random.Random(5).shuffle(found)  # noqa: S311 - an order
    return found


def outcomes(kind: str, number: int, seed: int, rows: list[tuple[Row, Article, Lens]]) -> Iterator[Outcome]:
    """Plant errors of a kind, each in a text of its own, and yield what is found."""
    chance = random.Random(f"{kind} {seed}")  # noqa: S311 - what is planted
    made = 0
    checks = all_checks()
    for row, article, lens in rows:
        planted = KINDS[kind](row.source, row.target, chance)
        if planted is None:
            continue
        style = planted.style
        before = {
            (each.check, each.quote)
            for each in Checker(checks).find(lens, _around(article, lens, lens, style))
        }
        there = Lens(_segment(lens.segment, planted))
        found = Checker(checks).find(there, _around(article, lens, there, style))
        new = tuple(each for each in found if (each.check, each.quote) not in before)
        yield Outcome(row, planted, tuple(each for each in new if is_on(each, planted)), new)
        made += 1
        if made == number:
            return


def is_on(finding: Finding, planted: Planted) -> bool:
    """Whether a finding shows the planted place."""
    if finding.check.startswith("style."):
        return False
    if planted.is_anywhere:
        return True
    for span in finding.spans:
        if span.side is Side.SOURCE:
            if planted.english and any(piece.overlaps(planted.english) for piece in span.ranges):
                return True
        elif any(_touches(piece, place) for piece in span.ranges for place in planted.ranges):
            return True
    return False


def main() -> None:
    """Print the share found of every kind."""
    options = _options()
    if not DATA.is_dir():
        sys.exit("the data to plant into are not beside the project")
    rows = places_to_plant(options.most)
    print(f"{'kind':24}{'planted':>8}{'on it':>8}{'firm':>8}{'in all':>8}{'wanted':>8}  found by")
    for kind in options.only or KINDS:
        every = list(outcomes(kind, options.number, options.seed, rows))
        hits = [each for each in every if each.on_it]
        by = Counter(check for each in hits for check in {finding.check for finding in each.on_it})
        shares = [len(hits), sum(each.is_firm for each in every), sum(bool(each.new) for each in every)]
        share, firm, anywhere = (count / max(1, len(every)) for count in shares)
        note = " " if share >= wanted(kind) else "!"
        told = ", ".join(f"{check} {count}" for check, count in by.most_common(4))
        print(
            f"{kind:24}{len(every):8}{share:8.2f}{firm:8.2f}{anywhere:8.2f}{wanted(kind):8.1f}{note} {told}",
            flush=True,
        )
        shown = hits if options.found else [each for each in every if not each.on_it]
        for outcome in shown[: options.show]:
            _print(outcome)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--only", nargs="+", default=[], choices=list(KINDS))
    parser.add_argument("--number", type=int, default=100, help="errors of each kind")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--show", type=int, default=0, help="examples of each kind")
    parser.add_argument("--found", action="store_true", help="show what was found, not what was missed")
    parser.add_argument("--most", type=int, default=2500, help="rows of each set")
    return parser.parse_args()


def _around(article: Article, old: Lens, new: Lens, style: Style) -> Article:
    """Return a document with one segment exchanged, and a style."""
    lenses = [new if each is old else each for each in article.lenses]
    return Article(lenses, style)


def _segment(segment: Segment, planted: Planted) -> Segment:
    return replace(segment, received=planted.target, final=planted.target, source=planted.source)


def _touches(piece: Range, place: Range) -> bool:
    return piece.start <= place.end + _NEAR and place.start - _NEAR <= piece.end


def _print(outcome: Outcome) -> None:
    planted = outcome.planted
    target = planted.target
    for place in sorted(planted.ranges, reverse=True):
        target = f"{target[: place.start]}⟪{target[place.start : place.end]}⟫{target[place.end :]}"
    print(f"    {' '.join(target.split())[:400]}\n    {' '.join(planted.source.split())[:400]}")
    row = replace(outcome.row, source=planted.source, target=planted.target)
    for finding in outcome.on_it or outcome.new:
        print(f"      {finding.check}: {marked(row, finding, with_source=False)[:300]}")


if __name__ == "__main__":
    main()

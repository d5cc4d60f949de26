"""Texts nobody would send, and a process that runs all checks on one of them.

`python -m tests.checks.ordeal SHAPE|all [LETTERS]` prints the checks that took longest, and fails where one
failed.
"""

import sys
import time
from collections.abc import Mapping

from reviewer.checks.catalogue import shipped
from reviewer.checks.engine import Checker
from reviewer.checks.lens import Article, article_of
from reviewer.domain.segment import Segment

MEGABYTE = 1_000_000
SHAPES: Mapping[str, tuple[str, str]] = {
    "letters": ("क", "k"),
    "signs": ("ा", "a"),
    "viramas": ("क्", "ch"),
    "nuktas": ("़", "z"),
    "joiners": ("क\u200d", "\u200b"),
    "spaces": (" ", " "),
    "spaces and letters": ("क ", "a "),
    "no-break spaces": ("\u00a0", "\u00a0"),
    "lines": ("क\n", "a\n"),
    "dandas": ("।", "."),
    "dots": ("...", "..."),
    "digits": ("9", "9"),
    "grouped digits": ("9,", "9,"),
    "numbers": ("42 लाख ", "42 million "),
    "dates": ("12 मई 2021, ", "12 May 2021, "),
    "opening quotes": ("“", "“"),
    "straight quotes": ('"क ', '"a '),
    "apostrophes": ("'", "'"),
    "brackets": ("(", "("),
    "nested tags": ("<b>", "<b>"),
    "placeholders": ("{क}%s", "{a}%s"),
    "addresses": ("http://", "http://"),
    "handles": ("@क#क", "@a#a"),
    "entities": ("&amp", "&amp"),
    "hyphens": ("क-", "a-"),
    "mojibake": ("à¤", "à¤"),
    "emoji": ("👩‍👩‍👧‍👦", "🙂"),
    "one word": ("सरकार ", "government "),
    "postpositions": ("के ", "of "),
    "saying": ("उन्होंने कहा कि ", "He said that "),
    "denials": ("नहीं ", "not "),
    "names": ("पुतिन ", "Putin "),
    "acronyms": ("नाटो ", "NATO "),
    "sentences": (
        "राष्ट्रपति ने सोमवार को कहा कि 45 लोग घायल हुए हैं। ",
        "The president said on Monday that 45 people were hurt. ",
    ),
}
"""What is repeated to a megabyte, in the Hindi and in the English."""


def document(shape: str, letters: int) -> Article:
    """One segment of so many letters, between two of plain words."""
    hindi, english = (part * (letters // len(part)) for part in SHAPES[shape])
    texts = [("सरकार ने कहा।", "The government said."), (hindi, english), ("यह ठीक है।", "This is right.")]
    return article_of(
        Segment(
            id=number,
            document_id=1,
            position=number,
            paragraph=number,
            received=target,
            final=target,
            source=source,
            back_translation=source,
        )
        for number, (target, source) in enumerate(texts)
    )


def endure(shape: str, letters: int) -> dict[str, float]:
    """Run every check on a shape and return seconds by check; raises what a check raised."""
    article = document(shape, letters)
    took: dict[str, float] = {}
    for check in shipped():
        start = time.perf_counter()
        checker = Checker([check])
        for lens in article.lenses:
            checker.find(lens, article)
        if fault := checker.faults.get(check.id):
            raise fault.error
        took[check.id] = time.perf_counter() - start
    return took


if __name__ == "__main__":
    size = int(sys.argv[2]) if len(sys.argv) > 2 else MEGABYTE
    for name in SHAPES if sys.argv[1] == "all" else sys.argv[1:2]:
        times = endure(name, size)
        slowest = sorted(times.items(), key=lambda each: -each[1])[:5]
        told = ", ".join(f"{check} {seconds:.2f}" for check, seconds in slowest)
        print(f"{name}: {sum(times.values()):.1f} s: {told}")  # noqa: T201 - what the process is for

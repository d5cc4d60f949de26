"""The scores of one document after one edit, against counting the whole document anew with sacreBLEU.

`python -m tests.benchmarks.live [--segments N] [--edits N] [--peer]`: made-up segments with references; each
edit replaces the final text of one segment, and the card is made with chrF++, BLEU, TER, HTER and MQM in it.
With `--peer` sacreBLEU counts all final texts for chrF++ and TER in the same run, once.
"""

import argparse
import random
import resource
import statistics
import time
from dataclasses import replace

from reviewer.domain.segment import Document, Segment
from reviewer.domain.snapshot import DocumentReview
from reviewer.review.scoreboard import Scoreboard
from reviewer.scoring.engine.kernel import is_ready, prepare
from reviewer.scoring.engine.peer import metric
from reviewer.scoring.option import ChrfOptions, TerOptions
from reviewer.scoring.profile import load
from tests.benchmarks.resampling import corpus


def document(segments: int) -> DocumentReview:
    """A document whose segments all have a reference."""
    received, _, references = corpus(segments)
    rows = tuple(
        Segment(
            id=number + 1,
            document_id=1,
            position=number,
            paragraph=number // 5,
            received=text,
            final=text,
            reference=reference,
        )
        for number, (text, reference) in enumerate(zip(received, references, strict=True))
    )
    made = Document(id=1, title="Live", created="2026-01-01T00:00:00+00:00")
    return DocumentReview(document=made, segments=rows)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--segments", type=int, default=100_000)
    parser.add_argument("--edits", type=int, default=500)
    parser.add_argument("--peer", action="store_true")
    asked = parser.parse_args()
    prepare()
    print(f"kernels {'loaded' if is_ready() else 'absent'}")
    review = document(asked.segments)
    start = time.perf_counter()
    board = Scoreboard(review, load("newsroom"))
    print(f"{asked.segments:,} segments built in {time.perf_counter() - start:.1f} s")
    chance = random.Random(3)  # noqa: S311 - made-up edits
    taken = []
    for _ in range(asked.edits):
        row = chance.choice(review.segments)
        words = row.final.split()
        chance.shuffle(words)
        edited = replace(row, final=" ".join(words[:-2]))
        start = time.perf_counter()
        board.update(edited, (), ())
        card = board.card()
        taken.append((time.perf_counter() - start) * 1000)
        assert not board.pending
        assert len(card.metrics) > 3
    taken.sort()
    late = taken[len(taken) * 99 // 100]
    print(
        f"an edit: median {statistics.median(taken):.2f} ms, 99th percentile {late:.2f},"
        f" longest {taken[-1]:.2f}; peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB"
    )
    if asked.peer:
        finals = [row.final for row in review.segments]
        references = [row.reference or "" for row in review.segments]
        for options in (ChrfOptions(word_order=2), TerOptions()):
            start = time.perf_counter()
            metric(options).corpus_score(finals, [references])
            whole = time.perf_counter() - start
            ratio = whole * 1000 / statistics.median(taken)
            print(f"sacreBLEU, {type(options).__name__}: {whole:.1f} s, {ratio:,.0f} times an edit of ours")


if __name__ == "__main__":
    main()

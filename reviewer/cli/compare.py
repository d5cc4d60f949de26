"""`reviewer compare`: is one system really better than another, and would people see it."""

import json
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from reviewer.cli.command import add_json
from reviewer.cli.corpus import read_references, read_system
from reviewer.cli.line_score import check_tokenizer, seed_of
from reviewer.cli.metric_option import BUILT_IN, add_metric_options, metric_options
from reviewer.cli.outcome import DONE
from reviewer.cli.progress import Progress
from reviewer.domain.error import ReviewerError

if TYPE_CHECKING:
    from reviewer.scoring.metric.contest import Contest, Place

VERSION: Final = 1


def add_compare_arguments(parser: ArgumentParser) -> None:
    """Take references, systems, the test and the metrics' options."""
    parser.add_argument("systems", nargs="+", type=Path, metavar="SYSTEM", help="the first is the baseline")
    parser.add_argument("--reference", type=Path, nargs="+", required=True, metavar="FILE")
    parser.add_argument("--num-refs", "-nr", type=int, default=1, metavar="N", help="tab-separated in a file")
    parser.add_argument("--encoding", "-e", default="utf-8", metavar="NAME")
    parser.add_argument(
        "--metrics", "-m", nargs="+", choices=BUILT_IN, default=["chrf++", "chrf", "bleu"], metavar="NAME"
    )
    tests = parser.add_mutually_exclusive_group()
    tests.add_argument("--paired-bs", "-pbs", action="store_true", help="paired bootstrap, the default")
    tests.add_argument("--paired-ar", "-par", action="store_true", help="paired approximate randomisation")
    parser.add_argument("--n", type=int, metavar="N", help="resamples, 1000; for --paired-ar trials, 10000")
    parser.add_argument("--seed", type=int, metavar="N", help="12345, or what SACREBLEU_SEED says")
    parser.add_argument("--width", "-w", type=int, default=1, metavar="N", help="digits behind the point")
    add_metric_options(parser)
    add_json(parser)


def run_compare(options: Namespace) -> int:
    """Test every system against the first, and print."""
    _check(options)
    wanted = metric_options(options.metrics, options)
    for each in wanted.values():
        check_tokenizer(each)
    # Loaded here: numpy and sacreBLEU, which wrong use need not wait for.
    from reviewer.scoring.metric.contest import Test, contest  # noqa: PLC0415
    from reviewer.scoring.metric.measure import statistics  # noqa: PLC0415

    test = Test.RANDOMISATION if options.paired_ar else Test.BOOTSTRAP
    samples = test.usual if options.n is None else options.n
    streams = read_references(options.reference, fields=options.num_refs, encoding=options.encoding)
    progress = Progress()
    counted: dict[str, list[Any]] = {name: [] for name in wanted}
    for path in options.systems:
        lines = read_system(path, streams, options.reference, encoding=options.encoding)
        for name, rows in statistics(wanted, lines, streams, progress=progress).items():
            counted[name].append(rows)
    found = {
        name: contest(
            chosen,
            counted[name],
            references=len(streams),
            test=test,
            samples=samples,
            seed=seed_of(options),
            progress=_told(progress, name),
        )
        for name, chosen in wanted.items()
    }
    if options.json:
        _print_json(options, found, test.value, samples)
    else:
        for made in found.values():
            print("\n".join(_lines(options, made)))
    return DONE


def _check(options: Namespace) -> None:
    if len(options.systems) < 2:
        raise ReviewerError("there is nothing to compare with", remedy="Name two systems or more.")
    name, count = Counter(map(str, options.systems)).most_common(1)[0]
    if count > 1:
        raise ReviewerError("is named twice", file=name, remedy="Name each system once.")
    if options.n is not None and options.n < 1:
        raise ReviewerError(f"--n is {options.n}", remedy="Give at least 1.")
    if not 0 <= options.width <= 17:
        raise ReviewerError(f"--width is {options.width}", remedy="Give 0 to 17 digits.")


def _told(progress: Progress, what: str) -> Callable[[int, int], None]:
    return lambda done, of: progress(f"{what}, resampling", done, of)


def _print_json(options: Namespace, found: dict[str, "Contest"], test: str, samples: int) -> None:
    systems = []
    for number, path in enumerate(options.systems):
        row: dict[str, object] = {"system": str(path) if number else f"Baseline: {path}"}
        row |= {made.name: _json(made.places[number]) for made in found.values()}
        systems.append(row | {"file": str(path), "is_baseline": number == 0})
    told = {
        "version": VERSION,
        "test": test,
        "samples": samples,
        "seed": seed_of(options),
        "signatures": {made.name: made.signature for made in found.values()},
        "systems": systems,
    }
    print(json.dumps(told, ensure_ascii=False, indent=2))


def _json(place: "Place") -> dict[str, object]:
    """Return what sacreBLEU says of a system, then what is ours."""
    outcome, known = place.outcome, place.meaning
    around = outcome.interval
    return {
        "score": outcome.score,
        "p_value": outcome.p,
        "mean": around.mean if around else None,
        "ci": around.half_width if around else None,
        "gain": outcome.gain,
        "cluster": place.cluster,
        "human_agreement": known.share if known else None,
        "human_agreement_note": known.reason if known else "",
    }


def _lines(options: Namespace, made: "Contest") -> list[str]:
    names = [str(path) for path in options.systems]
    longest = max(map(len, names))
    rows = [f"{made.name} ({made.signature})"]
    for number in sorted(range(len(names)), key=lambda number: made.places[number].cluster):
        told = _told_place(made.places[number], options.width)
        rows.append(f"  {made.places[number].cluster}  {names[number]:<{longest}}  {told}")
    return rows


def _told_place(place: "Place", width: int) -> str:
    outcome = place.outcome
    told = f"{outcome.score:.{width}f}"
    if outcome.interval is not None:
        told += f" (μ = {outcome.interval.mean:.{width}f} ± {outcome.interval.half_width:.{width}f})"
    if outcome.p is None:
        return f"{told}  baseline"
    better = "better" if outcome.gain > 0 else "worse"
    told += f"  {abs(outcome.gain):.{width}f} {better}, p = {outcome.p:.4f}{'*' if outcome.p < 0.05 else ''}"
    if place.meaning is None:
        return told
    if place.meaning.share is None:
        return f"{told}; {place.meaning.reason}"
    return f"{told}; {place.meaning.share:.0%} of people would agree"

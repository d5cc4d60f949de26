"""`reviewer score` on plain files: sacreBLEU's figures, and those of added metrics."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from reviewer.cli.corpus import Corpus, read_corpus, read_lines
from reviewer.cli.metric_option import BUILT_IN, add_metric_options, metric_options
from reviewer.cli.outcome import DONE, tell
from reviewer.cli.progress import Progress
from reviewer.domain.error import ReviewerError
from reviewer.scoring.metric.catalogue import by_id
from reviewer.scoring.metric.plugin import Plugin, Texts, plugins
from reviewer.scoring.metric.spec import Need

LAYOUT: Final = 1
"""Of the fields that are ours; sacreBLEU's own `version` tells its own."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One metric's figure, ready to print."""

    id: str
    measured: Any
    segments: int
    higher_is_better: bool | None


def add_line_arguments(parser: ArgumentParser) -> None:
    """Take line files and everything that the `sacrebleu` command lets be chosen of a value."""
    lines = parser.add_argument_group("plain files, a sentence a line, as the sacrebleu command scores them")
    lines.add_argument("--hypothesis", type=Path, metavar="FILE", help="- for standard input")
    lines.add_argument("--reference", type=Path, nargs="+", metavar="FILE")
    lines.add_argument("--source", type=Path, metavar="FILE", help="for added metrics that need it")
    lines.add_argument(
        "--num-refs", "-nr", type=int, default=1, metavar="N", help="tab-separated in one file"
    )
    lines.add_argument("--encoding", "-e", default="utf-8", metavar="NAME")
    lines.add_argument(
        "--metrics", "-m", nargs="+", default=["chrf++", "bleu"], metavar="NAME", help="see reviewer metrics"
    )
    lines.add_argument("--sentence-level", "-sl", action="store_true", help="a score for each line")
    lines.add_argument("--width", "-w", type=int, default=1, metavar="N", help="digits behind the point")
    add_resampling(lines)
    add_metric_options(parser)


def add_resampling(parser: Any) -> None:  # noqa: ANN401 - argparse's groups have no public type
    """Take what an interval is resampled with."""
    parser.add_argument("--confidence", "-ci", action="store_true", help="resample segments for an interval")
    parser.add_argument("--confidence-n", "--n", "-cin", type=int, default=1000, metavar="N")
    parser.add_argument("--seed", type=int, metavar="N", help="12345, or what SACREBLEU_SEED says")


def run_lines(options: Namespace) -> int:
    """Score line files and print."""
    if options.hypothesis is None or options.reference is None:
        raise ReviewerError("--hypothesis and --reference belong together")
    if not 0 <= options.width <= 17:
        raise ReviewerError(f"--width is {options.width}", remedy="Give 0 to 17 digits.")
    added = chosen_plugins(options.metrics)
    wanted = metric_options(options.metrics, options)
    for each in wanted.values():
        check_tokenizer(each)
    corpus = read_corpus(
        options.hypothesis, options.reference, fields=options.num_refs, encoding=options.encoding
    )
    if options.sentence_level:
        return _print_sentences(options, corpus, added)
    rows = _rows(options, corpus, wanted, added)
    if options.json:
        _print_json(rows, options.width)
    else:
        for row in rows:
            print(_line(row, options.width))
    return DONE


def chosen_plugins(chosen: Sequence[str]) -> tuple[Plugin, ...]:
    """Return the added metrics among those chosen; ReviewerError where a name is unknown."""
    names = [name for name in dict.fromkeys(chosen) if name not in BUILT_IN]
    if not names:
        return ()
    found = plugins()
    for problem in found.problems:
        tell(problem)
    by_name = {plugin.spec.id: plugin for plugin in found.metrics}
    for name in names:
        if name not in by_name:
            is_known = by_id(name) is not None
            reason = f"{name} is not for line files" if is_known else f"there is no metric {name!r}"
            raise ReviewerError(
                reason, remedy=f"For line files there are {', '.join((*BUILT_IN, *sorted(by_name)))}."
            )
    return tuple(by_name[name] for name in names)


def check_tokenizer(options: object) -> None:
    """Refuse a tokeniser that is not there before anything is read."""
    from reviewer.scoring.option import BleuOptions  # noqa: PLC0415 - with the next
    from reviewer.scoring.tokenizer.catalogue import tokenizer  # noqa: PLC0415 - 20 ms of sentencepiece

    if isinstance(options, BleuOptions):
        tokenizer(options.tokenize)


def seed_of(options: Namespace) -> int | None:
    """Return the seed asked for, else the environment's, else sacreBLEU's."""
    from reviewer.scoring.statistic.draw import environment_seed  # noqa: PLC0415 - loads numpy

    if options.seed is None:
        return environment_seed()
    if options.seed < 0:
        raise ReviewerError(f"--seed is {options.seed}", remedy="Give a whole number from 0.")
    return int(options.seed)


def _rows(options: Namespace, corpus: Corpus, wanted: dict[str, Any], added: Sequence[Plugin]) -> list[_Row]:
    # Loaded here: numpy and sacreBLEU, 0.2 s that no other command needs.
    from reviewer.scoring.metric.measure import (  # noqa: PLC0415
        Resampling,
        measured,
        measured_by,
        statistics,
    )

    resampling = None
    if options.confidence:
        resampling = Resampling(samples=options.confidence_n, seed=seed_of(options))
    progress = Progress()
    counted = statistics(wanted, corpus.hypotheses, corpus.references, progress=progress)
    found = []
    size = len(corpus.hypotheses)
    for name, chosen in wanted.items():
        made = measured(
            chosen,
            counted[name],
            references=len(corpus.references),
            resampling=resampling,
            progress=progress,
        )
        spec = by_id(name)
        found.append(_Row(name, made, size, spec.higher_is_better if spec else None))
    texts = _texts(options, corpus, added)
    for plugin in added:
        made, _ = measured_by(plugin, texts, resampling=resampling)
        found.append(_Row(plugin.spec.id, made, size, plugin.spec.higher_is_better))
    return found


def _texts(options: Namespace, corpus: Corpus, added: Sequence[Plugin]) -> list[Texts]:
    if not added:
        return []
    if options.source is None and any(Need.SOURCE in plugin.spec.needs for plugin in added):
        raise ReviewerError("a metric needs the source", remedy="Give it with --source.")
    sources: Sequence[str | None] = [None] * len(corpus.hypotheses)
    if options.source is not None:
        sources = read_lines(options.source, options.encoding)
    if len(sources) != len(corpus.hypotheses):
        raise ReviewerError(
            f"has {len(sources)} lines, but the hypothesis has {len(corpus.hypotheses)}",
            file=str(options.source),
        )
    return [
        Texts(hypothesis=hypothesis, references=tuple(own), source=source)
        for hypothesis, source, *own in zip(corpus.hypotheses, sources, *corpus.references, strict=True)
    ]


def _print_sentences(options: Namespace, corpus: Corpus, added: Sequence[Plugin]) -> int:
    from reviewer.scoring.metric.measure import sentences, statistics  # noqa: PLC0415 - as above

    if options.confidence:
        raise ReviewerError("--confidence is about a corpus", remedy="Leave out --sentence-level.")
    if len(set(options.metrics)) != 1 or added:
        raise ReviewerError(
            "--sentence-level takes one metric", remedy=f"Name one with --metrics: {', '.join(BUILT_IN)}."
        )
    options.effective_order = True
    ((name, chosen),) = metric_options(options.metrics, options).items()
    counted = statistics({name: chosen}, corpus.hypotheses, corpus.references, progress=Progress())
    made = sentences(chosen, counted[name], references=len(corpus.references))
    spec = by_id(name)
    rows = [_Row(name, each, 1, spec.higher_is_better if spec else None) for each in made]
    if options.json:
        print(json.dumps([_json(row, options.width) for row in rows], ensure_ascii=False, indent=1))
    else:
        for row in rows:
            print(_sentence(row, options.width))
    return DONE


def _print_json(rows: Sequence[_Row], width: int) -> None:
    found = [_json(row, width) for row in rows]
    print(json.dumps(found if len(found) > 1 else found[0], ensure_ascii=False, indent=1))


def _json(row: _Row, width: int) -> dict[str, object]:
    """Return what sacreBLEU prints, in its order, then what is ours."""
    made = row.measured
    found: dict[str, object] = {
        "name": made.name,
        "score": float(f"{made.score:.{width}f}"),
        "signature": made.signature,
    }
    if made.interval is not None and made.interval.mean > 0:
        mean, half = f"{made.interval.mean:.{width}f}", f"{made.interval.half_width:.{width}f}"
        found |= {
            "confidence_mean": float(mean),
            "confidence_var": float(half),
            "confidence": f"μ = {mean} ± {half}",
        }
    if made.verbose:
        found["verbose_score"] = made.verbose
    if row.id in BUILT_IN:
        found |= dict(part.split(":", 1) for part in made.signature.split("|"))
    return found | {
        "layout": LAYOUT,
        "metric": row.id,
        "value": made.score,
        "segments": row.segments,
        "higher_is_better": row.higher_is_better,
        "interval": None if made.interval is None else [made.interval.low, made.interval.high],
    }


def _sentence(row: _Row, width: int) -> str:
    """Write a line as sacreBLEU's text format has it."""
    made = row.measured
    behind = f" {made.verbose}" if made.verbose else ""
    return f"{made.name}|{made.signature} = {made.score:.{width}f}{behind}"


def _line(row: _Row, width: int) -> str:
    made = row.measured
    around = ""
    if made.interval is not None:
        around = f" μ = {made.interval.mean:.{width}f} ± {made.interval.half_width:.{width}f}"
    behind = f" {made.verbose}" if made.verbose else ""
    signature = f" ({made.signature})" if made.signature else ""
    return f"{made.name:<8} {made.score:.{width}f}{around}{behind}{signature}"

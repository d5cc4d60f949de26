"""Printing the scores of archives, worked on here or on a cluster."""

import json
from argparse import Namespace
from collections.abc import Sequence
from secrets import randbits

from reviewer.cli.line_score import seed_of
from reviewer.cli.metric_option import BUILT_IN, metric_options
from reviewer.cli.outcome import DONE
from reviewer.cli.progress import Progress
from reviewer.domain.error import ReviewerError
from reviewer.scoring.archive.partition import Columns, Partition
from reviewer.scoring.archive.scheduler import scheduler
from reviewer.scoring.archive.score import ArchiveScore, score_archive
from reviewer.scoring.engine.peer import peer
from reviewer.scoring.option import MetricOptions

VERSION = 1
_TITLES = {"bleu": "BLEU", "chrf": "chrF", "chrf++": "chrF++", "ter": "TER"}


def run_archive(options: Namespace) -> int:
    """Print an archive's figures."""
    columns = _columns(options)
    chosen = metric_options(options.metrics, options)
    if unknown := sorted(set(options.metrics) - set(BUILT_IN)):
        raise ReviewerError(
            f"{unknown[0]} cannot be counted in parts", remedy=f"Those that can are {', '.join(BUILT_IN)}."
        )
    given = seed_of(options)
    seed = randbits(32) if given is None else given
    progress = Progress()
    with scheduler(options.scheduler) as used:
        found = score_archive(
            _partitions(options, columns),
            tuple(chosen.values()),
            used,
            resamples=options.confidence_n if options.confidence else 0,
            seed=seed,
            progress=lambda done, of: progress("scoring", done, of),
        )
    _print(found, columns, {metric: name for name, metric in chosen.items()}, options, seed)
    return DONE


def _columns(options: Namespace) -> Columns:
    if options.parquet and options.database:
        raise ReviewerError("either --parquet or --database")
    if not options.hypothesis_column or not options.reference_column:
        raise ReviewerError("an archive needs --hypothesis-column and --reference-column")
    if options.confidence_n < 1 or options.partition_rows < 1:
        raise ReviewerError("--confidence-n and --partition-rows are 1 or more")
    return Columns(
        hypotheses=tuple(options.hypothesis_column),
        references=tuple(options.reference_column),
        document=options.document_column,
    )


def _partitions(options: Namespace, columns: Columns) -> Sequence[Partition]:
    if options.parquet:
        from reviewer.scoring.archive.parquet import parquet_partitions  # noqa: PLC0415 - an extra

        return parquet_partitions(options.parquet, columns, rows=options.partition_rows)
    if not options.table:
        raise ReviewerError("--database needs --table")
    from reviewer.scoring.archive.table import table_partitions  # noqa: PLC0415 - only where asked for

    return table_partitions(
        options.database, options.table, columns, key=options.key, rows=options.partition_rows
    )


def _print(
    found: Sequence[ArchiveScore],
    columns: Columns,
    names: dict[MetricOptions, str],
    options: Namespace,
    seed: int,
) -> None:
    if options.json:
        listed = [_record(each, columns, names[each.metric]) for each in found]
        resamples = options.confidence_n if options.confidence else 0
        how = {"resamples": resamples, "seed": seed, "partition_rows": options.partition_rows}
        print(json.dumps({"version": VERSION, **how, "archive": listed}, ensure_ascii=False, indent=2))
        return
    for each in found:
        print(_line(each, columns, names[each.metric]))


def _record(each: ArchiveScore, columns: Columns, name: str) -> dict[str, object]:
    return {
        "system": columns.hypotheses[each.system],
        "metric": name,
        "score": each.value,
        "low": each.interval and each.interval.low,
        "high": each.interval and each.interval.high,
        "half_width": each.interval and each.interval.half_width,
        "p_value": each.p_value,
        "segments": each.rows,
        "documents": each.documents,
        "unit": "segment" if each.documents is None else "document",
        "signature": peer(each.metric, len(columns.references)).signature,
    }


def _line(each: ArchiveScore, columns: Columns, name: str) -> str:
    spread = f" ± {each.interval.half_width:.2f}" if each.interval else ""
    chance = "" if each.p_value is None else f", p = {each.p_value:.4f} against {columns.hypotheses[0]}"
    units = f"{each.rows:,} segments" + ("" if each.documents is None else f", {each.documents:,} documents")
    return (
        f"{columns.hypotheses[each.system]}  {_TITLES[name]:<7} {each.value:.2f}{spread}{chance} "
        f"({units}; {peer(each.metric, len(columns.references)).signature})"
    )

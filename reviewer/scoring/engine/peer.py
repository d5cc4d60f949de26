"""sacreBLEU's own metric objects, made from our options."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from reviewer.scoring.option import BleuOptions, ChrfOptions, MetricOptions
from reviewer.scoring.tokenizer.catalogue import tokenizer

References = Sequence[Sequence[str | None]]
"""Streams as long as the hypotheses, as sacreBLEU takes them; `None` where a row has no such reference."""


@dataclass(frozen=True, slots=True)
class Peer:
    """One of sacreBLEU's metrics; not to be used by two threads at once."""

    extract: Callable[[Sequence[str], References], list[list[float]]]
    """Every row's statistics, by `_extract_corpus_statistics`."""
    compute: Callable[[Sequence[float]], float]
    """The score of summed statistics."""
    preprocess: Callable[[str], str]
    """A text as sacreBLEU splits it: lower-cased and tokenised."""
    signature: str


def peer(options: MetricOptions, references: int = 1) -> Peer:
    """Return sacreBLEU's metric; `references` is for the signature, -1 where their number varies."""
    made = metric(options)
    made.num_refs = references

    def extract(hypotheses: Sequence[str], streams: References) -> list[list[float]]:
        found: list[list[float]] = made._extract_corpus_statistics(hypotheses, streams)  # noqa: SLF001
        return found

    def compute(sums: Sequence[float]) -> float:
        return float(made._compute_score_from_stats(list(sums)).score)  # noqa: SLF001

    def preprocess(text: str) -> str:
        ready: str = made._preprocess_segment(text)  # noqa: SLF001
        return ready

    return Peer(extract, compute, preprocess, str(made.get_signature()))


def metric(options: MetricOptions) -> Any:  # noqa: ANN401 - sacreBLEU's classes are loaded late
    """Return a new metric object of sacreBLEU's."""
    # Loaded here: 0.1 s that only scoring needs.
    from sacrebleu.metrics.bleu import BLEU  # noqa: PLC0415
    from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415
    from sacrebleu.metrics.ter import TER  # noqa: PLC0415

    if isinstance(options, BleuOptions):
        chosen = tokenizer(options.tokenize)
        made = BLEU(
            # A tokeniser that sacreBLEU has not, or would download, is put in its place.
            tokenize=chosen.name if chosen.split is None else "none",
            lowercase=options.lowercase,
            smooth_method=options.smooth_method,
            smooth_value=options.smooth_value,
            max_ngram_order=options.max_ngram_order,
            effective_order=options.effective_order,
            force=True,
        )
        if chosen.split is not None:
            made.tokenizer, made.tokenizer_signature = chosen.split, chosen.signature
        return made
    if isinstance(options, ChrfOptions):
        return CHRF(
            char_order=options.char_order,
            word_order=options.word_order,
            beta=options.beta,
            lowercase=options.lowercase,
            whitespace=options.whitespace,
            eps_smoothing=options.eps_smoothing,
        )
    return TER(
        normalized=options.normalized,
        no_punct=options.no_punct,
        asian_support=options.asian_support,
        case_sensitive=options.case_sensitive,
    )

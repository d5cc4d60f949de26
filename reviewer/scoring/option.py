"""The options of the automatic metrics, under sacreBLEU's names and with its defaults."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BleuOptions:
    """BLEU's; see `sacrebleu.metrics.BLEU`."""

    tokenize: str = "13a"
    """`13a`, `intl`, `none`, `char`, `indic`, or a subword tokeniser: the id of an added model."""
    lowercase: bool = False
    smooth_method: str = "exp"
    """`exp`, `floor`, `add-k` or `none`."""
    smooth_value: float | None = None
    max_ngram_order: int = 4
    effective_order: bool = False
    """Leave out orders without a match; for single sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChrfOptions:
    """chrF's; with `word_order=2` chrF++. See `sacrebleu.metrics.CHRF`."""

    char_order: int = 6
    word_order: int = 0
    beta: int = 2
    lowercase: bool = False
    whitespace: bool = False
    """Whether spaces count as characters."""
    eps_smoothing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TerOptions:
    """TER's; see `sacrebleu.metrics.TER`."""

    normalized: bool = False
    no_punct: bool = False
    asian_support: bool = False
    case_sensitive: bool = False


MetricOptions = BleuOptions | ChrfOptions | TerOptions

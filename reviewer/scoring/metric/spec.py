"""What is known of a metric besides its values."""

from dataclasses import dataclass
from enum import StrEnum

from reviewer.scoring.option import MetricOptions


class Kind(StrEnum):
    """What a metric's value rests on."""

    HUMAN = "human"
    EDITS = "edits"
    AUTOMATIC = "automatic"
    HINT = "hint"
    """Points at what to look at; never a quality score."""
    BASELINE = "baseline"
    """What any metric must beat to tell anything."""


class Need(StrEnum):
    """A text or statement that a metric cannot do without, beside the text that is scored."""

    REFERENCE = "reference"
    SOURCE = "source"
    FINAL = "final"
    BACK_TRANSLATION = "back-translation"
    FLAGS = "flags"
    JUDGEMENTS = "judgements"


class Level(StrEnum):
    """How much text one value can be about."""

    SEGMENT = "segment"
    DOCUMENT = "document"
    CORPUS = "corpus"


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricSpec:
    """One metric of the registry."""

    id: str
    """Lower case, as `--metrics` takes it."""
    title: str
    kind: Kind
    needs: tuple[Need, ...]
    higher_is_better: bool | None
    """Absent where more is neither better nor worse."""
    levels: tuple[Level, ...] = tuple(Level)
    definition: str = ""
    """What is computed, in a few words; the signature of metrics that have no other."""
    citation: str = ""
    """The paper that defines it, with its year."""
    options: MetricOptions | None = None
    """Of the metrics that sacreBLEU defines, as the desk computes them."""
    note: str = ""
    """What a reader must know before trusting a value."""


def signature(spec: MetricSpec, *, references: int = 1) -> str:
    """Return what reproduces the metric: sacreBLEU's signature, or the definition. Loads sacreBLEU."""
    if spec.options is None:
        return spec.definition
    # Loaded here: 0.1 s that lists of other metrics do without.
    from reviewer.scoring.engine.peer import peer  # noqa: PLC0415

    return peer(spec.options, references).signature

"""The tokenisers by name: sacreBLEU's own, the Indic one, and subword models."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reviewer.domain.error import ReviewerError
from reviewer.scoring.tokenizer import indic, model

SUBWORD: Final = "subword"
"""Another name of the model that ships."""
_RULES: Final = {
    "13a": "mteval-v13a, the default; leaves the danda on its word",
    "intl": "mteval-v14 with Unicode punctuation; splits the danda off",
    "none": "at spaces",
    "char": "characters",
    "zh": "Chinese characters apart, the rest as 13a",
    "ja-mecab": "Japanese, with MeCab",
    "ko-mecab": "Korean, with MeCab-ko",
    "indic": "Indic punctuation split off, numbers kept whole",
}
_EXTRAS: Final = {"ja-mecab": "ja", "ko-mecab": "ko"}
_CACHED: Final = 2**16
"""Lines whose pieces are kept, as many as sacreBLEU keeps."""
_UNCHECKED: Final = "spm"
"""sacreBLEU's older name of flores101, which it would download."""


@dataclass(frozen=True, slots=True)
class Tokenizer:
    """A tokeniser for BLEU."""

    name: str
    signature: str
    """What stands behind `tok:`."""
    split: Callable[[str], str] | None
    """Puts spaces between tokens; absent where sacreBLEU has it under that name."""


def rules() -> tuple[tuple[str, str], ...]:
    """Return the names of the tokenisers that need no model, each with what it does."""
    return tuple(_RULES.items())


def tokenizer(name: str) -> Tokenizer:
    """Return a tokeniser; ReviewerError for an unknown one, or one that lacks its library or its model."""
    if name == "indic":
        return Tokenizer(name, f"indic-trivial-{indic.VERSION}", indic.split)
    if name in _RULES:
        _check_library(name)
        return Tokenizer(name, name, None)
    wanted = {SUBWORD: model.SHIPPED, _UNCHECKED: "flores101"}.get(name, name)
    found = model.find(wanted)
    if found is None:
        names = ", ".join((*_RULES, SUBWORD))
        raise ReviewerError(
            f"there is no tokeniser {name!r}",
            remedy=f"Known are {names}, and the models that reviewer models lists.",
        )
    return Tokenizer(found.name, found.signature, _pieces(found))


def _pieces(found: model.Model) -> Callable[[str], str]:
    # Loaded here: 20 ms that only subwords need.
    import sentencepiece  # noqa: PLC0415

    try:
        processor = sentencepiece.SentencePieceProcessor(model_file=str(found.path))
    except (RuntimeError, OSError):
        raise ReviewerError("is not a sentencepiece model", file=found.path.name) from None

    @lru_cache(maxsize=_CACHED)
    def split(text: str) -> str:
        return " ".join(processor.encode(text, out_type=str))

    return split


def _check_library(name: str) -> None:
    extra = _EXTRAS.get(name)
    if extra is None:
        return
    # Loaded here: these two need libraries that few have.
    from sacrebleu.metrics.bleu import _get_tokenizer  # noqa: PLC0415

    try:
        _get_tokenizer(name)()
    except (ImportError, RuntimeError):
        raise ReviewerError(
            f"the tokeniser {name} needs a library that is not installed",
            remedy=f'Install it with pip install "sacrebleu[{extra}]".',
        ) from None

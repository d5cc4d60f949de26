"""Tokenisers by name."""

import pytest
import sentencepiece
from sacrebleu.metrics.bleu import _TOKENIZERS

from reviewer.domain.error import ReviewerError
from reviewer.resources import resource
from reviewer.scoring.tokenizer.catalogue import rules, tokenizer
from reviewer.scoring.tokenizer.model import PUBLISHED, SHIPPED


def test_sacrebleus_rules_are_all_there() -> None:
    """All but those that would fetch a model."""
    named = {name for name, _ in rules()}
    assert set(_TOKENIZERS) - named == {"spm"} | {known.name for known in PUBLISHED}


@pytest.mark.parametrize("name", ["13a", "intl", "none", "char", "zh"])
def test_sacrebleu_splits_and_signs_by_its_own_rules(name: str) -> None:
    """There is nothing of ours in between."""
    found = tokenizer(name)
    assert (found.signature, found.split) == (name, None)


def test_the_indic_tokeniser_is_signed_with_its_version() -> None:
    """It splits as that version of the library does."""
    found = tokenizer("indic")
    assert found.signature == "indic-trivial-0.92"
    assert found.split is not None
    assert found.split("गया।") == "गया ।"


def test_subwords_are_the_models_pieces() -> None:
    """A text's tokens are what sentencepiece makes of it, as in sacreBLEU."""
    found = tokenizer("subword")
    processor = sentencepiece.SentencePieceProcessor(model_file=str(resource("models", f"{SHIPPED}.model")))
    text = "सरकार ने कहा 😀 कि 15 लोग आए।"
    assert found.split is not None
    assert found.split(text) == " ".join(processor.EncodeAsPieces(text))
    assert found.signature.startswith(f"{SHIPPED}-")


@pytest.mark.parametrize("name", ["moses", "", "../secret", "13A"])
def test_an_unknown_tokeniser_is_refused(name: str) -> None:
    """The error names those that are known."""
    with pytest.raises(ReviewerError, match=r"there is no tokeniser .* Known are 13a"):
        tokenizer(name)


@pytest.mark.parametrize("name", ["spm", "flores101", "flores200", "spBLEU-1K"])
def test_no_model_is_ever_fetched(name: str) -> None:
    """SacreBLEU would download it; here the remedy is said."""
    with pytest.raises(ReviewerError, match="reviewer models add FILE"):
        tokenizer(name)

"""All kinds of errors that are planted, and how many of each are to be found."""

from collections.abc import Mapping

from tests.checks.planting import grammar, meaning, name, number, text
from tests.checks.planting.plant import Planter

KINDS: Mapping[str, Planter] = {
    "number value": number.value,
    "magnitude": number.magnitude,
    "dropped number": number.dropped,
    "date": number.date,
    "currency": number.currency,
    "negation dropped": meaning.negation_dropped,
    "negation added": meaning.negation_added,
    "name swapped": name.swapped,
    "name misspelt": name.misspelt,
    "untranslated word": name.untranslated,
    "repeated phrase": text.repeated_phrase,
    "doubled word": text.doubled_word,
    "unbalanced quote": text.unbalanced_quote,
    "mixed script": text.mixed_script,
    "broken matra": text.broken_matra,
    "postposition": grammar.postposition,
    "agreement": grammar.agreement,
    "ने with an intransitive": grammar.ne_intransitive,
    "कि/की": grammar.ki,
    "lost alleged": meaning.allegation_lost,
    "wrong quantifier": meaning.wrong_quantifier,
    "glossary violation": name.off_glossary,
    "truncated segment": text.truncated,
    "mojibake": text.mojibake,
}
DETERMINISTIC = frozenset(
    {
        "number value",
        "magnitude",
        "dropped number",
        "date",
        "currency",
        "untranslated word",
        "repeated phrase",
        "doubled word",
        "unbalanced quote",
        "mixed script",
        "broken matra",
        "glossary violation",
        "mojibake",
    }
)
"""Kinds of which nine in ten are to be found; of the others seven."""


def wanted(kind: str) -> float:
    """Return the share to be found."""
    return 0.9 if kind in DETERMINISTIC else 0.7

"""Other schemes' names of error types, in the names our profiles use."""

from functools import lru_cache

_DIMENSIONS = {
    "linguistic-conventions": "linguistic",
    "fluency": "linguistic",
    "locale-conventions": "locale",
    "locale-convention": "locale",
    "audience-appropriateness": "audience",
}
_TYPES = {
    "accuracy/untranslated-text": "accuracy/untranslated",
    "accuracy/undertranslation": "accuracy/under-over-translation",
    "accuracy/overtranslation": "accuracy/under-over-translation",
    "terminology/inconsistent-use-of-terminology": "terminology/inconsistent",
    "terminology/inappropriate-for-context": "terminology/wrong-term",
    "style/unidiomatic-style": "style/unidiomatic",
    "accuracy/source-language-fragment": "accuracy/untranslated",
    "non-translation": "accuracy/non-translation",
    "non-translation!": "accuracy/non-translation",
    "other": "other/other",
    "style/awkward-style": "style/awkward",
    "style/organizational-style": "style/organizational",
    "style/inconsistent-style": "style/inconsistent",
}


def tidy(type_id: str) -> str:
    """Return a type in small letters with hyphens, as all of ours are written."""
    return "-".join(type_id.strip().lower().replace("_", "-").split())


@lru_cache(maxsize=4096)
def canonical(type_id: str) -> str:
    """Return our name of an MQM 2.0 or WMT type; a type of one's own stays as it is."""
    known = tidy(type_id)
    dimension, slash, name = known.partition("/")
    known = f"{_DIMENSIONS.get(dimension, dimension)}{slash}{name}"
    return _TYPES.get(known, known)

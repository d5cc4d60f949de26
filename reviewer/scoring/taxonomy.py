"""Other schemes' names of error types, in the names our profiles use."""

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
    "style/awkward-style": "style/awkward",
    "style/organizational-style": "style/organizational",
    "style/inconsistent-style": "style/inconsistent",
}


def canonical(type_id: str) -> str:
    """Return our name of an MQM 2.0 or WMT type; a type of one's own stays as it is."""
    tidy = "-".join(type_id.strip().lower().replace("_", "-").split())
    dimension, slash, name = tidy.partition("/")
    tidy = f"{_DIMENSIONS.get(dimension, dimension)}{slash}{name}"
    return _TYPES.get(tidy, tidy)

"""Flags as ITS 2.0 localisation quality issues, and back (XLIFF 2.1, module ITS).

https://www.w3.org/TR/its20/#lqissue lists the types; the exact MQM type goes into the profile reference, so
that nothing is lost between the two vocabularies.
"""

from collections.abc import Mapping
from typing import Final
from urllib.parse import quote, unquote

from reviewer.domain.flag import Flag, Severity

NAMESPACE = "http://www.w3.org/2005/11/its"
PROFILE = "urn:mqm:"
"""What an MQM type stands behind in a profile reference."""
_TYPES: Final[Mapping[str, str]] = {
    "accuracy/omission": "omission",
    "accuracy/addition": "addition",
    "accuracy/untranslated": "untranslated",
    "accuracy": "mistranslation",
    "terminology/inconsistent": "inconsistency",
    "terminology": "terminology",
    "linguistic/grammar": "grammar",
    "linguistic/agreement": "grammar",
    "linguistic/syntax": "grammar",
    "linguistic/spelling": "misspelling",
    "linguistic/punctuation": "typographical",
    "linguistic/character-encoding": "characters",
    "linguistic/register": "register",
    "linguistic/inconsistency": "inconsistency",
    "linguistic": "grammar",
    "style/register": "register",
    "style/inconsistent": "inconsistency",
    "style": "style",
    "locale": "locale-violation",
    "audience": "locale-specific-content",
    "design/markup-tag": "markup",
    "design/length": "length",
    "design": "formatting",
}
"""ITS types of MQM types, the most exact entry first looked for; anything else is `other`."""
_MQM: Final[Mapping[str, str]] = {
    "terminology": "terminology/wrong-term",
    "mistranslation": "accuracy/mistranslation",
    "omission": "accuracy/omission",
    "untranslated": "accuracy/untranslated",
    "addition": "accuracy/addition",
    "duplication": "accuracy/addition",
    "inconsistency": "terminology/inconsistent",
    "grammar": "linguistic/grammar",
    "legal": "audience/suitability",
    "register": "linguistic/register",
    "locale-specific-content": "audience/suitability",
    "locale-violation": "locale/convention",
    "style": "style/awkward",
    "characters": "linguistic/character-encoding",
    "misspelling": "linguistic/spelling",
    "typographical": "linguistic/punctuation",
    "formatting": "design/local-formatting",
    "inconsistent-entities": "accuracy/mistranslation",
    "numbers": "accuracy/mistranslation",
    "markup": "design/markup-tag",
    "whitespace": "linguistic/punctuation",
    "internationalization": "design/local-formatting",
    "length": "design/length",
}
"""MQM types of ITS types, for issues of other programs."""
_SEVERITIES: Final = {
    Severity.NEUTRAL: 0.0,
    Severity.MINOR: 25.0,
    Severity.MAJOR: 50.0,
    Severity.CRITICAL: 100.0,
}
"""ITS counts from 0 to 100 without naming steps; read back is the nearest one."""


def issue_of(flag: Flag, *, is_resolved: bool = False) -> dict[str, str]:
    """Return the attributes of an issue, without their prefix."""
    comment = " → ".join(
        filter(None, (flag.comment, None if flag.suggestion is None else flag.suggestion or "delete"))
    )
    values = {
        "locQualityIssueType": its_type(flag.type),
        "locQualityIssueSeverity": f"{_SEVERITIES[flag.severity]:g}",
    }
    if comment:
        values["locQualityIssueComment"] = comment
    if flag.type:
        values["locQualityIssueProfileRef"] = PROFILE + quote(flag.type, safe="/-._~")
    if is_resolved:
        values["locQualityIssueEnabled"] = "no"
    return values


def decimal(number: float) -> str:
    """Return a number as ITS writes it: never with an exponent."""
    return f"{number:.6f}".rstrip("0").rstrip(".")


def its_type(mqm: str) -> str:
    """Return the ITS type of an MQM type."""
    return _TYPES.get(mqm) or _TYPES.get(mqm.partition("/")[0]) or ("other" if mqm else "uncategorized")


def mqm_type(values: Mapping[str, str]) -> str:
    """Return the MQM type that an issue states, exactly or in ITS's words; empty for none."""
    reference = values.get("locQualityIssueProfileRef", "")
    if reference.startswith(PROFILE):
        return unquote(reference.removeprefix(PROFILE))
    return _MQM.get(values.get("locQualityIssueType", ""), "")


def severity(values: Mapping[str, str]) -> Severity:
    """Return the severity that an issue's number is nearest to; minor where it gives none."""
    try:
        number = float(values.get("locQualityIssueSeverity", ""))
    except ValueError:
        return Severity.MINOR
    return min(_SEVERITIES, key=lambda each: (abs(_SEVERITIES[each] - number), -each.rank))


def attributes_of(attributes: Mapping[str, str]) -> dict[str, str]:
    """Return the ITS attributes of an element, without their namespace."""
    head = f"{NAMESPACE} "
    return {name.removeprefix(head): value for name, value in attributes.items() if name.startswith(head)}

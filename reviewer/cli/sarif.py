"""Findings as SARIF 2.1.0 (OASIS Standard, 27 March 2020), which pipelines and editors read."""

import os
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from inspect import getdoc
from pathlib import Path
from typing import Final
from urllib.parse import quote

from reviewer import __version__
from reviewer.checks.check import Check
from reviewer.cli.check_output import Checked, Told, dumped
from reviewer.domain.finding import Tier
from reviewer.domain.span import Side
from reviewer.review.inspection.manuscript import Manuscript, Spot

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {Tier.ERROR: "error", Tier.WARNING: "warning", Tier.HINT: "note"}
_Object = dict[str, object]


def text(checked: Sequence[Checked]) -> str:
    """Return one run over all files as a SARIF log."""
    checks = list({check.id: check for each in checked for check in each.checks}.values())
    places = {check.id: place for place, check in enumerate(checks)}
    run: _Object = {
        "tool": {
            "driver": {
                "name": "Reviewer",
                "semanticVersion": __version__,
                "rules": [_rule(check) for check in checks],
            }
        },
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [
                    {"level": "warning", "message": {"text": fault}}
                    for fault in dict.fromkeys(fault for each in checked for fault in each.faults)
                ],
            }
        ],
        "artifacts": [{"location": {"uri": _uri(each.file)}} for each in checked],
        "columnKind": "unicodeCodePoints",
        "results": list(_results(checked, places)),
    }
    return dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(check: Check) -> _Object:
    described = " ".join((getdoc(type(check)) or check.title).split())
    return {
        "id": check.id,
        "name": check.title,
        "shortDescription": {"text": check.title},
        "fullDescription": {"text": described},
        "help": {"text": described},
        "defaultConfiguration": {"level": _LEVELS[check.tier]},
        "properties": {"code": check.code, "type": check.type, "severity": check.severity.value},
    }


def _results(checked: Iterable[Checked], places: dict[str, int]) -> Iterable[_Object]:
    for number, each in enumerate(checked):
        for told in each.told:
            yield _result(each, told, number, places)


def _result(checked: Checked, told: Told, number: int, places: dict[str, int]) -> _Object:
    finding = told.finding
    file: _Object = {"uri": _uri(checked.file), "index": number}
    physical: _Object = {"artifactLocation": file}
    spot = told.spot
    if spot is not None and told.place is not None:
        physical["region"] = _region(spot, told.place.manuscript)
    made: _Object = {
        "ruleId": finding.check,
        "ruleIndex": places[finding.check],
        "level": _LEVELS[finding.tier],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": physical, "logicalLocations": [_logical(told)]}],
        "partialFingerprints": {"words/v1": _fingerprint(checked, told)},
        "properties": _properties(told),
    }
    if finding.suggestion is not None and finding.target_span is not None and spot is not None:
        made["fixes"] = [_fix(file, spot, finding.suggestion)]
    return made


def _region(spot: Spot, manuscript: Manuscript) -> _Object:
    return {
        "startLine": spot.line,
        "startColumn": spot.column,
        "endLine": spot.end_line,
        "endColumn": spot.end_column,
        "charOffset": spot.reach.start,
        "charLength": len(spot.reach),
        "snippet": {"text": manuscript.quote(spot.reach)},
    }


def _logical(told: Told) -> _Object:
    return {
        "name": f"segment {told.row}",
        "fullyQualifiedName": f"document {told.document}/segment {told.row}",
        "kind": "element",
    }


def _properties(told: Told) -> _Object:
    """Return what SARIF has no place for; spans are code points of the segment's own texts."""
    finding = told.finding
    made: _Object = {
        "document": told.title,
        "segment": told.row,
        "type": finding.type,
        "severity": finding.severity.value,
        "quote": finding.quote,
        "spans": [
            {
                "text": "target" if span.side in {Side.RECEIVED, Side.FINAL} else span.side.value,
                "charOffset": span.start,
                "charLength": span.end - span.start,
            }
            for span in finding.spans
        ],
    }
    if finding.suggestion is not None:
        made["suggestion"] = finding.suggestion
    if finding.evidence is not None:
        made["evidence"] = finding.evidence.value
    return made


def _fix(file: _Object, spot: Spot, suggestion: str) -> _Object:
    deleted = {"charOffset": spot.reach.start, "charLength": len(spot.reach)}
    replacement: _Object = {"deletedRegion": deleted, "insertedContent": {"text": suggestion}}
    return {
        "description": {"text": f"Write “{suggestion}”." if suggestion else "Delete it."},
        "artifactChanges": [{"artifactLocation": file, "replacements": [replacement]}],
    }


def _fingerprint(checked: Checked, told: Told) -> str:
    """Name a result by its words, so that it is the same one after edits elsewhere."""
    anchor = told.finding.anchor
    parts = (told.finding.check, told.title or checked.file.name, anchor.words, anchor.before, anchor.after)
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _uri(path: Path) -> str:
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))

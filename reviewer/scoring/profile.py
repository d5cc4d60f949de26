"""Profiles from TOML files: those shipped under `resources/profiles`, and the user's own."""

import re
import tomllib
from pathlib import Path

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Severity
from reviewer.domain.profile import (
    Denominator,
    ErrorType,
    Limits,
    Profile,
    Raters,
    TolerancePoint,
    WeightRule,
)
from reviewer.domain.segment import Role
from reviewer.resources import resource
from reviewer.scoring.style import style_from, style_values
from reviewer.scoring.table import Table

DEFAULT = "newsroom"
SUFFIX = ".toml"


def profile_ids() -> tuple[str, ...]:
    """Name the shipped profiles, the default first."""
    found = sorted(path.stem for path in resource("profiles").glob(f"*{SUFFIX}"))
    return tuple(sorted(found, key=lambda name: name != DEFAULT))


def load(profile_id: str) -> Profile:
    """Read a shipped profile by its id; raise `ReviewerError` where there is none."""
    if profile_id not in profile_ids():
        raise ReviewerError(
            f"there is no profile “{profile_id}”", remedy=f"Known are {', '.join(profile_ids())}."
        )
    return read(resource("profiles", f"{profile_id}{SUFFIX}"))


def load_all() -> tuple[Profile, ...]:
    """Read all shipped profiles, the default first."""
    return tuple(load(profile_id) for profile_id in profile_ids())


def find(name_or_path: str) -> Profile:
    """Load a shipped profile by its id, or read one from a file; an id wins over a file of its name."""
    if name_or_path not in profile_ids():
        path = Path(name_or_path)
        if path.suffix.lower() == SUFFIX or len(path.parts) > 1 or path.is_file():
            return read(path)
    return load(name_or_path)


def source(profile_id: str) -> str:
    """Return a shipped profile's file with its comments; raise `ReviewerError` where there is none."""
    load(profile_id)
    return resource("profiles", f"{profile_id}{SUFFIX}").read_text(encoding="utf-8")


def read(path: Path) -> Profile:
    """Read a profile from any TOML file; raise `ReviewerError` with the key at fault."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ReviewerError(error.strerror or "cannot be read", file=path.name) from error
    except UnicodeDecodeError as error:
        raise ReviewerError("the text is not UTF-8", file=path.name) from error
    return parse(text, path.name)


def parse(text: str, file: str = "profile") -> Profile:
    """Read a profile from TOML; `file` names it in the `ReviewerError` about the key at fault."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ReviewerError(f"not valid TOML: {error}", file=file) from error
    return _profile(Table(values, file), file)


def write(profile: Profile) -> str:
    """Return a profile as TOML; `parse` gives back an equal one."""
    import tomli_w  # noqa: PLC0415 - most runs write no profile

    return tomli_w.dumps(_values(profile))


def _profile(table: Table, file: str) -> Profile:
    multipliers = table.table("multipliers").numbers_by(Severity)
    if missing := [severity.value for severity in Severity if severity not in multipliers]:
        raise ReviewerError(f"no multiplier for {', '.join(missing)}", file=file, place="multipliers")
    profile = Profile(
        id=table.text("id"),
        title=table.text("title"),
        description=table.text("description", ""),
        types=tuple(_type(item) for item in table.tables("types")),
        multipliers=multipliers,
        default_type=table.text("default_type"),
        denominator=table.choice("denominator", Denominator.SOURCE),
        target_per_source=table.number("target_per_source", 1.2),
        role_weights=table.table("role_weights").numbers_by(Role),
        lead_weight=table.number("lead_weight", 1),
        repeat_weight=table.number("repeat_weight", 1),
        acceptable_npt=table.number("acceptable_npt", 15),
        passing_score=table.number("passing_score", 90),
        edit_npt=table.number("edit_npt", 60),
        limits=_limits(table.table("limits")),
        lead_limits=_limits(table.table("lead_limits")),
        short_words=table.count("short_words", 150),
        short_limits=_limits(table.table("short_limits")),
        raters=table.choice("raters", Raters.TOGETHER),
        rules=tuple(_rule(item) for item in table.tables("rules")),
        tolerance=_tolerance(table.table("tolerance"), file),
        style=style_from(table.table("style")),
    )
    table.finish()
    _check(profile, file)
    return profile


def _check(profile: Profile, file: str) -> None:
    ids = [known.id for known in profile.types]
    if twice := next((name for name in ids if ids.count(name) > 1), None):
        raise ReviewerError(f"“{twice}” is listed twice", file=file, place="types")
    if profile.default_type not in ids:
        raise ReviewerError(
            f"“{profile.default_type}” is not among the types", file=file, place="default_type"
        )
    if not profile.acceptable_npt or not profile.target_per_source:
        raise ReviewerError("`acceptable_npt` and `target_per_source` divide and must be above 0", file=file)
    if profile.passing_score > 100:
        raise ReviewerError("the best score is 100", file=file, place="passing_score")
    if profile.raters is Raters.MEAN and profile.repeat_weight != 1:
        raise ReviewerError(
            "repeats cannot be told from agreement where several people annotate",
            file=file,
            place="repeat_weight",
            remedy="Set it to 1, or raters to together.",
        )


def _type(table: Table) -> ErrorType:
    made = ErrorType(
        id=table.text("id"),
        title=table.text("title"),
        weight=table.number("weight", 1),
        severity_weights=table.table("severity_weights").numbers_by(Severity),
        usual_severity=table.choice("usual_severity", Severity.MINOR),
        hint=table.text("hint", ""),
    )
    table.finish()
    return made


def _rule(table: Table) -> WeightRule:
    rule = WeightRule(
        pattern=table.text("pattern"), weight=table.number("weight"), title=table.text("title", "")
    )
    try:
        re.compile(rule.pattern)
    except re.error as error:
        raise table.error("pattern", f"is no regular expression: {error}") from None
    table.finish()
    return rule


def _limits(table: Table) -> Limits:
    limits = Limits(
        critical=table.count("critical", None),
        major=table.count("major", None),
        minor=table.count("minor", None),
    )
    table.finish()
    return limits


def _tolerance(table: Table, file: str) -> tuple[TolerancePoint, TolerancePoint] | None:
    points = [TolerancePoint(*pair) for pair in table.pairs("points")]
    table.finish()
    if not points:
        return None
    place = "tolerance.points"
    if len(points) != 2:
        raise ReviewerError("two points are needed here", file=file, place=place)
    low, high = sorted(points, key=lambda point: point.words)
    if not (0 < low.points < high.points < low.points * high.words / max(low.words, 1e-9)):
        raise ReviewerError(
            "the tolerance must grow with the words, and more slowly than they do",
            file=file,
            place=place,
            remedy="Write [[words, points], [more words, more points]], such as [[300, 6], [1000, 15]].",
        )
    return low, high


def _values(profile: Profile) -> dict[str, object]:
    values: dict[str, object] = {
        "id": profile.id,
        "title": profile.title,
        "description": profile.description,
        "default_type": profile.default_type,
        "denominator": profile.denominator.value,
        "target_per_source": _number(profile.target_per_source),
        "lead_weight": _number(profile.lead_weight),
        "repeat_weight": _number(profile.repeat_weight),
        "acceptable_npt": _number(profile.acceptable_npt),
        "passing_score": _number(profile.passing_score),
        "edit_npt": _number(profile.edit_npt),
        "short_words": profile.short_words,
        "raters": profile.raters.value,
        "multipliers": {key.value: _number(weight) for key, weight in profile.multipliers.items()},
        "role_weights": {key.value: _number(weight) for key, weight in profile.role_weights.items()},
        "limits": _limit_values(profile.limits),
        "lead_limits": _limit_values(profile.lead_limits),
        "short_limits": _limit_values(profile.short_limits),
        "rules": [
            {"pattern": rule.pattern, "weight": _number(rule.weight), "title": rule.title}
            for rule in profile.rules
        ],
        "types": [_type_values(kind) for kind in profile.types],
    }
    values["style"] = style_values(profile.style)
    if profile.tolerance:
        points = [[_number(point.words), _number(point.points)] for point in profile.tolerance]
        values["tolerance"] = {"points": points}
    return {key: value for key, value in values.items() if value not in ({}, [], "")}


def _type_values(kind: ErrorType) -> dict[str, object]:
    values: dict[str, object] = {"id": kind.id, "title": kind.title, "weight": _number(kind.weight)}
    if kind.severity_weights:
        weights = {severity.value: _number(weight) for severity, weight in kind.severity_weights.items()}
        values["severity_weights"] = weights
    return {**values, "usual_severity": kind.usual_severity.value, "hint": kind.hint}


def _limit_values(limits: Limits) -> dict[str, int]:
    named = {"critical": limits.critical, "major": limits.major, "minor": limits.minor}
    return {name: limit for name, limit in named.items() if limit is not None}


def _number(value: float) -> float | int:
    """Write 25 rather than 25.0."""
    return int(value) if float(value).is_integer() and value < 2**53 else value

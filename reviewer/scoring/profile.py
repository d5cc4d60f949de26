"""Profiles from TOML files: those shipped under `resources/profiles`, and the user's own."""

import tomllib
from pathlib import Path

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Severity
from reviewer.domain.profile import Denominator, ErrorType, Limits, Profile
from reviewer.domain.segment import Role
from reviewer.resources import resource
from reviewer.scoring.table import Table

DEFAULT = "newsroom"


def profile_ids() -> tuple[str, ...]:
    """Name the shipped profiles, the default first."""
    found = sorted(path.stem for path in resource("profiles").glob("*.toml"))
    return tuple(sorted(found, key=lambda name: name != DEFAULT))


def load(profile_id: str) -> Profile:
    """Read a shipped profile by its id; raise `ReviewerError` where there is none."""
    if profile_id not in profile_ids():
        raise ReviewerError(
            f"there is no profile “{profile_id}”", remedy=f"Known are {', '.join(profile_ids())}."
        )
    return read(resource("profiles", f"{profile_id}.toml"))


def load_all() -> tuple[Profile, ...]:
    """Read all shipped profiles, the default first."""
    return tuple(load(profile_id) for profile_id in profile_ids())


def read(path: Path) -> Profile:
    """Read a profile from any TOML file; raise `ReviewerError` with the key at fault."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ReviewerError(error.strerror or "cannot be read", file=path.name) from error
    except UnicodeDecodeError as error:
        raise ReviewerError("the text is not UTF-8", file=path.name) from error
    except tomllib.TOMLDecodeError as error:
        raise ReviewerError(f"not valid TOML: {error}", file=path.name) from error
    return _profile(Table(values, path.name), path.name)


def _profile(table: Table, file: str) -> Profile:
    multipliers = table.table("multipliers").numbers_by(Severity)
    if missing := [severity.value for severity in Severity if severity not in multipliers]:
        raise ReviewerError(f"no multiplier for {', '.join(missing)}", file=file, place="multipliers")
    profile = Profile(
        id=table.text("id"),
        title=table.text("title"),
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
        short_words=int(table.number("short_words", 150)),
        short_limits=_limits(table.table("short_limits")),
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


def _limits(table: Table) -> Limits:
    limits = Limits(critical=table.count("critical"), major=table.count("major"), minor=table.count("minor"))
    table.finish()
    return limits

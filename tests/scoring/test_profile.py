"""Profiles are data files, read strictly."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from reviewer.scoring.profile import find, load, load_all, parse, profile_ids, read, write

_LEAST = """
id = "desk"
title = "Desk"
default_type = "accuracy/omission"
{settings}
[multipliers]
neutral = 0
minor = 1
major = 5
critical = 25
[[types]]
id = "accuracy/omission"
title = "Omission"
"""


def _write(folder: Path, settings: str = "", text: str | None = None) -> Path:
    path = folder / "desk.toml"
    path.write_text(_LEAST.format(settings=settings) if text is None else text, encoding="utf-8")
    return path


def test_newsroom_comes_first() -> None:
    """The newsroom profile is the default and heads the list."""
    assert profile_ids()[0] == "newsroom"
    assert set(profile_ids()) == {
        "newsroom",
        "dqf",
        "marot",
        "mqm-core",
        "mt-metrics-eval",
        "plain",
        "sae-j2450",
        "wmt",
    }


def test_every_shipped_profile_can_be_read() -> None:
    """Each shipped file is a whole profile: its id is its file name, every type has a hint."""
    profiles = load_all()
    assert tuple(profile.id for profile in profiles) == profile_ids()
    assert all(kind.hint for profile in profiles for kind in profile.types)


def test_newsroom_weighs_as_agreed() -> None:
    """Style and locale count half, minor punctuation a tenth, facts in full."""
    newsroom = load("newsroom")
    assert newsroom.type("style/unidiomatic").weight_at(Severity.MINOR) == 0.5
    assert newsroom.type("locale/convention").weight_at(Severity.MAJOR) == 0.5
    assert newsroom.type("linguistic/punctuation").weight_at(Severity.MINOR) == 0.1
    assert newsroom.type("linguistic/punctuation").weight_at(Severity.MAJOR) == 1
    assert newsroom.type("accuracy/mistranslation").weight_at(Severity.MINOR) == 1


def test_newsroom_doubles_what_is_read_most() -> None:
    """Headline, standfirst, caption and lead weigh twice; the body once."""
    newsroom = load("newsroom")
    assert newsroom.role_weights == {Role.HEADLINE: 2, Role.STANDFIRST: 2, Role.CAPTION: 2}
    assert newsroom.lead_weight == 2


def test_newsroom_divides_by_source_words() -> None:
    """The denominator is the source, or the Hindi words ÷ 1.2 where there is none."""
    newsroom = load("newsroom")
    assert newsroom.denominator is Denominator.SOURCE
    assert newsroom.target_per_source == 1.2


def test_an_unlisted_type_weighs_as_its_dimension() -> None:
    """A desk's own style type counts half, like the style types of the profile."""
    newsroom = load("newsroom")
    assert newsroom.type("style/house-slang").weight == 0.5
    assert newsroom.type("style/house-slang").title == "House slang"
    assert newsroom.type("taste/cliché").weight == 1


def test_wmt_counts_minor_punctuation_a_tenth_and_non_translation_25() -> None:
    """The published WMT weights hold at every severity."""
    wmt = load("wmt")
    weigh = {
        (kind, severity): wmt.multipliers[severity] * wmt.type(kind).weight_at(severity)
        for kind in ("linguistic/punctuation", "accuracy/non-translation", "linguistic/grammar")
        for severity in (Severity.MINOR, Severity.MAJOR)
    }
    assert weigh["linguistic/punctuation", Severity.MINOR] == 0.1
    assert weigh["linguistic/punctuation", Severity.MAJOR] == 5
    assert {weigh["accuracy/non-translation", severity] for severity in (Severity.MINOR, Severity.MAJOR)} == {
        25
    }
    assert weigh["linguistic/grammar", Severity.MAJOR] == 5


def test_an_unknown_profile_is_refused_with_the_known_ones() -> None:
    """The error names what there is."""
    with pytest.raises(ReviewerError, match="newsroom, dqf, marot"):
        load("tabloid")


def test_a_profile_of_ones_own_needs_little(tmp_path: Path) -> None:
    """What is not said takes the default."""
    profile = read(_write(tmp_path))
    assert profile.title == "Desk"
    assert profile.repeat_weight == 1
    assert profile.limits.major is None


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ("acceptable = 3", "acceptable: this setting is not known"),
        ('denominator = "pages"', "denominator: “pages” is not known here"),
        ("repeat_weight = -1", "repeat_weight: a number of 0 or more"),
        ("lead_weight = true", "lead_weight: a number of 0 or more"),
        ("acceptable_npt = 0", "must be above 0"),
        ("limits = { major = 1.5 }", "limits.major: a whole number"),
        ("limits = 3", "limits: a table is needed"),
        ("role_weights = { footer = 2 }", "role_weights.footer: “footer” is not known here"),
        ("x = = 3", "not valid TOML"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, settings: str, reason: str) -> None:
    """File, key and reason stand in the one line."""
    with pytest.raises(ReviewerError, match=r"^desk\.toml") as caught:
        read(_write(tmp_path, settings))
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("critical = 25\n", "", "no multiplier for critical"),
        ('title = "Desk"', "", "title: a text is needed here"),
        (
            '"accuracy/omission"\ntitle',
            '"style/awkward"\ntitle',
            "“accuracy/omission” is not among the types",
        ),
        ("[[types]]", "[types]", "types: an array of tables"),
    ],
)
def test_an_incomplete_profile_is_refused(tmp_path: Path, old: str, new: str, reason: str) -> None:
    """A profile that could not score is refused when it is read, not when it is used."""
    text = _LEAST.format(settings="").replace(old, new, 1)
    with pytest.raises(ReviewerError) as caught:
        read(_write(tmp_path, text=text))
    assert reason in str(caught.value)


def test_a_type_listed_twice_is_refused(tmp_path: Path) -> None:
    """Two weights for one type would contradict each other."""
    text = _LEAST.format(settings="") + '[[types]]\nid = "accuracy/omission"\ntitle = "Again"\n'
    with pytest.raises(ReviewerError, match="listed twice"):
        read(_write(tmp_path, text=text))


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    """What the system says is passed on with the file's name."""
    with pytest.raises(ReviewerError, match=r"desk\.toml: No such file"):
        read(tmp_path / "desk.toml")


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    """TOML is UTF-8."""
    path = tmp_path / "desk.toml"
    path.write_bytes("# हिंदी".encode("utf-16"))
    with pytest.raises(ReviewerError, match="not UTF-8"):
        read(path)


_WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12).filter(
    lambda text: bool(text.strip())
)
_WEIGHTS = st.floats(0, 1e6, allow_subnormal=False)
_COUNTS = st.none() | st.integers(0, 99)
_LIMITS = st.builds(Limits, critical=_COUNTS, major=_COUNTS, minor=_COUNTS)
_TYPES = st.lists(
    st.builds(
        ErrorType,
        id=_WORDS,
        title=_WORDS,
        weight=_WEIGHTS,
        severity_weights=st.dictionaries(st.sampled_from(Severity), _WEIGHTS),
        usual_severity=st.sampled_from(Severity),
        hint=st.just("") | _WORDS,
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda kind: kind.id,
)


@st.composite
def _profiles(draw: st.DrawFn) -> Profile:
    types = tuple(draw(_TYPES))
    low = draw(st.floats(1, 1000))
    tolerance = (TolerancePoint(low, 3.0), TolerancePoint(low * 4, 6.0))
    return Profile(
        id=draw(_WORDS),
        title=draw(_WORDS),
        description=draw(st.just("") | _WORDS),
        types=types,
        multipliers={severity: draw(_WEIGHTS) for severity in Severity},
        default_type=draw(st.sampled_from([kind.id for kind in types])),
        denominator=draw(st.sampled_from(Denominator)),
        target_per_source=draw(st.floats(0.1, 9)),
        role_weights=draw(st.dictionaries(st.sampled_from(Role), _WEIGHTS)),
        lead_weight=draw(_WEIGHTS),
        repeat_weight=1.0,
        acceptable_npt=draw(st.floats(0.1, 90)),
        passing_score=draw(st.floats(0, 100)),
        edit_npt=draw(_WEIGHTS),
        limits=draw(_LIMITS),
        lead_limits=draw(_LIMITS),
        short_words=draw(st.integers(0, 999)),
        short_limits=draw(_LIMITS),
        raters=draw(st.sampled_from(Raters)),
        rules=tuple(draw(st.lists(st.builds(WeightRule, pattern=st.just("minor:.*"), weight=_WEIGHTS)))),
        tolerance=draw(st.sampled_from([None, tolerance])),
    )


@given(_profiles())
def test_what_is_written_is_read_back_equal(profile: Profile) -> None:
    """Nothing of a profile is lost on its way through a file."""
    assert parse(write(profile)) == profile


@pytest.mark.parametrize("profile_id", profile_ids())
def test_shipped_profiles_come_back_from_text(profile_id: str) -> None:
    """What `reviewer profiles show` prints is the profile."""
    assert parse(write(load(profile_id))) == load(profile_id)


def test_a_profile_is_found_by_id_or_by_path(tmp_path: Path) -> None:
    """House rules may lie in any file."""
    assert find("wmt") == load("wmt")
    assert find(str(_write(tmp_path))).id == "desk"


def test_a_name_that_is_neither_is_refused_with_the_known_ones() -> None:
    """A misspelt id is no missing file."""
    with pytest.raises(ReviewerError, match="there is no profile “newsrom”"):
        find("newsrom")


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ("tolerance = { points = [[300, 4]] }", "tolerance.points: two points"),
        ("tolerance = { points = [[300, 4], [1000, 14]] }", "must grow with the words, and more slowly"),
        ("tolerance = { points = [[300, 4], [1000, 3]] }", "must grow with the words"),
        ("tolerance = { points = [300, 4] }", "an array of pairs"),
        ("tolerance = { point = [] }", "tolerance.point: this setting is not known"),
        ('rules = [{ pattern = "(", weight = 1 }]', "rules[1].pattern: is no regular expression"),
        ('rules = [{ pattern = "minor:" }]', "rules[1].weight: a number of 0 or more"),
        ('raters = "last"', "raters: “last” is not known here"),
        ('raters = "mean"\nrepeat_weight = 0.2', "repeat_weight: repeats cannot be told"),
        ("passing_score = 101", "passing_score: the best score is 100"),
        ("short_words = 1.5", "short_words: a whole number"),
    ],
)
def test_rules_that_cannot_work_are_refused(settings: str, reason: str) -> None:
    """The error names file, key and reason."""
    with pytest.raises(ReviewerError, match=r"^desk\.toml") as caught:
        parse(_LEAST.format(settings=settings), "desk.toml")
    assert reason in str(caught.value)


def test_tolerance_points_come_in_order_of_length() -> None:
    """The shorter text is the first point, however they were written."""
    text = _LEAST.format(settings="tolerance = { points = [[1000, 10], [300, 4]] }")
    assert parse(text).tolerance == (TolerancePoint(300, 4), TolerancePoint(1000, 10))

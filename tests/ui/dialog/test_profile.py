"""The profile dialog."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reviewer.domain.flag import Severity
from reviewer.domain.profile import Denominator, Profile, TolerancePoint
from reviewer.scoring.profile import load, load_all, read
from reviewer.ui.dialog.profile import ProfileDialog

NEWSROOM = load("newsroom")


def _dialog(qtbot: QtBot, profile: Profile = NEWSROOM) -> ProfileDialog:
    dialog = ProfileDialog(profile, load_all())
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def _type(qtbot: QtBot, dialog: ProfileDialog, field: str, text: str) -> None:
    widget = dialog.rules.fields[field]
    widget.selectAll()
    widget.del_()
    qtbot.keyClicks(widget, text)


@pytest.mark.parametrize("profile", load_all(), ids=lambda profile: profile.id)
def test_looking_at_a_profile_changes_nothing(qtbot: QtBot, profile: Profile) -> None:
    """What was not edited comes out as it went in."""
    dialog = _dialog(qtbot, profile)
    assert dialog.profile() == profile
    assert dialog.trouble == ""


def test_every_rule_can_be_typed(qtbot: QtBot) -> None:
    """Multipliers, weights, thresholds and limits are those on the screen."""
    dialog = _dialog(qtbot)
    for field, text in (
        ("multiplier critical", "10"),
        ("role headline", "3"),
        ("lead_weight", "1,5"),
        ("repeat_weight", "0.5"),
        ("acceptable_npt", "20"),
        ("short_words", "100"),
        ("limits major", "2"),
        ("limits minor", "9"),
    ):
        _type(qtbot, dialog, field, text)
    made = dialog.profile()
    assert made.multipliers[Severity.CRITICAL] == 10
    assert (made.lead_weight, made.repeat_weight, made.acceptable_npt, made.short_words) == (
        1.5,
        0.5,
        20,
        100,
    )
    assert (made.limits.major, made.limits.minor) == (2, 9)
    assert max(made.role_weights.values()) == 3


def test_an_empty_limit_is_no_limit(qtbot: QtBot) -> None:
    """A field left empty lets any number of errors pass."""
    dialog = _dialog(qtbot)
    _type(qtbot, dialog, "limits major", "")
    assert dialog.profile().limits.major is None


def test_what_is_no_number_is_said_and_not_used(qtbot: QtBot) -> None:
    """The field is marked, the line says why, and the button waits."""
    dialog = _dialog(qtbot)
    _type(qtbot, dialog, "multiplier major", "five")
    assert "five" in dialog.trouble
    assert not dialog.primary.isEnabled()
    _type(qtbot, dialog, "multiplier major", "5")
    assert dialog.trouble == ""
    assert dialog.primary.isEnabled()


def test_rules_that_cannot_score_are_refused(qtbot: QtBot) -> None:
    """A text cannot be divided by nought words."""
    dialog = _dialog(qtbot)
    _type(qtbot, dialog, "acceptable_npt", "0")
    assert "above 0" in dialog.trouble
    assert not dialog.primary.isEnabled()


def test_a_tolerance_needs_two_texts(qtbot: QtBot) -> None:
    """One agreed point makes no curve."""
    dialog = _dialog(qtbot)
    _type(qtbot, dialog, "tolerance 0", "300")
    assert "both" in dialog.trouble
    for number, text in ((1, "6"), (2, "1000"), (3, "15")):
        _type(qtbot, dialog, f"tolerance {number}", text)
    assert dialog.trouble == ""
    assert dialog.profile().tolerance == (TolerancePoint(300, 6), TolerancePoint(1000, 15))


def test_a_type_is_added_named_and_removed(qtbot: QtBot) -> None:
    """The list of types is the desk's own."""
    dialog = _dialog(qtbot)
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "&Add a type").click()
    row = dialog.types.rowCount() - 1
    dialog.types.setData(dialog.types.index(row, 0), "Tone", 2)
    dialog.types.setData(dialog.types.index(row, 1), "style/tone", 2)
    assert (dialog.profile().types[-1].id, dialog.profile().types[-1].title) == ("style/tone", "Tone")
    dialog.table.setCurrentIndex(dialog.types.index(row, 0))
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "&Remove the type").click()
    assert dialog.profile() == NEWSROOM


def test_another_profile_replaces_what_is_on_the_screen(qtbot: QtBot) -> None:
    """Choosing a shipped profile shows all of it."""
    dialog = _dialog(qtbot)
    wmt = load("wmt")
    row = next(n for n in range(dialog.choice.count()) if dialog.choice.itemText(n) == wmt.title)
    dialog.choice.setCurrentIndex(row)
    dialog.choice.activated.emit(row)
    assert dialog.profile() == wmt


def test_the_denominator_is_chosen(qtbot: QtBot) -> None:
    """Hindi words divide where the desk wants them to."""
    dialog = _dialog(qtbot)
    dialog.rules.denominator.setCurrentIndex(1)
    assert dialog.profile().denominator is Denominator.TARGET


def test_a_profile_goes_to_a_file_and_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    """Rules are shared between desks as a file."""
    dialog = _dialog(qtbot)
    _type(qtbot, dialog, "multiplier major", "7")
    dialog.save(tmp_path / "sport.toml")
    other = _dialog(qtbot)
    other.load(tmp_path / "sport.toml")
    assert other.profile() == dialog.profile() == read(tmp_path / "sport.toml")


def test_a_file_that_is_no_profile_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    """Nothing on the screen changes."""
    (tmp_path / "bad.toml").write_text("id = 3", encoding="utf-8")
    dialog = _dialog(qtbot)
    dialog.load(tmp_path / "bad.toml")
    assert "bad.toml" in dialog.trouble
    assert dialog.profile() == NEWSROOM


def test_an_effect_is_asked_for_after_an_edit(qtbot: QtBot) -> None:
    """What the new rules do to the open document is wanted once typing pauses."""
    dialog = _dialog(qtbot)
    with qtbot.waitSignal(
        dialog.preview_wanted,
        check_params_cb=lambda profile: profile.multipliers[Severity.MAJOR] == 8,
    ):
        _type(qtbot, dialog, "multiplier major", "8")


def test_the_project_s_own_profile_is_named_so(qtbot: QtBot) -> None:
    """Rules that are not shipped stand first, and say whose they are."""
    own = replace(NEWSROOM, title="Sport", lead_weight=4)
    assert _dialog(qtbot, own).choice.itemText(0) == "Sport (this project's)"

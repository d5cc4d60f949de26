"""The table of actions."""

from collections import Counter

from PySide6.QtGui import QKeySequence

from reviewer.ui.catalogue import ACTIONS, MENUS


def test_ids_are_unique() -> None:
    """No two actions share an id."""
    assert not [name for name, times in Counter(spec.id for spec in ACTIONS).items() if times > 1]


def test_no_two_actions_share_a_key() -> None:
    """A key does one thing, whatever way it is written."""
    keys = Counter(QKeySequence(key).toString() for spec in ACTIONS for key in spec.shortcuts)
    assert not [key for key, times in keys.items() if times > 1]


def test_every_key_is_one_that_qt_knows() -> None:
    """No shortcut is lost to a spelling mistake."""
    assert not [
        (spec.id, key) for spec in ACTIONS for key in spec.shortcuts if QKeySequence(key).toString() == ""
    ]


def test_every_action_has_a_menu() -> None:
    """Whatever has a key can be found with the mouse too."""
    assert {spec.menu for spec in ACTIONS} == set(MENUS)

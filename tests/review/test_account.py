"""Who works."""

import getpass

import pytest

from reviewer.review.account import user_name


def test_the_user_is_the_account() -> None:
    """The journal records the name the system knows."""
    assert user_name() == getpass.getuser()


def test_a_system_that_tells_no_name_has_an_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    """A container without accounts is no reason to fail."""

    def unknown() -> str:
        raise OSError("no username set in the environment")

    monkeypatch.setattr(getpass, "getuser", unknown)
    assert user_name() == "editor"

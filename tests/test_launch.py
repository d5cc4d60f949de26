"""The launcher: when it sets up again, what it asks Debian for, what it says."""

import json
import shutil
from pathlib import Path

import pytest

import launch


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment folder with a Python in it, and without a stamp."""
    (tmp_path / "python").touch()
    monkeypatch.setattr(launch, "PYTHON", tmp_path / "python")
    monkeypatch.setattr(launch, "STAMP", tmp_path / "launch.json")
    return tmp_path


def stamped(*, for_tests: bool) -> dict[str, str | bool]:
    """Leave the stamp of a finished set-up."""
    wanted = launch.fingerprint(for_tests=for_tests)
    launch.STAMP.write_text(json.dumps(wanted), encoding="utf-8")
    return wanted


@pytest.mark.usefixtures("environment")
def test_a_new_environment_is_not_set_up() -> None:
    """Without a stamp everything is still to be done."""
    assert not launch.is_set_up(launch.fingerprint(for_tests=False))


@pytest.mark.usefixtures("environment")
def test_a_finished_set_up_is_not_repeated() -> None:
    """The stamp of a finished set-up makes the next start quick."""
    assert launch.is_set_up(stamped(for_tests=False))


@pytest.mark.usefixtures("environment")
def test_a_set_up_for_tests_covers_running() -> None:
    """Who has passed the tests can start the desk at once."""
    stamped(for_tests=True)
    assert launch.is_set_up(launch.fingerprint(for_tests=False))


@pytest.mark.usefixtures("environment")
def test_a_set_up_for_running_does_not_cover_tests() -> None:
    """The tests need more than the desk does."""
    stamped(for_tests=False)
    assert not launch.is_set_up(launch.fingerprint(for_tests=True))


@pytest.mark.usefixtures("environment")
@pytest.mark.parametrize("changed", ["project", "place"])
def test_a_change_asks_for_setting_up_again(changed: str) -> None:
    """A new dependency, or a folder that was moved, is set up again."""
    wanted = stamped(for_tests=True)
    assert not launch.is_set_up({**wanted, changed: "another"})


def test_a_broken_stamp_counts_as_none(environment: Path) -> None:
    """A stamp that was cut off does not stop the launcher."""
    (environment / "launch.json").write_text('{"project', encoding="utf-8")
    assert not launch.is_set_up(launch.fingerprint(for_tests=False))


def test_an_environment_without_python_is_not_set_up(environment: Path) -> None:
    """A stamp without its Python is worth nothing."""
    wanted = stamped(for_tests=False)
    (environment / "python").unlink()
    assert not launch.is_set_up(wanted)


def test_both_spellings_of_a_library_are_known() -> None:
    """Newer Debian releases add t64 to the names of some libraries."""
    assert launch.spellings("libglib2.0-0") == ("libglib2.0-0t64", "libglib2.0-0")


def test_a_package_that_nobody_has_is_missing() -> None:
    """What is not installed is listed, under the name that was asked for."""
    if not shutil.which("dpkg-query"):
        pytest.skip("not Debian")
    assert launch.missing_packages(["dpkg", "no-such-package"]) == ["no-such-package"]


@pytest.mark.parametrize("arguments", [["dance"], ["test", "more"], ["setup", "now"]])
def test_wrong_use_prints_the_commands(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A command that does not exist ends with exit code 2 and shows those that do."""
    assert launch.main(arguments) == 2
    assert "python3 launch.py test" in capsys.readouterr().err


def test_help_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    """Asking for help ends well."""
    assert launch.main(["--help"]) == 0
    assert "python3 launch.py run ARGS" in capsys.readouterr().err

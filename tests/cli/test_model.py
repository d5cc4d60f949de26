"""`reviewer models`."""

import json
import shutil
from pathlib import Path

import platformdirs
import pytest

from reviewer.cli import main
from reviewer.resources import resource

_FILE = resource("models", "reviewer-hi-en-8k.model")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user's data folder of its own."""
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(tmp_path / "home"))


def listed(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The names of the models there are."""
    capsys.readouterr()
    assert main(["models", "--json"]) == 0
    return [model["id"] for model in json.loads(capsys.readouterr().out)["models"]]


def test_a_model_is_added_used_and_removed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its name and hash stand in the signature; afterwards it is unknown."""
    file = tmp_path / "a.model"
    shutil.copyfile(_FILE, file)
    assert main(["models", "add", str(file), "--name", "desk"]) == 0
    assert listed(capsys) == ["reviewer-hi-en-8k", "desk"]
    line = tmp_path / "h.txt"
    line.write_text("क ख ग घ\n", encoding="utf-8")
    pair = ["--hypothesis", str(line), "--reference", str(line)]
    score = ["score", *pair, "-m", "bleu", "-tok", "desk", "--json"]
    assert main(score) == 0
    assert json.loads(capsys.readouterr().out)["tok"].startswith("desk-")
    assert main(["models", "remove", "desk"]) == 0
    assert listed(capsys) == ["reviewer-hi-en-8k"]
    assert main(score) == 2
    assert "there is no tokeniser 'desk'" in capsys.readouterr().err


def test_a_model_with_the_wrong_hash_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line with the hash expected and the hash found, exit 2, and nothing is copied."""
    file = tmp_path / "flores200.model"
    shutil.copyfile(_FILE, file)
    assert main(["models", "add", str(file)]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "expected SHA-256 14bb8dfb" in error
    assert "found 521ac89a" in error
    assert listed(capsys) == ["reviewer-hi-en-8k"]


@pytest.mark.parametrize(
    "arguments", [["add"], ["remove"], ["list", "x"], ["remove", "reviewer-hi-en-8k"], ["add", "none.model"]]
)
def test_half_a_wish_is_wrong_use(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """One line, exit 2."""
    assert main(["models", *arguments]) == 2
    assert capsys.readouterr().err.count("\n") == 1

"""Subword models: which names they may bear, and what is refused."""

import hashlib
import shutil
from pathlib import Path

import platformdirs
import pytest

from reviewer.domain.error import ReviewerError
from reviewer.resources import resource
from reviewer.scoring.tokenizer import model
from reviewer.scoring.tokenizer.model import PUBLISHED, SHIPPED, Origin

_FILE = resource("models", f"{SHIPPED}.model")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's data folder of its own."""

    def folder(_name: str, *, appauthor: bool) -> str:
        assert not appauthor
        return str(tmp_path / "home")

    monkeypatch.setattr(platformdirs, "user_data_dir", folder)
    return tmp_path / "home"


def a_copy(folder: Path, name: str) -> Path:
    """The shipped model under another file name."""
    return Path(shutil.copyfile(_FILE, folder / name))


def test_the_shipped_model_is_signed_with_its_hash() -> None:
    """Its name alone would not tell two trainings apart."""
    digest = hashlib.sha256(_FILE.read_bytes()).hexdigest()
    (shipped,) = model.models()
    assert shipped.signature == f"reviewer-hi-en-8k-{digest[:12]}"
    assert model.find(SHIPPED) == shipped


def test_the_readme_names_the_shipped_file() -> None:
    """Whoever checks the model finds its hash beside it."""
    readme = resource("models", "README.md").read_text(encoding="utf-8")
    assert hashlib.sha256(_FILE.read_bytes()).hexdigest() in readme
    assert _FILE.stat().st_size < 400_000


def test_an_added_model_is_kept_under_the_users_data(tmp_path: Path, home: Path) -> None:
    """Its file may go; it bears the file's name and its hash."""
    source = a_copy(tmp_path, "desk.model")
    added = model.add(source)
    source.unlink()
    assert added.path == home / "models" / "desk.model"
    assert (added.name, added.origin) == ("desk", Origin.ADDED)
    assert model.find("desk") == added
    assert [known.name for known in model.models()] == [SHIPPED, "desk"]


def test_a_model_can_be_added_under_another_name(tmp_path: Path) -> None:
    """The signature then says that name."""
    assert model.add(a_copy(tmp_path, "a b.model"), "house").signature.startswith("house-")


def test_a_removed_model_is_gone(tmp_path: Path) -> None:
    """It can no longer be used; the shipped one cannot be removed."""
    model.add(a_copy(tmp_path, "desk.model"))
    model.remove("desk")
    assert model.find("desk") is None
    with pytest.raises(ReviewerError, match="ships with the program"):
        model.remove(SHIPPED)
    with pytest.raises(ReviewerError, match="was not added"):
        model.remove("../desk")


@pytest.mark.parametrize("name", ["flores200.model", "flores200sacrebleuspm", "FLORES200.model"])
def test_a_published_name_is_refused_to_another_file(tmp_path: Path, name: str) -> None:
    """The error names the hash expected and the hash found."""
    digest = hashlib.sha256(_FILE.read_bytes()).hexdigest()
    with pytest.raises(ReviewerError, match=f"expected SHA-256 {PUBLISHED[0].sha256}, found {digest}"):
        model.add(a_copy(tmp_path, name))
    with pytest.raises(ReviewerError, match="is not flores200"):
        model.add(a_copy(tmp_path, "other.model"), "flores200")


@pytest.mark.parametrize("name", ["flores101", "spBLEU-1K"])
def test_a_name_without_a_published_hash_is_refused(tmp_path: Path, name: str) -> None:
    """Nothing tells that the file is the one meant; another name is the remedy."""
    with pytest.raises(ReviewerError, match="no SHA-256 of it is published"):
        model.add(a_copy(tmp_path, f"{name}.model"))
    with pytest.raises(ReviewerError, match="--name NAME"):
        model.find(name)


def test_a_file_put_in_place_of_a_published_one_is_refused(home: Path) -> None:
    """The hash is checked when the model is used, not only when it is added."""
    (home / "models").mkdir(parents=True)
    a_copy(home / "models", "flores200.model")
    with pytest.raises(ReviewerError, match="is not flores200"):
        model.find("flores200")


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    """In one line, before anything is copied."""
    path = tmp_path / "noise.model"
    path.write_bytes(b"not a model")
    with pytest.raises(ReviewerError, match="is not a sentencepiece model"):
        model.add(path)
    with pytest.raises(ReviewerError, match="no such file"):
        model.add(tmp_path / "none.model")
    assert model.find("noise") is None


@pytest.mark.parametrize("name", ["13a", "subword", SHIPPED])
def test_the_name_of_another_tokeniser_is_refused(tmp_path: Path, name: str) -> None:
    """Otherwise the signature would tell the wrong one."""
    with pytest.raises(ReviewerError, match="names another tokeniser"):
        model.add(a_copy(tmp_path, "desk.model"), name)


@pytest.mark.parametrize("name", ["a|b", "a:b", "../a", ".hidden", "क"])
def test_a_name_that_would_break_a_signature_is_refused(tmp_path: Path, name: str) -> None:
    """Signatures are parted by bars and colons; files lie in one folder."""
    with pytest.raises(ReviewerError, match="cannot name a model"):
        model.add(a_copy(tmp_path, "desk.model"), name)


def test_two_files_never_share_a_name(tmp_path: Path, home: Path) -> None:
    """The same file may be added twice; another has to be named otherwise."""
    source = a_copy(tmp_path, "desk.model")
    assert model.add(source) == model.add(source)
    (home / "models" / "desk.model").write_bytes(b"older")
    with pytest.raises(ReviewerError, match="another model is called desk"):
        model.add(source)

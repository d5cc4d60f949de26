"""The list of checks, ours and those of other distributions."""

from collections.abc import Iterator
from importlib.metadata import EntryPoint, EntryPoints

import pytest

from reviewer.checks import catalogue
from reviewer.checks.check import Check, Hit, found, silent
from reviewer.checks.lens import Article, Lens
from reviewer.domain.finding import Tier


class Theirs(Check):
    """A check of another distribution."""

    id, code, title = "theirs.word", "X01", "Theirs"
    tier, type = Tier.HINT, "style/awkward"
    examples = (found("कल", "कल"), silent("आज"))

    def find(self, lens: Lens, article: Article) -> Iterator[Hit]:
        """Find nothing."""
        del lens, article
        yield from ()


class Twin(Theirs):
    """A check under a name that is taken."""


class Fragile(Theirs):
    """A check that cannot be made."""

    def __init__(self) -> None:
        raise RuntimeError("no dictionary")


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A distribution with one good check and four bad ones."""
    names = ("Theirs", "Twin", "Fragile", "NAME", "Missing")
    points = EntryPoints(EntryPoint(name, f"{__name__}:{name}", catalogue.GROUP) for name in names)
    monkeypatch.setattr(catalogue, "entry_points", lambda group: points.select(group=group))
    monkeypatch.setitem(globals(), "NAME", str)
    monkeypatch.setitem(__import__("sys").modules, __name__, __import__("types").SimpleNamespace(**globals()))
    catalogue.added.cache_clear()
    yield
    catalogue.added.cache_clear()


@pytest.mark.usefixtures("installed")
def test_checks_of_others_come_last() -> None:
    """Those that can be used."""
    assert [check.id for check in catalogue.added().checks] == ["theirs.word"]
    assert catalogue.all_checks() == (*catalogue.shipped(), *catalogue.added().checks)
    assert catalogue.by_id("theirs.word") is catalogue.added().checks[0]


@pytest.mark.usefixtures("installed")
def test_a_check_that_cannot_be_used_is_told_with_its_reason() -> None:
    """It keeps nobody from working."""
    problems = catalogue.added().problems
    assert len(problems) == 4
    assert "Twin is left out: it is no check, or its id is taken" in problems[0]
    assert problems[1].endswith("Fragile is left out: no dictionary")


def test_every_family_is_loaded_in_order() -> None:
    """Encoding first, for text that cannot be read is not looked at further."""
    families = [check.id.partition(".")[0] for check in catalogue.shipped()]
    places = [catalogue.FAMILIES.index(family) for family in families]
    assert places == sorted(places)


def test_a_name_nothing_has_finds_nothing() -> None:
    """The command line says so."""
    assert catalogue.by_id("no.such") is None

"""What metrics counted is kept in the project, and only in one that is being edited."""

from pathlib import Path

from reviewer.review.memory import texts_key
from reviewer.review.session import Session
from tests.review.projects import a_project, the_rows

METRIC = "chrF2++|version:2.6.0"


def test_counts_are_found_again_after_reopening(tmp_path: Path) -> None:
    """Under the signature and the texts they were counted for, and no other."""
    key = texts_key("एक", ["दो"])
    with a_project(tmp_path) as session:
        session.set_final(the_rows(session)[0], "नया")
        assert session.keep_counted(METRIC, {key: b"\x01\x02"})
        path = session.path
    with Session.open(path, "asha") as session:
        assert session.counted(METRIC, [key, texts_key("दो", ["एक"])]) == {key: b"\x01\x02"}
        assert session.counted("BLEU", [key]) == {}


def test_looking_writes_no_counts(tmp_path: Path) -> None:
    """A project that was opened and not edited keeps its bytes."""
    with a_project(tmp_path) as session:
        path = session.path
    before = path.read_bytes()
    with Session.open(path, "asha") as session:
        assert not session.keep_counted(METRIC, {texts_key("एक", []): b"\x01"})
    assert path.read_bytes() == before


def test_counts_are_replaced(tmp_path: Path) -> None:
    """Keeping the same texts twice leaves what was counted last."""
    keys = [texts_key(str(number), []) for number in range(1200)]
    with a_project(tmp_path) as session:
        session.set_final(the_rows(session)[0], "नया")
        session.keep_counted(METRIC, dict.fromkeys(keys, b"old"))
        session.keep_counted(METRIC, {keys[700]: b"new"})
        found = session.counted(METRIC, keys)
    assert found == dict.fromkeys(keys, b"old") | {keys[700]: b"new"}


def test_key_tells_texts_apart_that_join_to_the_same() -> None:
    """A letter that moves from one text to the next makes another key, lone surrogates too."""
    assert texts_key("ab", ["c"]) != texts_key("a", ["bc"])
    assert texts_key("\ud800", []) != texts_key("\ud801", [])

"""Editing texts."""

from pathlib import Path

import pytest

from reviewer.domain.segment import State
from reviewer.domain.span import Side, Span
from tests.review.projects import SOURCES, TEXTS, a_project, flag_words, the_review, the_rows


def test_received_text_survives_every_edit(tmp_path: Path) -> None:
    """Only the final text changes."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        session.set_final(row, "बिल्कुल नया।")
        segment = session.segment(row)
        assert (segment.received, segment.final) == (TEXTS[0], "बिल्कुल नया।")


def test_text_put_back_is_no_longer_edited(tmp_path: Path) -> None:
    """Typing the engine's words again leaves nothing edited."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        session.set_final(row, "नया।")
        session.set_final(row, TEXTS[0])
        assert not session.segment(row).is_edited
        assert session.documents()[0].edited == 0


def test_emptied_text_is_an_edit(tmp_path: Path) -> None:
    """Nothing at all is a text too."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        session.set_final(row, "")
        assert session.segment(row).final == ""
        assert session.documents()[0].edited == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (State.UNREVIEWED, State.IN_WORK),
        (State.IN_WORK, State.IN_WORK),
        (State.REVIEWED, State.REVIEWED),
        (State.CLEAN, State.REVIEWED),
    ],
)
def test_state_follows_an_edit_in_the_same_change(tmp_path: Path, before: State, after: State) -> None:
    """An untouched segment comes into work, a clean one is merely reviewed; one undo for both."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        session.set_state(row, before)
        was = the_review(session)
        session.set_final(row, "नया।")
        assert session.segment(row).state is after
        session.undo()
        assert the_review(session) == was


def test_span_on_final_words_moves_with_the_next_edit(tmp_path: Path) -> None:
    """A flag on the editor's own words marks them wherever they are moved, and undo moves it back."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        session.set_final(row, "दूसरा वाक्य यहाँ है।")
        flag = flag_words(session, row, 0, 5, Side.FINAL)
        session.set_final(row, "अब दूसरा वाक्य यहाँ है।")
        assert session.flag(flag.id).spans == (Span.single(Side.FINAL, 3, 8),)
        session.undo()
        assert session.flag(flag.id) == flag


def test_span_on_received_words_stays_with_the_received_text(tmp_path: Path) -> None:
    """What the engine wrote does not move."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        flag = flag_words(session, row, 0, 4)
        session.set_final(row, "अब दूसरा वाक्य यहाँ है।")
        assert session.flag(flag.id).spans == flag.spans


@pytest.mark.parametrize("column", ["source", "back_translation", "reference"])
@pytest.mark.parametrize("text", ["A new text.", None])
def test_text_beside_the_hindi_is_set_and_undone(tmp_path: Path, column: str, text: str | None) -> None:
    """Texts can be typed in later, and taken out again."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        before = the_review(session)
        session.set_text(row, column, "Something in between.")
        session.set_text(row, column, text)
        assert getattr(session.segment(row), column) == text
        session.undo()
        session.undo()
        assert the_review(session) == before


def test_span_on_the_source_moves_with_its_words(tmp_path: Path) -> None:
    """Correcting the source keeps the flags on it."""
    with a_project(tmp_path) as session:
        row = the_rows(session)[0]
        flag = flag_words(session, row, 4, 9, Side.SOURCE)
        session.set_text(row, Side.SOURCE, f"Well: {SOURCES[0]}")
        assert session.flag(flag.id).spans == (Span.single(Side.SOURCE, 10, 15),)


@pytest.mark.parametrize("column", ["received", "final", "title"])
def test_other_columns_are_not_set(tmp_path: Path, column: str) -> None:
    """The received text least of all."""
    with a_project(tmp_path) as session, pytest.raises(ValueError, match=f"{column} cannot be set"):
        session.set_text(the_rows(session)[0], column, "x")


def test_sides_tell_which_texts_there_are(tmp_path: Path) -> None:
    """A column is worth showing once one row has a text for it."""
    with a_project(tmp_path) as session:
        document = session.documents()[0].document.id
        assert session.sides(document) == {Side.SOURCE}
        session.set_text(the_rows(session)[1], "back_translation", "The second sentence.")
        assert session.sides(document) == {Side.SOURCE, Side.BACK_TRANSLATION}


def test_texts_of_many_rows_are_set_as_one_change(tmp_path: Path) -> None:
    """A back-translation that comes later is one step to undo, with how sure its alignment is."""
    with a_project(tmp_path) as session:
        first, second, _ = the_rows(session)
        before = the_review(session)
        texts = {first: "The first.", second: "The second."}
        session.set_texts(1, texts, Side.BACK_TRANSLATION, confidences={second: 0.25})
        rows = the_review(session).segments
        assert [row.back_translation for row in rows] == ["The first.", "The second.", None]
        assert rows[1].confidence == 0.25
        session.undo()
        assert the_review(session) == before

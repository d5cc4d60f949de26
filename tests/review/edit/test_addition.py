"""Adding documents."""

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain.draft import DocumentDraft, SegmentDraft
from reviewer.domain.segment import Role, State
from reviewer.review.session import Session
from tests.builders import a_draft
from tests.review.projects import a_project, flag_words, the_review, the_rows


def test_draft_becomes_a_document_row_by_row(tmp_path: Path) -> None:
    """Every field of the draft is there, in order, unreviewed."""
    draft = DocumentDraft(
        title="शीर्षक",
        system="engine-1",
        origin="a.docx",
        segments=(
            SegmentDraft(received="एक।", paragraph=0, role=Role.HEADLINE, source="One.", confidence=0.5),
            SegmentDraft(received="दो।", paragraph=1, final="दो!", back_translation="Two.", reference="दो॥"),
        ),
    )
    with Session.create(tmp_path / "new.review", "asha") as session:
        document = session.add_document(draft)
        first, second = session.segments(document.id, 0, 9)
        assert (document.title, document.system, document.origin) == ("शीर्षक", "engine-1", "a.docx")
        assert (first.role, first.source, first.confidence) == (Role.HEADLINE, "One.", 0.5)
        assert (second.paragraph, second.final, second.reference) == (1, "दो!", "दो॥")
        assert second.back_translation == "Two."
        assert {first.state, second.state} == {State.UNREVIEWED}


def test_import_is_one_change(tmp_path: Path) -> None:
    """One undo takes a document of any length away, one redo brings it back."""
    with Session.create(tmp_path / "new.review", "asha") as session:
        document = session.add_document(a_draft(*[f"वाक्य {number}।" for number in range(300)]))
        session.undo()
        assert session.documents() == ()
        session.redo()
        assert session.segment_count(document.id) == 300
        assert len(session.segments(document.id, 0, 999)) == 300


@pytest.mark.parametrize("rows", [0, 1])
def test_tiny_documents_are_documents(tmp_path: Path, rows: int) -> None:
    """A text without a sentence, or with one, can be added."""
    draft = DocumentDraft(title="छोटा", segments=tuple(SegmentDraft(received="अ") for _ in range(rows)))
    with Session.create(tmp_path / "new.review", "asha") as session:
        document = session.add_document(draft)
        assert session.segment_count(document.id) == rows
        assert len(session.document_review(document.id).segments) == rows


def test_review_is_added_with_everything_said(tmp_path: Path) -> None:
    """Flags, judgements, states and the signature come along under new ids."""
    with a_project(tmp_path) as session:
        first, second, third = the_rows(session)
        flag_words(session, third, 0, 4)
        session.set_final(second, "बदला।")
        session.judge(first, 70)
        session.judge(None, 80, document_id=1)
        session.sign_off(1)
        original = the_review(session)
        added = session.add_review(original)
        copy = session.document_review(added.id)
        assert copy.document == replace(original.document, id=added.id)
        new_ids = {old.id: new.id for old, new in zip(original.segments, copy.segments, strict=True)}
        assert not set(new_ids) & set(new_ids.values())
        assert copy.segments == tuple(
            replace(segment, id=new_ids[segment.id], document_id=added.id) for segment in original.segments
        )
        assert [replace(flag, id=1, segment_id=third) for flag in copy.flags] == list(original.flags)
        assert [judged.value for judged in copy.judgements] == [70, 80]
        assert [judged.segment_id for judged in copy.judgements] == [new_ids[first], None]


def test_added_review_is_counted(tmp_path: Path) -> None:
    """Its summary equals that of the document it was read from, and its flags are found."""
    with a_project(tmp_path) as session:
        flag_words(session, the_rows(session)[2], 0, 4)
        added = session.add_review(the_review(session))
        first, second = session.documents()
        assert replace(second, document=first.document) == first
        assert session.find_next(added.id, 0, kind="flag") == 2

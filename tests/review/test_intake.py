"""From files to rows."""

import json
from pathlib import Path

import pytest

from reviewer.domain.draft import Article, DocumentDraft, Paragraph, SegmentDraft
from reviewer.domain.segment import Role
from reviewer.domain.span import Side
from reviewer.formats.reader import read_article
from reviewer.review.event import RowsChanged
from reviewer.review.intake import add_back_translation, draft, realign
from reviewer.review.session import Session

SEED = Path(__file__).resolve().parents[2].parent / "shared" / "cases" / "seed"
needs_seed = pytest.mark.skipif(not SEED.is_dir(), reason="the seed article is not beside the checkout")

HINDI = (
    "अदालत 4 मई को बैठी। उसने 30 लोगों को सुना।",
    "पहले न्यायाधीश कविता राव बोलीं।",
    "फ़ैसला जून 2031 में आना है। शहर इंतज़ार कर रहा है।",
)
ENGLISH = (
    "The court met on 4 May. It heard 30 people.",
    "Judge Kavita Rao spoke first.",
    "The verdict is due in June 2031. The town waits.",
)


def an_article(*paragraphs: str, title: str = "", language: str | None = None) -> Article:
    """An article of body paragraphs."""
    return Article(
        title=title, paragraphs=tuple(map(Paragraph, paragraphs)), origin="a.txt", language=language
    )


def received(made: DocumentDraft) -> list[str]:
    """The Hindi of each row."""
    return [row.received for row in made.segments]


def a_session(folder: Path, made: DocumentDraft) -> tuple[Session, int]:
    """A new project with one document."""
    session = Session.create(folder / "a.review", "editor")
    return session, session.add_document(made).id


def rows_of(session: Session, document_id: int) -> tuple[str | None, ...]:
    """The source of each row."""
    return tuple(row.source for row in session.segments(document_id, 0, 99))


def test_hindi_alone_is_one_row_a_sentence() -> None:
    """Nothing was aligned, so no row has a confidence."""
    made = draft(an_article(*HINDI))
    assert [row.paragraph for row in made.segments] == [0, 0, 1, 2, 2]
    assert {row.confidence for row in made.segments} == {None}


def test_rows_carry_their_paragraphs_role() -> None:
    """What the file told of a paragraph holds for its sentences."""
    article = Article(title="", paragraphs=(Paragraph("बड़ी ख़बर", Role.HEADLINE), Paragraph("पाठ।")))
    assert [row.role for row in draft(article).segments] == [Role.HEADLINE, Role.BODY]


def test_an_empty_article_has_no_rows() -> None:
    """A text of nothing is a document of nothing."""
    assert draft(an_article()).segments == ()
    assert draft(an_article(), final=an_article("कुछ।")).segments == ()


def test_source_sentences_stand_beside_their_translations() -> None:
    """Each row gets its English, and says how sure that is."""
    made = draft(an_article(*HINDI), source=an_article(*ENGLISH))
    assert [row.source for row in made.segments][2:4] == [ENGLISH[1], "The verdict is due in June 2031."]
    assert all(row.confidence and row.confidence > 0.5 for row in made.segments)


def test_a_sentence_that_became_two_is_one_row() -> None:
    """The unit of review holds both Hindi sentences as they stood."""
    made = draft(
        an_article("बारिश हुई।  नदी सोमवार को 3.5 मीटर चढ़ गई।"),
        source=an_article("It rained and the river rose by 3.5 metres on Monday."),
    )
    assert received(made) == ["बारिश हुई।  नदी सोमवार को 3.5 मीटर चढ़ गई।"]


def test_a_sentence_across_two_paragraphs_keeps_two_rows() -> None:
    """Paragraphs are not joined; the first row gets the English."""
    made = draft(
        an_article("बारिश हुई।", "नदी सोमवार को 3.5 मीटर चढ़ गई।"),
        source=an_article("It rained and the river rose by 3.5 metres on Monday."),
    )
    assert len(received(made)) == 2
    assert [row.source is None for row in made.segments] == [False, True]


def test_english_that_was_left_out_is_a_row_without_hindi() -> None:
    """An omission can be seen and flagged."""
    english = "Police in Pune arrested 17 men on 8 March after a raid on three warehouses."
    made = draft(an_article(*HINDI), source=an_article(ENGLISH[0], english, *ENGLISH[1:]))
    assert [row.source for row in made.segments if not row.received] == [english]


def test_the_back_translation_leads_the_source_to_its_row() -> None:
    """English is compared with English where Hindi alone does not tell which is which."""
    made = draft(
        an_article("यह पहला था।", "यह भी अच्छा था।"),
        back_translation=an_article("The elephant was first.", "Such rain was good too."),
        source=an_article("Good rain followed.", "Heavy rain was good."),
    )
    assert made.segments[1].back_translation == "Such rain was good too."
    assert "Heavy rain was good." in (made.segments[1].source or "")


def test_final_text_fills_the_received_rows() -> None:
    """A row keeps its received sentence; its final text may be two."""
    final = ("अदालत 4 मई को बैठी। उसने सुना। सुनवाई में 30 लोग आए।", *HINDI[1:])
    made = draft(an_article(*HINDI), final=an_article(*final))
    assert received(made) == received(draft(an_article(*HINDI)))
    assert made.segments[1].final == "उसने सुना। सुनवाई में 30 लोग आए।"


def test_a_sentence_deleted_by_the_editor_has_an_empty_final_text() -> None:
    """Deleted is not the same as never edited."""
    made = draft(an_article(*HINDI), final=an_article(HINDI[0], HINDI[2]))
    assert [row.final for row in made.segments][2] == ""


def test_no_sentence_of_a_companion_is_lost() -> None:
    """What belongs to no row joins the row before it."""
    reference = ("अदालत 4 मई को बैठी।", "कुछ और भी हुआ जो यहाँ नहीं लिखा है और बहुत लंबा है।", *HINDI[1:])
    made = draft(an_article(*HINDI), reference=an_article(*reference))
    assert " ".join(row.reference for row in made.segments if row.reference) == " ".join(reference)


def test_title_system_origin_and_warnings_are_kept() -> None:
    """What the files said goes into the document."""
    article = Article(title="शीर्षक", paragraphs=(Paragraph("पाठ।"),), origin="a.txt", warnings=("odd",))
    made = draft(article, source=an_article("Text."), system="engine")
    assert (made.title, made.system, made.origin, made.warnings) == (
        "शीर्षक",
        "engine",
        "a.txt, a.txt",
        ("odd",),
    )
    assert draft(article, title="My own").title == "My own"


def test_a_text_that_comes_later_is_one_undoable_change(tmp_path: Path) -> None:
    """The source is added to all rows at once, and taken away at once."""
    session, document_id = a_session(tmp_path, draft(an_article(*HINDI)))
    add_back_translation(session, document_id, an_article(*ENGLISH), Side.SOURCE)
    assert rows_of(session, document_id)[2] == ENGLISH[1]
    assert session.segments(document_id, 2, 3)[0].confidence is not None
    session.undo()
    assert set(rows_of(session, document_id)) == {None}


def test_a_text_that_comes_later_is_told_as_changed_rows(tmp_path: Path) -> None:
    """A thousand rows are not a thousand events."""
    session, document_id = a_session(tmp_path, draft(an_article(*HINDI)))
    told: list[object] = []
    session.subscribe(told.append)
    add_back_translation(session, document_id, an_article(*ENGLISH))
    assert RowsChanged(document_id) in told


def test_a_back_translation_added_later_stands_beside_the_hindi(tmp_path: Path) -> None:
    """The usual companion needs no side named."""
    session, document_id = a_session(tmp_path, draft(an_article(*HINDI)))
    add_back_translation(session, document_id, an_article(*ENGLISH))
    assert session.segments(document_id, 2, 3)[0].back_translation == ENGLISH[1]


def test_a_final_text_can_come_later(tmp_path: Path) -> None:
    """The received text stays as it is."""
    session, document_id = a_session(tmp_path, draft(an_article(*HINDI)))
    add_back_translation(session, document_id, an_article(HINDI[0], "कविता राव पहले बोलीं।", HINDI[2]), "final")
    row = session.segments(document_id, 2, 3)[0]
    assert (row.received, row.final) == (HINDI[1], "कविता राव पहले बोलीं।")


def test_received_text_cannot_be_added(tmp_path: Path) -> None:
    """The engine's text never changes."""
    session, document_id = a_session(tmp_path, draft(an_article(*HINDI)))
    with pytest.raises(ValueError, match="received"):
        add_back_translation(session, document_id, an_article(*HINDI), Side.RECEIVED)
    with pytest.raises(ValueError, match="received"):
        realign(session, document_id, Side.RECEIVED)


def test_a_locked_row_keeps_its_text(tmp_path: Path) -> None:
    """Neither adding nor realigning touches it."""
    session, document_id = a_session(tmp_path, draft(an_article(*HINDI), source=an_article(*ENGLISH)))
    first = session.segments(document_id, 0, 1)[0]
    session.set_text(first.id, Side.SOURCE, "Fixed by hand.")
    session.set_locked(first.id, True)
    add_back_translation(session, document_id, an_article(*ENGLISH), Side.SOURCE)
    realign(session, document_id, Side.SOURCE)
    assert rows_of(session, document_id)[0] == "Fixed by hand."


def test_realigning_puts_displaced_texts_right(tmp_path: Path) -> None:
    """Texts that slid a row down find their rows again."""
    wrong = ("", "The court met on 4 May.", "It heard 30 people.", "Judge Kavita Rao spoke first.")
    hindi = received(draft(an_article(*HINDI)))
    rows = [
        SegmentDraft(received=text, source=english or None, paragraph=0)
        for text, english in zip(
            hindi, (*wrong, "The verdict is due in June 2031. The town waits."), strict=True
        )
    ]
    session, document_id = a_session(tmp_path, DocumentDraft(title="t", segments=tuple(rows)))
    realign(session, document_id, Side.SOURCE)
    assert rows_of(session, document_id)[:3] == (*wrong[1:],)


def test_realigning_what_is_right_changes_no_text(tmp_path: Path) -> None:
    """Rows whose texts belong to them keep them."""
    session, document_id = a_session(tmp_path, draft(an_article(*HINDI), source=an_article(*ENGLISH)))
    before = rows_of(session, document_id)
    realign(session, document_id, Side.SOURCE)
    assert rows_of(session, document_id) == before


@needs_seed
def test_the_seed_article_alone_has_twenty_rows() -> None:
    """Nine paragraphs, twenty sentences."""
    made = draft(read_article(SEED / "article_hi.txt"))
    assert (len(made.segments), len({row.paragraph for row in made.segments})) == (20, 9)


@needs_seed
@pytest.mark.parametrize(
    ("side", "name", "gold"),
    [
        ("back_translation", "back_translation_en.txt", "back_translation_en"),
        ("source", "reconstructed_source_en.txt", "plausible_source_en"),
    ],
)
def test_the_seed_article_is_aligned_one_to_one(side: str, name: str, gold: str) -> None:
    """Every row has the English that people wrote beside it."""
    made = draft(read_article(SEED / "article_hi.txt"), **{side: read_article(SEED / name)})  # type: ignore[arg-type]
    rows = [json.loads(line) for line in (SEED / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(row.received, getattr(row, side)) for row in made.segments] == [
        (row["target"], row[gold]) for row in rows
    ]


@needs_seed
def test_the_seed_article_takes_source_and_back_translation_together() -> None:
    """English is aligned with English, and still every row has its own."""
    made = draft(
        read_article(SEED / "article_hi.txt"),
        source=read_article(SEED / "reconstructed_source_en.txt"),
        back_translation=read_article(SEED / "back_translation_en.txt"),
    )
    rows = [json.loads(line) for line in (SEED / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row.source for row in made.segments] == [row["plausible_source_en"] for row in rows]


@needs_seed
def test_the_seed_articles_post_edit_is_aligned() -> None:
    """Each received sentence has the final text that belongs to it, split sentences included."""
    made = draft(read_article(SEED / "article_hi.txt"), final=read_article(SEED / "post_edit_hi.txt"))
    rows = [json.loads(line) for line in (SEED / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row.final for row in made.segments] == [row["post_edit_hi"] for row in rows]

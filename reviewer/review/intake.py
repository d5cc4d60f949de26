"""From files to rows: articles are cut into sentences, aligned, and become documents or join one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from reviewer.align.bead import Bead
from reviewer.align.document import align_documents
from reviewer.align.feature import Language
from reviewer.domain.draft import Article, DocumentDraft, SegmentDraft
from reviewer.domain.segment import Role, Segment
from reviewer.domain.span import Side
from reviewer.review.passage import Attached, Passage, attach, by_paragraph, language_of
from reviewer.review.session import Session

COLUMNS: Final[Mapping[str, Language]] = {
    "source": "en",
    "back_translation": "en",
    "reference": "hi",
    "final": "hi",
}
"""The texts that can stand beside the received one, and the languages they are in."""


def draft(
    target: Article,
    *,
    source: Article | None = None,
    back_translation: Article | None = None,
    reference: Article | None = None,
    final: Article | None = None,
    title: str | None = None,
    system: str = "",
) -> DocumentDraft:
    """Cut an article into rows and put the other texts beside them.

    A row is one Hindi sentence, or several where one English sentence became several; English that was left
    out makes a row without Hindi. A back-translation, where there is one, decides which English belongs to
    which row.
    """
    hindi = _passage(target, "hi")
    rows = _sentence_rows(target, hindi)
    if back_translation is not None:
        rows = _beside(rows, hindi, "back_translation", _passage(back_translation, "en"))
    if source is not None:
        rows = _with_source(
            rows, hindi, _passage(source, "en"), is_by_back_translation=back_translation is not None
        )
    if reference is not None:
        rows = _beside(rows, hindi, "reference", _passage(reference, "hi"))
    if final is not None:
        rows = _beside(rows, hindi, "final", _passage(final, "hi"))
    articles = [kept for kept in (target, source, back_translation, reference, final) if kept is not None]
    return DocumentDraft(
        title=title or target.title or target.origin,
        segments=tuple(rows),
        system=system,
        origin=", ".join(kept.origin for kept in articles if kept.origin),
        warnings=tuple(warning for kept in articles for warning in kept.warnings),
        original=target.original,
    )


def add_back_translation(
    session: Session, document_id: int, article: Article, side: Side | str = Side.BACK_TRANSLATION
) -> None:
    """Put a text that came later beside a document's rows, in place of what was there, as one change.

    `side` is source, back_translation, reference or final. Locked rows that have such a text keep it.
    """
    column = str(side)
    if column not in COLUMNS:
        raise ValueError(f"{column} is no text that can be added")
    rows = session.segments(document_id, 0, session.segment_count(document_id))
    given = _given(rows, _passage(article, COLUMNS[column]), column)
    kept = {row.id for row in rows if row.is_locked and getattr(row, column)}
    _set(session, document_id, {key: found for key, found in given.items() if key not in kept}, column)


def realign(session: Session, document_id: int, side: Side | str) -> None:
    """Give the sentences of one text to the rows anew, as one change; locked rows keep theirs."""
    column = str(side)
    if column not in COLUMNS:
        raise ValueError(f"{column} is no text that can be aligned")
    rows = session.segments(document_id, 0, session.segment_count(document_id))
    given: dict[int, Attached] = {}
    for is_locked, block in groupby(rows, key=lambda row: row.is_locked):
        if is_locked:
            continue
        members = list(block)
        texts = by_paragraph((row.paragraph, getattr(row, column) or "") for row in members)
        paragraphs = (" ".join(filter(None, paragraph)) for paragraph in texts)
        given |= _given(members, Passage.cut(paragraphs, COLUMNS[column]), column)
    _set(session, document_id, given, column)


def _passage(article: Article, default: Language) -> Passage:
    texts = (paragraph.text for paragraph in article.paragraphs)
    return Passage.cut(texts, language_of(article.language, default))


def _sentence_rows(article: Article, passage: Passage) -> list[SegmentDraft]:
    return [
        SegmentDraft(
            received=passage.joined(number, number + 1),
            paragraph=paragraph,
            role=article.paragraphs[paragraph].role or Role.BODY,
        )
        for number, (paragraph, _) in enumerate(passage.places)
    ]


def _beside(
    rows: Sequence[SegmentDraft], hindi: Passage, column: str, passage: Passage
) -> list[SegmentDraft]:
    grouped = by_paragraph((row.paragraph, row.received) for row in rows)
    return [
        _with_text(replace(row, confidence=_least(row.confidence, found.confidence)), column, found.text)
        for row, found in zip(rows, attach(grouped, hindi.language, passage), strict=True)
    ]


def _with_text(row: SegmentDraft, column: str, text: str | None) -> SegmentDraft:
    match column:
        case "back_translation":
            return replace(row, back_translation=text)
        case "reference":
            return replace(row, reference=text)
        case _:  # a received sentence that the final text lacks was deleted
            return replace(row, final=text or "")


def _with_source(
    rows: Sequence[SegmentDraft], hindi: Passage, source: Passage, *, is_by_back_translation: bool
) -> list[SegmentDraft]:
    """Join the rows that one English sentence became, and add rows for English that was left out."""
    compared = by_paragraph(
        (row.paragraph, (row.back_translation or "") if is_by_back_translation else row.received)
        for row in rows
    )
    languages = (source.language, source.language if is_by_back_translation else hindi.language)
    made: list[SegmentDraft] = []
    for bead in align_documents(source.sentences(), compared, languages=languages):
        text = source.joined(bead.left.start, bead.left.end) if bead.left else None
        made += _row_of(bead, rows, hindi, text) if bead.right else _left_out(bead, text, made)
    return made


def _row_of(
    bead: Bead, rows: Sequence[SegmentDraft], hindi: Passage, source: str | None
) -> Iterator[SegmentDraft]:
    members = rows[bead.right.start : bead.right.end]
    first = members[0]
    if len({(row.paragraph, row.role) for row in members}) == 1:
        back = " ".join(row.back_translation for row in members if row.back_translation)
        yield replace(
            first,
            received=hindi.joined(bead.right.start, bead.right.end),
            back_translation=back or None,
            source=source,
            confidence=min(_least(row.confidence, bead.confidence) for row in members),
        )
        return
    # Joining across paragraphs would lose where one ends.
    for row in members:
        yield replace(
            row,
            source=source if row is first else None,
            confidence=_least(row.confidence, bead.confidence),
        )


def _left_out(bead: Bead, source: str | None, before: Sequence[SegmentDraft]) -> list[SegmentDraft]:
    paragraph = before[-1].paragraph if before else 0
    return [SegmentDraft(received="", paragraph=paragraph, source=source, confidence=bead.confidence)]


def _least(known: float | None, new: float) -> float:
    return new if known is None else min(known, new)


def _given(rows: Sequence[Segment], passage: Passage, column: str) -> dict[int, Attached]:
    """What each row gets of a text, by segment id; English is compared with a back-translation."""
    is_by_back_translation = column == "source" and any(row.back_translation for row in rows)
    compared = by_paragraph(
        (row.paragraph, (row.back_translation or "") if is_by_back_translation else row.received)
        for row in rows
    )
    attached = attach(compared, passage.language if is_by_back_translation else "hi", passage)
    return {row.id: found for row, found in zip(rows, attached, strict=True)}


def _set(session: Session, document_id: int, given: Mapping[int, Attached], column: str) -> None:
    empty = "" if column == "final" else None
    texts = {key: empty if found.text is None else found.text for key, found in given.items()}
    confidences = {key: found.confidence for key, found in given.items()}
    session.set_texts(document_id, texts, column, confidences=confidences)

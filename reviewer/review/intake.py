"""From articles to segments: sentences are split, companions aligned, rows filled."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reviewer.align.bead import Bead
from reviewer.align.document import align_documents
from reviewer.domain.draft import Article, DocumentDraft, SegmentDraft
from reviewer.domain.segment import Role, Segment
from reviewer.review.session import Session
from reviewer.text.sentence import split

ENGLISH_COLUMNS = ("source", "back_translation")
HINDI_COLUMNS = ("reference", "final")
COLUMNS = (*ENGLISH_COLUMNS, *HINDI_COLUMNS)


@dataclass(slots=True)
class _Row:
    """A segment in the making: Hindi sentences `first` to `last`, the latter excluded."""

    first: int
    last: int
    draft: SegmentDraft


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
    """Put a Hindi article and its companions together as rows.

    A row is one Hindi sentence; where one English sentence was made into two within a paragraph, both
    are one row. An English sentence without Hindi is a row with an empty Hindi text, for something may
    be missing. With a back-translation, the source is aligned to that, English to English.
    """
    hindi = [_sentences(paragraph.text, "hi") for paragraph in target.paragraphs]
    beads: dict[str, tuple[Bead, ...]] = {}
    texts: dict[str, list[str]] = {}
    for column, article in (
        ("back_translation", back_translation),
        ("source", source),
        ("reference", reference),
        ("final", final),
    ):
        if article is not None:
            language = "en" if column in ENGLISH_COLUMNS else "hi"
            paragraphs = [_sentences(paragraph.text, language) for paragraph in article.paragraphs]
            texts[column] = [sentence for paragraph in paragraphs for sentence in paragraph]
            beads[column] = align_documents(paragraphs, hindi, languages=(language, "hi"))
    rows = _rows(target, hindi, [beads[c] for c in ENGLISH_COLUMNS if c in beads])
    for column in ENGLISH_COLUMNS:
        if column in beads:
            rows = _fill(rows, column, texts[column], beads[column], makes_rows=column == "source")
    for column in HINDI_COLUMNS:
        if column in beads:
            rows = _fill(rows, column, texts[column], beads[column], makes_rows=False)
            rows = [_with_gap(row, column) for row in rows]
    articles = (target, source, back_translation, reference, final)
    return DocumentDraft(
        title=title or target.title or target.origin,
        segments=tuple(row.draft for row in rows),
        system=system,
        origin=", ".join(article.origin for article in articles if article and article.origin),
        warnings=tuple(warning for article in articles if article for warning in article.warnings),
    )


def add_text(session: Session, document_id: int, article: Article, column: str) -> None:
    """Align a text that came later with the rows of a document, and store it as one change.

    `column` is source, back_translation, reference or final. Locked rows that already have such a text
    keep it. Sentences without a row join the row before them.
    """
    if column not in COLUMNS:
        raise ValueError(f"{column} is no text that can be added")
    segments = session.segments(document_id, 0, session.segment_count(document_id))
    language = "en" if column in ENGLISH_COLUMNS else "hi"
    paragraphs = [_sentences(paragraph.text, language) for paragraph in article.paragraphs]
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph]
    beads = align_documents(paragraphs, _by_paragraph(segments), languages=(language, "hi"))
    session.set_texts(column, _texts_by_segment(segments, sentences, beads, column))


def _texts_by_segment(
    segments: Sequence[Segment], sentences: Sequence[str], beads: Iterable[Bead], column: str
) -> Mapping[int, str | None]:
    with_hindi = [segment for segment in segments if segment.received]
    found: dict[int, list[str]] = {segment.id: [] for segment in segments}
    at = 0
    for bead in beads:
        if len(bead.right):
            at = bead.right.start
        if with_hindi:
            row = with_hindi[min(at, len(with_hindi) - 1)]
            found[row.id] += sentences[bead.left.start : bead.left.end]
    locked = {segment.id for segment in segments if segment.is_locked and getattr(segment, column)}
    empty = "" if column == "final" else None
    return {
        segment_id: " ".join(parts) or empty
        for segment_id, parts in found.items()
        if segment_id not in locked
    }


def _by_paragraph(segments: Sequence[Segment]) -> list[list[str]]:
    paragraphs: dict[int, list[str]] = {}
    for segment in segments:
        if segment.received:
            paragraphs.setdefault(segment.paragraph, []).append(segment.received)
    return list(paragraphs.values())


def _sentences(text: str, language: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in split(text, "hi" if language == "hi" else "en")]


def _rows(target: Article, hindi: Sequence[Sequence[str]], english: Sequence[tuple[Bead, ...]]) -> list[_Row]:
    """One row a Hindi sentence, those of one bead in one paragraph together."""
    glued = {
        number
        for beads in english
        for bead in beads
        if len(bead.left)
        for number in range(bead.right.start + 1, bead.right.end)
    }
    rows: list[_Row] = []
    number = 0
    for paragraph, sentences in enumerate(hindi):
        role = target.paragraphs[paragraph].role or Role.BODY
        for place, sentence in enumerate(sentences):
            if place and number in glued:
                row = rows[-1]
                row.last = number + 1
                row.draft = replace(row.draft, received=f"{row.draft.received} {sentence}")
            else:
                made = SegmentDraft(received=sentence, paragraph=paragraph, role=role)
                rows.append(_Row(number, number + 1, made))
            number += 1
    return rows


def _fill(
    rows: Sequence[_Row], column: str, sentences: Sequence[str], beads: Iterable[Bead], *, makes_rows: bool
) -> list[_Row]:
    """Put a companion's sentences into the rows; those without Hindi become rows, or join the one before."""
    made = list(rows)
    for bead in beads:
        text = " ".join(sentences[bead.left.start : bead.left.end])
        if not text:
            continue
        at = _row_at(made, bead.right.start)
        if not len(bead.right) and makes_rows:
            # What was left out stands after the Hindi that its neighbour became.
            before = made[at - 1].draft if at else made[0].draft if made else SegmentDraft(received="")
            gap = SegmentDraft(
                received="",
                paragraph=before.paragraph,
                role=before.role,
                source=text,
                confidence=bead.confidence,
            )
            made.insert(at, _Row(bead.right.start, bead.right.start, gap))
            continue
        row = made[min(at if len(bead.right) else max(0, at - 1), len(made) - 1)] if made else None
        if row is not None:
            row.draft = _joined(row.draft, column, text, bead.confidence)
    return made


def _row_at(rows: Sequence[_Row], sentence: int) -> int:
    """The index of the row that holds a Hindi sentence; the number of rows behind the last."""
    return next((n for n, row in enumerate(rows) if row.first <= sentence < row.last), len(rows))


def _joined(row: SegmentDraft, column: str, text: str, confidence: float) -> SegmentDraft:
    before: str | None = getattr(row, column)
    values: dict[str, object] = {column: f"{before} {text}" if before else text}
    if column in ENGLISH_COLUMNS:
        values["confidence"] = min(confidence, 1.0 if row.confidence is None else row.confidence)
    return replace(row, **values)  # type: ignore[arg-type] - a column's own type


def _with_gap(row: _Row, column: str) -> _Row:
    """A row that the edited text has nothing for was deleted there."""
    if column == "final" and row.draft.final is None:
        row.draft = replace(row.draft, final="")
    return row

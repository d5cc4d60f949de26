"""The annotated review as a Word document: comments on the exact words, edits as tracked changes."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from docx.document import Document as WordDocument
from lxml.etree import _Element as Element

from reviewer.domain.flag import Flag, Judgement
from reviewer.domain.score import ScoreCard
from reviewer.domain.segment import Role, Segment
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.domain.span import Side
from reviewer.formats.assembly import review_from
from reviewer.formats.docx_frame import ENGLISH, HINDI, SMALL, new_document, table
from reviewer.formats.docx_markup import Annotator, paragraph, run, word_date
from reviewer.formats.docx_part import embed, extract
from reviewer.formats.record import as_project
from reviewer.formats.summary import summary_lines
from reviewer.formats.track import english_sides, hindi_track, plain_track
from reviewer.text.atomic import replacing

_TITLES = {Side.SOURCE: "Source", Side.BACK_TRANSLATION: "Back-translation", Side.FINAL: "Hindi"}
_NUMBER_MM = 20
_SUMMARY_MM = (36, 98.5, 36, 98.5)
_TEXT_MM = 249


def write(
    review: ProjectReview | DocumentReview,
    path: Path,
    *,
    score: ScoreCard | None = None,
    author: str = "",
    made: str = "",
) -> None:
    """Write the review; `author` and `made` (ISO 8601) sign the tracked changes where nobody signed off.

    `read` gives back an equal review. Characters that XML forbids are shown as U+FFFD.
    """
    project = as_project(review)
    word = new_document(", ".join(entry.document.title for entry in project.documents))
    annotator = Annotator()
    for number, entry in enumerate(project.documents):
        document = entry.document
        annotator.author = document.signed_by or author or "Editor"
        annotator.date = word_date(document.signed_at) or word_date(made) or word_date(document.created)
        _add_head(word, entry, score, starts_page=number > 0)
        _append(word, _review_table(entry, annotator))
        word.add_paragraph()
    _add_comments(word, annotator.comments)
    embed(project, word)
    # In memory first: an archive that cannot be finished complains once more when it is thrown away.
    packed = BytesIO()
    word.save(packed)
    with replacing(path) as file:
        file.write(packed.getbuffer())


def read(path: Path) -> ProjectReview:
    """Read the review that a document written here carries; raise ReviewerError where there is none."""
    return review_from(extract(path), path.name)


def _add_head(
    word: WordDocument, entry: DocumentReview, score: ScoreCard | None, *, starts_page: bool
) -> None:
    title = word.add_paragraph(style="Title")
    title.paragraph_format.page_break_before = starts_page
    title._p.append(run(entry.document.title, is_hindi=True))  # noqa: SLF001 - the element behind it
    lines = summary_lines(entry, score)
    lines += [("", "")] * (len(lines) % 2)
    cells = [
        [[paragraph(run(label), style=SMALL)], [paragraph(run(value), style=ENGLISH)]]
        for label, value in lines
    ]
    rows = [left + right for left, right in zip(cells[::2], cells[1::2], strict=True)]
    _append(word, table(_SUMMARY_MM, rows))
    word.add_paragraph()


def _review_table(entry: DocumentReview, annotator: Annotator) -> Element:
    sides = [*english_sides(entry), Side.FINAL]
    flags: dict[int, list[Flag]] = defaultdict(list)
    for flag in entry.flags:
        flags[flag.segment_id].append(flag)
    judgements: dict[int | None, list[Judgement]] = defaultdict(list)
    for judgement in entry.judgements:
        judgements[judgement.segment_id].append(judgement)
    header = [
        [paragraph(run(name, is_bold=True), style=SMALL)]
        for name in ("No.", *(_TITLES[side] for side in sides))
    ]
    rows = [
        [
            list(_number_cell(segment, judgements[segment.id])),
            *(_text_cell(segment, side, flags[segment.id], annotator) for side in sides),
        ]
        for segment in entry.segments
    ]
    # The Hindi is the largest thing on the page: half as wide again as each English column.
    share = _TEXT_MM / (len(sides) + 0.5)
    widths = (_NUMBER_MM, *(share for _ in sides[:-1]), share * 1.5)
    return table(widths, [header, *rows], has_header=True)


def _number_cell(segment: Segment, judgements: Sequence[Judgement]) -> Iterator[Element]:
    yield paragraph(run(str(segment.position + 1), is_bold=True), style=SMALL)
    if segment.role is not Role.BODY:
        yield paragraph(run(segment.role.value), style=SMALL)
    yield paragraph(run(segment.state.value), style=SMALL)
    for one in judgements:
        yield paragraph(run(one.label), style=SMALL)


def _text_cell(segment: Segment, side: Side, flags: Sequence[Flag], annotator: Annotator) -> list[Element]:
    is_hindi = side is Side.FINAL
    track = hindi_track(segment, flags) if is_hindi else plain_track(segment.text(side), side, flags)
    contents = annotator.contents(track, is_hindi=is_hindi)
    return [paragraph(*contents, style=HINDI if is_hindi else ENGLISH)]


def _append(word: WordDocument, made: Element) -> None:
    word.element.body.insert_element_before(made, "w:sectPr")


def _add_comments(word: WordDocument, comments: Sequence[Element]) -> None:
    if not comments:
        return
    # The library looks for a free id before each comment, which takes minutes for ten thousand.
    root = word.comments.add_comment().part.element
    root[:] = comments

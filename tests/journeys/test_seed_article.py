"""A real article with 65 errors marked by hand goes through the whole desk; skips where it is absent."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reviewer.domain.draft import Article
from reviewer.domain.flag import Severity
from reviewer.domain.score import Verdict
from reviewer.domain.snapshot import DocumentReview, ProjectReview
from reviewer.domain.span import Range, Side, Span
from reviewer.formats import docx_review, html_review, jsonl, tsv
from reviewer.formats.reader import read_article
from reviewer.formats.registry import by_id
from reviewer.review.intake import draft
from reviewer.review.output import write_review
from reviewer.review.scoreboard import score_document
from reviewer.review.session import Session
from reviewer.scoring.profile import load
from reviewer.text.cluster import is_boundary
from tests.journeys.driver import Editor

SEED = Path(__file__).resolve().parents[2].parent / "shared" / "cases" / "seed"
pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="the seed article is not beside the project")


def gold() -> list[dict[str, Any]]:
    """The rows of the hand-marked file, one a sentence."""
    return [json.loads(line) for line in (SEED / "gold.jsonl").read_text(encoding="utf-8").splitlines()]


def article(name: str) -> Article:
    """One of the case's texts."""
    return read_article(SEED / name)


def a_reviewed_seed(path: Path, **beside: Article) -> DocumentReview:
    """The article with all gold errors as flags."""
    with Session.create(path, "editor") as session:
        document = session.add_document(draft(article("article_hi.txt"), **beside))  # type: ignore[arg-type]
        for segment, row in zip(session.segments(document.id, 0, 20), gold(), strict=True):
            for error in row["errors"]:
                session.add_flag(
                    segment.id,
                    (Span.single(Side.RECEIVED, error["start"], error["end"]),),
                    error["category"],
                    Severity(error["severity"]),
                    comment=error["comment"],
                    suggestion=error["suggestion"],
                    needs_source=error["needs_source"],
                )
        return session.document_review(document.id)


def test_the_article_alone_has_twenty_segments_in_nine_paragraphs() -> None:
    """Hindi without any English is split as the annotator split it."""
    made = draft(article("article_hi.txt")).segments
    assert [row.received for row in made] == [row["target"] for row in gold()]
    assert [row.paragraph for row in made] == [row["paragraph"] for row in gold()]


@pytest.mark.parametrize(
    ("column", "name", "key"),
    [
        ("back_translation", "back_translation_en.txt", "back_translation_en"),
        ("source", "reconstructed_source_en.txt", "plausible_source_en"),
        ("final", "post_edit_hi.txt", "post_edit_hi"),
    ],
)
def test_each_companion_is_aligned_sentence_by_sentence(column: str, name: str, key: str) -> None:
    """Twenty beads one to one; the edited text's four splits stay with their sentence."""
    made = draft(article("article_hi.txt"), **{column: article(name)}).segments  # type: ignore[arg-type]
    assert [getattr(row, column) for row in made] == [row[key] for row in gold()]


def test_all_gold_errors_become_flags_on_letter_borders(tmp_path: Path) -> None:
    """65 flags, none of them cut or moved, overlapping, nested and empty ones among them."""
    review = a_reviewed_seed(tmp_path / "seed.review")
    texts = {segment.id: segment.received for segment in review.segments}
    spans = [flag.spans[0] for flag in review.flags]
    assert len(spans) == 65
    assert [flag.quote for flag in review.flags] == [e["text"] for row in gold() for e in row["errors"]]
    for flag in review.flags:
        text = texts[flag.segment_id]
        assert all(is_boundary(text, r.start) and is_boundary(text, r.end) for r in flag.spans[0].ranges)
    assert sum(span.is_empty for span in spans) == 1


def test_scores_under_plain_weights_are_the_published_ones(tmp_path: Path) -> None:
    """APT 116, NPT 218.9, raw 78.1 on 530 target words."""
    score = score_document(a_reviewed_seed(tmp_path / "seed.review"), load("plain")).received
    assert score.penalty == 116
    assert score.words == 530
    assert round(score.per_thousand or 0, 1) == 218.9
    assert round(score.raw or 0, 1) == 78.1
    assert Counter(dict(score.counts)) == Counter(
        {Severity.MINOR: 51, Severity.MAJOR: 8, Severity.CRITICAL: 1, Severity.NEUTRAL: 5}
    )


def test_the_newsroom_would_not_publish_it(tmp_path: Path) -> None:
    """One critical error is open: the verdict is fail, and says so first."""
    score = score_document(a_reviewed_seed(tmp_path / "seed.review"), load("newsroom")).received
    assert score.verdict is Verdict.FAIL
    assert "critical" in score.reasons[0]


@pytest.mark.parametrize(
    ("form", "reader"),
    [("docx-review", docx_review), ("html-review", html_review), ("tsv", tsv), ("jsonl", jsonl)],
)
def test_the_review_reads_back_equal(tmp_path: Path, form: str, reader: Any) -> None:
    """What was exported is what was reviewed, with a discontinuous flag added and the edited text."""
    review = a_reviewed_seed(tmp_path / "seed.review", final=article("post_edit_hi.txt"))
    first = review.flags[0]
    split = replace(first, spans=(Span.covering(Side.RECEIVED, (*_ends(first.spans[0]),)),))
    review = replace(review, flags=(split, *review.flags[1:]))
    target = tmp_path / f"seed{by_id(form).suffixes[0]}"
    write_review(ProjectReview(documents=(review,)), load("newsroom"), by_id(form), target)
    read = reader.read(target).documents[0]
    assert read.segments == review.segments
    assert sorted(read.flags, key=lambda f: f.id) == sorted(review.flags, key=lambda f: f.id)


def test_walking_through_changes_not_one_byte(editor: Editor, tmp_path: Path) -> None:
    """Open, walk over every row and every text, close: the file is as it was."""
    path = tmp_path / "seed.review"
    a_reviewed_seed(path, source=article("reconstructed_source_en.txt"))
    before = path.read_bytes()
    editor.open(path)
    editor.wait_for_scores()
    for _ in range(20):
        editor.press("Tab", "Shift+Right", "Tab", "N", "Down")
    editor.press("Ctrl+W")
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["seed.review"]


def _ends(span: Span) -> tuple[Any, ...]:
    """The first and the last letter or two of a span."""
    return Range(span.start, span.start + 2), Range(span.end - 2, span.end)

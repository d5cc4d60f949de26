"""The final text alone keeps the article's shape, and nothing in it becomes markup."""

from pathlib import Path

import pytest

from reviewer.domain.segment import Role
from reviewer.formats import published
from reviewer.formats.registry import by_id, writable
from tests.builders import a_review, a_segment

_TRICKY = "1. <b>दो</b> *तीन* & [चार](x) # पाँच"
_TEXTS = ("पहली ख़बर", "वाक्य एक।\nदूसरी पंक्ति।", _TRICKY, "- सूची नहीं", "12) बारह")


def _review() -> object:
    roles = (Role.HEADLINE, Role.BODY, Role.BODY, Role.BODY, Role.BODY)
    segments = [
        a_segment(text, id=n + 1, position=n, paragraph=n, role=role)
        for n, (text, role) in enumerate(zip(_TEXTS, roles, strict=True))
    ]
    return a_review(*segments)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("docx-final", "a.docx"),
        ("odt-final", "a.odt"),
        ("html-final", "a.html"),
        ("markdown-final", "a.md"),
    ],
)
def test_what_was_published_reads_back_as_the_same_article(tmp_path: Path, form: str, name: str) -> None:
    """Paragraph by paragraph, through the reader of the format."""
    path = tmp_path / name
    by_id(form).load_writer()(_review(), path)
    reader = {".docx": "docx", ".odt": "odt", ".html": "html", ".md": "markdown"}[path.suffix]
    article = by_id(reader).load_reader()(path)
    texts = [" ".join(paragraph.text.split()) for paragraph in article.paragraphs]
    assert " ".join(texts) == " ".join(" ".join(text.split()) for text in _TEXTS)
    assert article.paragraphs[0].role is Role.HEADLINE


def test_a_review_is_still_the_first_choice_of_a_suffix() -> None:
    """An annotated document holds more than the text alone."""
    assert writable(Path("a.docx")).id == "docx-review"
    assert writable(Path("a.html")).id == "html-review"
    assert writable(Path("a.md")).id == "markdown-final"


def test_what_is_empty_is_left_out() -> None:
    """Segments of one paragraph are joined by a space."""
    segments = (
        a_segment("एक।", paragraph=0),
        a_segment("दो।", id=2, position=1, paragraph=0),
        a_segment(" ", id=3, position=2, paragraph=1),
    )
    assert [each.text for each in published.paragraphs(a_review(*segments))] == ["एक। दो।"]

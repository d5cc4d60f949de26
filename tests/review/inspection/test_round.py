"""Work in the background can be stopped, and leaves the processor to others."""

from pathlib import Path

import pytest

from reviewer.checks.engine import Cancelled
from reviewer.domain.style import Style
from reviewer.review.inspection.round import Breath, read, rows
from tests.review.projects import TEXTS, a_project, flag_words, the_rows


def test_a_breath_ends_work_nobody_wants() -> None:
    """At the next step."""
    wanted = [True]
    breath = Breath(lambda: not wanted[0])
    breath()
    wanted[0] = False
    with pytest.raises(Cancelled):
        breath()


def test_a_document_is_read_with_its_flags(tmp_path: Path) -> None:
    """Row by row; what is known of a segment that reads as before is kept."""
    with a_project(tmp_path) as session:
        first, second, _ = the_rows(session)
        flag = flag_words(session, first, 0, 5)
        breath = Breath(lambda: False)
        opened = read(session, 1, 3, Style(), breath=breath)
        assert [lens.segment.final for lens in opened.article.lenses] == list(TEXTS)
        assert opened.flags == {first: (flag,)}
        kept = [lens.target for lens in opened.article.lenses]
        session.set_final(second, "नया।")
        again = read(session, 1, 3, Style(), breath=breath, known=opened.article)
        assert [lens.target is old for lens, old in zip(again.article.lenses, kept, strict=True)] == [
            True,
            False,
            True,
        ]
        assert [lens.segment.position for lens in rows(again.article, 1, is_forward=False)] == [1, 0]

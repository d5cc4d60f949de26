"""The next finding of a project, wherever it is."""

from pathlib import Path

from reviewer.domain.finding import Tier
from reviewer.review.inspection.inspection import Inspection
from tests.builders import a_draft
from tests.review.inspection.specimen import Repeated, Word
from tests.review.projects import a_project


def test_a_search_goes_backward_too(tmp_path: Path) -> None:
    """To the last finding of the document before."""
    with a_project(tmp_path, "कल।", "और कल।", "आज।", sources=()) as session:
        session.add_document(a_draft("आज।"))
        inspection = Inspection(session, [Word()])
        sought = inspection.search(2, is_forward=False).run(
            is_cancelled=lambda: False, report=lambda _done, _total: None
        )
        assert sought is not None
        assert sought.place is not None
        assert (sought.place.document_id, sought.place.position) == (1, 1)


def test_a_search_for_firm_findings_passes_hints_over(tmp_path: Path) -> None:
    """Unless they are asked for; a project without any has none."""
    with a_project(tmp_path, "रात।", "रात।", sources=()) as session:
        inspection = Inspection(session, [Repeated()])
        for tiers, is_found in ((frozenset({Tier.ERROR}), False), (frozenset(Tier), True)):
            order = inspection.search(1, tiers=tiers)
            sought = order.run(is_cancelled=lambda: False, report=lambda _done, _total: None)
            assert sought is not None
            assert (sought.place is not None) is is_found
            assert sought.clean == (frozenset() if is_found else {1})


def test_a_search_can_be_stopped(tmp_path: Path) -> None:
    """It then says nothing, not that there is nothing."""
    with a_project(tmp_path) as session:
        inspection = Inspection(session, [Word()])
        order = inspection.search(1)
        assert order.run(is_cancelled=lambda: True, report=lambda _done, _total: None) is None

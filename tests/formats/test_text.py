from pathlib import Path

from reviewer.domain.snapshot import ProjectReview
from reviewer.formats import text
from tests.builders import a_review, a_segment


def _written(folder: Path, review: ProjectReview) -> str:
    path = folder / "final.txt"
    text.write(review, path)
    return path.read_text(encoding="utf-8")


def test_segments_of_a_paragraph_share_a_line(tmp_path: Path) -> None:
    """Paragraphs come back as they were, sentences joined by a space."""
    review = a_review(
        a_segment("वह आया।", id=1, paragraph=0),
        a_segment("वह गया।", id=2, paragraph=0, position=1),
        a_segment("फिर शाम हुई।", id=3, paragraph=1, position=2),
    )
    assert _written(tmp_path, ProjectReview(documents=(review,))) == "वह आया। वह गया।\nफिर शाम हुई।\n"


def test_the_final_text_is_written_not_the_received(tmp_path: Path) -> None:
    """What the editor made of it is what is published; emptied segments leave no trace."""
    review = a_review(a_segment("पुराना", final="नया\nपाठ"), a_segment("हटा", final="", id=2, position=1))
    assert _written(tmp_path, ProjectReview(documents=(review,))) == "नया पाठ\n"


def test_documents_stand_apart(tmp_path: Path) -> None:
    """An empty line separates one article from the next."""
    project = ProjectReview(documents=(a_review(a_segment("एक।")), a_review(a_segment("दो।"))))
    assert _written(tmp_path, project) == "एक।\n\nदो।\n"


def test_a_document_without_text_is_an_empty_file(tmp_path: Path) -> None:
    """Nothing to write is not an error."""
    assert _written(tmp_path, ProjectReview(documents=())) == ""

"""Other files than the typesetter's own are left alone."""

from reviewer.text.extraction import with_whole_clusters


def test_a_pdf_of_another_kind_stays_as_it_was() -> None:
    """Without the table of places nothing is touched."""
    assert with_whole_clusters(b"%PDF-1.7 something else") == b"%PDF-1.7 something else"

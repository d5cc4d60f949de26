"""The reference page of checks."""

from reviewer.checks.check import found, silent
from reviewer.cli.check_page import marked, page
from tests.review.inspection.specimen import Word


def test_words_found_are_marked_in_their_order() -> None:
    """The second of two that read alike is the second in the text."""
    assert marked(found("कल आया, कल गया।", "कल", "कल"), "[", "]") == "[कल] आया, [कल] गया।"
    assert marked(found("कल आया।"), "[", "]") == "कल आया।"
    assert marked(silent("कल आया।"), "[", "]") == "कल आया।"


def test_a_section_has_what_a_check_says_of_itself() -> None:
    """And what it finds, with the suggestion and the English."""

    class Told(Word):
        """Finds |.

        And explains itself.
        """

        id, code, title = "encoding.told", "T09", "Told"
        examples = (  # type: ignore[assignment]
            found("कल | आया।", "कल", source="He came.", suggestion="आज"),
            found("कल गया।", "कल", back_translation="He went.", suggestion=""),
            silent("आज।"),
        )

    made = page([Told()])
    assert "## " in made
    assert "Finds |. And explains itself." in made
    assert "- ✗ ⟦कल⟧ \\| आया। → “आज” (source: He came.)" in made
    assert "- ✗ ⟦कल⟧ गया। → (delete) (back-translation: He went.)" in made
    assert "- ✓ आज।" in made


def test_what_nobody_would_see_is_named() -> None:
    """And what Markdown would take for its own is shown as it is."""

    class Strange(Word):
        """Finds strange characters."""

        id = "encoding.strange"
        examples = (found("<b>क\u200bल*</b> &nbsp;", "\u200b"), silent("क्\u200dष"))

    made = page([Strange()])
    assert "- ✗ \\<b\\>क⟦‹U+200B›⟧ल\\*\\</b\\> \\&nbsp;" in made
    assert "- ✓ क्\u200dष" in made

"""Names of error types in annotation files."""

import pytest

from reviewer.formats.category import category_of, type_of


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("accuracy/mistranslation", "Accuracy/Mistranslation"),
        ("terminology/inappropriate-for-context", "Terminology/Inappropriate for context"),
        ("other", "Other"),
        ("non-translation!", "Non-translation!"),
        ("", ""),
    ],
)
def test_names_of_wmt_go_and_come_back(ours: str, theirs: str) -> None:
    """Small with hyphens here, capital with blanks there."""
    assert (category_of(ours), type_of(theirs)) == (theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("linguistic/punctuation", "Fluency/Punctuation"),
        ("accuracy/non-translation", "Non-translation!"),
    ],
)
def test_what_the_scripts_weigh_by_name_has_their_name(ours: str, theirs: str) -> None:
    """Under another name it would count something else."""
    assert category_of(ours) == theirs

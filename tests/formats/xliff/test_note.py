"""A flag in one line."""

from dataclasses import replace

import pytest

from reviewer.domain.code import Code, CodeKind
from reviewer.domain.flag import Flag
from reviewer.formats.xliff.note import note_text
from tests.builders import a_flag, a_segment

FLAG = replace(a_flag(3, 5), author="", quote="")


@pytest.mark.parametrize(
    ("flag", "text"),
    [
        (FLAG, "Minor · Accuracy: mistranslation · “एक”"),
        (replace(FLAG, suggestion="दो"), "Minor · Accuracy: mistranslation · “एक” → दो"),
        (replace(FLAG, suggestion=""), "Minor · Accuracy: mistranslation · “एक” → delete"),
        (
            replace(FLAG, comment="क्यों?", author="asha"),
            "Minor · Accuracy: mistranslation · “एक” · क्यों? (asha)",
        ),
        (replace(FLAG, spans=()), "Minor · Accuracy: mistranslation"),
        (replace(FLAG, quote="वाक्य"), "Minor · Accuracy: mistranslation · “वाक्य”"),
    ],
)
def test_a_flag_is_said_in_one_line(flag: Flag, text: str) -> None:
    """What there is of it, and nothing else."""
    assert note_text(flag, a_segment("यह एक वाक्य है।")) == text


def test_codes_are_left_out_of_the_words() -> None:
    """A note has no room for elements."""
    code = Code(CodeKind.STANDALONE, 1)
    segment = a_segment(f"यह {code.letter}एक", codes=(code,))
    assert "“एक”" in note_text(replace(FLAG, spans=a_flag(3, 6).spans), segment)

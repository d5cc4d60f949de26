from typing import Literal

import pytest

from reviewer.text.frame import is_reporting_frame


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("उन्होंने कहा।", "hi"),
        (" उन्होंने पत्रकारों से बातचीत में कहा है।", "hi"),
        ("मंत्री ने बताया", "hi"),
        ("प्रवक्ता ने कहा और चले गए।", "hi"),
        ("President Putin said.", "en"),
        ("Smith asked in Delhi on Monday.", "en"),
    ],
)
def test_finds_who_said_it(text: str, language: Literal["hi", "en"]) -> None:
    """A speaker and a verb of saying that end their clause are a frame."""
    assert is_reporting_frame(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "hi"),
        ("फिर चले गए।", "hi"),
        ("फिर उन्होंने कहा।", "hi"),
        ("उन्होंने कहा कि वे आएँगे।", "hi"),
        ("उन्होंने कहा, “हम आएँगे।”", "hi"),
        ("उन्होंने कहा: हम आएँगे।", "hi"),
        ("बैठक हुई। उन्होंने कहा।", "hi"),
        ("“हाँ” उन्होंने कहा।", "hi"),
        ("He said that it was over.", "en"),
        ("They left.", "en"),
    ],
)
def test_passes_over_what_starts_anew(text: str, language: Literal["hi", "en"]) -> None:
    """A new statement, a new quotation or a new step of the story is no frame."""
    assert not is_reporting_frame(text, language)

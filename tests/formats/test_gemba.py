"""Answers of a language model become errors on the words it names."""

import json
from pathlib import Path

from reviewer.domain.flag import Severity
from reviewer.domain.span import Side
from reviewer.formats import gemba
from reviewer.formats.sniff import sniff

_ANSWER = """Here are the errors.
critical:
no-error
major:
accuracy/mistranslation - "पुलिस ने कहा"
accuracy/omission - "alleged"
minor:
fluency/punctuation - "कहीं नहीं" - odd"""


def test_words_are_found_or_the_error_is_about_all(tmp_path: Path) -> None:
    """Omissions are looked for in the source first."""
    path = tmp_path / "answers.jsonl"
    record = {"source": "The alleged thief.", "target": "पुलिस ने कहा।", "answer": _ANSWER, "system": "A"}
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    assert sniff(path).id == "gemba-mqm"
    first, second, third = gemba.read(path).documents[0].flags
    assert (first.quote, first.severity, first.author) == ("पुलिस ने कहा", Severity.MAJOR, "gemba-mqm")
    assert second.span(Side.SOURCE) is not None
    assert (third.spans, third.severity, third.comment) == ((), Severity.MINOR, "कहीं नहीं odd")


def test_an_answer_without_errors_is_a_clean_rating(tmp_path: Path) -> None:
    """The judge has looked."""
    path = tmp_path / "answers.jsonl"
    record = {"src": "One.", "mt": "एक।", "answer": "critical:\nno-error\nmajor:\nno-error\nminor:\nno-error"}
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    entry = gemba.read(path).documents[0]
    assert (entry.flags, [each.judge for each in entry.judgements]) == ((), ["gemba-mqm"])

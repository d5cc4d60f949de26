"""JSON lines of one segment each."""

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.formats.bilingual_jsonl import MAX_KEYS, read_rows


def test_keys_become_columns() -> None:
    """A key that a line lacks is an empty cell; null is empty too."""
    found = read_rows('{"src": "a", "tgt": "अ"}\n\n{"tgt": "ब", "n": 1, "src": null}\n', "a.jsonl")
    assert found.cells == (("src", "tgt", "n"), ("a", "अ", ""), ("", "ब", "1"))
    assert found.numbers == (0, 1, 3)


def test_separators_inside_a_text_break_no_line() -> None:
    """Only the newline ends a line: the line separator U+2028 may stand in a text."""
    assert read_rows('{"tgt": "अ\u2028ब"}', "a.jsonl").cells[1] == ("अ\u2028ब",)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"src": ', "line 2: is not JSON"),
        ("[1]", "line 2: is not a JSON object"),
        ("[" * 100_000, "line 2: is not JSON"),
        ('{"a": ' + "9" * 5000 + "}", "line 2: is not JSON"),
        ('{"tgt": {"x": "अ"}}', "line 2: 'tgt' holds no text"),
    ],
)
def test_a_bad_line_is_named(line: str, reason: str) -> None:
    """The line is told, whatever is wrong with it."""
    with pytest.raises(ReviewerError, match=reason):
        read_rows(f'{{"tgt": "अ"}}\n{line}\n', "a.jsonl")


def test_a_different_key_on_every_line_is_refused() -> None:
    """Keys are columns; thousands of them are none."""
    with pytest.raises(ReviewerError, match=f"more than {MAX_KEYS} different keys"):
        read_rows("\n".join(f'{{"k{n}": 1}}' for n in range(MAX_KEYS + 1)), "a.jsonl")


@pytest.mark.parametrize("line", ['{"tgt": "अ\\ud800"}', '{"\\udc00": "अ"}'])
def test_half_a_character_is_refused(line: str) -> None:
    """A lone surrogate, which no file can hold, is named with its line."""
    with pytest.raises(ReviewerError, match=r"a\.jsonl, line 1: the text holds half a character"):
        read_rows(line, "a.jsonl")

"""Texts cut into sentences."""

from reviewer.review.passage import Passage, attach, by_paragraph, language_of


def test_a_language_is_known_by_its_code() -> None:
    """Regions do not matter, unknown codes take the default."""
    assert [language_of(code, "en") for code in ("hi-IN", "HI", "en_US", "fr", None)] == [
        "hi",
        "hi",
        "en",
        "en",
        "en",
    ]


def test_sentences_come_by_paragraph() -> None:
    """Empty paragraphs are left out."""
    passage = Passage.cut(("एक। दो।", "", "तीन।"), "hi")
    assert passage.sentences() == [["एक।", "दो।"], ["तीन।"]]


def test_joined_sentences_keep_the_space_between_them() -> None:
    """Within a paragraph the text is as it stood; paragraphs are joined by one space."""
    passage = Passage.cut(("एक।  दो।", "तीन।"), "hi")
    assert passage.joined(0, 3) == "एक।  दो। तीन।"
    assert passage.joined(1, 1) == ""


def test_every_row_gets_its_sentence() -> None:
    """Rows come by paragraph, and the answers in one list."""
    passage = Passage.cut(("वह घर गया। बारिश हुई।", "सब सो गए।"), "hi")
    found = attach([["वह घर गया।", "बारिश हुई।"], ["सब सो गए।"]], "hi", passage)
    assert [attached.text for attached in found] == ["वह घर गया।", "बारिश हुई।", "सब सो गए।"]


def test_a_row_without_a_counterpart_gets_nothing() -> None:
    """Nothing is invented for it."""
    passage = Passage.cut(("वह घर गया। सब सो गए।",), "hi")
    found = attach([["वह घर गया।", "बारिश 17 जून को फिर लौट आई थी।", "सब सो गए।"]], "hi", passage)
    assert [attached.text for attached in found] == ["वह घर गया।", None, "सब सो गए।"]


def test_without_rows_there_is_nothing_to_attach_to() -> None:
    """An empty document stays empty."""
    assert attach([], "hi", Passage.cut(("वह घर गया।",), "hi")) == []


def test_texts_are_grouped_by_neighbouring_numbers() -> None:
    """A number that comes back later is another paragraph."""
    assert by_paragraph([(0, "a"), (0, "b"), (1, "c"), (0, "d")]) == [["a", "b"], ["c"], ["d"]]

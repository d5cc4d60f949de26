"""An edit says what was wrong: the first rule that knows it decides."""

import pytest

from reviewer.domain.flag import Severity
from reviewer.review.guess import guess, has_content, is_postposition


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("आए ।", "आए।", "linguistic/punctuation"),
        ("", ",", "linguistic/punctuation"),
        ('"हाँ"', "“हाँ”", "linguistic/punctuation"),
        ("जोर", "ज़ोर", "linguistic/spelling"),
        ("गये", "गए", "linguistic/spelling"),
        ("लिमोसिन", "लिमोज़ीन", "linguistic/spelling"),
        ("मास्को", "मॉस्को", "linguistic/spelling"),
        ("12 लोग", "21 लोग", "accuracy/mistranslation"),
        ("पाँच लाख", "पाँच हज़ार", "accuracy/mistranslation"),
        ("सहमत", "सहमत नहीं", "accuracy/mistranslation"),
        ("500,000", "5 लाख", "locale/convention"),
        ("AI", "एआई", "accuracy/untranslated"),
        ("कल दिल्ली में", "दिल्ली में कल", "style/awkward"),
        ("", "परमाणु", "accuracy/omission"),
        ("बहुत सुंदर", "", "accuracy/addition"),
        ("", "ही", "linguistic/grammar"),
        ("ने", "", "linguistic/grammar"),
        ("का", "की", "linguistic/grammar"),
        ("प्रायद्वीप पर", "प्रायद्वीप में", "linguistic/grammar"),
        ("लड़का गया", "लड़के गए", "linguistic/grammar"),
        ("हुआ था", "हुआ है", "linguistic/grammar"),
        ("प्रशंसा", "सराहना", "terminology/wrong-term"),
        ("पर प्रकाश डाला", "का ज़िक्र किया", "style/unidiomatic"),
    ],
)
def test_an_edit_tells_its_type(before: str, after: str, expected: str) -> None:
    """Each kind of edit leads to the type an editor would most likely choose."""
    assert guess(before, after).type == expected


@pytest.mark.parametrize(("before", "after"), [("12", "21"), ("सहमत", "सहमत नहीं")])
def test_a_changed_fact_is_major(before: str, after: str) -> None:
    """Another number, or a negation that came or went, is no small matter."""
    assert guess(before, after).severity is Severity.MAJOR


def test_the_reason_is_for_reading() -> None:
    """The editor sees why the type was chosen."""
    assert guess("आए ।", "आए।").reason == "only spaces differ"
    assert guess("आए।", "आए!").reason == "only punctuation differs"


@pytest.mark.parametrize(("text", "expected"), [("के लिए है और", False), ("उन्होंने", False), ("सरकार ने", True)])
def test_particles_are_no_content(text: str, expected: bool) -> None:
    """Postpositions, pronouns, auxiliaries and conjunctions carry no content of their own."""
    assert has_content(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("के", True), (" के लिए ", True), ("सरकार के", False), ("", False)]
)
def test_postpositions_are_known(text: str, expected: bool) -> None:
    """One postposition, of one word or two, and nothing else."""
    assert is_postposition(text) is expected

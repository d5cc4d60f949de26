"""Guessing the role of a paragraph."""

import pytest

from reviewer.domain.draft import Paragraph
from reviewer.domain.segment import Role
from reviewer.formats.role import guess_roles

BODY = "शहर में मंगलवार को हुई भारी बारिश के कारण कई इलाक़ों में पानी भर गया और यातायात घंटों तक ठप रहा।"


def roles(*texts: str) -> list[Role | None]:
    """The roles guessed for these paragraphs."""
    return [paragraph.role for paragraph in guess_roles([Paragraph(text) for text in texts])]


@pytest.mark.parametrize(
    "text",
    [
        "(रॉयटर्स)",
        "पीटीआई-भाषा",
        "(एजेंसी)",
        "— ANI",
        "PTI/ANI",
        "रॉयटर्स ने इस लेख में योगदान दिया।",
        "रॉयटर्स ने इस ख़बर में सहयोग किया है।",
        "यह लेख AI की मदद से तैयार और अनुवादित किया गया है।",
        "यह ख़बर एआई की सहायता से अनुवादित है और संपादक ने इसे जाँचा है।",
        "रिपोर्ट: राजेश कुमार",
        "संपादन – सीमा शर्मा",
        "राजेश कुमार, बीबीसी संवाददाता",
        "Reuters contributed to this article.",
        "This article was generated and translated with the support of AI.",
        "(Reporting by A. Kumar; Editing by B. Singh)",
        "By Rajesh Kumar",
        "प्रकाशित: 5 जून 2024",
        "© समाचार",
    ],
)
def test_credits_are_told_by_their_wording(text: str) -> None:
    """Agencies, bylines, dates and notes about AI are credits."""
    assert roles(BODY, BODY, text)[2] is Role.CREDIT


@pytest.mark.parametrize(
    "text",
    [
        "रॉयटर्स ने बताया कि बैठक कल होगी।",
        "यह लेख पिछले साल का है और उसमें आज की बात नहीं है।",
        "भाषा एक बहता नीर है।",
        "यह समझौता AI कंपनियों के बीच हुआ है।",
        "By the end of the day nobody had been found.",
        "मंत्री ने इस रिपोर्ट को गलत बताया।",
        "संवाददाता सम्मेलन में वे बोले।",
        "Photo opportunities were rare that day.",
    ],
)
def test_sentences_about_such_things_are_body(text: str) -> None:
    """An agency that is quoted is no credit."""
    assert roles(BODY, BODY, text)[2] is Role.BODY


@pytest.mark.parametrize(
    "text", ["फ़ोटो: जमा पानी", "तस्वीर – रॉयटर्स", "Photo: Reuters", "(फोटो साभार: पीटीआई)"]
)
def test_captions_are_told_by_their_first_word(text: str) -> None:
    """A line that names itself a picture is a caption."""
    assert roles(BODY, text)[1] is Role.CAPTION


def test_a_short_first_line_without_stop_is_the_headline() -> None:
    """A headline is much shorter than what follows and ends without a stop."""
    assert roles("बारिश से शहर बेहाल", BODY, BODY) == [Role.HEADLINE, Role.BODY, Role.BODY]


def test_a_question_can_be_a_headline() -> None:
    """Headlines may ask."""
    assert roles("क्या रुकेगी बारिश?", BODY, BODY)[0] is Role.HEADLINE


def test_a_second_short_line_is_the_standfirst() -> None:
    """Below the headline, without a stop."""
    assert roles("बारिश से शहर बेहाल", "दो दिन और बरसेंगे बादल, स्कूल बंद", BODY, BODY, BODY)[1] is Role.STANDFIRST


@pytest.mark.parametrize("first", ["बारिश हुई।", BODY, "नई दिल्ली:", "बारिश से शहर बेहाल हुआ है."])
def test_a_first_sentence_is_body(first: str) -> None:
    """What ends like a sentence is one."""
    assert roles(first, BODY, BODY)[0] is Role.BODY


def test_a_list_has_no_headline() -> None:
    """Where all lines are short, the first is nothing special."""
    assert roles("एक", "दो", "तीन") == [Role.BODY] * 3


def test_a_single_line_is_body() -> None:
    """A headline needs something below it."""
    assert roles("बारिश से शहर बेहाल") == [Role.BODY]


def test_roles_that_the_file_told_stay() -> None:
    """Wording overrules no style."""
    told = (Paragraph("बारिश", Role.CAPTION), Paragraph("(रॉयटर्स)", Role.BODY), Paragraph(BODY))
    assert [p.role for p in guess_roles(told)] == [Role.CAPTION, Role.BODY, Role.BODY]


def test_no_paragraphs_have_no_roles() -> None:
    """Nothing in, nothing out."""
    assert guess_roles(()) == ()

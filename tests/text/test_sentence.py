from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text.sentence import Language, split

SEED = Path(__file__).resolve().parents[2].parent / "shared" / "cases" / "seed"
needs_seed = pytest.mark.skipif(not SEED.exists(), reason="needs the shared cases")


def _sentences(text: str, language: Language) -> list[str]:
    return [text[piece.start : piece.end] for piece in split(text, language)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["डॉ. सिंह आए।", "वे रुके।"],
        ["पाँच बजे (शाम) पहुँचे?"],
        ["उन्होंने कहा, “हम आएँगे।”", "फिर चले गए।"],
        ["ई.पू. 300 में"],
        ["3.5 प्रतिशत"],
        ["क्या हुआ?!", "सब चुप।"],
        ["वे आए ।", "वे गए ।"],
        ["वे आए.", "वे गए."],
        ["वे आए|", "वे गए॥", "शांति…", "बस"],
        ["यह होम | देश पृष्ठ है।"],
        ["जाँच एन. आई. ए. करेगी।"],
        ["यह एन.आई.ए. और भा.ज.पा. का मामला है।"],
        ["पी. के. वर्मा और J. K. रोलिंग मिले।"],
        ["क़ीमत में कमी आई.", "फिर बढ़ी."],
        ["आई. के. गुजराल आए।"],
        ["क़ीमत रु. 500 है और दूरी 5 कि.मी. है।"],
        ["1. पहला काम करें।", "2. दूसरा काम करें।"],
        ["(क) पहला काम करें।", "(ख) दूसरा काम करें।"],
        ["वह ... चला गया।"],
        ["पता www.example.org/a?b है या नहीं।"],
        ["वह आया (कल?) और गया।"],
        ["(वह कल आया।)", "वह आज गया।"],
        ["“यस, वी कैन!” का नारा गूँजा।"],
        ["“हम आएँगे।” उन्होंने कहा।", "फिर वे गए।"],
        ["उन्होंने कहा, “हम आएँगे।”", "उन्होंने पूछा, “कब?”"],
        ["“हम आएँगे।", "हम रुकेंगे।” मंत्री ने कहा।"],
        ["वे आए। ”", "फिर गए।"],
        ["क्या हुआ? ।", "सब चुप।"],
    ],
    ids=" / ".join,
)
def test_splits_hindi(sentences: list[str]) -> None:
    """Hindi is cut after its end marks, and not after points that end no sentence."""
    assert _sentences(" ".join(sentences), "hi") == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Mr. Modi met Dr. Singh at 5 p.m. on Monday.", "They talked."],
        ["The U.S. State Department agreed.", "It signed."],
        ["He lives in the U.S.", "The U.N. does not."],
        ["He left at 5 p.m.", "Reporters stayed."],
        ["He left at 5 p.m. Moscow time and at 3 p.m. GMT."],
        ["See No. 5 on the list."],
        ["I said No.", "Then I left."],
        ["St. Petersburg is north of Moscow."],
        ["George W. Bush and J. K. Rowling met."],
        ["Prices rose 3.5 percent to $1.2 million.", "Nobody minded."],
        ["Kim called it an “alliance,” praising the shift."],
        ["For more information see our T&C.", "“Terms” apply."],
        ["“We will come.”", "He left."],
        ["“Will you come?” he asked.", "“No.”"],
        ["“Will you come?” Putin asked.", "Kim nodded."],
        ["He said, “We will come.”", "Then he left."],
        ["Go to https://example.org/a?b=1.", "It works."],
        ["Well... perhaps.", "Yes."],
        ["They sold apples, pears, etc. at the market."],
        ["The firm, Apple Inc. of California, sued Smith & Co.", "The case goes on."],
        ["(He came.)", "She left (at last!) for home."],
        ["it began small.", "it grew."],
        ["Really?!", "Yes!"],
    ],
    ids=" / ".join,
)
def test_splits_english(sentences: list[str]) -> None:
    """English is cut after its end marks, and not after abbreviations, initials and decimals."""
    assert _sentences(" ".join(sentences), "en") == sentences


@pytest.mark.parametrize("text", ["", "  ", "\n\n", "\u2028"])
def test_blank_text_has_no_sentences(text: str) -> None:
    """Nothing comes from nothing."""
    assert split(text, "hi") == ()


def test_a_line_end_ends_a_sentence() -> None:
    """Headlines have no end mark; every kind of line end cuts them off."""
    text = "पहली ख़बर\r\n  दूसरी ख़बर \u2028तीसरी"
    assert _sentences(text, "hi") == ["पहली ख़बर", "दूसरी ख़बर", "तीसरी"]


def test_a_line_of_marks_is_kept() -> None:
    """A separator line is not lost, though it has no word."""
    assert _sentences("* * *\n— …", "hi") == ["* * *", "— …"]


def test_a_frame_after_a_very_long_quotation_stands_alone() -> None:
    """Beyond sixty words a frame is a sentence of its own."""
    quote = "“" + "शब्द " * 70 + "है।”"
    assert len(split(f"{quote} उन्होंने कहा।", "hi")) == 2


@needs_seed
@pytest.mark.parametrize(
    ("name", "language"),
    [("article_hi", "hi"), ("reconstructed_source_en", "en"), ("back_translation_en", "en")],
)
def test_the_seed_has_20_segments_in_9_paragraphs(name: str, language: Language) -> None:
    """The real article and both its English texts split alike."""
    paragraphs = (SEED / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n")
    assert [len(split(paragraph, language)) for paragraph in paragraphs] == [2, 3, 2, 2, 4, 2, 2, 1, 2]


@needs_seed
def test_the_corrected_seed_has_its_splits() -> None:
    """Long sentences that the editor cut are more sentences than before."""
    text = (SEED / "post_edit_hi.txt").read_text(encoding="utf-8")
    assert len(split(text, "hi")) == text.count("।") + 1


@pytest.mark.parametrize(
    "unit",
    [".", ". ", "।", "a. ", "a?” b ", "“क।” ", "“", "(क.) ", "x (", " ", "\n", "“क?” उन्होंने कहा। ", "अ.अ."],
)
@pytest.mark.parametrize("language", ["hi", "en"])
def test_hostile_text_is_split_in_one_pass(unit: str, language: Language) -> None:
    """Hundreds of thousands of marks, brackets or open quotes do no harm."""
    text = "A " + unit * (300_000 // len(unit))
    pieces = split(text, language)
    assert pieces
    assert pieces[-1].end == len(text.rstrip())


@given(
    st.text(alphabet="अक। .?!…”“\"'()|1a. A\n")
    | st.lists(st.sampled_from(["वे ", "आए", "।", "” ", "कहा", "Mr. ", "A. "])).map("".join),
    st.sampled_from(["hi", "en"]),
)
def test_sentences_cover_all_but_space(text: str, language: Language) -> None:
    """Sentences are in order, trimmed, and only space lies between them."""
    at = 0
    for piece in split(text, language):
        assert not text[at : piece.start].strip()
        assert text[piece.start : piece.end] == text[piece.start : piece.end].strip() != ""
        at = piece.end
    assert not text[at:].strip()

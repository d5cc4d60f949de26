"""The Translate Toolkit reads what is written here; without it these tests are passed over."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reviewer.domain.code import Code, CodeKind
from reviewer.domain.segment import Segment, State
from reviewer.domain.snapshot import ProjectReview
from reviewer.domain.span import Side
from reviewer.formats import po, tmx
from reviewer.formats.xliff import v1, v2
from tests.builders import a_flag, a_review, a_segment

pytest.importorskip("translate.storage.base", reason="the Translate Toolkit is not installed")

OPENING, CLOSING = Code(CodeKind.OPENING, 1, "<b>"), Code(CodeKind.CLOSING, 1, "</b>")
SEGMENTS = (
    a_segment("यह घर है।", final="यह मकान है।", source="A <red> house & home.", state=State.REVIEWED),
    a_segment(
        f"{OPENING.letter}मोटा{CLOSING.letter} शब्द",
        source=f"A {OPENING.letter}bold{CLOSING.letter} word",
        id=2,
        position=1,
        codes=(OPENING, CLOSING),
        state=State.CLEAN,
    ),
    a_segment("👩\u200d👩\u200d👧 مرحبا", source="Hello", id=3, position=2, state=State.CLEAN),
)
FLAGS = (
    a_flag(0, 6, comment="क्यों?"),
    a_flag(3, 7, id=2),
    a_flag(5, 5, id=3),
    a_flag(0, 3, id=4, side=Side.SOURCE),
)
REVIEW = ProjectReview(documents=(a_review(*SEGMENTS, flags=FLAGS),))
TEXTS = [
    ("A <red> house & home.", "यह मकान है।"),
    ("A bold word", "मोटा शब्द"),
    ("Hello", "👩\u200d👩\u200d👧 مرحبا"),
]


def texts(store: Any, path: Path) -> list[tuple[str, str]]:
    """The texts that the toolkit finds in a file."""
    return [(str(unit.source), str(unit.target or "")) for unit in store.parsefile(str(path)).units]


def test_xliff_1_2(tmp_path: Path) -> None:
    """Texts, states and notes of a new file."""
    from translate.storage.xliff import Xliff1File  # type: ignore[import-not-found]  # noqa: PLC0415

    v1.write(REVIEW, tmp_path / "a.xlf")
    assert texts(Xliff1File, tmp_path / "a.xlf") == TEXTS
    first = Xliff1File.parsefile(str(tmp_path / "a.xlf")).units[0]
    assert first.isapproved()
    assert "क्यों?" in first.getnotes()
    assert [str(unit.target) for unit in first.getalttrans()] == ["यह घर है।"]


def test_xliff_2_1(tmp_path: Path) -> None:
    """Issues that overlap do not break the words."""
    from translate.storage.xliff2 import Xliff2File  # type: ignore[import-not-found]  # noqa: PLC0415

    v2.write_new(REVIEW, tmp_path / "a.xlf")
    assert texts(Xliff2File, tmp_path / "a.xlf") == TEXTS


def test_memories(tmp_path: Path) -> None:
    """A new one."""
    from translate.storage.tmx import tmxfile  # type: ignore[import-not-found]  # noqa: PLC0415

    tmx.write(REVIEW, tmp_path / "a.tmx")
    found = texts(tmxfile, tmp_path / "a.tmx")
    # The toolkit shows what a code of a memory stands for.
    assert found == [TEXTS[0], ("A <b>bold</b> word", "<b>मोटा</b> शब्द"), TEXTS[2]]


def _edited(review: ProjectReview) -> ProjectReview:
    entry = review.documents[0]

    def done(segment: Segment) -> Segment:
        return replace(segment, final="नया <&> “पाठ”", state=State.REVIEWED)

    return replace(review, documents=(replace(entry, segments=tuple(map(done, entry.segments))),))


XLIFF_1 = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a"
 source-language="en" target-language="hi" datatype="plaintext"><body><trans-unit id="1"><source>One</source>
</trans-unit><trans-unit id="2"><source>Two</source><target/></trans-unit></body></file></xliff>"""
XLIFF_2 = """<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="hi">
<file id="f"><unit id="1"><segment><source>One</source></segment></unit><unit id="2"><segment>
<source>Two</source><target>x</target></segment></unit></file></xliff>"""
TMX = """<tmx version="1.4"><header srclang="en" segtype="sentence" o-tmf="x" adminlang="en" datatype="xml"
 creationtool="t" creationtoolversion="1"/><body><tu><tuv xml:lang="en"><seg>One</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Two</seg></tuv><tuv xml:lang="hi"><seg/></tuv></tu></body></tmx>"""
PO = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "One"
msgstr ""

msgid "Two"
msgstr "दो\\n"
"तीन"
"""


@pytest.mark.parametrize(
    ("module", "storage", "name", "text"),
    [
        (v1, ("xliff", "Xliff1File"), "a.xlf", XLIFF_1),
        (v2, ("xliff2", "Xliff2File"), "a.xlf", XLIFF_2),
        (tmx, ("tmx", "tmxfile"), "a.tmx", TMX),
        (po, ("pypo", "pofile"), "a.po", PO),
    ],
    ids=["xliff-1.2", "xliff-2", "tmx", "po"],
)
def test_files_that_were_written_back_into(
    tmp_path: Path, module: Any, storage: tuple[str, str], name: str, text: str
) -> None:
    """New targets, filled ones and changed ones are what the toolkit finds."""
    store = getattr(pytest.importorskip(f"translate.storage.{storage[0]}"), storage[1])
    path, out = tmp_path / name, tmp_path / f"out-{name}"
    path.write_text(text, "utf-8")
    module.write(_edited(module.read(path)), out)
    found = [pair for pair in texts(store, out) if pair[0]]
    assert found == [("One", "नया <&> “पाठ”"), ("Two", "नया <&> “पाठ”")]

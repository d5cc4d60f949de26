"""One good file of every format that is read, as bytes."""

import json
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from docx import Document as WordDocument
from odfdo import Document as OpenDocument
from odfdo import Element
from openpyxl import Workbook

from reviewer.domain.code import Original
from reviewer.domain.segment import State
from reviewer.domain.style import Term
from reviewer.formats.form import Format, Kind
from tests.builders import a_flag, a_review, a_segment

HINDI, ENGLISH = "यह एक वाक्य है।", "This is a line."
_XLIFF_1 = f"""<?xml version="1.0" encoding="utf-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" {{}}><file original="a" datatype="xml"
 source-language="en" target-language="hi"><body><trans-unit id="1" {{}}>
<source>This <g id="1">is</g> a line.</source><target>{HINDI}</target><note>n</note>
</trans-unit></body></file></xliff>"""
_XLIFF_2 = f"""<?xml version="1.0" encoding="utf-8"?>
<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="hi"
 xmlns:its="http://www.w3.org/2005/11/its"><file id="f"><unit id="u"><segment id="s">
<source>This <pc id="1">is</pc> a line.</source><target><mrk id="m" type="its:generic"
 its:locQualityIssueType="style">यह</mrk> {HINDI}</target></segment></unit></file></xliff>"""
_TMX = f"""<?xml version="1.0" encoding="utf-8"?>
<tmx version="1.4"><header srclang="en" segtype="sentence" o-tmf="x" adminlang="en" datatype="xml"
 creationtool="t" creationtoolversion="1"/><body><tu tuid="1"><tuv xml:lang="en"><seg>{ENGLISH}</seg></tuv>
<tuv xml:lang="hi"><seg>{HINDI}</seg></tuv></tu></body></tmx>"""
_ANSWER = 'critical:\nmajor:\nstyle - "यह"\nminor:\n'
_SCORED = {"score": 61, "error_spans": [{"start_i": 0, "end_i": 1, "severity": "major"}]}
_RESULT = {"item_id": "a_#_1", "src": ENGLISH, "tgt": {"A": HINDI}}
_TEXTS = {
    "plain": f"{HINDI}\n\n{HINDI}\n",
    "markdown": f"# शीर्षक\n\n{HINDI}\n\n* एक\n",
    "html": f"<html><head><title>t</title></head><body><h1>शीर्षक</h1><p>{HINDI}</p></body></html>",
    "csv": f'source\ttarget\n{ENGLISH}\t{HINDI}\n"The ""door"""\tदरवाज़ा\n',
    "bilingual-jsonl": json.dumps({"source": ENGLISH, "target": HINDI}) + "\n",
    "mt-metrics-eval-score": "A\t61.5\nA\tNone\nB\t70\n",
    "xliff-2": _XLIFF_2,
    "xliff-1.2": _XLIFF_1.format("", ""),
    "sdlxliff": _XLIFF_1.format('xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"', "").replace(
        "<note>n</note>", '<sdl:seg-defs><sdl:seg id="1" conf="Draft"/></sdl:seg-defs>'
    ),
    "mqxliff": _XLIFF_1.format('xmlns:mq="MQXliff"', 'mq:status="NotStarted"'),
    "tmx": _TMX,
    "pearmut-result": json.dumps(
        {"user_id": "a", "item_i": 0, "item": [_RESULT], "annotation": [{"A": _SCORED}]}
    )
    + "\n",
    "gemba-mqm": json.dumps(
        {"src": ENGLISH, "mt": HINDI, "answer": 'critical:\nmajor:\nstyle - "यह"\nminor:\n'}
    )
    + "\n",
    "po": f'msgid ""\nmsgstr "Language: hi\\n"\n\n#. Note\nmsgid "{ENGLISH}"\nmsgstr "{HINDI}"\n',
    "srt": f"1\n00:00:01,000 --> 00:00:02,000\n<i>{HINDI}</i>\n\n2\n00:00:03,000 --> 00:00:04,000\nवह\n",
    "vtt": f"WEBVTT\n\n00:01.000 --> 00:02.000\n<c.a>{HINDI}</c> &amp;\n",
}


@cache
def whole_file(form: Format) -> bytes:
    """Return a file of this format that is read without complaint."""
    if form.id in _TEXTS:
        return _TEXTS[form.id].encode()
    made = {"docx": _docx, "docx-table": _docx_table, "odt": _odt, "xlsx": _xlsx}.get(form.id)
    if made is not None:
        return made()
    if form.kind is Kind.GLOSSARY:
        with TemporaryDirectory() as folder:
            path = Path(folder) / f"a{form.suffixes[0]}"
            form.load_writer()([Term(source=ENGLISH, approved=(HINDI,), note="n")], path)
            return path.read_bytes()
    segment = a_segment(HINDI, source=ENGLISH, final="यह वाक्य है।", state=State.REVIEWED)
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"a{form.suffixes[0]}"
        form.load_writer()(a_review(segment, flags=(a_flag(comment="c"),)), path)
        return path.read_bytes()


def original(form: Format) -> Original:
    """Return the file as a project keeps it."""
    return Original(name=f"a{form.suffixes[0]}", format=form.id, data=whole_file(form))


def _docx() -> bytes:
    document = WordDocument()
    document.add_heading("शीर्षक", level=1)
    document.add_paragraph(HINDI)
    document.add_table(1, 1).cell(0, 0).text = HINDI
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _docx_table() -> bytes:
    document = WordDocument()
    table = document.add_table(0, 2)
    for row in (("English", "Hindi"), (ENGLISH, HINDI), ("The door", "दरवाज़ा")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _odt() -> bytes:
    document = OpenDocument("text")
    document.body.clear()
    document.body.append(Element.from_tag(f'<text:p>{HINDI}<text:s text:c="3"/>एक<text:tab/></text:p>'))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _xlsx() -> bytes:
    book = Workbook()
    sheet = book.create_sheet("Texts", 0)
    for row in (("source", "target"), (ENGLISH, HINDI), ("=1+1", "एक")):
        sheet.append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_members(data: bytes, changes: dict[str, bytes], *, is_packed: bool = True) -> bytes:
    """Return an archive with these members put in, or in place of others."""
    stream = BytesIO()
    kind = zipfile.ZIP_DEFLATED if is_packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", kind) as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, content in changes.items():
            new.writestr(name, content)
    return stream.getvalue()

"""Files that are broken, of another kind, or made to do harm, from one that is good."""

import json
import random
import re
import stat
import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

from reviewer.formats.form import Format
from tests.formats.whole import whole_file, with_members

DEEP = 100_000
_BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {name} "{f"&{part};" * 10}">' for part, name in pairwise("abcdefghij"))
    + "]>"
)
_EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
_REMOTE = '<!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd">'
_PARAMETER = '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://192.0.2.1/p.dtd"> %p;]>'
_PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
_OTHERS: tuple[object, ...] = (None, True, -1, 10**30, 0.5, float("nan"), "x", "\ud800", [], [None], {})
"""What may stand where something else is expected."""
_ATTRIBUTE = re.compile(r'[\w:.-]+="([^"]*)"')
_MAIN = {
    **dict.fromkeys(("docx", "docx-review", "docx-table"), "word/document.xml"),
    **dict.fromkeys(("xlsx", "glossary-xlsx"), "xl/worksheets/sheet1.xml"),
    "odt": "content.xml",
}
"""The part of an office file that holds its text."""


def ordeals(form: Format, seed: int = 1, random_ones: int = 24) -> Iterator[tuple[str, bytes]]:
    """Yield what a reader of this format may be given, each with its name."""
    data = whole_file(form)
    yield "empty", b""
    yield "blank", b" \r\n\t\n"
    yield "only mark", b"\xef\xbb\xbf"
    yield "zeros", bytes(2000)
    yield "picture", _PICTURE + data
    for part in (1, 2, 3):
        yield f"cut at {part}/4", data[: len(data) * part // 4]
    yield "cut at the end", data[:-3]
    yield "twice", data + data
    yield from _damaged(data, random.Random(seed), random_ones)  # noqa: S311 - to break files
    if form.id in _MAIN:
        yield from _archives(data, _MAIN[form.id])
    else:
        yield from _texts(data)


def _damaged(data: bytes, chance: random.Random, number: int) -> Iterator[tuple[str, bytes]]:
    for each in range(number):
        changed = bytearray(data)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(changed))
            if chance.random() < 0.5:
                changed[at] = chance.randrange(256)
            else:
                del changed[at : at + chance.randint(1, 30)]
            if not changed:
                break
        yield f"damage {each}", bytes(changed)


def _texts(data: bytes) -> Iterator[tuple[str, bytes]]:
    text = data.decode()
    middle = len(data) // 2
    yield "UTF-16 without mark", text.encode("utf-16-le")
    yield "UTF-16 with mark", text.encode("utf-16")
    yield "UTF-32", text.encode("utf-32")
    yield "Latin-1", text.encode("ascii", "replace") + "é".encode("latin-1") * 40
    yield "no UTF-8", data[:middle] + b"\xff\xc3\x28\x80" + data[middle:]
    yield "zero inside", data[:middle] + b"\x00" + data[middle:]
    yield "controls", text.replace(" ", " \x01\x0b\x1f\x7f\x85").encode()
    yield "noncharacters", text.replace(" ", " \ufffe\uffff\ufdd0").encode()
    yield "right to left", text.replace("यह", "\u202eمرحبا\u2066यह").encode()
    yield "CR", text.replace("\n", "\r").encode()
    yield "CRLF", text.replace("\n", "\r\n").encode()
    yield "formulas", text.replace("यह", "=HYPERLINK(1)@SUM\t+1").encode()
    yield "script", text.replace("यह", "<script>alert(1)</script><img src=http://192.0.2.1/x>").encode()
    yield "long line", text.replace("यह", "यह" * 200_000, 1).encode()
    yield "private letters", text.replace("यह", "\U000f0001\U000f0401\U000f0802\U000f0c01").encode()
    if data.lstrip().startswith(b"<"):
        yield from _marked_up(text)
    if data.lstrip().startswith((b"{", b"[")):
        yield from _json(text)
    if b"\t" in data:
        yield from _other_cells(text)
        yield "many cells", data + b"\t" * 10_000 + b"\n"
        yield "no cells", data + b"x\n"


def _marked_up(text: str) -> Iterator[tuple[str, bytes]]:
    head, body = ("", text) if not text.startswith("<?xml") else text.split("?>", 1)
    head = head and head + "?>"
    for name, declared in (
        ("entity bomb", _BOMB),
        ("external entity", _EXTERNAL),
        ("remote DTD", _REMOTE),
        ("parameter entity", _PARAMETER),
    ):
        yield name, (head + declared + body.replace("यह", "&j;" if declared is _BOMB else "&a;")).encode()
    yield "unknown entity", text.replace("यह", "&nbsp;&none;").encode()
    yield "deep", text.replace("यह", "<g id='1'>" * DEEP, 1).encode()
    yield "deep and closed", text.replace("यह", "<g>" * DEEP + "</g>" * DEEP, 1).encode()
    yield (
        "many attributes",
        text.replace("<", "<a " + " ".join(f"b{n}='1'" for n in range(20_000)) + "/><", 1).encode(),
    )
    yield "many elements", text.replace("यह", "<x id='1'/>" * 5_000, 1).encode()
    for number, found in enumerate(list(_ATTRIBUTE.finditer(text))[:60]):
        for value in ("", "-1", "x y", "&#9;", "9" * 5000):
            changed = f"{text[: found.start(1)]}{value}{text[found.end(1) :]}"
            yield f"attribute {number} {value[:5]}", changed.encode()
    yield "wrong encoding stated", text.replace("utf-8", "utf-16", 1).encode()
    yield "unknown encoding stated", text.replace("utf-8", "x-klingon", 1).encode()


def _json(text: str) -> Iterator[tuple[str, bytes]]:
    yield "deep list", ("[" * DEEP).encode()
    yield "deep and closed", (text.rstrip()[:-1] + ', "x": ' + "[" * DEEP + "]" * DEEP + "}\n").encode()
    yield "deep objects", ('{"a":' * DEEP).encode()
    yield "lone surrogate", text.replace("This", "\\ud800").replace("\\u092f", "\\udc00").encode()
    yield (
        "infinite numbers",
        text.replace("61", "1e999").replace(": 1", ": NaN").replace(": 0", ": -Infinity").encode(),
    )
    yield "huge number", text.replace(": 1", ": " + "9" * 5000).replace("61", "9" * 5000).encode()
    yield "other types", text.replace('"This', '[1, null], "x": "This').encode()
    yield "nulls", text.replace(": 1", ": null").replace(": 0", ": null").encode()
    yield "list for object", f"[{text.strip()}]".encode()
    yield "number for object", b"7\n"
    yield "text for object", b'"x"\n'
    yield from _other_values(text)
    yield "same key twice", text.replace("{", '{"source": 1, "source": 2, "id": 3,', 1).encode()


def _other_values(text: str) -> Iterator[tuple[str, bytes]]:
    """Yield the file with another value in every place of its records, one by one."""
    lines = text.rstrip("\n").split("\n")
    if lines[0] in {"{", "["}:
        lines = [json.dumps(json.loads(text))]
    for number, line in enumerate(lines):
        for place, changed in enumerate(_changed(json.loads(line))):
            told = json.dumps(changed)
            yield f"value {number}/{place}", "\n".join((*lines[:number], told, *lines[number + 1 :])).encode()


def _changed(value: object) -> Iterator[object]:
    for other in _OTHERS:
        if other != value:
            yield other
    if isinstance(value, dict):
        for key, inner in value.items():
            yield {name: each for name, each in value.items() if name != key}
            for other in _changed(inner):
                yield value | {key: other}
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            for other in _changed(inner):
                yield [*value[:place], other, *value[place + 1 :]]


def _other_cells(text: str) -> Iterator[tuple[str, bytes]]:
    """Yield the table with another text in every cell, one by one."""
    rows = [line.split("\t") for line in text.rstrip("\n").split("\n")]
    for row, cells in enumerate(rows):
        for column in range(len(cells)):
            for other in (
                "",
                "-1",
                "x",
                "1e999",
                "nan",
                "{}",
                "[1]",
                "9" * 5000,
                "1:0;3:2",
                "<v>",
                '{"a": 1',
            ):
                changed = [*cells[:column], other, *cells[column + 1 :]]
                joined = "\n".join("\t".join(each) for each in (*rows[:row], changed, *rows[row + 1 :]))
                yield f"cell {row}/{column} {other[:8]}", joined.encode()


def _archives(data: bytes, main: str) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        text = archive.read(main)
    yield "bomb", with_members(data, {"a.xml": b" " * 40_000_000})
    yield "way out", with_members(data, {"../../out.xml": b"<a/>"})
    yield "absolute", with_members(data, {"/etc/out.xml": b"<a/>"})
    yield "link", _with_link(data)
    yield "no main part", with_members(data, {main: b""})
    yield "cut main part", with_members(data, {main: text[: len(text) // 2]})
    yield "other main part", with_members(data, {main: b"<a/>"})
    yield "entities", with_members(data, {main: _BOMB.encode() + text.split(b"?>", 1)[-1]})
    yield "external", with_members(data, {main: _EXTERNAL.encode() + text.split(b"?>", 1)[-1]})
    wide = text.decode().encode("utf-16")
    yield (
        "entities in UTF-16",
        with_members(data, {main: (_BOMB + text.decode().split("?>", 1)[-1]).encode("utf-16")}),
    )
    yield "UTF-16", with_members(data, {main: wide})
    deep = b"<a>" * DEEP + b"</a>" * DEEP
    yield "deep", with_members(data, {main: text.replace("यह".encode(), deep, 1)}, is_packed=False)
    plain = text.decode()
    for number, found in enumerate(list(_ATTRIBUTE.finditer(plain))[:40]):
        for value in ("", "-1", "x y", "9" * 5000):
            changed = f"{plain[: found.start(1)]}{value}{plain[found.end(1) :]}"
            yield f"attribute {number} {value[:5]}", with_members(data, {main: changed.encode()})
    for name, content in _damaged(text, random.Random(7), 20):  # noqa: S311 - to break files
        yield f"{name} of the main part", with_members(data, {main: content})
    yield "only ends", b"PK\x05\x06" + bytes(18)
    yield "member twice", _twice(data, main)


def _with_link(data: bytes) -> bytes:
    stream = BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive:
        link = zipfile.ZipInfo("link.xml")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    return stream.getvalue()


def _twice(data: bytes, main: str) -> bytes:
    stream = BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive:
        content = archive.read(main)
        archive.fp.seek(0, 2)  # type: ignore[union-attr]
        info = zipfile.ZipInfo(main)
        archive.NameToInfo.pop(main)
        archive.writestr(info, content[:-20])
    return stream.getvalue()

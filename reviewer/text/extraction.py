"""Letting a PDF's Hindi come back whole when its text is taken out.

A cluster such as `के` is drawn as the base, a step back, and the mark. Programs that take text out
(poppler) then believe that the cluster ends where the mark was drawn, and see a gap before the next
letter: `के रल`. The mark is therefore drawn once more, invisibly, where the next cluster begins.
A mark that is also raised or lowered (the halant of `ट्स`, the hook of `र्ट्स`) is drawn apart and would
repeat the text of its cluster: it is told to have none.
"""

import zlib
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import regex

_STRING: Final = rb"\((?:\\.|[^\\)])*\)|<[0-9A-F]*>"
_CLUSTER: Final = regex.compile(
    rb"(/ActualText<[0-9A-F]+>>>BDC 0 Tr/f\d+ [\d.]+ Tf [-\d. ]+ Tm\[(?:"
    + _STRING
    + rb"|[-\d. ])*\d[-\d. ]*("
    + _STRING
    + rb")\]TJ)\s*EMC(?=\s*(?:(?:/Span<</ActualText<[0-9A-F]*>>>BDC)? 0 Tr/f\d+ [\d.]+ Tf ([-\d. ]+ Tm)|ET))",
    regex.DOTALL,
)
_BEGIN: Final = regex.compile(rb"Tr/f\d+ ([\d.]+) Tf 1 0 0 -1 ([-\d.]+) 0 Tm")
_WIDEST: Final = 1.1
"""Of a cluster, in sizes of its type: farther on, another column begins."""
_RUN: Final = regex.compile(rb"q 1 0 0 -1 ([-\d.]+) ([-\d.]+) cm[^\n]*\s*BT")
_DRAWN: Final = regex.compile(
    rb"q 1 0 0 -1 ([-\d.]+) ([-\d.]+) cm[^\n]*\s*BT((?:(?!ET\s)[^\n]*\n?)*?)(?=ET\s)", regex.DOTALL
)
_SAME, _HIGHEST = 0.05, 6.0
"""Points: places closer than this are the same, and no mark stands farther from its letter."""
_RAISED: Final = regex.compile(
    rb"BT(?:/Span<</ActualText<[0-9A-F]*>>>BDC)? (0 Tr/f\d+ [\d.]+ Tf [-\d. ]+ Tm\[[\d.]+(?:"
    + _STRING
    + rb")\]TJ)\s*(?:EMC\s*)?(?=ET|/Span<<)",
    regex.DOTALL,
)
_BYTE: Final = regex.compile(rb"\\[0-7]{1,3}|\\.|[^\\]", regex.DOTALL)
_STREAM: Final = regex.compile(rb"/Length (\d+)(.*?)stream\r?\n", regex.DOTALL)
_XREF: Final = regex.compile(
    rb"xref\s+0 (\d+)\s+((?:\d{10} \d{5} [nf]\s\s?)+)trailer(.*?)startxref\s+\d+", regex.DOTALL
)
_ENTRY: Final = regex.compile(rb"(\d{10}) (\d{5}) ([nf])")


def with_whole_clusters(pdf: bytes) -> bytes:
    """Return the PDF with the ends of its clusters told.

    `pdf` is as typst writes it: plain objects and one table of their places. Any other is returned
    unchanged.
    """
    table = _XREF.search(pdf)
    if table is None:
        return pdf
    entries = _ENTRY.findall(table[2])
    places = sorted((int(at), number) for number, (at, _, kind) in enumerate(entries) if kind == b"n")
    made, moved = bytearray(pdf[: places[0][0]]), {}
    for (start, number), (end, _) in pairwise([*places, (table.start(), -1)]):
        moved[number] = len(made)
        made += _object(pdf[start:end])
    lines = [
        b"%010d %s %s\r\n" % (moved.get(number, int(at)), generation, kind)
        for number, (at, generation, kind) in enumerate(entries)
    ]
    head = b"xref\n0 %d\n" % len(entries)
    return (
        bytes(made)
        + head
        + b"".join(lines)
        + b"trailer%sstartxref\n%d" % (table[3], len(made))
        + pdf[table.end() :]
    )


def _object(written: bytes) -> bytes:
    stream = _STREAM.search(written)
    if (
        stream is None
        or b"/FlateDecode" not in written[: stream.end()]
        or b"/Subtype" in written[: stream.end()]
    ):
        return written
    end = stream.end() + int(stream[1])
    drawn = zlib.decompress(written[stream.end() : end])
    if b"/ActualText" not in drawn:
        return written
    told = _RAISED.sub(rb"BT/Span<</ActualText<FEFF>>>BDC \1\nEMC\n", _lowered(_told(drawn)))
    packed = zlib.compress(told)
    head = written[: stream.start()] + b"/Length %d" % len(packed) + stream[2] + b"stream\n"
    return head + packed + written[end:]


def _lowered(drawn: bytes) -> bytes:
    """Tell that a mark which takes no room above or below its letters has no text of its own."""
    runs = list(_DRAWN.finditer(drawn))
    made, at = bytearray(), 0
    for run, following in pairwise(runs):
        x, y, next_x, next_y = (float(value) for value in (run[1], run[2], following[1], following[2]))
        is_mark = abs(next_x - x) < _SAME < abs(next_y - y) < _HIGHEST
        if is_mark and b"/ActualText" not in run[3]:
            made += drawn[at : run.start(3)] + b"/Span<</ActualText<FEFF>>>BDC " + run[3] + b"\nEMC\n"
            at = run.end(3)
    return bytes(made) + drawn[at:]


def _told(drawn: bytes) -> bytes:
    runs = [(run.start(), float(run[1]), float(run[2])) for run in _RUN.finditer(drawn)]

    def told(cluster: regex.Match[bytes]) -> bytes:
        # Where the next cluster begins, of no width, and in the mode that paints nothing.
        place = cluster[3] or _next_run(runs, cluster)
        if not place:
            return cluster[0]
        return b"%s 3 Tr 0.01 Tz %s%sTj 100 Tz\nEMC" % (cluster[1], place, _last_glyph(cluster[2]))

    return _CLUSTER.sub(told, drawn)


def _next_run(runs: Sequence[tuple[int, float, float]], cluster: regex.Match[bytes]) -> bytes:
    """Return where the next run of text begins, if it goes on right after the cluster."""
    index = bisect_right(runs, (cluster.start(), 0.0, 0.0))
    begun = _BEGIN.search(cluster[1])
    if begun is None or not 0 < index < len(runs):
        return b""
    (_, x, y), (_, next_x, next_y) = runs[index - 1], runs[index]
    width = next_x - x - float(begun[2])
    is_near = 0 < width < _WIDEST * float(begun[1]) and abs(next_y - y) < 1
    return b"1 0 0 -1 %.4f 0 Tm" % (next_x - x) if is_near else b""


def _last_glyph(string: bytes) -> bytes:
    """Return the last glyph, two bytes, of a string in brackets of either kind, as a string."""
    if string.startswith(b"<"):
        return b"<" + string[-5:]
    return b"(" + b"".join(_BYTE.findall(string[1:-1])[-2:]) + b")"

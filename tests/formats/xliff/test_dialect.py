"""How far a segment is, as other tools say it."""

from pathlib import Path

import pytest

from reviewer.domain.segment import State
from reviewer.formats.xliff import v1

HEAD = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="http://sdl.com/FileTypes/\
SdlXliff/1.0" xmlns:mq="MQXliff" xmlns:m="http://www.memsource.com/mxlf/2.0"><file original="a"
 source-language="en" target-language="hi" datatype="xml"><body>
<trans-unit id="1"><source>Open</source><target>खुला</target></trans-unit>"""
TAIL = "</body></file></xliff>"
SDL_UNIT = """<trans-unit id="2"><source>S</source><seg-source><mrk mtype="seg" mid="9">S</mrk></seg-source>
<target><mrk mtype="seg" mid="9">स</mrk></target><sdl:seg-defs><sdl:seg id="9" {}/></sdl:seg-defs>
</trans-unit>"""
UNIT = '<trans-unit id="2" {}><source>S</source><target {}>स</target></trans-unit>'


@pytest.mark.parametrize(
    ("unit", "state"),
    [
        (UNIT.format("", 'state="final"'), State.REVIEWED),
        (UNIT.format("", 'state="signed-off"'), State.REVIEWED),
        (UNIT.format("", 'state="translated"'), State.UNREVIEWED),
        (UNIT.format('approved="yes"', ""), State.REVIEWED),
        (UNIT.format('mq:status="Proofread"', ""), State.REVIEWED),
        (UNIT.format('mq:status="ManuallyConfirmed"', ""), State.UNREVIEWED),
        (UNIT.format('mq:status="Proofread" mq:locked="locked"', ""), None),
        (UNIT.format('m:confirmed="0" m:locked="false"', ""), State.UNREVIEWED),
        (UNIT.format('m:confirmed="1" m:locked="true"', ""), None),
        (SDL_UNIT.format('conf="ApprovedSignOff"'), State.REVIEWED),
        (SDL_UNIT.format('conf="ApprovedTranslation"'), State.REVIEWED),
        (SDL_UNIT.format('conf="RejectedSignOff"'), State.UNREVIEWED),
        (SDL_UNIT.format('conf="Draft" locked="true"'), None),
        (SDL_UNIT.format(""), State.UNREVIEWED),
    ],
)
def test_standings_are_read_in_every_dialect(tmp_path: Path, unit: str, state: State | None) -> None:
    """What is locked is left out."""
    path = tmp_path / "a.xlf"
    path.write_text(HEAD + unit + TAIL, "utf-8")
    (document,) = v1.read(path).documents
    expected = [State.UNREVIEWED] if state is None else [State.UNREVIEWED, state]
    assert [segment.state for segment in document.segments] == expected

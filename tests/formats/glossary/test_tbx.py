# ruff: noqa: E501 - files as they come
"""TBX of both versions, and what must not be read."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from reviewer.domain.error import ReviewerError
from reviewer.domain.style import Term
from reviewer.formats.glossary import tbx
from reviewer.formats.sniff import sniff
from tests.formats.glossary.glossaries import GLOSSARIES

V2 = """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX-Default" xml:lang="en"><martifHeader/><text><body><termEntry id="1">
<descripGrp><descrip type="definition">Between states</descrip></descripGrp>
<langSet xml:lang="en-US"><ntig><termGrp><term>treaty</term></termGrp></ntig></langSet>
<langSet xml:lang="hi-IN"><tig><term>संधि</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
<tig><term>करार</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
</termEntry></body></text></martif>"""
DCT = """<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="urn:min"
 xmlns:basic="urn:basic" xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0"><text><body><conceptEntry>
<basic:definition>Between states</basic:definition>
<langSec xml:lang="en"><termSec><term>treaty</term></termSec></langSec>
<langSec xml:lang="hi"><termSec><term>संधि</term></termSec><termSec><term>करार</term>
<min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec></langSec></conceptEntry></body></text></tbx>"""
WANTED = (Term(source="treaty", approved=("संधि",), forbidden=("करार",), note="Between states"),)


@pytest.mark.parametrize("text", [V2, DCT], ids=["v2", "v3 dct"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_both_versions_are_read(tmp_path: Path, text: str, encoding: str) -> None:
    """A DOCTYPE that names a DTD is passed over."""
    path = tmp_path / "g.tbx"
    path.write_bytes(text.encode(encoding))
    assert tbx.read(path).terms == WANTED
    assert sniff(path).id == "glossary-tbx"


@pytest.mark.parametrize("write", [tbx.write, tbx.write_v2], ids=["v3", "v2"])
@given(made=GLOSSARIES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_glossary_comes_back(tmp_path: Path, write: object, made: tuple[Term, ...]) -> None:
    """In either version."""
    assert callable(write)
    write(made, tmp_path / "g.tbx")
    assert tbx.read(tmp_path / "g.tbx").terms == made


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE martif [<!ENTITY a "b">]><martif><text/></martif>',
        '<!DOCTYPE martif [<!ENTITY a SYSTEM "file:///etc/passwd">]><martif>&a;</martif>',
        "<martif><body><termEntry>",
        "<tmx><body/></tmx>",
        "<tbx>" + "<a>" * 500,
    ],
)
def test_hostile_files_are_one_line(tmp_path: Path, text: str) -> None:
    """Entities, broken and foreign XML, depth."""
    path = tmp_path / "g.tbx"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReviewerError, match=r"g\.tbx"):
        tbx.read(path)


def test_another_tool_reads_version_2(tmp_path: Path) -> None:
    """translate-toolkit sees the same term."""
    peer = pytest.importorskip("translate.storage.tbx")
    tbx.write_v2(WANTED, tmp_path / "g.tbx")
    found = peer.tbxfile.parsestring((tmp_path / "g.tbx").read_bytes())
    assert [(unit.source, str(unit.target)) for unit in found.units] == [("treaty", "संधि")]

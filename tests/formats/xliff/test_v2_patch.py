"""What is put into XLIFF 2 files of others stands where the schemas allow it."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from reviewer.domain.segment import State
from reviewer.formats.xliff import v2
from tests.builders import a_flag

CORE = "urn:oasis:names:tc:xliff:document:2.0"
MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
PREFIXED = f"""<m:matches xmlns:m="{MATCHES}"><m:match ref="#s"><source>A</source><target>क</target>
</m:match></m:matches>"""
PLAIN = f"""<matches xmlns="{MATCHES}"><match ref="#s"><source xmlns="{CORE}">A</source>
<target xmlns="{CORE}">क</target></match></matches>"""
FILE = """<xliff xmlns="{core}" version="2.0" srcLang="en" trgLang="hi"><file id="f"><unit id="u">{matches}
<notes><note>n</note></notes><segment id="s"><source>A house</source><target>घर</target></segment>
</unit></file></xliff>"""


@pytest.mark.parametrize("matches", [PREFIXED, PLAIN, ""], ids=["prefix", "default", "none"])
def test_a_unit_has_one_list_of_matches(tmp_path: Path, matches: str) -> None:
    """What was received joins the list of another program, and a second export replaces it."""
    path = tmp_path / "a.xlf"
    path.write_text(FILE.format(core=CORE, matches=matches), "utf-8")
    review = v2.read(path)
    entry = review.documents[0]
    edited = replace(entry.segments[0], final="मकान", state=State.REVIEWED)
    said = replace(review, documents=(replace(entry, segments=(edited,), flags=(a_flag(),)),))
    once, twice = tmp_path / "once.xlf", tmp_path / "twice.xlf"
    v2.write(said, once)
    again = v2.read(once)
    v2.write(again, twice)
    assert once.read_bytes() == twice.read_bytes()
    (unit,) = etree.parse(str(once)).getroot().iter(f"{{{CORE}}}unit")
    lists = unit.findall(f"{{{MATCHES}}}matches")
    assert len(lists) == 1
    told = [
        [child.text for child in match.findall(f"{{{CORE}}}source") + match.findall(f"{{{CORE}}}target")]
        for match in lists[0]
    ]
    assert told[-1] == ["A house", "घर"]
    assert told[:-1] == ([["A", "क"]] if matches else [])
    assert again.documents[0].segments[0].received == "घर"

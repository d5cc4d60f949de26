"""New XLIFF 2.1 files keep to what the published schemas and their rules ask for."""

from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from reviewer.domain.code import Code, CodeKind
from reviewer.domain.flag import Judgement, Scale
from reviewer.domain.segment import State
from reviewer.domain.snapshot import ProjectReview
from reviewer.domain.span import Side
from reviewer.formats.xliff import v2, v2_new
from tests.builders import a_flag, a_review, a_segment
from tests.formats.reviews import projects

CORE = "{urn:oasis:names:tc:xliff:document:2.0}"
ITS = "{http://www.w3.org/2005/11/its}"
CODES = tuple(Code(kind, number, f"<{kind}{number}>") for number in (1, 2) for kind in CodeKind)


@st.composite
def coded_projects(draw: st.DrawFn) -> ProjectReview:
    """Any project, with codes anywhere in its texts: unpaired, crossed, and twice."""
    made = draw(projects(min_documents=1))
    letters = st.lists(st.sampled_from(CODES).map(lambda code: code.letter), max_size=4).map("".join)
    return replace(
        made,
        documents=tuple(
            replace(
                entry,
                segments=tuple(
                    replace(
                        segment,
                        codes=CODES,
                        final=draw(letters) + segment.final + draw(letters),
                        received=segment.received + draw(letters),
                        source=None if segment.source is None else segment.source + draw(letters),
                    )
                    for segment in entry.segments
                ),
            )
            for entry in made.documents
        ),
    )


def names(parent: etree._Element) -> list[str]:
    """The children of an element."""
    return [etree.QName(child).localname for child in parent]


@given(coded_projects())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_ids_and_pairs_are_as_the_rules_ask(project: ProjectReview) -> None:
    """Ids are unlike in a unit, ends of pairs follow their beginnings, lone ones say so."""
    root = etree.fromstring(v2_new.whole(project))
    assert [len(file.findall(f"{CORE}unit")) for file in root] == [
        len(entry.segments) for entry in project.documents if entry.segments
    ]
    for unit in root.iter(f"{CORE}unit"):
        held = [name for name in names(unit) if name in {"notes", "originalData", "segment"}]
        assert held == sorted(held, key=["notes", "originalData", "segment"].index)
        assert names(unit)[-len(held) :] == held
        data = {node.get("id") for node in unit.iter(f"{CORE}data")}
        segment = unit.find(f"{CORE}segment")
        assert segment is not None
        for side in segment:
            inline = list(side.iterdescendants())
            ids = [segment.get("id"), *(node.get("id") for node in inline if node.get("id"))]
            assert len(set(ids)) == len(ids)
            assert {node.get("dataRef") for node in inline} - {None} <= data
            for place, node in enumerate(inline):
                start = node.get("startRef")
                is_known = start in {each.get("id") for each in inline[:place]} - {None}
                assert is_known == (start is not None)
                if etree.QName(node).localname in {"sc", "sm"} and node.get("isolated") != "yes":
                    assert node.get("id") in {each.get("startRef") for each in inline[place:]}


def test_segments_and_codes_are_named_apart() -> None:
    """A standalone code of a first segment has not the segment's id."""
    point = Code(CodeKind.STANDALONE, 1, "<br/>")
    segment = a_segment(f"घर{point.letter}", source="A house", codes=(point,))
    root = etree.fromstring(v2_new.whole(ProjectReview(documents=(a_review(segment),))))
    ids = [node.get("id") for node in root.iter(f"{CORE}segment", f"{CORE}ph")]
    assert ids == ["s1", "p1"]


def test_a_rating_is_a_decimal_from_0_to_100() -> None:
    """It has no exponent."""

    def rating(value: float) -> str | None:
        judgement = Judgement(id=1, document_id=1, segment_id=1, judge="a", scale=Scale.DA, value=value)
        entry = replace(a_review(a_segment()), judgements=(judgement,))
        root = etree.fromstring(v2_new.whole(ProjectReview(documents=(entry,))))
        unit = root.find(f".//{CORE}unit")
        assert unit is not None
        return unit.get(f"{ITS}locQualityRatingScore")

    assert [rating(value) for value in (0.0, 0.00001, 66.5, 100.0)] == [
        "0",
        "0.00001",
        "66.5",
        "100",
    ]


def test_issues_that_overlap_are_all_said(tmp_path: Path) -> None:
    """Nested, crossed, empty and on both sides; each with a type or a comment."""
    flags = tuple(
        a_flag(*place, id=number, side=side, type=kind)
        for number, (place, side, kind) in enumerate(
            [
                ((0, 6), Side.FINAL, "accuracy/omission"),
                ((2, 4), Side.FINAL, ""),
                ((3, 9), Side.FINAL, "house/own"),
                ((4, 4), Side.FINAL, "style/awkward"),
                ((0, 1), Side.SOURCE, "accuracy"),
            ],
            start=1,
        )
    )
    segment = a_segment("यह एक वाक्य है।", source="A line", state=State.REVIEWED)
    project = ProjectReview(documents=(a_review(segment, flags=flags),))
    v2.write_new(project, tmp_path / "a.xlf")
    root = etree.parse(str(tmp_path / "a.xlf")).getroot()
    told = [node.get(f"{ITS}locQualityIssueType") for node in root.iter(f"{CORE}sm")]
    assert sorted(map(str, told)) == ["mistranslation", "omission", "other", "style", "uncategorized"]
    assert v2.read(tmp_path / "a.xlf").documents[0].flags == flags

"""Tables for papers: booktabs, intervals, clusters, and every special character tamed."""

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain.report import Column, Estimate, Table, Unit
from reviewer.reports import latex
from tests.reports.example import REPORT

_ENGINES = next(table for table in REPORT.tables() if table.id == "engines")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("50% of $x_1$ & #2", r"50\% of \$x\_1\$ \& \#2"),
        (r"\input{a}", r"\textbackslash{}input\{a\}"),
        ("[2pt]", "{[}2pt{]}"),
        ("A राम और श्याम B", r"A \texthindi{राम और श्याम} B"),
        ("a\x07\ud800", "a??"),
    ],
)
def test_texts_are_set_as_they_stand(text: str, expected: str) -> None:
    """No command, no maths, no length after a row's end."""
    assert latex.escaped(text) == expected


def test_clusters_are_parted_and_the_first_is_bold() -> None:
    """One rule below the head, one between each two of three clusters."""
    written = latex.table(_ENGINES)
    assert written.count(r"\midrule") == 3
    assert r"\textbf{Vaani 3} & 84.2 [81.9, 86.4]" in written


def test_a_symmetric_interval_is_plus_minus() -> None:
    """An uneven one is written with its ends."""
    column = Column(id="a", title="A", unit=Unit.NUMBER)
    rows = ((Estimate(10.0, 8.0, 12.0),), (Estimate(10.0, 7.0, 12.0),))
    written = latex.table(Table(id="t", title="T", columns=(column,), rows=rows))
    assert r"10.0 $\pm$ 2.0 \\" in written
    assert r"10.0 [7.0, 12.0] \\" in written


def test_the_direction_of_a_metric_is_in_its_head() -> None:
    """Up is better for ESA, down for points."""
    assert r"ESA $\uparrow$ & Points per 1,000 $\downarrow$" in latex.table(_ENGINES)


def test_nothing_breaks_out_of_a_comment() -> None:
    """A title of two lines stays behind the sign."""
    made = latex.render(replace(REPORT, title="one\n\\input{two}"))
    assert made.splitlines()[0] == "% Report: one \\input{two}"


def test_labels_are_unique(tmp_path: Path) -> None:
    """Every table can be referred to."""
    latex.write(REPORT, tmp_path / "r.tex")
    lines = (tmp_path / "r.tex").read_text(encoding="utf-8").splitlines()
    labels = [line for line in lines if line.startswith(r"\label")]
    assert len(set(labels)) == len(REPORT.tables())

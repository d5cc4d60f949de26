"""The tables of a score report as LaTeX for papers: booktabs, and nothing else that must be installed."""

from itertools import pairwise
from pathlib import Path
from typing import Final

import regex

from reviewer.domain.report import Cell, Column, Estimate, Report, Table, Unit
from reviewer.reports.text import number, one_line, point
from reviewer.reports.wording import Names, about, parameters
from reviewer.text.atomic import write_text

_SPECIAL: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "[": "{[}",  # after a row's end it would be taken for a length
    "]": "{]}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\textquotedbl{}",
    "`": r"\textasciigrave{}",
    "'": r"{'}",
    "−": "$-$",
    "–": "--",
    "×": r"$\times$",
    "÷": r"$\div$",
    "±": r"$\pm$",
    "\ufffd": "?",
}
_HINDI: Final = regex.compile(r"[\u0900-\u097f\u200c\u200d]+(?:\s+[\u0900-\u097f\u200c\u200d]+)*")
_HEAD: Final = r"""% Needs \usepackage{booktabs}; Hindi needs XeLaTeX or LuaLaTeX and, for instance,
% \newfontfamily\devanagarifont[Script=Devanagari]{Noto Sans Devanagari}
% \newcommand{\texthindi}[1]{{\devanagarifont #1}}
\providecommand{\texthindi}[1]{#1}
\providecommand{\textquotedbl}{''}"""


def render(report: Report) -> str:
    """Return all tables; what they rest on stands in comments above them."""
    names = Names()
    facts = [
        f"% {_comment(name)}: {_comment(value)}"
        for name, value in (("Report", one_line(report.title)), *about(report), *parameters(report))
    ]
    return "\n\n".join(["\n".join(facts), _HEAD, *(table(each, names) for each in report.tables())]) + "\n"


def write(report: Report, path: Path) -> None:
    """Write the tables, replacing `path` in one step; ReviewerError where that fails."""
    write_text(path, render(report))


def escaped(text: str) -> str:
    """Return text on one line that LaTeX sets as it stands; Hindi in a command of its own."""
    plain = "".join(_SPECIAL.get(letter, letter) for letter in one_line(text))
    return _HINDI.sub(lambda found: rf"\texthindi{{{found[0]}}}", plain)


def table(shown: Table, names: Names | None = None) -> str:
    """Return one table with its caption.

    Where a column has the id `cluster` and the rows are in its order, rules part the significance
    clusters and the first cluster's names are bold.
    """
    letters = "".join("l" if column.unit in {Unit.TEXT, Unit.DAY} else "r" for column in shown.columns)
    clusters = _clusters(shown)
    lines = [" & ".join(_head(column) for column in shown.columns) + r" \\", r"\midrule"]
    for index, row in enumerate(shown.rows):
        if index and clusters and clusters[index] != clusters[index - 1]:
            lines.append(r"\midrule")
        written = [_cell(value, column) for value, column in zip(row, shown.columns, strict=True)]
        if clusters and clusters[index] == 1 and written:
            written[0] = rf"\textbf{{{written[0]}}}"
        lines.append(" & ".join(written) + r" \\")
    label = (names or Names())(shown.id)
    note = f" {escaped(shown.note)}" if shown.note else ""
    return "\n".join(
        [
            r"\begin{table}[t]",
            r"\centering",
            rf"\begin{{tabular}}{{@{{}}{letters}@{{}}}}",
            r"\toprule",
            *lines,
            r"\bottomrule",
            r"\end{tabular}",
            rf"\caption{{{escaped(shown.title)}.{note}}}",
            rf"\label{{tab:{label}}}",
            r"\end{table}",
        ]
    )


def _comment(text: str) -> str:
    return text.replace("%", r"\%")


def _head(column: Column) -> str:
    arrow = {True: r" $\uparrow$", False: r" $\downarrow$", None: ""}[column.higher_is_better]
    return escaped(column.title) + arrow


def _clusters(shown: Table) -> list[int]:
    place = next((n for n, column in enumerate(shown.columns) if column.id == "cluster"), None)
    if place is None:
        return []
    found = [value for row in shown.rows if isinstance(value := row[place], int)]
    is_ordered = all(one <= other for one, other in pairwise(found))
    return found if is_ordered and len(found) == len(shown.rows) else []


def _cell(value: Cell, column: Column) -> str:
    if isinstance(value, str):
        return escaped(value)
    middle = escaped(point(value, column.unit, column.digits))
    if not isinstance(value, Estimate) or value.low is None or value.high is None:
        return middle
    below, above = value.value - value.low, value.high - value.value
    sizes = [number(side, column.unit, column.digits) for side in (below, above)]
    if sizes[0] == sizes[1]:
        return rf"{middle} $\pm$ {escaped(sizes[0])}"
    ends = [escaped(number(end, column.unit, column.digits)) for end in (value.low, value.high)]
    return f"{middle} [{ends[0]}, {ends[1]}]"

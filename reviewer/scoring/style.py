"""House style in profiles: the table `style` and what stands in it."""

from collections.abc import Mapping
from enum import StrEnum

import regex

from reviewer.domain.flag import Severity
from reviewer.domain.style import (
    Acronyms,
    BannedWord,
    Boilerplate,
    Chandrabindu,
    Digits,
    FinalMark,
    Grouping,
    Nukta,
    Pattern,
    Quotes,
    Style,
    Term,
)
from reviewer.scoring.table import Table

CHOICES: Mapping[str, type[StrEnum]] = {
    "final_mark": FinalMark,
    "digits": Digits,
    "grouping": Grouping,
    "nukta": Nukta,
    "chandrabindu": Chandrabindu,
    "quotes": Quotes,
    "acronyms": Acronyms,
}
"""What a desk may lay down; what it leaves out is inferred from each document."""


def style_from(table: Table) -> Style:
    """Read a house style; raise `ReviewerError` with the key at fault."""
    made = Style(
        final_mark=table.option("final_mark", FinalMark),
        digits=table.option("digits", Digits),
        grouping=table.option("grouping", Grouping),
        nukta=table.option("nukta", Nukta),
        chandrabindu=table.option("chandrabindu", Chandrabindu),
        quotes=table.option("quotes", Quotes),
        acronyms=table.option("acronyms", Acronyms),
        has_plural_honorifics=table.flag("has_plural_honorifics", default=True),
        names=table.texts("names"),
        glossary=tuple(_term(item) for item in table.tables("terms")),
        banned=tuple(_banned(item) for item in table.tables("banned")),
        boilerplate=tuple(_boilerplate(item) for item in table.tables("boilerplate")),
        patterns=tuple(_pattern(item) for item in table.tables("patterns")),
    )
    table.finish()
    return made


def _term(table: Table) -> Term:
    made = Term(
        source=table.text("source"),
        approved=table.texts("approved"),
        forbidden=table.texts("forbidden"),
        note=table.text("note", ""),
        severity=table.choice("severity", Severity.MAJOR),
    )
    table.finish()
    return made


def _banned(table: Table) -> BannedWord:
    made = BannedWord(
        word=table.text("word"),
        instead=table.texts("instead"),
        note=table.text("note", ""),
        severity=table.choice("severity", Severity.CRITICAL),
    )
    table.finish()
    return made


def _boilerplate(table: Table) -> Boilerplate:
    made = Boilerplate(english=table.text("english"), hindi=table.text("hindi"))
    _demand_expression(table, "english", made.english)
    table.finish()
    return made


def _pattern(table: Table) -> Pattern:
    suggestion = table.text("suggestion", "")
    made = Pattern(
        id=table.text("id"),
        pattern=table.text("pattern"),
        message=table.text("message"),
        type=table.text("type", "style/organizational"),
        severity=table.choice("severity", Severity.MINOR),
        suggestion=suggestion or None,
    )
    _demand_expression(table, "pattern", made.pattern)
    table.finish()
    return made


def _demand_expression(table: Table, key: str, expression: str) -> None:
    try:
        regex.compile(expression)
    except regex.error as error:
        raise table.error(key, f"is no regular expression: {error}") from None


def style_values(style: Style) -> dict[str, object]:
    """Return a style as what TOML holds; nothing of what is left to each document."""
    chosen = {name: getattr(style, name) for name in CHOICES}
    values: dict[str, object] = {name: choice.value for name, choice in chosen.items() if choice is not None}
    if not style.has_plural_honorifics:
        values["has_plural_honorifics"] = False
    values["names"] = list(style.names)
    values["terms"] = [
        {
            "source": term.source,
            "approved": list(term.approved),
            "forbidden": list(term.forbidden),
            "note": term.note,
            "severity": term.severity.value,
        }
        for term in style.glossary
    ]
    values["banned"] = [
        {"word": word.word, "instead": list(word.instead), "note": word.note, "severity": word.severity.value}
        for word in style.banned
    ]
    values["boilerplate"] = [{"english": line.english, "hindi": line.hindi} for line in style.boilerplate]
    values["patterns"] = [
        {
            "id": each.id,
            "pattern": each.pattern,
            "message": each.message,
            "type": each.type,
            "severity": each.severity.value,
            "suggestion": each.suggestion or "",
        }
        for each in style.patterns
    ]
    return {key: value for key, value in values.items() if value != []}

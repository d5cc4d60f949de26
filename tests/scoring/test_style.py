"""House style as data: what is written is read again, and what is wrong is named."""

from dataclasses import replace

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.domain.flag import Severity
from reviewer.domain.style import (
    BannedWord,
    Boilerplate,
    Digits,
    FinalMark,
    Nukta,
    Pattern,
    Style,
    Term,
)
from reviewer.scoring.profile import load, parse, source, write

STYLE = Style(
    final_mark=FinalMark.DANDA,
    digits=Digits.LATIN,
    nukta=Nukta.FULL,
    has_plural_honorifics=False,
    names=("पुतिन", "मॉस्को"),
    glossary=(Term(source="Secretary of State", approved=("विदेश मंत्री",), forbidden=("राज्य सचिव",)),),
    banned=(BannedWord(word="अछूत", instead=("दलित",), note="House rule.", severity=Severity.MAJOR),),
    boilerplate=(Boilerplate(english="read more.*", hindi="यह भी पढ़ें"),),
    patterns=(Pattern(id="paisa", pattern=r"(\\d+) रुपया", message="रुपये", suggestion=r"\\1 रुपये"),),
)


@pytest.mark.parametrize("style", [Style(), STYLE], ids=["nothing laid down", "everything"])
def test_a_style_travels_with_its_profile(style: Style) -> None:
    """As TOML and back."""
    profile = replace(load("newsroom"), style=style)
    assert parse(write(profile)) == profile


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ('[style]\nfinal_mark = "semicolon"', "style.final_mark"),
        ("[style]\ndandas = true", "style.dandas"),
        ("[style]\nnames = [1]", "style.names"),
        ('[[style.terms]]\nsource = "x"\nseverity = "huge"', "terms[1].severity"),
        ('[[style.patterns]]\nid = "a"\npattern = "("\nmessage = "m"', "patterns[1].pattern"),
    ],
)
def test_what_is_wrong_is_named(lines: str, place: str) -> None:
    """File, key and reason in one line."""
    with pytest.raises(ReviewerError) as caught:
        parse(f"{source('newsroom')}\n{lines}\n", "house.toml")
    assert caught.value.place == place


def test_shipped_profiles_leave_style_to_each_document() -> None:
    """Until a desk decides."""
    assert load("newsroom").style == Style()

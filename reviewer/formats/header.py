"""Which column of a bilingual table holds what: by its name in English or Hindi, or by what is in it."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from enum import StrEnum


class Field(StrEnum):
    """What a column of a bilingual table can hold."""

    SOURCE = "source"
    TARGET = "target"
    FINAL = "final"
    BACK_TRANSLATION = "back_translation"
    REFERENCE = "reference"
    DOCUMENT = "document"
    SYSTEM = "system"
    ROLE = "role"
    TITLE = "title"
    PARAGRAPH = "paragraph"


_NAMES: Mapping[Field, str] = {
    Field.SOURCE: "source, src, source text, english, en, eng, original, input, source segment,"
    " source sentence, स्रोत, मूल, स्रोत पाठ, मूल पाठ, मूल अंग्रेज़ी, अंग्रेज़ी, अंग्रेजी, इंग्लिश",
    Field.TARGET: "target, tgt, translation, translated, target text, hindi, hi, hin, mt, hypothesis, hyp,"
    " received, output, machine translation, target segment, target sentence, hindi translation,"
    " ai translation, अनुवाद, लक्ष्य, हिंदी, हिन्दी, हिंदी अनुवाद, हिन्दी अनुवाद, मशीनी अनुवाद, एआई अनुवाद, प्राप्त",
    Field.FINAL: "final, post edit, postedit, post edited, pe, edited, corrected, final text,"
    " final translation, final hindi, corrected translation, अंतिम, अंतिम पाठ, संपादित,"
    " सम्पादित, संशोधित, शोधित, अंतिम अनुवाद",
    Field.BACK_TRANSLATION: "back translation, backtranslation, bt, back translated, प्रति अनुवाद, प्रतिअनुवाद,"
    " पुनरनुवाद, पश्च अनुवाद, वापसी अनुवाद",
    Field.REFERENCE: "reference, ref, human, human translation, gold, reference translation, संदर्भ, सन्दर्भ,"
    " संदर्भ अनुवाद, मानक अनुवाद, मानव अनुवाद",
    Field.DOCUMENT: "document, doc, doc id, document id, article, article id, docid, file, filename, story,"
    " दस्तावेज़, दस्तावेज, लेख, आलेख, फ़ाइल, फाइल",
    Field.SYSTEM: "system, engine, model, mt system, sys, system id, provider, प्रणाली, इंजन, तंत्र, मॉडल",
    Field.ROLE: "role, भूमिका",
    Field.TITLE: "title, headline, document title, article title, शीर्षक",
    Field.PARAGRAPH: "paragraph, para, paragraph no, paragraph number, अनुच्छेद, पैराग्राफ़, पैराग्राफ",
}
_DEVANAGARI = re.compile(r"[\u0904-\u0939\u0958-\u0961]")
_LATIN = re.compile(r"[A-Za-z]")
_NOISE = re.compile(r"[\s_\-./:*()\[\]]+")
_MAX_NAME = 40
_SOME_PROSE = 8


def _key(name: str) -> str:
    """A name without case, marks, nukta and the spelling of its nasals."""
    plain = unicodedata.normalize("NFC", name).casefold().replace("\u093c", "").replace("\ufeff", "")
    return _NOISE.sub(" ", plain).strip()


_FIELDS = {_key(name): field for field, names in _NAMES.items() for name in names.split(",")}


def field_of(name: str) -> Field | None:
    """The field a column's name stands for."""
    return _FIELDS.get(_key(name))


def is_header(row: Sequence[str], following: Sequence[Sequence[str]]) -> bool:
    """Whether a first row names the columns rather than holding texts."""
    columns = [{other[n] for other in following if n < len(other)} for n in range(len(row))]
    if any(field_of(cell) and cell not in column for cell, column in zip(row, columns, strict=True)):
        return True
    is_short = all(
        cell.strip() and len(cell) <= _MAX_NAME and not cell.rstrip().endswith("।") for cell in row
    )
    lengths = [max(map(len, other), default=0) for other in following]
    return (
        is_short and len(set(row)) == len(row) and min(lengths, default=0) > 2 * max(map(len, row), default=0)
    )


def guess(header: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[Field, int]:
    """Assign columns to fields; each field and each column at most once."""
    found: dict[Field, int] = {}
    for column, name in enumerate(header):
        field = field_of(name)
        if field is not None and field not in found:
            found[field] = column
    _add_by_content(found, header, rows)
    if Field.TARGET not in found and Field.FINAL in found:
        found[Field.TARGET] = found.pop(Field.FINAL)
    return found


def _add_by_content(found: dict[Field, int], header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Take the longest unnamed Hindi column as target and the longest Latin one as source."""
    free = [column for column in range(len(header)) if column not in found.values()]
    columns = {column: " ".join(row[column] for row in rows if column < len(row)) for column in free}
    wanted = ((Field.TARGET, _DEVANAGARI, Field.FINAL), (Field.SOURCE, _LATIN, Field.BACK_TRANSLATION))
    for field, script, instead in wanted:
        if field in found or instead in found:
            continue
        prose = {
            column: len(text)
            for column, text in columns.items()
            if len(script.findall(text)) * 2 > len(_letters(text)) and len(text.split()) >= _SOME_PROSE
        }
        if prose:
            found[field] = max(prose, key=lambda column: prose[column])


def _letters(text: str) -> str:
    return "".join(char for char in text if _DEVANAGARI.match(char) or _LATIN.match(char))

"""What goes wrong with letters, marks and whole stretches of text."""

from random import Random

import regex

from reviewer.domain.span import Range
from tests.checks.planting.plant import Planted, pick, quote, replaced, vocabulary, words

_MATRA = "ािीुूेैोौ"
_FUNCTION = vocabulary("के की का को से में पर ने है हैं और कि नहीं था थे थी लिए तक यह भी तो")
_DOUBLED_WELL = regex.compile(r"(?:ते|ता|ती|कर)$")
_OFTEN_DOUBLED = vocabulary(
    "धीरे अलग साथ बार कभी जगह तरह बड़े छोटे दो कौन क्या अपने जैसे घर नए नये कई दूर ठीक क़रीब करीब पास बीच एक कुछ आगे"
    " पीछे देश गाँव गांव शहर बहुत ऊँचे सही साफ़ साफ लाल हरे पूरा पूरी सुबह शाम दिन रात थोड़ा थोड़ी जल्दी"
)
_ALIKE = {
    "ा": "a",
    "र": "r",
    "स": "s",
    "म": "m",
    "न": "n",
    "ि": "i",
    "ी": "i",
    "ु": "u",
    "त": "t",
    "व": "v",
    "क": "k",
}
_FOREIGN = {"र": "ર", "क": "ક", "म": "મ", "न": "ন", "त": "ত", "स": "স", "ल": "ਲ", "ा": "а"}
_PAIRS = (("“", "”"), ("‘", "’"), ('"', '"'))


def repeated_phrase(source: str, target: str, chance: Random) -> Planted | None:
    """Two to five words said twice."""
    every = words(target)
    size = chance.randint(2, 5)
    first = pick(range(len(every) - size), chance) if len(every) > size else None
    if first is None:
        return None
    place = Range(every[first].start, every[first + size - 1].end)
    phrase = quote(target, place)
    if regex.search(r"[^\p{L}\p{M} ]", phrase) or len(set(phrase.split())) < size:
        return None
    made = f"{target[: place.end]} {phrase}{target[place.end :]}"
    return Planted(source=source, target=made, ranges=(Range(place.start, place.end + 1 + len(phrase)),))


def doubled_word(source: str, target: str, chance: Random) -> Planted | None:
    """A word said twice that nobody says twice."""
    every = [quote(target, each) for each in words(target)]
    function = [each for each, word in zip(words(target), every, strict=True) if word in _FUNCTION]
    other = [
        each
        for each, word in zip(words(target), every, strict=True)
        if len(word) > 4 and word not in _OFTEN_DOUBLED and not _DOUBLED_WELL.search(word)
    ]
    place = pick(function if chance.random() < 0.5 else other, chance)
    if place is None:
        return None
    word = quote(target, place)
    made = f"{target[: place.end]} {word}{target[place.end :]}"
    return Planted(source=source, target=made, ranges=(Range(place.start, place.end + 1 + len(word)),))


def unbalanced_quote(source: str, target: str, chance: Random) -> Planted | None:
    """One mark of a pair is gone, or one stands alone."""
    pairs = [
        (opening, closing)
        for opening, closing in _PAIRS
        if target.count(opening) == (2 if opening == closing else 1)
        and (opening == closing or target.count(closing) == 1)
    ]
    if pairs:
        opening, closing = chance.choice(pairs)
        first, last = target.index(opening), target.rindex(closing)
        if first < last:
            gone = chance.choice((first, last))
            left = Range(first, first + 1) if gone == last else Range(last - 1, last)
            made = target[:gone] + target[gone + 1 :]
            return Planted(source=source, target=made, ranges=tuple(sorted((left, Range(gone, gone)))))
    if regex.search("[“”‘’\"']", target):
        return None
    place = pick([each for each in words(target) if len(each) > 2], chance)
    if place is None:
        return None
    if chance.random() < 0.5:
        return replaced(source, target, Range(place.start, place.start), chance.choice('“"'))
    return replaced(source, target, Range(place.end, place.end), chance.choice('”"'))


def mixed_script(source: str, target: str, chance: Random) -> Planted | None:
    """A letter of another script inside a Hindi word."""
    table = _ALIKE if chance.random() < 0.7 else _FOREIGN
    found = [
        (each, i)
        for each in words(target)
        for i in range(each.start + 1, each.end)
        if target[i] in table and target[i + 1 : i + 2] not in {"़", "्"}
    ]
    if not found:
        return None
    word, at = chance.choice(found)
    made = target[:at] + table[target[at]] + target[at + 1 :]
    return Planted(source=source, target=made, ranges=(word,))


def broken_matra(source: str, target: str, chance: Random) -> Planted | None:
    """A vowel sign too many, cut off its letter, or on a vowel."""
    found = [
        (each, i) for each in words(target) for i in range(each.start + 1, each.end) if target[i] in _MATRA
    ]
    if not found:
        return None
    word, at = chance.choice(found)
    sign = target[at]
    by = chance.choice(
        (
            sign + chance.choice([each for each in _MATRA if each != sign]),
            sign * 2,
            f" {sign}",
            f"्{sign}",
            f"{sign}्",
        )
    )
    if by.endswith("्") and (at + 1 < len(target) and regex.match(r"\p{M}", target[at + 1])):
        by = f" {sign}"
    made = target[:at] + by + target[at + 1 :]
    return Planted(source=source, target=made, ranges=(Range(word.start, word.end + len(by) - 1),))


def truncated(source: str, target: str, chance: Random) -> Planted | None:
    """The segment breaks off."""
    every = words(target)
    if len(every) < 10:
        return None
    last = every[int(len(every) * chance.uniform(0.3, 0.65))]
    return Planted(source=source, target=target[: last.end], ranges=(last,))


def mojibake(source: str, target: str, chance: Random) -> Planted | None:
    """UTF-8 read as something else, letters that were lost, or question marks."""
    every = [each for each in words(target) if len(each) > 3]
    if not every:
        return None
    first = chance.randrange(len(every))
    last = min(len(every) - 1, first + chance.choice((0, 0, 2, 5)))
    place = Range(every[first].start, every[last].end)
    if chance.random() < 0.3:
        place = Range(0, len(target))
    return replaced(source, target, place, _garbled(quote(target, place), chance))


def _garbled(text: str, chance: Random) -> str:
    which = chance.random()
    if which < 0.7:
        return text.encode().decode("cp1252" if which < 0.35 else "latin-1", errors="replace")
    if which < 0.85:
        return "".join("\ufffd" if chance.random() < 0.4 or i == 0 else each for i, each in enumerate(text))
    return regex.sub(r"[\p{L}\p{M}]", "?", text)

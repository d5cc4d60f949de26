"""How far the sounds of an English name are from those of a Hindi word, vowels included."""

from functools import lru_cache

import regex

from reviewer.text.sound import skeleton

_CLUSTERS = (
    ("sch", "S"), ("tch", "C"), ("cch", "C"), ("chh", "C"), ("tion", "SN"),
    ("ch", "ch"), ("sh", "S"), ("ph", "P"),
    ("th", "th"), ("dh", "D"), ("kh", "K"), ("gh", "gh"), ("bh", "B"), ("jh", "J"), ("rh", "R"), ("zh", "J"),
    ("dj", "J"), ("ck", "K"), ("wh", "w"), ("qu", "KV"), ("x", "kz"),
    ("b", "B"), ("d", "D"), ("f", "P"), ("g", "G"), ("h", "H"), ("j", "J"), ("k", "K"), ("l", "L"),
    ("m", "M"), ("n", "N"), ("p", "P"), ("q", "K"), ("r", "R"), ("s", "S"), ("t", "T"), ("v", "V"),
    ("w", "w"), ("z", "z"), ("ñ", "N"), ("ç", "S"),
    ("č", "C"), ("š", "S"), ("ž", "J"), ("ć", "C"), ("ł", "L"), ("ğ", "gh"),
)  # fmt: skip
"""What letters of a name in Latin letters sound like; longer ones first; small letters are doubtful."""
_WHOLE = frozenset(("ch", "gh", "th"))
_VOWELS = {
    **dict.fromkeys("aàáâãäå", "AEO"), **dict.fromkeys("eèéêë", "EIA"), **dict.fromkeys("iìíîïy", "IAE"),
    **dict.fromkeys("oòóôõöø", "OAU"), **dict.fromkeys("uùúûü", "UA"),
}  # fmt: skip
"""Which kinds of Hindi vowel each letter is heard as."""
_DEVANAGARI = {
    **dict.fromkeys("कख", "K"), **dict.fromkeys("गघ", "G"), **dict.fromkeys("चछ", "C"),
    **dict.fromkeys("जझ", "J"), **dict.fromkeys("टठतथ", "T"), **dict.fromkeys("डढदध", "D"),
    **dict.fromkeys("नणङञ", "N"), "म": "M", **dict.fromkeys("पफ", "P"), **dict.fromkeys("बभ", "B"),
    "य": "Y", "र": "R", "ल": "L", "ळ": "L", "व": "V", **dict.fromkeys("सशष", "S"), "ह": "H",
}  # fmt: skip
_SIGNS = {
    **dict.fromkeys("अआा", "A"), **dict.fromkeys("इईिी", "I"), **dict.fromkeys("उऊुू", "U"),
    **dict.fromkeys("एऐेैऍॅ", "E"), **dict.fromkeys("ओऔोौऑॉ", "O"),
}  # fmt: skip
_HALANT, _NUKTA = "्", "़"
_NEAR = {
    frozenset(pair): cost
    for cost, pairs in {
        0.0: (("w", "V"), ("z", "J"), ("z", "S"), ("g", "G"), ("g", "J"), ("ch", "C"), ("c", "S"), ("k", "K"),
              ("gh", "G"), ("th", "T"), ("n", "N"), ("n", "M"), ("r", "R"), ("r", "D"), ("k", "G")),
        0.2: (("ch", "K"), ("ch", "S"), ("c", "C"), ("gh", "H"), ("th", "D")),
        0.4: (("c", "K"), ("J", "S"), ("V", "B"), ("V", "P"), ("J", "Y"), ("J", "H"), ("T", "C"), ("D", "J"),
              ("T", "S"), ("w", "B"), ("G", "H")),
        0.7: (("N", "M"), ("T", "D"), ("K", "H"), ("R", "D")),
    }.items()
    for pair in pairs
}  # fmt: skip
"""Sounds that transcriptions take for one another, and how much it says that they differ."""
_LOST = {"H": 0.1, "Y": 0.1, "w": 0.3, "gh": 0.2, "V": 0.7, "R": 0.8}
"""How much it says that a sound of the English has none in Hindi; 1 of most."""
_SILENT = frozenset(("Dg", "DJ", "GN", "KN", "PS", "Tz", "MN", "PN", "LM", "LK", "BT", "gN", "Sc", "Dth"))
"""Sounds of which the first is not heard before the second: Bridget, Campaign, Britzman."""
_ADDED = {"Y": 0.1, "H": 0.3, "V": 0.4, "n": 0.7}
_MORE = 1.35
"""What a sound costs that the English has not; transcribers rather lose one."""
_PLURAL = 0.2
"""What it says that an English plural has a Hindi ending."""
_MANY = 5
"""Different consonants of words of which two may differ."""
_VOWEL = 0.45
"""What a vowel costs that the letters cannot be heard as."""
_LAST_VOWEL = 0.1
"""The last one may be an ending."""
Sounds = tuple[tuple[str, str], ...]
"""Consonants, each with the vowels that follow it; the first stands for none."""


def may_be(english: str, hindi: str) -> bool:
    """Whether two words have about the same consonants, so that their cost may be that of one or two."""
    left, right = _consonants(english), _consonants(hindi)
    most = max(len(left), len(right))
    return len(left & right) + (2 if most >= _MANY else 1) >= most and abs(
        len(skeleton(english)) - len(skeleton(hindi))
    ) <= (2 if most >= _MANY else 1)


@lru_cache(maxsize=16_384)
def _consonants(word: str) -> frozenset[str]:
    return frozenset(skeleton(word).replace("A", ""))


@lru_cache(maxsize=65_536)
def cost(english: str, hindi: str) -> float:
    """Return how far two words are from one sound: about 1 for every wrong, lost or added consonant."""
    left, right = heard_english(english), heard_hindi(hindi)
    table: list[list[float]] = []
    before: list[float] = []
    for i in range(len(left)):
        line: list[float] = []
        for j in range(len(right)):
            if i == j == 0:
                line.append(_vowels(left, 0, right, 0))
                continue
            ways = []
            if i and j:
                is_last = i == len(left) - 1 and j == len(right) - 1
                one, two = left[i][0], right[j][0]
                differ = _PLURAL if is_last and one == "S" and two == "n" else _other(one, two)
                ways.append(before[j - 1] + differ + _vowels(left, i, right, j))
            if i:
                ways.append(before[j] + _lost(left, i))
            if j:
                ways.append(line[j - 1] + _added(right, j))
            ways += [
                table[i - apart - 1][j - apart - 1] + 1
                for apart in (1, 2)
                if i > apart and j > apart and _changed_places(left, i, right, j, apart)
            ]
            line.append(min(ways))
        table.append(line)
        before = line
    return before[-1]


def _changed_places(left: Sounds, i: int, right: Sounds, j: int, apart: int) -> bool:
    """Whether two sounds, beside one another or with one between, stand the other way round."""
    first, last = left[i - apart][0], left[i][0]
    is_swapped = first != last and not _other(first, right[j][0]) and not _other(last, right[j - apart][0])
    return is_swapped and (apart == 1 or not _other(left[i - 1][0], right[j - 1][0]))


def _other(one: str, two: str) -> float:
    return 0.0 if one == two else _NEAR.get(frozenset((one, two)), 1.0)


def _lost(left: Sounds, at: int) -> float:
    sound, vowels = left[at]
    if at == len(left) - 1 and sound in "SN":
        return 0.3
    if not vowels and at + 1 < len(left) and sound + left[at + 1][0] in _SILENT:
        return 0.2
    if sound == "T" and left[at - 1] == ("S", "") and left[at + 1 : at + 2] and left[at + 1][0] in "LMN":
        # Castle, Christmas.
        return 0.2
    return _LOST.get(sound, 1.0)


def _added(right: Sounds, at: int) -> float:
    sound = right[at][0]
    if at == len(right) - 1 and sound in "nSJ":
        # Endings of plurals, Hindi and English ones.
        return 0.2 if sound == "n" else 0.4
    return _ADDED.get(sound, _MORE)


def _vowels(left: Sounds, i: int, right: Sounds, j: int) -> float:
    heard, said = right[j][1], left[i][1]
    if not heard or heard == "A" or not said:
        may = not heard or heard == "A" or (not said and heard in "IE")
    else:
        may = any(one in said for one in heard)
    if may:
        return 0.0
    return _LAST_VOWEL if j == len(right) - 1 or i == len(left) - 1 else _VOWEL


@lru_cache(maxsize=16_384)
def heard_english(word: str) -> Sounds:
    """Return the sounds of a word in Latin letters; its vowels are all that they can be heard as."""
    text = regex.sub("[^\\p{L}]", "", word.lower())
    found: list[tuple[str, str]] = [("", "")]
    at = 0
    text = text.replace("school", "skool")
    if text[:1] == "x":
        # Xavier, Xinjiang.
        text = "z" + text[1:]
    while at < len(text):
        letter = text[at]
        if letter == "y" and text[at + 1 : at + 2] in _VOWELS and text[at + 1 : at + 2]:
            found.append(("Y", ""))
            at += 1
        elif letter == "w" and at and text[at - 1] in "aeo" and text[at + 1 : at + 2] not in tuple("aeiou"):
            found[-1] = (found[-1][0], found[-1][1] + "UO")
            at += 1
        elif letter in _VOWELS:
            found[-1] = (found[-1][0], found[-1][1] + _VOWELS[letter])
            at += 1
        else:
            at += _consonant(text, at, found)
    return _untwinned(found)


def _consonant(text: str, at: int, found: list[tuple[str, str]]) -> int:
    """Add the sound of a consonant, and return how many letters it has."""
    following = text[at + 1 : at + 2]
    is_soft = following in tuple("eiy")
    for letters, sounds in _CLUSTERS:
        if text.startswith(letters, at):
            if letters == "g" and is_soft:
                found.append(("g", ""))
            else:
                found += [(sounds, "")] if sounds in _WHOLE else [(sound, "") for sound in sounds]
            return len(letters)
    if text[at] == "c":
        found.append(("c" if is_soft else "K", ""))
    return 1


@lru_cache(maxsize=16_384)
def heard_hindi(word: str) -> Sounds:
    """Return the sounds of a word in Devanagari."""
    found: list[tuple[str, str]] = [("", "")]
    word = word.replace("\u200d", "").replace("\u200c", "")
    for at, letter in enumerate(word):
        if letter in _DEVANAGARI:
            is_twin = word[at - 1 : at] == _HALANT and found[-1][0] == _DEVANAGARI[letter]
            if letter == "य" and word[at - 1 : at] != _HALANT and at:
                # A glide is heard as part of the vowel.
                found[-1] = (found[-1][0], found[-1][1] + "I")
            elif not is_twin:
                found.append((_DEVANAGARI[letter], ""))
        elif letter in "ऋृ":
            if found[-1] != ("R", ""):
                found.append(("R", ""))
            found[-1] = ("R", "I")
        elif letter in _SIGNS:
            found[-1] = (found[-1][0], found[-1][1] + _SIGNS[letter])
        elif letter in "ंँ":
            found.append(("n", ""))
        elif letter == _NUKTA and found[-1][0] == "D":
            found[-1] = ("r", found[-1][1])
    return tuple(found)


def _untwinned(sounds: list[tuple[str, str]]) -> Sounds:
    """Return the sounds of letters with twins as one, and glides as parts of vowels."""
    found: list[tuple[str, str]] = []
    for sound, vowels in sounds:
        last = found[-1] if found else None
        if last and not last[1] and last[0].upper() == sound.upper():
            found[-1] = (sound, vowels)
        elif last and sound == "Y" and len(found) > 1:
            found[-1] = (last[0], last[1] + "IA" + vowels)
        else:
            found.append((sound, vowels))
    return tuple(found)

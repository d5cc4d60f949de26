"""What part of an article a paragraph is, where its wording or place tells; a doubtful one is body."""

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from reviewer.domain.draft import Paragraph
from reviewer.domain.segment import Role

_STOP = re.compile(r"[।॥.…|:;,][\"'”’)\]]*$")
_ANY_STOP = re.compile(r"[।॥.?!…|:;,][\"'”’)\]]*$")
_MAX_HEADLINE = 140
_MAX_STANDFIRST = 300
_MAX_NOTE = 320

_STORY = r"(?:लेख|आलेख|रिपोर्ट|ख़बर|खबर|समाचार|स्टोरी|कहानी)"
_MACHINE = r"(?:AI|एआई|ए\.?\s?आई\.?|कृत्रिम बुद्धिमत्ता|आर्टिफिशियल|मशीनी अनुवाद|अनुवादित|अनुवाद)"
_AGENCY = (
    r"(?:समाचार एजेंसी\s+)?(?:रॉयटर्स|रायटर्स?|एएफ़?पी|एएफपी|एपी|पीटीआई(?:[-\s]भाषा)?|भाषा|एएनआई|आईएएनएस"
    r"|यूएनआई|वार्ता|एजेंसी|एजेंसियां|एजेंसियाँ|ब्लूमबर्ग|डीपीए|Reuters|AFP|AP|PTI|ANI|IANS|UNI|Bloomberg|dpa"
    r"|Agenc(?:y|ies))"
)
_DESK = r"(?:संवाददाता|ब्यूरो|डेस्क|न्यूज़ नेटवर्क|न्यूज नेटवर्क|correspondent|bureau|desk)"

_CREDITS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^(?:\(?\s*)(?:यह|इस)\s+{_STORY}(?=\s).{{0,80}}{_MACHINE}(?=[\s,।])",
        rf"\sने\s+इस\s+{_STORY}\s+(?:में|के लिए|को)\s.{{0,30}}(?:योगदान|सहयोग|मदद)",
        rf"^\(?{_STORY}?\s*इनपुट\s*(?:[:–—-]|के साथ|से)",
        rf"^[(\[–—\s-]*{_AGENCY}(?:\s*(?:[,/&|–—-]|और|एवं|and)\s*{_AGENCY})*\s*"
        r"(?:के इनपुट के साथ)?[)\]\s]*[।.]?$",
        r"^\(?(?:लेखक|लेखिका|रिपोर्ट|रिपोर्टिंग|संपादन|सम्पादन|संपादक|अनुवाद|अनुवादक|स्रोत|साभार|कॉपी एडिटर)"
        r"\s*[:：–—]",
        rf"^.{{2,60}}\s{_DESK}(?:\s*[,|–—-]\s*.{{1,40}})?$",
        r"^(?:प्रकाशित|अपडेट(?:ेड)?|अंतिम अद्यतन|Published|Updated|Last updated)\s*(?:[:：]|on\s|at\s)",
        r"^(?:This|The) (?:article|story|report) (?:was|has been|is) "
        r"(?:\w+[ ,]+(?:and )?){0,4}?(?:generated|translated|prepared|written|produced)\b"
        r".{0,60}\b(?:AI|translat)",
        r"\bcontributed (?:to|in) this (?:article|report|story)",
        r"^\(?(?:Additional )?(?:Reporting|Editing|Writing|Translation|Edited|Written|Translated) by\s",
        r"^\(?(?:Source|Credits?|Inputs?|With inputs from|Compiled by)\s*(?::|from\s)",
        r"^(?-i:By [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})(?:, .{0,40})?$",
        r"^(?:©|\(c\)\s|कॉपीराइट|Copyright)",
    )
)
_CAPTION = re.compile(
    r"^[(\[]?\s*(?:फ़ोटो|फोटो|तस्वीर|चित्र|छवि|इमेज|कैप्शन|Photo|Image|Picture|Caption|File photo)"
    r"(?:\s+(?:साभार|क्रेडिट|कैप्शन|credit|caption|courtesy))?\s*[:：|–—]",
    re.IGNORECASE,
)


def guess_roles(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Give every paragraph without a role one; roles that the file told stay."""
    noted = tuple(
        paragraph if paragraph.role else replace(paragraph, role=_role_of_wording(paragraph.text))
        for paragraph in paragraphs
    )
    return _with_opening(noted)


def _role_of_wording(text: str) -> Role | None:
    if len(text) > _MAX_NOTE:
        return None
    if _CAPTION.search(text):
        return Role.CAPTION
    if any(pattern.search(text) for pattern in _CREDITS):
        return Role.CREDIT
    return None


def _with_opening(noted: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Name headline and standfirst among the first paragraphs, the rest body."""
    open_rows = [n for n, paragraph in enumerate(noted) if paragraph.role is None]
    typical = median([len(noted[n].text) for n in open_rows[1:]] or [0])
    roles: dict[int, Role] = {}
    told = {paragraph.role for paragraph in noted}
    headline = next((n for n, paragraph in enumerate(noted) if paragraph.role is Role.HEADLINE), None)
    if headline is None and open_rows and _is_headline(noted[open_rows[0]].text, typical):
        headline = open_rows[0]
        roles[headline] = Role.HEADLINE
    if headline is not None and Role.STANDFIRST not in told:
        following = next((n for n in open_rows if n > headline), None)
        if following is not None and _is_standfirst(noted[following].text, typical, len(open_rows)):
            roles[following] = Role.STANDFIRST
    return tuple(
        replace(paragraph, role=paragraph.role or roles.get(n, Role.BODY))
        for n, paragraph in enumerate(noted)
    )


def _is_headline(text: str, typical: float) -> bool:
    return len(text) <= _MAX_HEADLINE and not _STOP.search(text) and typical >= 1.8 * len(text)


def _is_standfirst(text: str, typical: float, count: int) -> bool:
    is_short = len(text) <= _MAX_STANDFIRST and len(text) < typical
    return count > 2 and is_short and not _ANY_STOP.search(text)

"""What on a web page is not its article: menus, shares, comments, advertising, links to other stories."""

import re
from itertools import pairwise

from lxml.html import HtmlElement

_TAGS = frozenset(
    "script style noscript template nav aside button select textarea"  # noqa: SIM905 - a list of words
    " input iframe object embed svg canvas video audio map dialog menu footer link meta title datalist"
    " progress rt rp".split()
)
_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog"  # noqa: SIM905 - a list of words
    " alertdialog menu menubar toolbar form".split()
)
_NAMES = frozenset(
    "nav navbar navigation menu footer sidebar breadcrumb breadcrumbs"  # noqa: SIM905 - a list of words
    " cookie cookies consent gdpr share sharing sharedaddy sharebar social related recommended"
    " recommendation recommendations comments disqus ad ads advert advertisement adslot adsbygoogle"
    " sponsor sponsored promo newsletter subscribe subscription popup modal pagination pager trending"
    " mostread outbrain taboola copyright skip login signup authorbox alsoread readmore readalso"
    " morestories toolbar follow tags taglist".split()
)
_PAIRS = frozenset(
    {"also read", "read also", "read more", "most read", "most popular", "more stories", "skip link"}
    | {"visually hidden", "sr only", "screen reader"}
)
_KEPT = frozenset({"html", "body", "main", "article", "h1"})
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LURE = re.compile(
    r"^[\s►▶•»|*#-]*(?:(?:यह|ये|इसे|यहाँ|यहां|और|इन्हें)\s+भी\s+(?:पढ़|देख|पढें|जान)|और पढ़ें|पूरी ख़?बर पढ़ें"
    r"|विज्ञापन$|advertisement$|also read|also see|also watch|read also|read more|read this|see also"
    r"|more from|follow us"
    r"|subscribe|sign up|share this|click here|शेयर करें|हमें फ़?ॉलो करें|ट्रेंडिंग)",
    re.IGNORECASE,
)


def is_boilerplate(element: HtmlElement) -> bool:
    """Whether an element and all in it is no part of the article, by its tag, role or names."""
    tag = element.tag
    if tag in _TAGS:
        return True
    if tag in _KEPT:
        return False
    if element.get("role", "").lower() in _ROLES or element.get("aria-hidden") == "true":
        return True
    if element.get("hidden") is not None or _INVISIBLE.search(element.get("style", "")):
        return True
    return any(_is_named_so(element.get(name, "")) for name in ("class", "id"))


def _is_named_so(value: str) -> bool:
    for name in value.split():
        words = [word.lower() for word in _WORD.findall(name)]
        pairs = {f"{first} {second}" for first, second in pairwise(words)}
        if not _NAMES.isdisjoint(words) or not _PAIRS.isdisjoint(pairs):
            return True
    return False


def is_lure(text: str, link_share: float) -> bool:
    """Whether a block only leads to another story: it says so, or it is all link and no sentence."""
    if _LURE.search(text) and (link_share > 0.4 or len(text) < 40):
        return True
    return link_share > 0.9 and not re.search(r"[।.?!”\"]\s*$", text)

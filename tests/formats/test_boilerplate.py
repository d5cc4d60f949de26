"""What on a page is not its article."""

import pytest
from lxml import html

from reviewer.formats.boilerplate import is_boilerplate, is_lure


@pytest.mark.parametrize(
    "source",
    [
        "<nav>x</nav>",
        "<script>x</script>",
        "<footer>x</footer>",
        "<div role='navigation'>x</div>",
        "<div class='post-related-stories'>x</div>",
        "<div id='cookieConsent'>x</div>",
        "<div class='ad-slot big'>x</div>",
        "<p class='also-read'>x</p>",
        "<div hidden>x</div>",
        "<div style='color:red; display : none'>x</div>",
        "<span class='visually-hidden'>x</span>",
    ],
)
def test_what_names_itself_is_dropped(source: str) -> None:
    """Tag, role, class, id and style tell."""
    assert is_boilerplate(html.fragment_fromstring(source))


@pytest.mark.parametrize(
    "source",
    [
        "<p>x</p>",
        "<article class='related'>x</article>",
        "<div class='story-body read-time'>x</div>",
        "<div class='header gradient badge'>x</div>",
        "<div class='article-commentary'>x</div>",
    ],
)
def test_similar_names_are_kept(source: str) -> None:
    """Names are compared word by word, and an article is always kept."""
    assert not is_boilerplate(html.fragment_fromstring(source))


@pytest.mark.parametrize(
    ("text", "link_share", "expected"),
    [
        ("यह भी पढ़ें: शहरों में बाढ़ क्यों आती है, विशेषज्ञ से समझिए पूरी बात विस्तार से", 0.9, True),
        ("ये भी पढ़ें", 0.0, True),
        ("विज्ञापन", 0.0, True),
        ("शेयर बाज़ार में गिरावट", 1.0, True),
        ("वे यह भी पढ़ें तो अच्छा है।", 0.0, False),
        ("पूरा बयान यहाँ है।", 1.0, False),
        ("विज्ञापन जगत में हलचल है।", 0.0, False),
    ],
)
def test_lures_to_other_stories_are_told(text: str, link_share: float, expected: bool) -> None:
    """A block that says so, or is all link and no sentence, leads elsewhere."""
    assert is_lure(text, link_share) is expected

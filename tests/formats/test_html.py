"""Saved web pages as articles."""

from pathlib import Path

import pytest

from reviewer.domain.error import ReviewerError
from reviewer.domain.segment import Role
from reviewer.formats.encoding import UnknownEncoding
from reviewer.formats.html import read
from reviewer.formats.reader import read_article

FIRST = "शहर में मंगलवार को हुई भारी बारिश के कारण कई इलाक़ों में पानी भर गया।"
SECOND = "मौसम विभाग ने कहा कि अगले दो दिन तक बारिश जारी रहेगी।"


def page(folder: Path, body: str, *, head: str = '<meta charset="utf-8">', encoding: str = "utf-8") -> Path:
    """A web page as a file."""
    path = folder / "लेख.html"
    path.write_bytes(
        f"<!doctype html><html lang='hi'><head>{head}</head><body>{body}</body></html>".encode(encoding)
    )
    return path


def texts(path: Path) -> list[str]:
    """The paragraphs of a page."""
    return [paragraph.text for paragraph in read(path).paragraphs]


def roles(path: Path) -> list[Role | None]:
    """The roles of a page's paragraphs, wording included."""
    return [paragraph.role for paragraph in read_article(path).paragraphs]


def test_headline_standfirst_caption_and_byline_have_their_roles(tmp_path: Path) -> None:
    """What a news page marks up is what the editor sees."""
    path = page(
        tmp_path,
        "<article><h1>बारिश से राहत</h1><h2 class='sub-title'>तीन दिन बाद धूप</h2>"
        "<p class='byline'>राजेश कुमार</p><figure><img src='a.jpg'><figcaption>जमा पानी</figcaption></figure>"
        f"<p>{FIRST}</p><h2>आगे क्या</h2><p>{SECOND}</p></article>",
    )
    assert roles(path) == [
        Role.HEADLINE,
        Role.STANDFIRST,
        Role.CREDIT,
        Role.CAPTION,
        Role.BODY,
        Role.BODY,
        Role.BODY,
    ]
    assert read_article(path).title == "बारिश से राहत"


def test_what_stands_around_an_article_is_dropped(tmp_path: Path) -> None:
    """Menus, scripts, advertising, shares, related stories, comments and the foot are no article."""
    path = page(
        tmp_path,
        "<nav><a href='/'>होम</a></nav><div class='cookie-banner'>हम कुकीज़ का इस्तेमाल करते हैं।</div>"
        f"<article><h1>बारिश से राहत</h1><p>{FIRST}</p><script>var a;</script>"
        "<div class='ad-slot'>विज्ञापन</div><div class='share'>शेयर करें</div>"
        f"<p>{SECOND}</p><aside class='related'>और ख़बरें पढ़ें।</aside></article>"
        "<section id='comments'><p>बहुत अच्छी ख़बर है भाई, पढ़कर मज़ा आया।</p></section>"
        "<footer>© समाचार</footer>",
    )
    assert texts(path) == ["बारिश से राहत", FIRST, SECOND]


def test_links_to_other_stories_inside_the_text_are_dropped(tmp_path: Path) -> None:
    """“Also read” is no sentence of the article; a link within a sentence is."""
    path = page(
        tmp_path,
        f"<article><p>{FIRST}</p><p><a href='/x'>यह भी पढ़ें: शहरों में बाढ़ क्यों आती है</a></p>"
        "<p>मौसम <a href='/y'>विभाग</a> ने चेतावनी जारी की है।</p></article>",
    )
    assert texts(path) == [FIRST, "मौसम विभाग ने चेतावनी जारी की है।"]


def test_an_article_in_nameless_boxes_is_found(tmp_path: Path) -> None:
    """Without mark-up for articles the box with most of the sentences is it; breaks part paragraphs."""
    card = "<div><a href='/r'><h3>भारत ने जीता मैच</h3></a><p>भारत ने पाँच विकेट से जीत दर्ज की।</p></div>"
    path = page(
        tmp_path,
        f"<div class='l'><h1>बारिश से राहत</h1><div class='b'>{FIRST}<br><br>{SECOND}"
        f"<div class='alsoread'><a>ये भी पढ़ें</a></div>{FIRST}</div></div><div class='r'>{card}{card}</div>",
    )
    assert texts(path) == ["बारिश से राहत", FIRST, SECOND, FIRST]


def test_a_wrapper_named_after_its_sidebar_is_kept(tmp_path: Path) -> None:
    """A class name condemns no box that holds the headline and most of the page."""
    path = page(
        tmp_path, f"<div class='with-sidebar'><h1>बारिश से राहत</h1><p>{FIRST}</p><p>{SECOND}</p></div>"
    )
    assert texts(path) == ["बारिश से राहत", FIRST, SECOND]


def test_the_headline_is_what_the_page_title_repeats(tmp_path: Path) -> None:
    """The name of the site in large letters is no headline."""
    path = page(
        tmp_path,
        f"<h1>समाचार डॉट कॉम</h1><article><h2>बारिश से राहत</h2><p>{FIRST}</p><p>{SECOND}</p></article>",
        head="<meta charset='utf-8'><title>बारिश से राहत | समाचार</title>",
    )
    assert read_article(path).title == "बारिश से राहत"
    assert roles(path)[0] is Role.HEADLINE


def test_a_tiny_page_is_read_whole(tmp_path: Path) -> None:
    """A headline and one short sentence are an article too."""
    assert texts(page(tmp_path, "<h1>छोटी ख़बर</h1><p>वे आए।</p>")) == ["छोटी ख़बर", "वे आए।"]


def test_a_repeated_paragraph_is_kept(tmp_path: Path) -> None:
    """Nothing the article says twice is taken out."""
    assert texts(page(tmp_path, f"<p>{FIRST}</p><p>{FIRST}</p>")) == [FIRST, FIRST]


def test_characters_are_kept_as_received(tmp_path: Path) -> None:
    """Joiners, no-break spaces and decomposed letters survive; indentation of the source does not."""
    path = page(tmp_path, "<p>क\u094d\u200dष\u00a0क\u093c\n    &nbsp;&zwj;ख</p>")
    assert texts(path) == ["क\u094d\u200dष\u00a0क\u093c \u00a0\u200dख"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_pages_need_no_declaration(tmp_path: Path, encoding: str) -> None:
    """UTF-8 and UTF-16 with its mark are read as they are."""
    assert texts(page(tmp_path, f"<p>{FIRST}</p>", head="", encoding=encoding)) == [FIRST]


def test_a_declared_encoding_is_used(tmp_path: Path) -> None:
    """A page that says it is Windows-1252 is read so."""
    path = page(tmp_path, "<p>“Café” reopens today.</p>", head="<meta charset=iso-8859-1>", encoding="cp1252")
    assert texts(path) == ["“Café” reopens today."]
    assert read(path).encoding == "cp1252"


def test_an_undeclared_encoding_has_to_be_confirmed(tmp_path: Path) -> None:
    """Without a declaration nobody guesses; a confirmed encoding is used."""
    path = page(tmp_path, "<p>“Café” reopens today.</p>", head="", encoding="cp1252")
    with pytest.raises(UnknownEncoding) as caught:
        read(path)
    assert caught.value.candidates[0].encoding == "cp1252"
    assert [p.text for p in read(path, encoding="cp1252").paragraphs] == ["“Café” reopens today."]


def test_a_page_without_text_is_refused(tmp_path: Path) -> None:
    """A page that is all script holds no article."""
    with pytest.raises(ReviewerError, match="holds no text"):
        read_article(page(tmp_path, "<script>app()</script>"))


def test_hostile_nesting_is_bounded(tmp_path: Path) -> None:
    """A hundred thousand open boxes crash nothing."""
    path = page(tmp_path, f"<p>{FIRST}</p>" + "<div>" * 100_000 + "<p>गहरा</p>")
    assert texts(path)[0] == FIRST


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    """Declared entities mean nothing on a web page."""
    path = tmp_path / "a.html"
    path.write_text(
        f'<!DOCTYPE html [<!ENTITY a "x"><!ENTITY f SYSTEM "file:///etc/passwd">]><p>{FIRST} &a; &f;</p>',
        encoding="utf-8",
    )
    assert "root:" not in " ".join(texts(path))


def test_what_is_nested_too_deeply_is_told(tmp_path: Path) -> None:
    """A page is cut where it is nested beyond all reason, with a note; one with nothing else is refused."""
    partial = page(tmp_path, f"<p>{FIRST}</p>" + "<div>" * 5000 + "<p>गहरा</p>")
    assert any("nested too deeply" in note for note in read_article(partial).warnings)
    nothing = page(tmp_path, "<div>" * 5000 + f"<p>{FIRST}</p>")
    with pytest.raises(ReviewerError, match="nested too deeply"):
        read_article(nothing)

"""Final texts go into a copy of the article's file; what was not edited stays as it was."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.domain.error import ReviewerError
from reviewer.domain.snapshot import ProjectReview
from reviewer.formats.opendocument import packed
from reviewer.formats.reader import read_article
from reviewer.formats.registry import by_id, writable
from reviewer.review.intake import draft
from reviewer.review.provisional import as_review

_PLAIN = "पहली ख़बर  आज\r\n\r\n  शहर में बारिश हुई। लोग घर पर रहे।\r\nपानी भर गया।"
_MARKDOWN = (
    "---\ntitle: 'बारिश'\n---\n\n# पहली ख़बर\n\n![चित्र](a_b.png)\n\n> शहर में **भारी** बारिश [हुई](http://x.in/हुई).\n"
    "> लोग घर पर रहे।\n\n1. पानी भर गया।\n\n| क | ख |\n|---|---|\n| एक | दो |\n"
)
_HTML = (
    "<!DOCTYPE html>\n<HTML lang=hi><head><title>पहली ख़बर</title><style>p > b {}</style></head>\n<body>"
    "<nav><a href='/'>मुखपृष्ठ</a></nav><article><h1>पहली&nbsp;ख़बर</h1>\n<p class=x>शहर में <b>भारी</b> बारिश"
    " <a href='/q?a=1&b=2'>हुई</a>&nbsp;&amp; थमी।<br>लोग घर पर रहे।</p><script>if (1 < 2) {}</script>"
    "<p>पानी भर गया और सड़कें घंटों तक बंद रहीं।</p></article><footer>© अख़बार</footer></body></HTML>"
)
_BODY = (
    '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>पहली ख़बर</w:t></w:r></w:p>'
    '<w:p><w:r><w:t xml:space="preserve">शहर में </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>भारी</w:t></w:r>'
    '<w:r><w:t xml:space="preserve"> बारिश हुई। </w:t></w:r><w:del w:id="1" w:author="a"><w:r>'
    "<w:delText>लोग</w:delText></w:r></w:del><w:r><w:t>लोग घर पर रहे &amp; सोए।</w:t></w:r></w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>पानी</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)
_ODT = (
    '<text:h text:outline-level="1">पहली ख़बर</text:h>',
    "<text:p>शहर में <text:span>भारी</text:span> बारिश हुई।<text:note><text:note-body><text:p>लोग</text:p>"
    "</text:note-body></text:note> लोग घर पर रहे।</text:p><text:p>पानी<text:s/>भर गया।</text:p>",
)


def _docx(body: str) -> bytes:
    empty, target = BytesIO(), BytesIO()
    docx.Document().save(empty)
    with ZipFile(empty) as before, ZipFile(target, "w", ZIP_DEFLATED) as after:
        for member in before.infolist():
            data = before.read(member)
            if member.filename == "word/document.xml":
                head, _, rest = data.partition(b"<w:body>")
                data = head + b"<w:body>" + body.encode() + rest
            after.writestr(member, data)
    return target.getvalue()


_FILES = {
    "a.txt": _PLAIN.encode(),
    "b.txt": _PLAIN.encode("utf-16"),
    "a.md": _MARKDOWN.encode(),
    "a.html": _HTML.encode(),
    "a.docx": _docx(_BODY),
    "a.odt": packed("application/vnd.oasis.opendocument.text", _ODT, styles=""),
}
_FORMS = {".txt": "plain", ".md": "markdown", ".html": "html", ".docx": "docx", ".odt": "odt"}
_XML = {".docx": "word/document.xml", ".odt": "content.xml"}


def _read(path: Path) -> ProjectReview:
    return as_review((draft(read_article(path, expected="hi")),))


def _edited(review: ProjectReview, change: Callable[[str], str]) -> ProjectReview:
    entry = review.documents[0]
    rows = tuple(replace(each, final=change(each.received)) for each in entry.segments)
    return replace(review, documents=(replace(entry, segments=rows),))


def _write(review: ProjectReview, path: Path) -> bytes:
    by_id(_FORMS[path.suffix]).load_writer()(review, path)
    return path.read_bytes()


def _source(path: Path) -> str:
    """What of a file is its text, with all marks."""
    if path.suffix not in _XML:
        return path.read_bytes().decode("utf-16" if path.stem == "b" else "utf-8")
    with ZipFile(path) as archive:
        return archive.read(_XML[path.suffix]).decode()


def _texts(path: Path) -> list[str]:
    article = read_article(path, expected="hi")
    return ["".join(each.text.split()) for each in article.paragraphs]


@pytest.mark.parametrize("name", _FILES)
def test_an_unedited_article_comes_back_byte_by_byte(tmp_path: Path, name: str) -> None:
    """Whatever its format and encoding."""
    path = tmp_path / name
    path.write_bytes(_FILES[name])
    review = _read(path)
    assert _write(review, tmp_path / f"out{path.suffix}") == _FILES[name]


@pytest.mark.parametrize("name", _FILES)
def test_only_the_words_that_were_changed_change(tmp_path: Path, name: str) -> None:
    """One word is another in the source, everything around it is the same."""
    path = tmp_path / name
    path.write_bytes(_FILES[name])
    before = _source(path)
    _write(_edited(_read(path), lambda text: text.replace("घर", "छत < &")), path)
    signs = {".txt": "छत < &", ".md": "छत \\< &"}.get(path.suffix, "छत &lt; &amp;")
    assert _source(path) == before.replace("घर", signs)


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.docx", "a.odt"])
def test_marks_around_changed_words_stay(tmp_path: Path, name: str) -> None:
    """A bold word is replaced by a bold word, and one beside it is not bold."""
    path = tmp_path / name
    path.write_bytes(_FILES[name])
    before = _source(path)
    _write(_edited(_read(path), lambda text: text.replace("में भारी", "में बहुत तेज़")), path)
    after = _source(path)
    assert "तेज़" in after
    assert len(after) - len(before) <= len("बहुत तेज़ भारी") + len(' xml:space="preserve"')
    assert "".join(_texts(path)).count("शहरमेंबहुततेज़बारिश") == 1


def test_other_parts_of_an_archive_stay(tmp_path: Path) -> None:
    """Styles, pictures and properties are copied as they are."""
    path = tmp_path / "a.docx"
    path.write_bytes(_FILES["a.docx"])
    _write(_edited(_read(path), lambda text: f"नया {text}"), path)
    with ZipFile(path) as after, ZipFile(BytesIO(_FILES["a.docx"])) as before:
        assert after.namelist() == before.namelist()
        changed = [name for name in after.namelist() if after.read(name) != before.read(name)]
    assert changed == ["word/document.xml"]
    words = [each.text for each in docx.Document(str(path)).paragraphs]
    assert words == ["नया पहली ख़बर", "नया शहर में भारी बारिश हुई। नया लोग घर पर रहे & सोए।"]


_WORDS = st.lists(
    st.sampled_from(["नया", "शहर", "में", "भारी", "पानी,", "हुई।", "क&ख", "a_b", "#", "-", "2."]), max_size=5
)


@pytest.mark.parametrize("name", _FILES)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_the_copy_reads_as_the_final_text(name: str, data: st.DataObject) -> None:
    """Whatever words are taken out, put in or exchanged."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(_FILES[name])
        review = _read(path)
        entry = review.documents[0]
        rows = []
        for segment in entry.segments:
            words = segment.received.split(" ")
            at, stop = sorted((data.draw(st.integers(0, len(words))), data.draw(st.integers(0, len(words)))))
            made = [*words[:at], *data.draw(_WORDS), *words[stop:]]
            rows.append(replace(segment, final=" ".join(made) or f"एक{segment.position}"))
        review = replace(review, documents=(replace(entry, segments=tuple(rows)),))
        _write(review, path)
        wanted: dict[int, str] = {}
        for row in rows:
            wanted[row.paragraph] = wanted.get(row.paragraph, "") + "".join(row.final.split())
        assert "".join(_texts(path)) == "".join(wanted.values())


def test_rows_that_were_emptied_or_added_are_so_in_the_file(tmp_path: Path) -> None:
    """With the blank that stood between the sentences."""
    path = tmp_path / "a.txt"
    path.write_text("पहला वाक्य यहाँ है। दूसरा वाक्य यहाँ है।\n\nतीसरा वाक्य यहाँ है।\n", encoding="utf-8")
    review = _read(path)
    entry = review.documents[0]
    first, second, third = entry.segments
    added = replace(second, id=9, received="", final="जोड़ा गया।")
    rows = (replace(first, final=""), second, added, third)
    _write(replace(review, documents=(replace(entry, segments=rows),)), path)
    assert path.read_text(encoding="utf-8") == "दूसरा वाक्य यहाँ है। जोड़ा गया।\n\nतीसरा वाक्य यहाँ है।\n"


def test_what_did_not_come_from_such_a_file_is_refused(tmp_path: Path) -> None:
    """As are several documents at once, and a text that is not in the file."""
    path = tmp_path / "a.md"
    path.write_bytes(_FILES["a.md"])
    review = _read(path)
    write = by_id("markdown").load_writer()
    with pytest.raises(ReviewerError, match="only one document"):
        write(replace(review, documents=review.documents * 2), path)
    entry = review.documents[0]
    foreign = replace(entry.segments[0], received="यह कहीं नहीं है।", final="और यह।")
    with pytest.raises(ReviewerError, match=r"a\.md.*segment 1"):
        write(replace(review, documents=(replace(entry, segments=(foreign,)),)), path)
    assert path.read_bytes() == _FILES["a.md"]


def test_a_review_comes_before_its_text_and_the_text_before_a_new_file() -> None:
    """What a file name means depends on where the article came from."""
    assert writable(Path("a.docx"), {"docx"}).id == "docx-review"
    assert writable(Path("a.odt"), {"odt"}).id == "odt"
    assert writable(Path("a.odt")).id == "odt-final"
    assert writable(Path("a.md"), {"markdown"}).id == "markdown"

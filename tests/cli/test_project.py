"""`reviewer new` and `reviewer import`."""

from pathlib import Path

import pytest

from reviewer.cli import main
from reviewer.review.session import Session

HINDI = "अदालत सोमवार को बैठी। उसने 30 लोगों को सुना।\nफ़ैसला जून 2031 में आना है।\n"
ENGLISH = "The court met on Monday. It heard 30 people.\nThe verdict is due in June 2031.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a Hindi and an English text, which is the current one."""
    (tmp_path / "hi.txt").write_text(HINDI, encoding="utf-8")
    (tmp_path / "en.txt").write_text(ENGLISH, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def titles(path: Path) -> list[str]:
    """The titles of a project's documents."""
    with Session.open(path, "editor") as session:
        return [summary.document.title for summary in session.documents()]


def test_a_new_project_holds_the_aligned_article(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Hindi, source, title and system are in it, and it is said how much that was."""
    assert (
        main(["new", "a.review", "--target", "hi.txt", "--source", "en.txt", "--title", "T", "--system", "S"])
        == 0
    )
    assert "3 segments" in capsys.readouterr().out
    with Session.open(folder / "a.review", "editor") as session:
        (summary,) = session.documents()
        assert (summary.document.title, summary.document.system) == ("T", "S")
        assert session.segments(summary.document.id, 2, 3)[0].source == "The verdict is due in June 2031."


def test_a_final_text_can_come_along(folder: Path) -> None:
    """What was edited elsewhere stands as final text."""
    (folder / "final.txt").write_text(HINDI.replace("बैठी", "बैठ गई"), encoding="utf-8")
    assert main(["new", "a.review", "--target", "hi.txt", "--final", "final.txt"]) == 0
    with Session.open(folder / "a.review", "editor") as session:
        assert session.documents()[0].edited == 1


def test_an_existing_project_is_never_replaced(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`new` makes; it does not overwrite."""
    main(["new", "a.review", "--target", "hi.txt"])
    before = (folder / "a.review").read_bytes()
    assert main(["new", "a.review", "--target", "en.txt"]) == 2
    assert "already a file" in capsys.readouterr().err
    assert (folder / "a.review").read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["--target", "missing.txt"],
        ["--target", "hi.txt", "--source", "empty.txt"],
        ["--target", "hi.txt", "--source", "binary.txt"],
        ["--target", "table.csv", "--source", "en.txt"],
        ["--target", "table.csv", "--columns", "target=Nowhere"],
        ["--target", "table.csv", "--columns", "tarjet=A"],
    ],
)
def test_a_failed_new_leaves_no_file(
    arguments: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line says why, and nothing lies about."""
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "table.csv").write_text("A,B\nHello.,नमस्ते।\n", encoding="utf-8")
    before = sorted(folder.iterdir())
    assert main(["new", "a.review", *arguments]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert sorted(folder.iterdir()) == before


def test_a_project_that_cannot_be_filled_is_taken_away(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure after the file was made does not leave an empty project."""

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Session, "add_document", fail)
    before = sorted(folder.iterdir())
    assert main(["new", "a.review", "--target", "hi.txt"]) == 2
    assert sorted(folder.iterdir()) == before


def test_a_table_is_read_by_the_columns_named(folder: Path) -> None:
    """Columns go by header or by number."""
    (folder / "table.csv").write_text("A,B,C\nx,Hello.,नमस्ते।\n", encoding="utf-8")
    assert main(["new", "a.review", "--target", "table.csv", "--columns", "source=B,target=3"]) == 0
    with Session.open(folder / "a.review", "editor") as session:
        (row,) = session.segments(session.documents()[0].document.id, 0, 9)
    assert (row.source, row.received) == ("Hello.", "नमस्ते।")


def test_an_encoding_is_used_where_the_file_does_not_tell_its_own(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without it, candidates are named and nothing is guessed; files in UTF-8 are read as such."""
    (folder / "old.txt").write_bytes("The “café” met on Monday.\n".encode("cp1252"))
    arguments = ["new", "a.review", "--target", "hi.txt", "--source", "old.txt"]
    assert main(arguments) == 2
    assert "--encoding" in capsys.readouterr().err
    assert main([*arguments, "--encoding", "cp1252"]) == 0
    with Session.open(folder / "a.review", "editor") as session:
        rows = session.segments(session.documents()[0].document.id, 0, 9)
    assert any("“café”" in (row.source or "") for row in rows)
    assert "अदालत" in "".join(row.received for row in rows)


def test_import_adds_documents(folder: Path) -> None:
    """Articles and exported reviews come after what is there."""
    main(["new", "a.review", "--target", "hi.txt", "--title", "First"])
    assert main(["export", "a.review", "--to", "b.jsonl"]) == 0
    assert main(["import", "a.review", "hi.txt", "b.jsonl"]) == 0
    assert titles(folder / "a.review") == ["First", "hi", "First"]


def test_import_takes_projects(folder: Path) -> None:
    """Another project's documents are copied."""
    main(["new", "a.review", "--target", "hi.txt", "--title", "First"])
    main(["new", "b.review", "--target", "hi.txt", "--title", "Second"])
    assert main(["import", "a.review", "b.review"]) == 0
    assert titles(folder / "a.review") == ["First", "Second"]


def test_one_bad_file_keeps_all_from_being_imported(folder: Path) -> None:
    """Everything is read before anything is added."""
    main(["new", "a.review", "--target", "hi.txt"])
    assert main(["import", "a.review", "hi.txt", "missing.txt"]) == 2
    assert titles(folder / "a.review") == ["hi"]


def test_a_format_can_be_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file is then read as that, whatever its name; an unknown format is refused."""
    (folder / "odd.log").write_text("नमस्ते।\n", encoding="utf-8")
    main(["new", "a.review", "--target", "hi.txt"])
    assert main(["import", "a.review", "odd.log", "--format", "plain"]) == 0
    assert main(["import", "a.review", "odd.log", "--format", "telegram"]) == 2
    assert "telegram" in capsys.readouterr().err


def test_a_text_in_the_wrong_script_is_noted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is taken, but not in silence."""
    assert main(["new", "a.review", "--target", "en.txt"]) == 0
    assert "note:" in capsys.readouterr().err
    assert (folder / "a.review").is_file()


def _judgements(folder: Path) -> tuple[Path, Path]:
    table, texts = folder / "esa.csv", folder / "texts.jsonl"
    table.write_text("asha,engine,7,TGT,eng,hin,0,news_1,False,[],1.0,2.0\n", encoding="utf-8")
    texts.write_text('{"line_id": 7, "src": "Yes.", "systems": {"engine": "जी हाँ।"}}\n', encoding="utf-8")
    return table, texts


def test_judgements_made_elsewhere_become_a_project(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With their texts beside them; the project has the rules of their tool, and the notes are told."""
    table, texts = _judgements(tmp_path)
    project = tmp_path / "esa.review"
    assert main(["new", str(project), "--target", str(table), "--texts", str(texts)]) == 0
    assert "0 spans read" in capsys.readouterr().err
    with Session.open(project, "reader") as session:
        review = session.project_review()
    assert review.profile == "wmt"
    assert [each.value for each in review.documents[0].judgements] == [0]


def test_judgements_made_elsewhere_are_imported(tmp_path: Path) -> None:
    """A second file joins the project, whose rules stay."""
    table, texts = _judgements(tmp_path)
    project = tmp_path / "all.review"
    article = tmp_path / "a.txt"
    article.write_text("यह एक वाक्य है।\n", encoding="utf-8")
    main(["new", str(project), "--target", str(article)])
    assert main(["import", str(project), str(table), "--texts", str(texts)]) == 0
    with Session.open(project, "reader") as session:
        assert [each.document.system for each in session.documents()] == ["", "engine"]
        assert session.profile_id == "newsroom"


def test_judgements_without_texts_leave_no_project(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line with the remedy, exit 2."""
    table, _ = _judgements(tmp_path)
    assert main(["new", str(tmp_path / "x.review"), "--target", str(table)]) == 2
    assert "--texts FILE" in capsys.readouterr().err
    assert not (tmp_path / "x.review").exists()


def test_subtitles_of_two_languages_stand_beside_each_other(tmp_path: Path) -> None:
    """By their times; other texts than the source cannot go with them."""
    hindi, english = tmp_path / "hi.srt", tmp_path / "en.srt"
    hindi.write_text("1\n00:00:01,000 --> 00:00:03,000\nनमस्ते\n", encoding="utf-8")
    english.write_text("1\n00:00:01,500 --> 00:00:02,000\nHello\n", encoding="utf-8")
    project = tmp_path / "a.review"
    assert main(["new", str(project), "--target", str(hindi), "--source", str(english)]) == 0
    with Session.open(project, "a") as session:
        document = session.documents()[0]
        assert [row.source for row in session.segments(document.document.id, 0, 9)] == ["Hello"]
    arguments = ["new", str(tmp_path / "b.review"), "--target", str(hindi), "--reference", str(english)]
    assert main(arguments) != 0

"""Opening and closing projects, and adding articles and their companions."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMainWindow, QWidget

from reviewer.domain.draft import Article, DocumentDraft, Paragraph
from reviewer.domain.error import ReviewerError
from reviewer.domain.snapshot import ProjectReview
from reviewer.domain.span import Side
from reviewer.review.session import Session
from reviewer.ui.command.guard import attempt
from reviewer.ui.desk import Desk
from reviewer.ui.dialog.drop import DropDialog, FileUse
from reviewer.ui.dialog.paste import TextDialog
from reviewer.ui.job import Dispatcher
from reviewer.ui.settings import Settings
from reviewer.ui.word import count, tr

if TYPE_CHECKING:
    from reviewer.ui.command.arrival import Arrivals, Arrived, Request

_COMPANIONS = {
    FileUse.SOURCE: ("English source", "The English article that was translated, a paragraph a line."),
    FileUse.BACK_TRANSLATION: ("Back-translation", "The Hindi turned back into English, a paragraph a line."),
    FileUse.REFERENCE: ("Reference", "Another, trusted Hindi translation, a paragraph a line."),
    FileUse.FINAL: ("Edited Hindi", "The Hindi after somebody has edited it, a paragraph a line."),
}


class Files(QObject):
    """Handlers of the File menu that bring texts in."""

    def __init__(
        self, desk: Desk, window: QMainWindow, settings: Settings, jobs: Dispatcher, user: str
    ) -> None:
        super().__init__(desk)
        self._desk, self._window, self._settings, self._jobs, self._user = desk, window, settings, jobs, user
        self._arrivals: Arrivals | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does."""
        made: dict[str, Callable[[], object]] = {
            f"file.{use.value}": partial(self.ask_companion, use) for use in _COMPANIONS
        }
        return made | {
            "file.open": self.open,
            "file.sample": self.open_sample,
            "file.add": self.add,
            "file.close": self._desk.detach,
        }

    # Opening

    def open(self) -> None:
        """Ask for files and open them."""
        self._ask(tr("Open"), self.take)

    def add(self) -> None:
        """Ask for articles and add them to the open project."""
        self._ask(tr("Add articles"), self.offer)

    def open_sample(self) -> None:
        """Open a fresh copy of the sample project."""
        from reviewer.review.sample import open_sample

        session = attempt(self._desk, lambda: open_sample(self._user))
        if session is not None:
            self._desk.attach(session)

    def take(self, paths: Sequence[Path]) -> None:
        """Open a project, or articles as a project beside them."""
        projects = [path for path in paths if path.suffix.lower() == ".review"]
        for path in projects[:1]:
            self._open_project(path)
        if len(projects) > 1:
            self._desk.told.emit(tr("Only one review can be open: {name}.", name=projects[0].name))
        texts = [path for path in paths if path not in projects]
        if projects and texts:
            self.offer(texts)
        elif texts:
            self._begin(texts)

    def take_dropped(self, names: Sequence[str]) -> None:
        """Take files that were dropped on the window."""
        paths = [Path(name) for name in names]
        if self._desk.session is None or any(path.suffix.lower() == ".review" for path in paths):
            self.take(paths)
        else:
            self.offer(paths)

    def offer(self, paths: Sequence[Path]) -> None:
        """Read files and, where it is not clear, ask what each is."""
        self._read(paths, self._on_read)

    def _begin(self, paths: Sequence[Path]) -> None:
        """Begin a review of articles, or go on with the one begun beside a single article."""
        begun = paths[0].with_suffix(".review")
        if len(paths) > 1 or not begun.exists():
            self._read(paths, self._on_read_anew)
        elif self._open_project(begun):
            said = tr("This goes on with the review begun in {name}.", name=begun.name)
            self._desk.told.emit(f"{said} {self._warning()}".strip())

    def _read(self, paths: Sequence[Path], done: "Callable[[list[tuple[Request, Arrived]]], object]") -> None:
        from reviewer.ui.command.arrival import Arrivals, Request

        if self._arrivals is None:
            self._arrivals = Arrivals(self._window, self._jobs, self._settings, self._desk.failed.emit)
        self._arrivals.read([Request(path) for path in paths], done)

    def _open_project(self, path: Path) -> bool:
        session = attempt(self._desk, lambda: Session.open(path, self._user))
        if session is None:
            return False
        self._desk.attach(session)
        if warning := self._warning():
            self._desk.told.emit(warning)
        return True

    def _warning(self) -> str:
        """What to know about the open project before working on it."""
        session = self._desk.session
        if session is None or not session.is_read_only:
            return ""
        return tr("This project can only be read: its file or folder is write-protected.")

    def _ask(self, title: str, then: Callable[[Sequence[Path]], object]) -> None:
        dialog = QFileDialog(self._window, title, self._settings.text("open.folder", str(Path.home())))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self._on_chosen(names, then))
        dialog.open()

    def _on_chosen(self, names: Sequence[str], then: Callable[[Sequence[Path]], object]) -> None:
        if names:
            self._settings.set("open.folder", str(Path(names[0]).parent))
            then([Path(name) for name in names])

    # What was read

    def _on_read_anew(self, arrived: "list[tuple[Request, Arrived]]") -> None:
        """Begin a project with what was read; where nothing can begin one, the open one stays."""
        is_english = all(isinstance(found, Article) and found.language == "en" for _, found in arrived)
        if not is_english:
            self._desk.detach()
        self._on_read(arrived)

    def _on_read(self, arrived: "list[tuple[Request, Arrived]]") -> None:
        articles = {request.path: found for request, found in arrived if isinstance(found, Article)}
        for request, found in arrived:
            if isinstance(found, ProjectReview):
                self._add_reviews(request.path, found)
            elif isinstance(found, tuple):
                self._add_drafts(request.path, found)
        if not articles:
            return
        guesses = {path: self._guess(article) for path, article in articles.items()}
        if len(articles) == 1 and set(guesses.values()) == {FileUse.ARTICLE}:
            self._use(dict.fromkeys(articles, FileUse.ARTICLE), articles)
            return
        if len(articles) == 1 and self._desk.document_id is None:
            path = next(iter(articles))
            self._desk.failed.emit(
                ReviewerError(
                    "the text is not in Hindi",
                    file=path.name,
                    remedy="Open the Hindi article first, then add this one as its English source.",
                )
            )
            return
        dialog = DropDialog(
            list(articles), guesses, has_document=self._desk.document_id is not None, parent=self._window
        )
        dialog.accepted.connect(lambda: self._use(dialog.choices(), articles))
        dialog.open()

    def _guess(self, article: Article) -> FileUse:
        if article.language != "en":
            return FileUse.ARTICLE
        session, document_id = self._desk.session, self._desk.document_id
        if session is None or document_id is None:
            return FileUse.SOURCE
        return FileUse.BACK_TRANSLATION if Side.SOURCE in session.sides(document_id) else FileUse.SOURCE

    def _use(self, choices: dict[Path, FileUse], articles: dict[Path, Article]) -> None:
        new = [path for path, use in choices.items() if use is FileUse.ARTICLE]
        beside: dict[FileUse, Article] = {
            use: articles[path] for path, use in choices.items() if use is not FileUse.ARTICLE
        }
        if len(new) == 1:
            self._draft(new[0], {FileUse.ARTICLE: articles[new[0]], **beside})
            return
        for use, article in beside.items():
            self._add_companion(use, article)
        for path in new:
            self._draft(path, {FileUse.ARTICLE: articles[path]})

    def _draft(self, path: Path, articles: dict[FileUse, Article]) -> None:
        from reviewer.ui.command.arrival import make_draft

        notes = [note for article in articles.values() for note in article.warnings]
        job = self._jobs.start(f"draft {path}", make_draft, articles)
        job.finished.connect(lambda made: self._add_drafts(path, (made,), notes))
        job.failed.connect(self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, ReviewerError):
            raise error
        self._desk.failed.emit(error)

    def _add_drafts(self, path: Path, drafts: tuple[DocumentDraft, ...], notes: Sequence[str] = ()) -> None:
        is_new = self._desk.session is None
        session = self._session_for(path)
        if session is None:
            return
        added = [attempt(self._desk, partial(session.add_document, each)) for each in drafts]
        first = next((document for document in added if document is not None), None)
        if first is not None:
            self._desk.show_document(first.id)
        notes = (*notes, *(note for each in drafts for note in each.warnings))
        if is_new and session.path.parent != path.resolve().parent:
            notes = (tr("The review is kept in {folder}.", folder=session.path.parent), *notes)
        if notes:
            self._desk.told.emit(" ".join(dict.fromkeys(notes)))
        elif len(drafts) > 1:
            self._desk.told.emit(tr("Added {what}.", what=count(len(drafts), "document", "documents")))

    def _add_reviews(self, path: Path, review: ProjectReview) -> None:
        session = self._session_for(path)
        if session is None:
            return
        added = [attempt(self._desk, partial(session.add_review, each)) for each in review.documents]
        first = next((document for document in added if document is not None), None)
        if first is not None:
            self._desk.show_document(first.id)

    def _session_for(self, path: Path) -> Session | None:
        """The open project, or a new one beside the file."""
        if self._desk.session is None:
            session = attempt(self._desk, lambda: create_beside(path, self._user))
            if session is not None:
                self._desk.attach(session)
        return self._desk.session

    # Companions of the open document

    def ask_companion(self, use: FileUse) -> None:
        """Let a companion of the open document be pasted, typed, or read from a file."""
        title, explanation = _COMPANIONS[use]
        dialog = TextDialog(
            tr(title),
            tr(explanation),
            is_hindi=use in {FileUse.REFERENCE, FileUse.FINAL},
            open_file=self._text_of_a_file,
            parent=self._window,
        )
        dialog.accepted.connect(lambda: self._add_companion(use, article_of(dialog.text())))
        dialog.open()

    def _text_of_a_file(self) -> str | None:
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Open"), self._settings.text("open.folder"))
        if not name:
            return None
        found = attempt(self._desk, lambda: ask_article(Path(name), self._window))
        return "\n".join(paragraph.text for paragraph in found.paragraphs) if found else None

    def _add_companion(self, use: FileUse, article: Article) -> None:
        from reviewer.review.intake import add_back_translation

        session, document_id = self._desk.session, self._desk.document_id
        if session is None or document_id is None:
            return
        self._desk.end_editing()
        attempt(self._desk, lambda: add_back_translation(session, document_id, article, use.value))
        self._desk.show_document(document_id, self._desk.position)


def article_of(text: str) -> Article:
    """A pasted text as an article, a paragraph a line."""
    lines = (line.strip() for line in text.splitlines())
    return Article(title="", paragraphs=tuple(Paragraph(line) for line in lines if line))


def ask_article(path: Path, window: QWidget) -> Article | None:
    """Read an article from a file, and ask for its encoding where that does not show."""
    from reviewer.formats.encoding import UnknownEncoding
    from reviewer.formats.reader import read_article
    from reviewer.ui.dialog.encoding import EncodingDialog

    try:
        return read_article(path)
    except UnknownEncoding as error:
        dialog = EncodingDialog(path.name, error.candidates, window)
        dialog.finished.connect(dialog.deleteLater)
        return read_article(path, encoding=dialog.encoding()) if dialog.exec() else None


def create_beside(path: Path, user: str) -> Session:
    """Make a project beside an article; where one is already there, or the folder is closed, elsewhere."""
    folders = (path.resolve().parent, Path.home() / "Reviewer")
    error: ReviewerError | None = None
    for folder in folders:
        for number in range(1, 100):
            name = path.stem if number == 1 else f"{path.stem} {number}"
            target = folder / f"{name}.review"
            if target.exists():
                continue
            try:
                if folder != folders[0]:
                    folder.mkdir(exist_ok=True)
                return Session.create(target, user)
            except (ReviewerError, OSError) as problem:
                error = problem if isinstance(problem, ReviewerError) else _refused(folder, problem)
                break
    raise error or ReviewerError("there are too many reviews of this file", file=path.name)


def _refused(folder: Path, problem: OSError) -> ReviewerError:
    return ReviewerError(str(problem.strerror), file=str(folder), remedy="Choose another folder.")

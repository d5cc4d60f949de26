"""The profile that a project is judged by: editing it, and what another one would say."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from reviewer.domain.error import ReviewerError
from reviewer.domain.profile import Profile
from reviewer.domain.score import MqmScore
from reviewer.domain.snapshot import ProjectReview
from reviewer.domain.span import Side
from reviewer.review.session import Session
from reviewer.scoring import mqm
from reviewer.scoring.engine.cancel import Cancelled
from reviewer.scoring.profile import load_all, write
from reviewer.ui.command.guard import attempt
from reviewer.ui.desk import Desk
from reviewer.ui.dialog.profile import ProfileDialog
from reviewer.ui.job import Dispatcher
from reviewer.ui.score.snapshot import read_document
from reviewer.ui.word import tr

LONGEST = 20_000
"""Segments of a document beyond which no effect is shown while rules are being edited."""


class Judging(QObject):
    """Handler of the profile dialog."""

    def __init__(self, desk: Desk, window: QWidget, jobs: Dispatcher) -> None:
        super().__init__(desk)
        self._desk, self._window, self._jobs = desk, window, jobs

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does."""
        return {"profile.edit": self.ask}

    def ask(self) -> None:
        """Show the profile in force, to be edited or replaced."""
        if self._desk.session is None:
            return
        dialog = ProfileDialog(self._desk.profile, load_all(), parent=self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.use(dialog.profile()))
        dialog.preview_wanted.connect(partial(self._preview, dialog))
        dialog.open()

    def use(self, profile: Profile) -> None:
        """Judge the project by these rules; those of a shipped profile are named, not copied."""
        session = self._desk.session
        if session is None:
            return
        is_shipped = profile in load_all()
        text = "" if is_shipped else write(profile)
        attempt(self._desk, lambda: session.set_profile(profile.id, text))

    def _preview(self, dialog: ProfileDialog, profile: Profile) -> None:
        session, document_id = self._desk.session, self._desk.document_id
        if session is None or document_id is None or session.segment_count(document_id) > LONGEST:
            return
        order = (session.path, document_id, self._desk.profile, profile)
        job = self._jobs.start_watched("profile preview", _effect, order)
        job.finished.connect(dialog.show_effect)
        # A profile that cannot score this document is no reason to interrupt: it says so once in use.
        job.failed.connect(lambda error: _pass_on(error, dialog))
        dialog.finished.connect(lambda _: self._jobs.cancel("profile preview"))


def _pass_on(error: BaseException, dialog: ProfileDialog) -> None:
    if not isinstance(error, ReviewerError):
        raise error
    dialog.show_effect(str(error))


def _effect(
    order: tuple[Path, int, Profile, Profile],
    /,
    *,
    is_cancelled: Callable[[], bool],
    report: Callable[[int, int], None],  # noqa: ARG001 - the dispatcher's signature
) -> str:
    # Loaded here: the window starts without what only reports need.
    from reviewer.review.output import settled

    path, document_id, before, after = order
    try:
        with Session.open(path, "") as session:
            review = read_document(session, document_id, is_cancelled)
    except Cancelled:
        return ""
    resolved = settled(ProjectReview(documents=(review,)))
    old, new = (mqm.score(review, each, Side.FINAL, resolved) for each in (before, after))
    if before == after:
        return tr("Final text of the open document: {now}", now=told(new))
    return tr("Final text of the open document: {now} (now {before})", now=told(new), before=told(old))


def told(score: MqmScore) -> str:
    """Say a score in a few words."""
    if score.per_thousand is None:
        return tr("{points} points, {verdict}", points=f"{score.penalty:g}", verdict=score.verdict.value)
    npt = f"{score.per_thousand:.1f}"
    return tr("{npt} points per 1,000 words, {verdict}", npt=npt, verdict=score.verdict.value)

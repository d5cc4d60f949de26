"""What dropped files are: articles, or companions of one."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from reviewer.ui.dialog.sheet import Sheet, label, scrolled
from reviewer.ui.word import tr


class FileUse(StrEnum):
    """What a file is to the project."""

    ARTICLE = "article"
    SOURCE = "source"
    BACK_TRANSLATION = "back_translation"
    REFERENCE = "reference"
    FINAL = "final"


_TITLES = {
    FileUse.ARTICLE: "New article (Hindi)",
    FileUse.SOURCE: "English source",
    FileUse.BACK_TRANSLATION: "Back-translation",
    FileUse.REFERENCE: "Reference",
    FileUse.FINAL: "Edited Hindi",
}
_SHORT = {FileUse.ARTICLE: "New article"}
_NOTES = {
    FileUse.ARTICLE: "A translation to review, on its own or with English beside it.",
    FileUse.SOURCE: "The English article that was translated.",
    FileUse.BACK_TRANSLATION: "The Hindi turned back into English.",
    FileUse.REFERENCE: "Another, trusted translation to measure against.",
    FileUse.FINAL: "The Hindi after somebody has edited it.",
}


class DropDialog(Sheet):
    """Say for each file what it is; with one file, `Enter` takes what its language suggests.

    Companions belong to the new article if exactly one is among the files, else to the open document.
    """

    def __init__(
        self,
        files: Sequence[Path],
        suggestion: Mapping[Path, FileUse],
        *,
        has_document: bool,
        parent: QWidget | None = None,
    ) -> None:
        self._files = tuple(files)
        is_one = len(self._files) == 1
        title = tr("What is “{file}”?", file=self._files[0].name) if is_one else tr("What are these files?")
        super().__init__(title, accept=tr("&Add file") if is_one else tr("&Add files"), parent=parent)
        self._has_document = has_document
        self._groups: dict[Path, QButtonGroup] = {}
        self._note = label("", "muted")
        for file in self._files:
            self._groups[file] = self._group(file, suggestion.get(file, FileUse.ARTICLE))
        content = self._list() if is_one else self._matrix()
        self.body.addWidget(content if is_one else scrolled(content), 1)
        self.body.addWidget(self._note)
        self._on_choice_changed()
        first = self._groups[self._files[0]].checkedButton()
        if first:
            first.setFocus()

    def choices(self) -> dict[Path, FileUse]:
        """What each file is, in the order they were given."""
        return {file: list(FileUse)[group.checkedId()] for file, group in self._groups.items()}

    def _group(self, file: Path, suggested: FileUse) -> QButtonGroup:
        group = QButtonGroup(self)
        alone = len(self._files) == 1 and not self._has_document
        for number, use in enumerate(FileUse):
            button = QRadioButton()
            button.setAccessibleName(f"{file.name}: {tr(_TITLES[use])}")
            button.setEnabled(use is FileUse.ARTICLE or not alone)
            group.addButton(button, number)
        wanted = group.button(list(FileUse).index(suggested))
        (wanted if wanted.isEnabled() else group.button(0)).setChecked(True)
        group.idToggled.connect(self._on_choice_changed)
        return group

    def _list(self) -> QWidget:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        group = self._groups[self._files[0]]
        for row, use in enumerate(FileUse):
            button = group.button(row)
            button.setText(tr(_TITLES[use]))
            grid.addWidget(button, row, 0)
            grid.addWidget(label(tr(_NOTES[use]), "muted"), row, 1)
        self.setMinimumWidth(600)
        return content

    def _matrix(self) -> QWidget:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 4, 12, 4)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        for column, use in enumerate(FileUse, start=1):
            heading = label(tr(_SHORT.get(use, _TITLES[use])), "caption")
            heading.setWordWrap(False)
            heading.setToolTip(tr(_NOTES[use]))
            grid.addWidget(heading, 0, column, Qt.AlignmentFlag.AlignHCenter)
        for row, (file, group) in enumerate(self._groups.items(), start=1):
            name = label(file.name)
            name.setToolTip(str(file))
            grid.addWidget(name, row, 0)
            for column, button in enumerate(group.buttons(), start=1):
                grid.addWidget(button, row, column, Qt.AlignmentFlag.AlignHCenter)
        grid.setRowStretch(len(self._files) + 1, 1)
        self.resize(820, min(260 + 32 * len(self._files), 640))
        return content

    def _on_choice_changed(self) -> None:
        if len(self._groups) < len(self._files):
            return
        choices = self.choices()
        trouble = _trouble(choices, has_document=self._has_document)
        self.show_trouble(trouble)
        self._note.setText("" if trouble else _note(choices, has_document=self._has_document))
        self._note.setVisible(bool(self._note.text()))


def _trouble(choices: Mapping[Path, FileUse], *, has_document: bool) -> str:
    uses = list(choices.values())
    companions = [use for use in uses if use is not FileUse.ARTICLE]
    for use in companions:
        if uses.count(use) > 1:
            return tr("Two files cannot both be this: {use}.", use=tr(_TITLES[use]))
    if companions and not has_document and uses.count(FileUse.ARTICLE) != 1:
        return tr("Choose which one file is the article that the others belong to.")
    return ""


def _note(choices: Mapping[Path, FileUse], *, has_document: bool) -> str:
    articles = [file for file, use in choices.items() if use is FileUse.ARTICLE]
    if len(articles) == len(choices):
        return ""
    if len(articles) == 1:
        return tr("The other texts go with “{file}”.", file=articles[0].name)
    return tr("Texts that are not articles go with the open document.") if has_document else ""

"""Where a review goes, and in which format."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from reviewer.ui.dialog.sheet import Sheet, label, rule
from reviewer.ui.word import tr

_NOTES = {
    "plain": "The final Hindi alone, ready for the page. No marks, no comments.",
    "docx": "The final Hindi in a copy of the very document: styles, pictures, links and tables stay.",
    "odt": "The final Hindi in a copy of the very document: styles, pictures, links and tables stay.",
    "html": "The final Hindi in a copy of the very page: everything around it stays.",
    "markdown": "The final Hindi in a copy of the very file: marks and links stay.",
    "docx-final": "The final Hindi with headline, standfirst, captions and credits as styles.",
    "odt-final": "The final Hindi for LibreOffice, with headline, standfirst and captions as styles.",
    "html-final": "The final Hindi as plain paragraphs and headings, for the CMS.",
    "markdown-final": "The final Hindi as CommonMark.",
    "xlsx-review": "A row for each segment, a sheet of errors. For people, not to be read again.",
    "ods-review": "A row for each segment, a sheet of errors, for LibreOffice. Not to be read again.",
    "srt": "The final words in the file they came from; times stay.",
    "vtt": "The final words in the file they came from; times stay.",
    "po": "The final words in the catalogue they came from.",
    "tmx": "What an editor has reviewed, for translation memories.",
    "xliff-1.2": "For translation tools: final words, states, notes.",
    "mqm-tsv": "One row for each error, as at WMT.",
    "marot": "One row for each error, with tokens and times.",
    "mt-metrics-eval": "Ratings, scores and texts in the folders the tool expects.",
    "pearmut": "Texts of all systems, with errors marked so far shown to judges.",
    "appraise": "Texts to judge, with errors marked so far.",
    "label-studio": "Tasks with regions, severities and comments.",
    "indicmt-eval": "A record for each judged segment, errors as words, as published with IndicMT-Eval.",
    "docx-review": "Comments on the exact words, edits as tracked changes. For the writer and the desk.",
    "html-review": "One page with marks, comments and edits that opens in any browser.",
    "pdf-review": "Pages with numbered marks, edits and a table of errors, to print. Not to be read again.",
    "tsv": "Everything as a table for spreadsheets: can be opened here again.",
    "jsonl": "Everything, lossless: can be opened here again.",
}

_FOR_PAGE = (
    "plain",
    "docx",
    "odt",
    "html",
    "markdown",
    "docx-final",
    "odt-final",
    "html-final",
    "markdown-final",
    "srt",
    "vtt",
)
_FOR_PEOPLE = ("docx-review", "html-review", "pdf-review", "xlsx-review", "ods-review", "tsv", "jsonl")
_FOR_TRANSLATORS = ("xliff", "xliff-1.2", "xliff-2", "sdlxliff", "mqxliff", "tmx", "po")
_GROUPS = (
    ("The text alone", _FOR_PAGE),
    ("The whole review", _FOR_PEOPLE),
    ("Translation tools", _FOR_TRANSLATORS),
)
_REST = "Annotation and evaluation"
_LIST_HEIGHT = 380
"""Pixels: with name, folder and buttons the dialog stays within 800."""


class Choice(Protocol):
    """A format that can be written."""

    @property
    def id(self) -> str:
        """Its name in the table of formats."""

    @property
    def title(self) -> str:
        """Its name for people."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Endings of its files, the usual one first."""


class ExportDialog(Sheet):
    """Choose a format, a name and a folder; says so when a file will be replaced."""

    def __init__(
        self,
        formats: Sequence[Choice],
        default_folder: Path,
        default_name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Export review"), accept=tr("&Export"), parent=parent)
        self._formats = tuple(formats)
        self._group = QButtonGroup(self)
        self._name = QLineEdit(default_name)
        self._folder = QLineEdit(str(default_folder))
        self._lay_out()
        self._group.idToggled.connect(self._on_changed)
        self._name.textChanged.connect(self._on_changed)
        self._folder.textChanged.connect(self._on_changed)
        self._group.button(0).setChecked(True)
        self._group.button(0).setFocus()
        self.setMinimumWidth(640)

    def choose(self, format_id: str) -> None:
        """Choose a format, such as the one used last; an unknown one changes nothing."""
        for number, each in enumerate(self._formats):
            if each.id == format_id:
                self._group.button(number).setChecked(True)
                self._group.button(number).setFocus()

    def target(self) -> tuple[str, Path]:
        """The format's id and the file to write."""
        chosen = self._formats[self._group.checkedId()]
        name = self._name.text().strip()
        suffix = chosen.suffixes[0]
        return chosen.id, Path(self._folder.text()).expanduser() / f"{name.removesuffix(suffix)}{suffix}"

    def _lay_out(self) -> None:
        browse = QPushButton(tr("&Choose…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._on_browse_clicked)
        folder = QHBoxLayout()
        folder.setSpacing(8)
        folder.addWidget(self._folder, 1)
        folder.addWidget(browse)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(tr("&Name"), self._name)
        folder_label = QLabel(tr("&Folder"))
        folder_label.setBuddy(self._folder)
        form.addRow(folder_label, folder)
        self.body.addWidget(self._list(), 1)
        self.body.addWidget(rule())
        self.body.addLayout(form)

    def _list(self) -> QScrollArea:
        """All formats in groups; keys and clicks bring the chosen one into view."""
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        row = 0
        for title, numbers in self._grouped():
            grid.addWidget(label(tr(title), "heading"), row, 0, 1, 2)
            for row, number in enumerate(numbers, start=row + 1):  # noqa: B020 - goes on counting
                each = self._formats[number]
                button = QRadioButton(tr(each.title))
                self._group.addButton(button, number)
                grid.addWidget(button, row, 0)
                grid.addWidget(label(tr(_NOTES.get(each.id, "")), "muted"), row, 1)
            row += 1
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        # The dialog's own ground, in both themes.
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        area.setMinimumHeight(min(inner.sizeHint().height(), _LIST_HEIGHT))
        area.setMinimumWidth(inner.sizeHint().width() + area.verticalScrollBar().sizeHint().width())
        self._group.idToggled.connect(
            lambda number, on: area.ensureWidgetVisible(self._group.button(number)) if on else None
        )
        return area

    def _grouped(self) -> Iterator[tuple[str, list[int]]]:
        """The numbers of the formats by group, without empty groups."""
        left = list(range(len(self._formats)))
        for title, ids in _GROUPS:
            own = sorted(
                (n for n in left if self._formats[n].id in ids), key=lambda n: ids.index(self._formats[n].id)
            )
            left = [number for number in left if number not in own]
            if own:
                yield title, own
        if left:
            yield _REST, left

    def _on_browse_clicked(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Choose a folder"), self._folder.text())
        if folder:
            self._folder.setText(folder)

    def _on_changed(self) -> None:
        if self._group.checkedId() < 0:
            return
        path = self.target()[1]
        trouble = self._trouble_with(path)
        is_there = not trouble and path.exists()
        replaces = tr("“{file}” is there already and will be replaced.", file=path.name) if is_there else ""
        self.show_trouble(trouble or replaces, blocks=bool(trouble))
        self.primary.setText(tr("&Replace") if is_there else tr("&Export"))

    def _trouble_with(self, path: Path) -> str:
        name = self._name.text().strip()
        if not name or {"/", "\\"} & set(name):
            return tr("Give the file a name without slashes.") if name else tr("Give the file a name.")
        folder = Path(self._folder.text()).expanduser()
        if not folder.is_dir():
            return tr("There is no such folder. Choose another.")
        if not os.access(folder, os.W_OK):
            return tr("This folder cannot be written to. Choose another.")
        if path.is_dir():
            return tr("A folder has this name. Choose another name.")
        return ""

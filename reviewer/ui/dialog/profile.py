"""The rules a project is judged by, to choose and to edit, with their effect on the open document."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.error import ReviewerError
from reviewer.domain.profile import Profile
from reviewer.scoring.profile import parse, read, write
from reviewer.text.atomic import write_text
from reviewer.ui.dialog.profile_rules import RulesForm
from reviewer.ui.dialog.profile_types import TypeModel
from reviewer.ui.dialog.sheet import Sheet, label, scrolled
from reviewer.ui.word import tr

_PREVIEW_MS = 150
_TOML = "TOML (*.toml)"


class ProfileDialog(Sheet):
    """Pick a profile, change it, see what that does, and use it for the project."""

    preview_wanted = Signal(object)
    """A profile that could be used now: tell its effect to `show_effect`."""

    def __init__(
        self, current: Profile, shipped: Sequence[Profile], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Profile"),
            tr("House rules for scoring: what an error costs, and how much a text may hold to be published."),
            accept=tr("&Use for this project"),
            parent=parent,
        )
        self._base = current
        self._choices: list[Profile] = [current, *(each for each in shipped if each != current)]
        self.choice, self.title = QComboBox(), QLineEdit()
        self.usual = QComboBox()
        self.types, self.rules = TypeModel(self), RulesForm()
        self.table = QTableView()
        self.effect = label("", "lead")
        self._later = QTimer(self, singleShot=True, interval=_PREVIEW_MS)
        self._later.timeout.connect(lambda: self.preview_wanted.emit(self.profile()))
        self._lay_out(current, shipped)
        self.choice.activated.connect(lambda row: self.show_profile(self._choices[row]))
        self.title.textEdited.connect(self._on_edited)
        self.usual.activated.connect(self._on_edited)
        self.types.edited.connect(self._on_types_edited)
        self.types.refused.connect(lambda words: self.show_trouble(words, blocks=False))
        self.rules.changed.connect(self._on_edited)
        self.show_profile(current)
        self.resize(1216, 744)
        self.choice.setFocus()

    def show_profile(self, profile: Profile) -> None:
        """Edit this profile."""
        self._base = profile
        self.title.setText(profile.title)
        self.types.show(profile.types)
        self.rules.show_profile(profile)
        self._offer_types(profile.default_type)
        self._on_edited()

    def profile(self) -> Profile:
        """Return the profile as it is on the screen."""
        known = [kind.id for kind in self.types.types]
        usual = self.usual.currentData()
        made = replace(
            self._base,
            title=self.title.text().strip() or self._base.title,
            types=self.types.types,
            default_type=usual if usual in known else known[0],
        )
        return self.rules.applied_to(made)

    def show_effect(self, words: str) -> None:
        """Say what the profile does to the open document."""
        self.effect.setText(words)

    def load(self, path: Path) -> None:
        """Edit a profile from a file; what is wrong with it is said in the dialog."""
        try:
            self.show_profile(read(path))
        except ReviewerError as error:
            self.show_trouble(str(error), blocks=False)

    def save(self, path: Path) -> None:
        """Write the profile to a file."""
        try:
            write_text(path, write(self.profile()))
        except ReviewerError as error:
            self.show_trouble(str(error), blocks=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's override: a key removes the current type while the table has the keys."""
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self._remove()
        else:
            super().keyPressEvent(event)

    # What was edited

    def _on_types_edited(self) -> None:
        self._offer_types(self.usual.currentData())
        self._on_edited()

    def _on_edited(self) -> None:
        trouble = self.rules.trouble
        if not trouble:
            try:
                parse(write(self.profile()))
            except ReviewerError as error:
                trouble = error.reason[:1].upper() + error.reason[1:]
        self.show_trouble(trouble)
        if trouble:
            self._later.stop()
            self.effect.clear()
        else:
            self._later.start()

    def _offer_types(self, usual: str) -> None:
        self.usual.clear()
        for kind in self.types.types:
            self.usual.addItem(kind.title, kind.id)
        self.usual.setCurrentIndex(max(self.usual.findData(usual), 0))

    def _add(self) -> None:
        index = self.types.index(self.types.add(), 0)
        self.table.setCurrentIndex(index)
        self.table.edit(index)

    def _remove(self) -> None:
        if self.table.currentIndex().isValid():
            self.types.remove(self.table.currentIndex().row())

    def _ask_load(self) -> None:
        self._ask(tr("Load a profile"), QFileDialog.AcceptMode.AcceptOpen).fileSelected.connect(
            lambda name: self.load(Path(name))
        )

    def _ask_save(self) -> None:
        dialog = self._ask(tr("Save the profile"), QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.selectFile(f"{self._base.id}.toml")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))

    def _ask(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = QFileDialog(self, title, "", tr(_TOML))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(mode)
        dialog.open()
        return dialog

    # Layout

    def _lay_out(self, current: Profile, shipped: Sequence[Profile]) -> None:
        for profile in self._choices:
            is_own = profile is current and profile not in shipped
            self.choice.addItem(
                tr("{title} (this project's)", title=profile.title) if is_own else profile.title
            )
        top = QFormLayout()
        top.setHorizontalSpacing(16)
        top.setVerticalSpacing(8)
        top.addRow(tr("Start from"), self.choice)
        top.addRow(tr("Name"), self.title)
        top.addRow(tr("Usual type"), self.usual)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(top)
        left.addWidget(self._table(), 1)
        left.addLayout(self._row((tr("&Add a type"), self._add), (tr("&Remove the type"), self._remove)))
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addLayout(left, 1)
        area = scrolled(self.rules)
        area.setMinimumWidth(500)
        both.addWidget(area)
        self.body.addLayout(both, 1)
        self.body.addWidget(self.effect)
        for text, run in ((tr("&Load file…"), self._ask_load), (tr("&Save as file…"), self._ask_save)):
            button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ResetRole)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, run=run: run())

    def _table(self) -> QTableView:
        table = self.table
        table.setModel(self.types)
        table.setProperty("kind", "figures")
        table.setShowGrid(False)
        table.setAccessibleName(tr("Error types"))
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(28)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for column in range(self.types.columnCount()):
            table.setColumnWidth(column, (0, 196, 72, 64, 64, 72)[column])
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return table

    def _row(self, *buttons: tuple[str, Callable[[], object]]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for text, run in buttons:
            button = QPushButton(text)
            button.setProperty("kind", "small")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, run=run: run())
            row.addWidget(button)
        row.addStretch(1)
        return row

"""The current flag, to be completed by keys or clicks."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QPushButton, QWidget

from reviewer.domain.flag import Flag, Severity
from reviewer.domain.profile import Profile
from reviewer.ui.font import Fonts
from reviewer.ui.inspector.field import CommitField, caption, column
from reviewer.ui.inspector.type_picker import TypePicker
from reviewer.ui.word import tr


class FlagForm(QWidget):
    """Severity, type, comment, suggestion and the rest of one flag."""

    changed = Signal(int, dict)
    """A flag's id, and its fields with their new values."""
    apply_wanted = Signal()
    resolve_wanted = Signal()
    remove_wanted = Signal()
    left = Signal()
    entered = Signal(QWidget)
    """One of the fields took the keys."""

    def __init__(self, fonts: Fonts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("flag_form")
        self.flag_id = -1
        self.severities = {severity: self._severity(severity) for severity in Severity}
        self.picker = TypePicker(self)
        self.comment = CommitField("comment", tr("Comment"), None, self)
        self.suggestion = CommitField("suggestion", tr("Suggestion"), fonts.hindi, self)
        self.needs_source = QCheckBox(tr("Needs the source (B)"), self)
        self.needs_source.setObjectName("needs_source")
        self.needs_source.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.needs_source.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.apply = self._button("apply", tr("Apply (A)"))
        self.resolve = self._button("resolve", tr("Resolve (R)"))
        self.remove = self._button("remove", tr("Remove (Del)"))
        self._lay_out()
        self._connect()

    def show_flag(self, flag: Flag, profile: Profile, is_resolved: bool) -> None:
        """Show a flag's values."""
        if flag.id != self.flag_id:
            self.flag_id = flag.id
            self.comment.reset(flag.comment)
            self.suggestion.reset(flag.suggestion or "")
        self.severities[flag.severity].setChecked(True)
        self.picker.show_types(profile.types, flag.type)
        self.comment.show_text(flag.comment)
        self.suggestion.show_text(flag.suggestion or "")
        is_deletion = flag.suggestion == ""
        self.suggestion.setPlaceholderText(tr("Delete the words") if is_deletion else tr("Suggestion"))
        self.needs_source.setChecked(flag.needs_source)
        self.apply.setEnabled(flag.suggestion is not None)
        self.resolve.setText(tr("Reopen (R)") if is_resolved else tr("Resolve (R)"))

    def commit(self) -> None:
        """Store what was written in the fields."""
        self.comment.commit()
        self.suggestion.commit()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        group = QButtonGroup(self)
        for button in self.severities.values():
            group.addButton(button)
            row.addWidget(button)
        layout = column(self, 6)
        layout.setContentsMargins(12, 4, 8, 12)
        layout.addLayout(row)
        layout.addWidget(self.picker)
        layout.addWidget(caption(tr("Comment (C)"), self))
        layout.addWidget(self.comment)
        layout.addWidget(caption(tr("Suggestion (S)"), self))
        layout.addWidget(self.suggestion)
        layout.addWidget(self.needs_source)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in (self.apply, self.resolve, self.remove):
            buttons.addWidget(button)
        buttons.addStretch()
        layout.addLayout(buttons)

    def _connect(self) -> None:
        for severity, button in self.severities.items():
            button.clicked.connect(partial(self._tell, {"severity": severity}))
        self.picker.chosen.connect(lambda type_id: self._change({"type": type_id}))
        self.comment.committed.connect(lambda text: self._change({"comment": text}))
        self.suggestion.committed.connect(self._on_suggestion_committed)
        self.needs_source.clicked.connect(lambda is_on: self._change({"needs_source": is_on}))
        self.apply.clicked.connect(self.apply_wanted)
        self.resolve.clicked.connect(self.resolve_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        for part in (self.picker, self.comment, self.suggestion):
            part.left.connect(self.left)
        self.picker.opened.connect(lambda: self.entered.emit(self.picker))
        for field in (self.comment, self.suggestion):
            field.entered.connect(partial(self.entered.emit, field))

    def _on_suggestion_committed(self, text: str) -> None:
        # Offered words that were taken away are to be deleted; an own suggestion is merely taken back.
        self._change({"suggestion": text if text or self.suggestion.was_offered else None})

    def _change(self, fields: Mapping[str, object]) -> None:
        self.changed.emit(self.flag_id, dict(fields))

    def _tell(self, fields: Mapping[str, object], _checked: bool = False) -> None:
        self._change(fields)
        self.left.emit()

    def _severity(self, severity: Severity) -> QPushButton:
        button = QPushButton(f"{severity.rank + 1} {tr(severity.value.capitalize())}", self)
        button.setObjectName(f"severity.{severity.value}")
        button.setProperty("kind", "severity")
        button.setProperty("severity", severity.value)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"flag.{name}")
        button.setProperty("kind", "flat")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

"""Dismissing a finding: how far, and why."""

from PySide6.QtWidgets import QButtonGroup, QComboBox, QLineEdit, QRadioButton, QWidget

from reviewer.domain.answer import Reason, Scope
from reviewer.domain.finding import Finding
from reviewer.domain.span import Side
from reviewer.ui.dialog.sheet import Sheet, label
from reviewer.ui.word import tr

_REASONS = {
    Reason.WRONG: "The finding is wrong",
    Reason.HOUSE_RULE: "Our house writes it so",
    Reason.ARTEFACT: "Artefact of the back-translation",
    Reason.NOT_WORTH_IT: "Right, but not worth it",
    Reason.OTHER: "Another reason",
}
_MOST_LETTERS = 40


class DismissalDialog(Sheet):
    """Four ways to be silent, each with its digit."""

    def __init__(self, finding: Finding, title: str, *, parent: QWidget | None = None) -> None:
        super().__init__(tr("Dismiss this finding"), finding.message, accept=tr("Dismiss"), parent=parent)
        quote = finding.quote if len(finding.quote) <= _MOST_LETTERS else finding.quote[:_MOST_LETTERS] + "…"
        words = {
            Scope.HERE: tr("&1  Not here"),
            Scope.DOCUMENT: tr("&2  “{title}” not in this document", title=title),
            Scope.WORD: tr("&3  Never for “{quote}”", quote=quote),
            Scope.CHECK: tr("&4  Never “{title}” in this project", title=title),
        }
        self._scopes = QButtonGroup(self)
        self._offered = [scope for scope in words if scope is not Scope.WORD or finding.quote]
        for number, scope in enumerate(self._offered):
            button = QRadioButton(words[scope], self)
            button.setObjectName(f"scope.{scope.value}")
            button.setChecked(number == 0)
            self._scopes.addButton(button, number)
            self.body.addWidget(button)
        self._reasons = QComboBox(self)
        self._reasons.setObjectName("reason")
        self._reasons.setAccessibleName(tr("Reason"))
        for reason, text in _REASONS.items():
            if reason is not Reason.ARTEFACT or finding.evidence is Side.BACK_TRANSLATION:
                self._reasons.addItem(tr(text), reason)
        if finding.evidence is Side.BACK_TRANSLATION:
            self._reasons.setCurrentIndex(self._reasons.findData(Reason.ARTEFACT))
        self._note = QLineEdit(self)
        self._note.setObjectName("note")
        self._note.setPlaceholderText(tr("In your own words, if you like"))
        self._note.setAccessibleName(tr("Note"))
        self.body.addSpacing(4)
        self.body.addWidget(label(tr("Why"), "caption"))
        self.body.addWidget(self._reasons)
        self.body.addWidget(self._note)
        self.fit(440)
        self._scopes.button(0).setFocus()

    def scope(self) -> Scope:
        """How far it reaches."""
        return self._offered[max(0, self._scopes.checkedId())]

    def reason(self) -> Reason:
        """Why."""
        return Reason(self._reasons.currentData())

    def note(self) -> str:
        """The editor's own words."""
        return self._note.text().strip()

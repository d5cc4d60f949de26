"""All checks: what each looks for, how often editors agreed with it, and whether it was silenced."""

import inspect
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from reviewer.checks.check import Check
from reviewer.domain.answer import Answer, Scope, Tally
from reviewer.review.session import Session
from reviewer.ui.dialog.sheet import Sheet, label
from reviewer.ui.word import tr

_ID = Qt.ItemDataRole.UserRole
_NOBODY = Tally(check="")


class ChecksDialog(Sheet):
    """A list that can be searched; the chosen check explains itself below."""

    def __init__(self, session: Session, checks: Sequence[Check], *, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Checks"),
            tr(
                "What they find never counts in a score. A check that editors accept in fewer than 30 of 100 "
                "findings, after 30 answers, says hints only."
            ),
            parent=parent,
        )
        self._session, self._checks = session, {check.id: check for check in checks}
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search checks"))
        self.search.setClearButtonEnabled(True)
        self.list = QTreeWidget(self)
        self.about = label("", "muted")
        self.about.setMinimumHeight(72)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.restore = QPushButton(tr("Hear it again"), self)
        self.restore.setAutoDefault(False)
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        self.list.currentItemChanged.connect(self._explain)
        self.restore.clicked.connect(self._restore)
        self.refresh()
        self.resize(820, 600)
        self.search.setFocus()

    def refresh(self) -> None:
        """Show the counts as they are now."""
        tallies, silenced = self._session.answers(), self._silenced()
        chosen = self._chosen()
        self.list.clear()
        for check in self._checks.values():
            tally = tallies.get(check.id, _NOBODY)
            share = "" if tally.acceptance is None else f"{100 * tally.acceptance:.0f} %"
            state = tr("silenced") if check.id in silenced else tr("hints only") if tally.is_demoted else ""
            row = (
                check.code,
                check.title,
                tr(check.tier.value),
                str(tally.accepted or ""),
                str(tally.dismissed or ""),
                share,
                state,
            )
            item = QTreeWidgetItem(list(row))
            item.setData(0, _ID, check.id)
            for number in (3, 4, 5):
                item.setTextAlignment(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.list.addTopLevelItem(item)
            if check.id == chosen:
                self.list.setCurrentItem(item)
        self._filter(self.search.text())
        self._explain()

    def _silenced(self) -> dict[str, Answer]:
        """Answers by which whole checks were silenced in the project."""
        return {each.check: each for each in self._session.dismissals() if each.scope is Scope.CHECK}

    def _chosen(self) -> str:
        item = self.list.currentItem()
        return str(item.data(0, _ID)) if item is not None else ""

    def _filter(self, words: str) -> None:
        wanted = words.casefold().split()
        for number in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(number)
            if item is not None:
                check = self._checks[str(item.data(0, _ID))]
                text = f"{check.code} {check.id} {check.title} {check.__doc__}".casefold()
                item.setHidden(not all(word in text for word in wanted))

    def _explain(self, *_: object) -> None:
        check = self._checks.get(self._chosen())
        self.about.setText(" ".join(inspect.getdoc(check).split()) if check and check.__doc__ else "")  # type: ignore[union-attr]
        tally = self._session.answers().get(check.id, _NOBODY) if check else _NOBODY
        self.restore.setEnabled(check is not None and (check.id in self._silenced() or tally.is_demoted))

    def _restore(self) -> None:
        check = self._chosen()
        answer = self._silenced().get(check)
        if answer is not None:
            self._session.take_answer_back(answer.id)
        else:
            self._session.restore_check(check)
        self.refresh()

    def _lay_out(self) -> None:
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setProperty("kind", "checks")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHeaderLabels(
            [tr("Code"), tr("Check"), tr("Says"), tr("Accepted"), tr("Dismissed"), tr("Share"), tr("State")]
        )
        for number, width in enumerate((64, 268, 84, 92, 100, 68)):
            self.list.setColumnWidth(number, width)
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self.restore)
        self.body.addLayout(row)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.about)

"""The bar above the page: what the figures are about, whether they are being updated, and the way out."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from reviewer.domain.profile import Profile
from reviewer.domain.report import Selection
from reviewer.domain.segment import Document, Role
from reviewer.ui.score.facet import FacetButton, Option
from reviewer.ui.score.period import PeriodButton
from reviewer.ui.word import tr


class FilterBar(QFrame):
    """A button a condition, and one that takes all of them away."""

    changed = Signal()
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self.documents = FacetButton("documents", tr("Document"), self)
        self.systems = FacetButton("systems", tr("Engine"), self)
        self.editors = FacetButton("editors", tr("Editor"), self)
        self.desks = FacetButton("desks", tr("Desk"), self)
        self.roles = FacetButton("roles", tr("Part"), self)
        self.types = FacetButton("types", tr("Error type"), self)
        self.period = PeriodButton(self)
        self.all = _button("scores.all", tr("Show all"), "link")
        self.state = QLabel(self)
        self.state.setProperty("kind", "caption")
        self.export = _button("scores.export", tr("Export…"), "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        for part in (*self._facets, self.period, self.all):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.state)
        row.addWidget(self.export)
        for facet in self._facets:
            facet.changed.connect(self._on_changed)
        self.period.changed.connect(self._on_changed)
        self.all.clicked.connect(self.clear)
        self.export.clicked.connect(self.export_wanted)
        self.all.hide()

    @property
    def _facets(self) -> tuple[FacetButton, ...]:
        return (self.documents, self.systems, self.editors, self.desks, self.roles, self.types)

    @property
    def selection(self) -> Selection:
        """What is chosen."""
        return Selection(
            documents=self.documents.chosen,
            since=self.period.since,
            until=self.period.until,
            systems=self.systems.chosen,
            editors=self.editors.chosen,
            desks=self.desks.chosen,
            roles=self.roles.chosen,
            types=self.types.chosen,
        )

    def offer(self, documents: Iterable[Document], editors: Iterable[str], profile: Profile) -> None:
        """Offer what the project has; a condition that cannot tell anything apart is not shown."""
        listed = tuple(documents)
        self.documents.offer([(document.id, document.title) for document in listed])
        self.systems.offer(_named(document.system for document in listed))
        self.desks.offer(_named(document.desk for document in listed))
        self.editors.offer(_named(editors))
        self.roles.offer([(role, tr(role.value.capitalize())) for role in Role])
        self.types.offer(_types(profile))

    def clear(self) -> None:
        """Take all conditions away."""
        for facet in self._facets:
            facet.choose()
        self.period.choose(None, None)
        self._on_changed()

    def _on_changed(self) -> None:
        self.all.setVisible(self.selection != Selection())
        self.changed.emit()


def _named(names: Iterable[str]) -> list[Option]:
    return [(name, name) for name in sorted(set(names), key=str.casefold) if name]


def _types(profile: Profile) -> list[Option]:
    """List whole dimensions before the types of each."""
    made: list[Option] = []
    for known in profile.types:
        dimension = known.id.partition("/")[0]
        if not any(value == dimension for value, _ in made):
            made.append((dimension, tr("{name}, all", name=dimension.replace("-", " ").capitalize())))
        if known.id != dimension:
            made.append((known.id, f"    {known.title}"))
    return made


def _button(name: str, text: str, kind: str) -> QPushButton:
    made = QPushButton(text)
    made.setObjectName(name)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    return made

"""Everything of a profile but its types: multipliers, positions, thresholds, tolerance."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reviewer.domain.flag import Severity
from reviewer.domain.profile import Denominator, Limits, Profile, TolerancePoint
from reviewer.domain.segment import Role
from reviewer.ui.dialog.profile_field import NumberField
from reviewer.ui.dialog.sheet import label
from reviewer.ui.word import tr

_SEVERITIES = tuple(Severity)
_ROLES = (Role.HEADLINE, Role.STANDFIRST, Role.BODY, Role.CAPTION, Role.CREDIT)
_LIMITED = ("critical", "major", "minor")
_LIMITS = {
    "limits": "In the whole text",
    "lead_limits": "In headline and lead",
    "short_limits": "In a short text",
}
_TOLERANCE = ("words", "points", "words ", "points ")


class RulesForm(QWidget):
    """Fields in groups; `profile` is the one shown with what has been typed put in."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile: Profile | None = None
        self.fields: dict[str, NumberField] = {}
        self.denominator = QComboBox()
        self.denominator.addItem(tr("source words"), Denominator.SOURCE)
        self.denominator.addItem(tr("Hindi words"), Denominator.TARGET)
        self.denominator.activated.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        self._group(
            column, "Points for one error", [f"multiplier {s.value}" for s in _SEVERITIES], _SEVERITIES
        )
        self._group(column, "Weight of the place", [f"role {role.value}" for role in _ROLES], _ROLES)
        self._group(column, "", ["lead_weight", "repeat_weight"], ("first paragraph", "same error again"))
        self._divisor(column)
        titles = ("acceptable", "retranslate above", "pass mark", "short below")
        names = ["acceptable_npt", "edit_npt", "passing_score", "short_words"]
        self._group(column, "Points per 1,000 words, and marks", names, titles)
        self._limits(column)
        names = [f"tolerance {n}" for n in range(4)]
        self._group(column, "Tolerance that slows with length: two agreed texts", names, _TOLERANCE)
        for n in range(4):
            self.fields[f"tolerance {n}"].setPlaceholderText(tr("none"))
        column.addStretch(1)

    def show_profile(self, profile: Profile) -> None:
        """Show a profile's rules."""
        self._profile = profile
        values: dict[str, float | None] = {
            f"multiplier {s.value}": profile.multipliers[s] for s in _SEVERITIES
        }
        values |= {f"role {role.value}": profile.role_weights.get(role, 1.0) for role in _ROLES}
        for name in ("lead_weight", "repeat_weight", "target_per_source", "acceptable_npt"):
            values[name] = getattr(profile, name)
        for name in ("edit_npt", "passing_score", "short_words"):
            values[name] = getattr(profile, name)
        for group in _LIMITS:
            values |= {f"{group} {each}": getattr(getattr(profile, group), each) for each in _LIMITED}
        points = profile.tolerance
        numbers = [n for point in points for n in (point.words, point.points)] if points else [None] * 4
        values |= {f"tolerance {n}": value for n, value in enumerate(numbers)}
        for name, value in values.items():
            self.fields[name].show_value(value)
        self.denominator.setCurrentIndex(self.denominator.findData(profile.denominator))

    @property
    def trouble(self) -> str:
        """What is wrong with the first field that is wrong."""
        typed = next((field.trouble for field in self.fields.values() if field.trouble), "")
        given = [self.fields[f"tolerance {n}"].value is not None for n in range(4)]
        half = tr("The tolerance needs both texts, or neither.") if any(given) != all(given) else ""
        return typed or half

    def applied_to(self, profile: Profile) -> Profile:
        """Return a profile with these rules."""
        roles = {role: self._number(f"role {role.value}") for role in _ROLES}
        return replace(
            profile,
            multipliers={s: self._number(f"multiplier {s.value}") for s in _SEVERITIES},
            role_weights={r: w for r, w in roles.items() if w != 1 or r in profile.role_weights},
            lead_weight=self._number("lead_weight"),
            repeat_weight=self._number("repeat_weight"),
            denominator=Denominator(self.denominator.currentData()),
            target_per_source=self._number("target_per_source"),
            acceptable_npt=self._number("acceptable_npt"),
            edit_npt=self._number("edit_npt"),
            passing_score=self._number("passing_score"),
            short_words=round(self._number("short_words")),
            limits=self._limit("limits"),
            lead_limits=self._limit("lead_limits"),
            short_limits=self._limit("short_limits"),
            tolerance=self._tolerance(),
        )

    def _number(self, name: str) -> float:
        return self.fields[name].value or 0.0

    def _limit(self, group: str) -> Limits:
        critical, major, minor = (self.fields[f"{group} {each}"].whole for each in _LIMITED)
        return Limits(critical=critical, major=major, minor=minor)

    def _tolerance(self) -> tuple[TolerancePoint, TolerancePoint] | None:
        a, b, c, d = (self.fields[f"tolerance {n}"].value for n in range(4))
        if a is None or b is None or c is None or d is None:
            return None
        return TolerancePoint(a, b), TolerancePoint(c, d)

    # Layout

    def _field(
        self, name: str, title: str, *, is_whole: bool = False, is_optional: bool = False
    ) -> NumberField:
        made = NumberField(title, is_whole=is_whole, is_optional=is_optional)
        made.changed.connect(self.changed)
        self.fields[name] = made
        return made

    def _group(self, column: QVBoxLayout, title: str, names: Sequence[str], titles: Sequence[str]) -> None:
        if title:
            column.addSpacing(4)
            column.addWidget(label(tr(title), "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        for place, (name, each) in enumerate(zip(names, titles, strict=True)):
            words = tr(str(each).strip())
            is_optional, is_whole = name.startswith("tolerance"), name == "short_words"
            field = self._field(name, words.capitalize(), is_whole=is_whole, is_optional=is_optional)
            grid.addWidget(label(words, "caption"), 0, place)
            grid.addWidget(field, 1, place)
        grid.setColumnStretch(len(names), 1)
        column.addLayout(grid)

    def _divisor(self, column: QVBoxLayout) -> None:
        column.addWidget(label(tr("Divided by"), "heading"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.denominator)
        row.addWidget(QLabel(tr("Hindi words to one English word")))
        row.addWidget(self._field("target_per_source", tr("Hindi words to one English word")))
        row.addStretch(1)
        column.addLayout(row)

    def _limits(self, column: QVBoxLayout) -> None:
        column.addWidget(label(tr("Open errors a text may still have"), "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for place, each in enumerate(_LIMITED, start=1):
            grid.addWidget(label(tr(each), "caption"), 0, place)
        for row, (group, title) in enumerate(_LIMITS.items(), start=1):
            grid.addWidget(label(tr(title)), row, 0)
            for place, each in enumerate(_LIMITED, start=1):
                name = f"{tr(title)}, {tr(each)}"
                field = self._field(f"{group} {each}", name, is_whole=True, is_optional=True)
                grid.addWidget(field, row, place)
        grid.setColumnStretch(4, 1)
        column.addLayout(grid)

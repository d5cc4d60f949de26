"""What this program is, and what it stands on."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from reviewer.ui.dialog.sheet import Sheet, label, rule
from reviewer.ui.word import tr

_LIBRARIES = (
    ("PySide6_Essentials", "Qt for Python"),
    ("SQLAlchemy", "SQLAlchemy"),
    ("sacrebleu", "sacreBLEU"),
    ("regex", "regex"),
    ("lxml", "lxml"),
    ("python-docx", "python-docx"),
    ("odfdo", "odfdo"),
    ("openpyxl", "openpyxl"),
    ("Jinja2", "Jinja2"),
    ("markdown-it-py", "markdown-it-py"),
    ("charset-normalizer", "charset-normalizer"),
    ("platformdirs", "platformdirs"),
)


class AboutDialog(Sheet):
    """Version, licence, libraries."""

    def __init__(self, version_text: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Reviewer {version}", version=version_text), parent=parent)
        self.setWindowTitle(tr("About Reviewer"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body.addWidget(label(tr("A desk for reviewing AI-translated Hindi.")))
        self.body.addWidget(
            label(
                tr(
                    "Free software under the GNU General Public License, version 3 or later. "
                    "It comes without any warranty. Your texts stay on this computer."
                ),
                "muted",
            )
        )
        self.body.addWidget(rule())
        self.body.addLayout(_grid(libraries()))
        self.body.addWidget(rule())
        self.body.addWidget(
            label(
                tr(
                    "Typefaces Noto Sans Devanagari and Inter: Open Font License. "
                    "Icons Phosphor: MIT licence."
                ),
                "caption",
            )
        )

        self.fit(480)


def libraries() -> tuple[tuple[str, str], ...]:
    """Return the names and versions of the libraries that are installed."""
    found = []
    for package, title in _LIBRARIES:
        try:
            found.append((title, version(package)))
        except PackageNotFoundError:
            continue
    return tuple(found)


def _grid(pairs: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 3)
    grid.setColumnStretch(1, 2)
    grid.setColumnStretch(2, 3)
    grid.setColumnStretch(3, 2)
    half = -(-len(pairs) // 2)
    for number, (title, number_text) in enumerate(pairs):
        row, column = number % half, 2 * (number // half)
        name = label(title)
        name.setWordWrap(False)
        grid.addWidget(name, row, column)
        grid.addWidget(label(number_text, "muted"), row, column + 1)
    return grid

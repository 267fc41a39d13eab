"""Two versions of a network beside each other: what they cost, and which blocks differ."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from explorer.analysis.analyze import Analysis, analyze
from explorer.app import format as f
from explorer.app.theme import ui_font
from explorer.app.widgets import hairline, label
from explorer.graph.model import Document

NAMES_SHOWN = 8


def _tr(text: str) -> str:
    return QCoreApplication.translate("Differences", text)


class Names(NamedTuple):
    """Blocks of the outermost graph that only one version has, or that differ."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]


def names(before: Document, after: Document) -> Names:
    """Which blocks differ, by name. Where they stand on the canvas is no difference."""
    old, new = before.graph.by_name, after.graph.by_name
    return Names(
        tuple(n for n in new if n not in old),
        tuple(n for n in old if n not in new),
        tuple(
            n
            for n in new
            if n in old
            and (
                (old[n].type, old[n].params, old[n].body)
                != (new[n].type, new[n].params, new[n].body)
                or before.graph.incoming[n] != after.graph.incoming[n]
            )
        ),
    )


def figures(before: Document, after: Document) -> list[tuple[str, str, str]]:
    """What is counted, and its figure in both."""
    one, two = analyze(before), analyze(after)

    def row(what: str, figure: Callable[[Analysis], int]) -> tuple[str, str, str]:
        return what, f.whole(figure(one)), f.whole(figure(two))

    return [
        row(_tr("Blocks"), lambda a: len(a.document.graph.nodes)),
        row(_tr("Layers"), lambda a: a.root.layers),
        row(_tr("Parameters"), lambda a: a.totals.parameters),
        row(_tr("MACs"), lambda a: a.totals.macs),
        row(_tr("Problems"), lambda a: len(a.problems)),
    ]


class DifferencesDialog(QDialog):
    """Two versions in figures, and below them the blocks that differ."""

    def __init__(
        self, before: tuple[str, Document], after: tuple[str, Document], parent: QWidget
    ) -> None:
        """Each version with what it is called."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_tr("Differences"))
        self.setMinimumWidth(460)
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight
        for column, (title, _) in ((1, before), (2, after)):
            grid.addWidget(label(title, "secondary"), 0, column, right)
        grid.addWidget(hairline(), 1, 0, 1, 3)
        for i, (what, one, two) in enumerate(figures(before[1], after[1]), 2):
            grid.addWidget(label(what, "secondary" if one == two else ""), i, 0)
            for column, text in ((1, one), (2, two)):
                figure = label(text, "secondary" if one == two else "", mono=12)
                grid.addWidget(figure, i, column, right)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(grid)
        for text in self._sentences(names(before[1], after[1])):
            layout.addWidget(label(text, wrap=True))
        layout.addStretch()
        buttons = QDialogButtonBox()
        buttons.addButton(_tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.setFont(ui_font(13))

    @staticmethod
    def _sentences(found: Names) -> list[str]:
        def some(which: tuple[str, ...]) -> str:
            shown = ", ".join(which[:NAMES_SHOWN])
            more = len(which) - NAMES_SHOWN
            return _tr("{0} and {1} more").format(shown, more) if more > 0 else shown

        texts = (
            (_tr("Added: {0}."), found.added),
            (_tr("Removed: {0}."), found.removed),
            (_tr("Changed: {0}."), found.changed),
        )
        said = [text.format(some(which)) for text, which in texts if which]
        return said or [_tr("No block was added, removed or changed.")]

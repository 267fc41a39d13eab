"""What an import tells: what came in, what stands as an opaque block, what was left out."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explorer.app import format as words
from explorer.app.theme import mono_font
from explorer.app.widgets import label

PATH = int(Qt.ItemDataRole.UserRole)


class Report(msgspec.Struct, frozen=True):
    """As the command line prints it; what else it tells is not shown."""

    parameters: int
    macs: int
    layers: int
    weights: str = ""
    opaque: tuple[tuple[str, str], ...] = ()
    """Paths with what stands there."""
    dropped: tuple[tuple[str, str], ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    folded: int = 0
    recognised: tuple[tuple[str, int], ...] = ()
    exact: bool | None = None
    notes: tuple[str, ...] = ()

    @property
    def loses(self) -> bool:
        """Whether something did not come in as it was."""
        return bool(self.opaque or self.dropped or self.exact is False)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportReport", text)


def summary(report: Report, name: str) -> str:
    """One sentence or two."""
    text = _tr("Imported {0}: {1} layers, {2} parameters, {3} MACs.").format(
        name,
        words.whole(report.layers),
        words.compact(report.parameters),
        words.compact(report.macs),
    )
    if report.opaque:
        text += " " + _tr("{0} of its blocks are opaque: they have no layer here.").format(
            len(report.opaque)
        )
    if report.dropped:
        text += " " + _tr("{0} parts were left out.").format(len(report.dropped))
    if report.exact is False:
        text += " " + _tr("Its values are not exactly those of the original.")
    return text


class ReportDialog(QDialog):
    """The report as a list; what is a block can be chosen and is shown on the canvas."""

    block_chosen = Signal(str)

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 420)
        self.list = QTreeWidget()
        self.list.setHeaderLabels((self.tr("where"), self.tr("what")))
        self.list.setAccessibleName(self.tr("What came in and what did not"))
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self._fill(report)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 14)
        layout.setSpacing(12)
        layout.addWidget(label(self._exactness(report), wrap=True))
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)

    def _exactness(self, report: Report) -> str:
        if report.exact is None:
            return self.tr("Whether it gives the same values as the original could not be tried.")
        if report.exact:
            return self.tr("With the weights it came with, it gives the very same values.")
        return self.tr("It does not give exactly the values of the original.")

    def _fill(self, report: Report) -> None:
        groups = (
            (self.tr("Opaque blocks: shape and counts are kept, nothing else"), report.opaque),
            (self.tr("Left out"), report.dropped),
            (self.tr("Weights under another name"), report.renamed),
            (
                self.tr("Recognised as blocks of the palette"),
                tuple((kind, f"×{count}") for kind, count in report.recognised),
            ),
            (self.tr("Notes"), tuple(("", note) for note in report.notes)),
        )
        for index, (title, rows) in enumerate(groups):
            if not rows:
                continue
            top = QTreeWidgetItem([f"{title} ({len(rows)})"])
            self.list.addTopLevelItem(top)
            top.setFirstColumnSpanned(True)
            for where, what in rows:
                item = QTreeWidgetItem([where, what])
                item.setFont(0, mono_font(12))
                item.setToolTip(1, what)
                if index == 0:
                    item.setData(0, PATH, where)
                top.addChild(item)
            top.setExpanded(index < 2)
        if not self.list.topLevelItemCount():
            self.list.addTopLevelItem(QTreeWidgetItem([self.tr("Nothing was lost.")]))

    def _choose(self, item: QTreeWidgetItem) -> None:
        path = item.data(0, PATH)
        if path:
            self.block_chosen.emit(str(path))

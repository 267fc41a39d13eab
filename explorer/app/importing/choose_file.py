"""A page of the import dialog: a file, what in it is the network, and whether its code may run."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.app.importing.request import RUNS, Request, callables
from explorer.app.style import mark
from explorer.app.theme import mono_font
from explorer.app.widgets import CalmComboBox, LineEdit, label


class FilePage(QWidget):
    """An ONNX file is only read; Python and torch.export archives are run, which is asked for."""

    changed = Signal()
    submitted = Signal()
    browse_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.path = LineEdit()
        self.path.setFont(mono_font(12))
        self.path.setPlaceholderText(self.tr("An .onnx, .py or .pt2 file"))
        self.path.setAccessibleName(self.tr("File"))
        self.browse = QPushButton(self.tr("Browse…"))
        self.browse.clicked.connect(self.browse_asked)
        self.called = CalmComboBox()
        self.called.setEditable(True)
        self.called.setFont(mono_font(12))
        self.called.setMinimumWidth(220)
        self.called.setAccessibleName(self.tr("Class or function"))
        if (field := self.called.lineEdit()) is not None:
            field.setPlaceholderText("Net(classes=10)")
        self._called_name = label(self.tr("Class or function"))
        self._called_name.setBuddy(self.called)
        self.consent = QCheckBox(self.tr("Run it"))
        self.question = QFrame()
        mark(self.question, kind="problem", severity="warning")
        self._asks = label("", wrap=True)
        asks = QVBoxLayout(self.question)
        asks.setContentsMargins(12, 8, 12, 8)
        asks.setSpacing(8)
        asks.addWidget(self._asks)
        asks.addWidget(self.consent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        name = label(self.tr("File"))
        name.setBuddy(self.path)
        file = QHBoxLayout()
        file.setSpacing(8)
        file.addWidget(self.path, 1)
        file.addWidget(self.browse)
        grid.addWidget(name, 0, 0)
        grid.addLayout(file, 0, 1)
        grid.addWidget(self._called_name, 1, 0)
        grid.addWidget(self.called, 1, 1, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(14)
        layout.addLayout(grid)
        layout.addWidget(self.question)
        layout.addStretch(1)
        self._seen = Path()
        self.path.textChanged.connect(self._look)
        self.path.returnPressed.connect(self.submitted)
        self.called.currentTextChanged.connect(self.changed)
        self.consent.toggled.connect(self.changed)
        self._look()

    def show_file(self, path: Path) -> None:
        self.path.setText(str(path))

    @property
    def _file(self) -> Path:
        return Path(self.path.text().strip()).expanduser()

    def _look(self) -> None:
        """What has to be asked of this file. Consent is for one file, never for the next."""
        path = self._file
        runs, python = path.suffix in RUNS, path.suffix == ".py"
        self._called_name.setVisible(python)
        self.called.setVisible(python)
        self.question.setVisible(runs)
        if path != self._seen:
            self._seen = path
            self.consent.setChecked(False)
            self.called.clear()
            if python and path.is_file():
                self.called.addItems(callables(path))
            what = (
                self.tr("Importing {0} runs the Python code in it, in a separate process.")
                if python
                else self.tr(
                    "{0} is an archive of torch.export. Reading it may run code that is in it, "
                    "in a separate process."
                )
            )
            trust = self.tr("Do that only with files that you trust.")
            self._asks.setText(f"{what.format(path.name)} {trust}")
        self.changed.emit()

    @property
    def request(self) -> Request | None:
        path, runs = self._file, self._file.suffix in RUNS
        if not path.is_file() or (runs and not self.consent.isChecked()):
            return None
        spec = str(path.absolute())
        if path.suffix == ".py":
            called = self.called.currentText().strip()
            if not called:
                return None
            spec = f"{spec}:{called}"
        return Request(spec, path.name, run_code=runs)

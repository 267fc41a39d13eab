"""The settings of the next run."""

from __future__ import annotations

import math

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QWidget

from explorer.app.format import whole
from explorer.app.language import say
from explorer.app.panels.number_field import NumberField
from explorer.app.runner import DATA_IMAGES, DATA_TITLE, TEST_IMAGES, Runner
from explorer.app.widgets import CalmComboBox, label
from explorer.worker.messages import Recipe


def limits(name: str) -> tuple[float, float]:
    """The range that the recipe itself gives a field, so that it is written down once."""
    for field in msgspec.structs.fields(Recipe):
        if field.name == name:
            info = msgspec.inspect.type_info(field.type)
            low = getattr(info, "ge", None)
            high = getattr(info, "le", None)
            return (low if low is not None else 0.0), (high if high is not None else math.inf)
    raise KeyError(name)


class RecipeForm(QWidget):
    """Fields for the runner's recipe and device; they rest while a run goes on."""

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(6)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.data = self._choice("data", {"digits": DATA_TITLE})
        self.epochs = self._number("epochs")
        self.batch_size = self._number("batch_size")
        self.learning_rate = self._number("learning_rate", fractions=True)
        self.optimizer = self._choice(
            "optimizer", {"adam": "Adam", "adamw": "AdamW", "sgd": "SGD, momentum 0.9"}
        )
        self.schedule = self._choice(
            "schedule", {"cosine": self.tr("cosine to 0"), "constant": self.tr("constant")}
        )
        self.augmentation = self._choice(
            "augmentation", {"shift": self.tr("small shifts"), "none": self.tr("none")}
        )
        self.seed = self._number("seed")
        self.device = CalmComboBox()
        self.device.activated.connect(self._choose_device)
        self._wrong = label(kind="error", wrap=True)
        self._wrong.hide()
        self._add(
            self.tr("Data set"),
            self.data,
            self.tr("{0} images of 8×8 to learn from, {1} held out to test on").format(
                whole(DATA_IMAGES), whole(TEST_IMAGES)
            ),
        )
        self._add(self.tr("Epochs"), self.epochs, self.tr("How often every training image is seen"))
        self._add(
            self.tr("Batch size"),
            self.batch_size,
            self.tr("Images from which one step of the optimiser learns"),
        )
        self._add(
            self.tr("Learning rate"),
            self.learning_rate,
            self.tr("How far one step goes; 0.003 suits Adam, 0.05 suits SGD"),
        )
        self._add(self.tr("Optimiser"), self.optimizer, self.tr("How gradients change the weights"))
        self._add(
            self.tr("Schedule"),
            self.schedule,
            self.tr("How the learning rate goes on: as it is, or down to 0 along half a cosine"),
        )
        self._add(
            self.tr("Augmentation"),
            self.augmentation,
            self.tr("Whether each training image is moved by up to a sixteenth of its sides"),
        )
        self._add(
            self.tr("Seed"),
            self.seed,
            self.tr("Of all random numbers: the same seed gives the same run"),
        )
        self._add(
            self.tr("Device"), self.device, self.tr("What computes; automatic is the fastest here")
        )
        self._form.addRow(self._wrong)
        runner.recipe_changed.connect(self._refresh)
        runner.device_changed.connect(self._refresh_device)
        runner.state_changed.connect(self._refresh_enabled)
        self._refresh()
        self._refresh_device()
        self._refresh_enabled()

    # -- fields -------------------------------------------------------------------------------------

    def _add(self, title: str, field: QWidget, help_: str) -> None:
        caption = label(title, kind="secondary")
        caption.setBuddy(field)
        if isinstance(field, NumberField):
            help_ += f"\n{field.range_text}."
        for widget in (caption, field):
            widget.setToolTip(help_)
        field.setAccessibleName(title)
        field.setAccessibleDescription(help_)
        self._form.addRow(caption, field)

    def _number(self, name: str, fractions: bool = False) -> NumberField:
        low, high = limits(name)
        field = NumberField(name, low, high, fractions, above=fractions)
        field.submitted.connect(lambda number: self._set(name, number))
        field.judged.connect(self._judged)
        return field

    def _choice(self, name: str, words: dict[str, str]) -> CalmComboBox:
        field = CalmComboBox()
        field.setSizeAdjustPolicy(CalmComboBox.SizeAdjustPolicy.AdjustToContents)
        for value, text in words.items():
            field.addItem(say(text), value)
        field.activated.connect(lambda: self._set(name, field.currentData()))
        return field

    def _set(self, name: str, value: object) -> None:
        self._runner.set_recipe(msgspec.structs.replace(self._runner.recipe, **{name: value}))

    def _judged(self, why: str) -> None:
        self._wrong.setText(why)
        self._wrong.setVisible(bool(why))

    def _choose_device(self, index: int) -> None:
        self._runner.set_device(self.device.itemData(index))

    # -- following the runner -----------------------------------------------------------------------

    def _refresh(self) -> None:
        recipe = self._runner.recipe
        for name in ("data", "optimizer", "schedule", "augmentation"):
            combo: CalmComboBox = getattr(self, name)
            combo.setCurrentIndex(combo.findData(getattr(recipe, name)))
        for name in ("epochs", "batch_size", "learning_rate", "seed"):
            number: NumberField = getattr(self, name)
            number.show_number(getattr(recipe, name))

    def _refresh_device(self) -> None:
        names = {"auto": self.tr("automatic"), "cuda": "CUDA", "mps": "MPS", "cpu": "CPU"}
        shown = ("auto", *self._runner.devices)
        if tuple(self.device.itemData(i) for i in range(self.device.count())) != shown:
            self.device.clear()
            for name in shown:
                self.device.addItem(names[name], name)
        index = self.device.findData(self._runner.device_choice)
        self.device.setCurrentIndex(max(0, index))

    def _refresh_enabled(self) -> None:
        resting = self._runner.training
        for row in range(self._form.rowCount()):
            item = self._form.itemAt(row, QFormLayout.ItemRole.FieldRole)
            field = item.widget() if item is not None else None
            if field is not None:
                field.setEnabled(not resting)

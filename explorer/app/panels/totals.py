"""The totals of the network, always in sight."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from explorer.app import format as f
from explorer.app.language import say
from explorer.app.session import Session
from explorer.app.theme import ui_font
from explorer.app.widgets import label, tight
from explorer.lessons import notes_of


class Total(QWidget):
    """A number and its unit."""

    def __init__(self, unit: str, tip: str) -> None:
        super().__init__()
        self._unit_text = unit
        self._tip = tip
        self._value = QLabel()
        self._value.setFont(ui_font(13, 600))
        self._unit = label(unit, "secondary")
        layout = QHBoxLayout(self)
        tight(layout, 4)
        layout.addWidget(self._value)
        layout.addWidget(self._unit)
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)

    def show_value(self, text: str, exactly: str = "", unit: str = "", note: str = "") -> None:
        self._value.setText(text)
        self._unit_text = unit or self._unit_text
        self._unit.setText(self._unit_text)
        name = f"{exactly or text} {self._unit_text}".replace(f.THIN, " ")
        self.setAccessibleName(name)
        first = f"{exactly} {self._unit_text}" if exactly else ""
        self.setToolTip("\n".join(part for part in (first, self._tip, note) if part))

    @property
    def value(self) -> str:
        return self._value.text()


class TotalsBar(QWidget):
    """Parameters, operations, memory and receptive field of the whole network."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setAccessibleName(self.tr("Totals of the network"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.parameters = Total(
            self.tr("params"),
            self.tr(
                "Numbers that are learned, biases and norms included, and such as are set and not "
                "trained."
            ),
        )
        self.macs = Total(
            "MACs",
            self.tr(
                "Multiply-adds of one sample’s pass. Convolution and linear "
                "layers are counted, as torch’s FlopCounterMode does; bias, norm, pooling, "
                "activation and addition are not."
            ),
        )
        self.flops = Total(
            "FLOPs",
            self.tr(
                "FLOPs = 2 × MACs: a multiply-add is two operations. Many papers print MACs under "
                "the name of FLOPs, as the ResNet paper does with 3.8 GFLOPs for ResNet-50; others "
                "count two, as a lecture does with 2.3 GFLOPs for AlexNet."
            ),
        )
        self.memory = Total(
            self.tr("activations"),
            self.tr(
                "Memory of everything that layers make on the way, for the whole batch, in float32 "
                "(4 bytes a value). Training keeps it, and as much again for gradients."
            ),
        )
        self.field = Total(
            self.tr("px field"),
            self.tr(
                "The widest receptive field: how many pixels of the image one value sees, before "
                "global pooling or a linear layer sees all of it."
            ),
        )
        # what is given up first in a narrow window comes first
        self._spare = (self.flops, self.field, self.memory, self.macs)
        layout = QHBoxLayout(self)
        tight(layout, 8)
        layout.addStretch()
        self._dots: dict[Total, QLabel] = {}
        for i, total in enumerate(self.totals):
            if i:
                dot = label("·", "secondary")
                self._dots[total] = dot
                layout.addWidget(dot)
            layout.addWidget(total)
        for signal in (session.document_changed, session.batch_changed):
            signal.connect(self.refresh)
        self.refresh()

    @property
    def totals(self) -> tuple[Total, ...]:
        return (self.parameters, self.macs, self.flops, self.memory, self.field)

    def refresh(self) -> None:
        """Show the session's analysis."""
        analysis, batch = self._session.analysis, self._session.batch
        totals, field = analysis.totals, analysis.field
        unit = self.tr("params")
        if totals.trainable != totals.parameters:
            unit = self.tr("params, {0} trained").format(f.whole(totals.trainable))
        self.parameters.show_value(
            f.compact(totals.parameters, 4), f.whole(totals.parameters), unit
        )
        note = "\n".join(
            f"{say(n.who)}: {say(n.printed)}. {say(n.why)}"
            for n in notes_of(self._session.document)
            if n.kind == "convention"
        )
        for total, value, unit in (
            (self.macs, totals.macs, "MACs"),
            (self.flops, totals.flops, "FLOPs"),
        ):
            number, letter = f.scaled(value)
            total.show_value(number, f"{f.whole(value)} {unit} =", letter + unit, note)
        memory = f.bytes_(analysis.activation_bytes(batch))
        times = f" ×{f.THIN}{batch}" if batch > 1 else ""
        self.memory.show_value(
            memory if batch == 1 else f"{memory} ({batch})",
            f"{f.whole(totals.activations)} × 4{f.THIN}B{times} =" if times else "",
        )
        self.field.show_value(f.field_size(field))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out whole figures, never parts of one, where there is no room for all."""
        hidden: set[Total] = set()
        widths = {t: t.sizeHint().width() + 20 for t in self.totals}
        room = self.width() + 20
        for total in self._spare:
            if sum(w for t, w in widths.items() if t not in hidden) > room:
                hidden.add(total)
        for total in self.totals:
            total.setVisible(total not in hidden)
            if total in self._dots:
                self._dots[total].setVisible(total not in hidden)

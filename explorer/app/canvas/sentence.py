"""A block as a sentence, for screen readers and tooltips."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from explorer.app.canvas.plan import Shown
from explorer.app.language import say


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Canvas", text, None, count)


def sentence(shown: Shown) -> str:
    """“Convolution conv1, 96×55×55, 34,944 parameters, 1 input, no problem”."""
    face = shown.face
    words = [f"{face.title} {face.name}".strip()]
    result = shown.state.result if shown.state is not None else None
    words.append(face.shape or _tr("shape not known yet"))
    if result is not None and face.params:
        words.append(_tr("{0} parameters").format(f"{result.totals.parameters:,}"))
    inputs = face.inputs
    words.append(_tr("1 input") if inputs == 1 else _tr("{0} inputs").format(inputs))
    if face.bypassed:
        words.append(_tr("bypassed"))
    if shown.inside is not None:
        words.append(_tr("opened"))
    elif face.opens:
        words.append(_tr("can be opened"))
    words.append(
        "; ".join(say(p.what) for p in shown.problems) if shown.problems else _tr("no problem")
    )
    return ", ".join(words)

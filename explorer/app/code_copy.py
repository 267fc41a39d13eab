"""The source of the network, or of the selected blocks, put on the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from explorer.app.canvas.commands import name_of, scope_of
from explorer.app.canvas.view import CanvasView
from explorer.app.language import say
from explorer.app.session import Session


class CodeCopy(QObject):
    """Edit → Copy as PyTorch code."""

    def __init__(self, session: Session, canvas: CanvasView, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._canvas = session, canvas

    def copy(self) -> bool:
        """Put the source on the clipboard and say so; where it cannot be written, say why."""
        # only here: what writes the source is not needed to open the window
        from explorer.exchange.pytorch import BuildError, source
        from explorer.exchange.region import region_of

        selection, names = self._session.selection, list[str]()
        try:
            if selection:
                scope = scope_of(selection[-1])
                names = [name_of(p) for p in selection if scope_of(p) == scope]
                text = source(region_of(self._session.analysis, scope, names))
            else:
                text = source(self._session.document)
        except BuildError as error:
            self._canvas.say(self.tr("Not copied: {0}.").format(say(str(error)).rstrip(".")))
            return False
        QGuiApplication.clipboard().setText(text)
        lines = text.count("\n")
        said = (
            self.tr("Copied {0} blocks as PyTorch code, {1} lines.").format(len(names), lines)
            if selection
            else self.tr("Copied the network as PyTorch code, {0} lines.").format(lines)
        )
        self._canvas.say(said)
        return True

"""Windows of other processes: each listens for being asked to come forward."""

from __future__ import annotations

import os

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 500


def _name(pid: int) -> str:
    return f"architecture-explorer-{pid}"


class Neighbours(QObject):
    """Listens while the window is open."""

    called = Signal()
    """Another process asks this window to come forward."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def listen(self) -> bool:
        """Begin; False where that is not possible here."""
        # what a process of this number left that was killed
        QLocalServer.removeServer(_name(os.getpid()))
        return self._server.listen(_name(os.getpid()))

    def close(self) -> None:
        self._server.close()

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            # to be asked is all: nothing is read
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
            self.called.emit()


def call(pid: int) -> bool:
    """Ask another process to bring its window forward; False where it does not listen."""
    socket = QLocalSocket()
    socket.connectToServer(_name(pid))
    found = socket.waitForConnected(WAIT_MS)
    socket.abort()
    return found

"""One window per user: a second start hands its photos to the first and ends.

This is talk between two programs of one user on one computer, through a socket of the file system (a
named pipe on Windows) that only this user may open. No network is involved, and these two classes are all
that Tintype uses of QtNetwork; a test holds it to that.
"""

import getpass
import hashlib
import json
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic, sleep
from typing import Final

from PySide6.QtCore import QLockFile, QObject, QStandardPaths, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_log = logging.getLogger(__name__)

#: How long a second start tries to reach the first one before it opens a window of its own.
PATIENCE_MS: Final = 4000
_CONNECT_MS: Final = 500
_PAUSE_S: Final = 0.05
_ACCEPTED: Final = b"ok\n"
_LONGEST: Final = 16 << 20


class SingleInstance(QObject):
    """Either the first of its name, and then told of later starts, or a messenger to the first.

    A lock decides who is first, so that two simultaneous starts make one window; the lock of a program
    that died is void, and so is the socket that it left.

    Signals
    -------
    paths_received(list[Path])
        Somebody started Tintype again, with these photos; perhaps with none.
    """

    paths_received = Signal(object)

    def __init__(self, name: str = "", folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = name or f"tintype-{_who_and_where()}"
        folder = folder or _private_folder()
        self._address = name if sys.platform == "win32" else str(folder / f"{name}.socket")
        self._lock = QLockFile(str(folder / f"{name}.lock"))
        self._lock.setStaleLockTime(0)  # never by age, only when its process is gone
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)

    def is_first(self, paths: Sequence[Path], patience_ms: int = PATIENCE_MS) -> bool:
        """Whether a window is to be opened here; if not, the paths have been handed over.

        Also true when there is another one that does not answer: better two windows than none.
        """
        deadline = monotonic() + patience_ms / 1000
        while True:
            if self._lock.tryLock(0):
                self._listen()
                return True
            if self._hand_over(paths):
                return False
            if monotonic() > deadline:
                _log.warning("another Tintype is running and does not answer")
                return True
            sleep(_PAUSE_S)  # the other one is about to listen, or about to end

    @property
    def listening(self) -> bool:
        """Whether later starts come here."""
        return self._server.isListening()

    def close(self) -> None:
        """Let the next start be the first."""
        self._server.close()
        self._lock.unlock()

    def _listen(self) -> None:
        QLocalServer.removeServer(self._address)
        if not self._server.listen(self._address):
            _log.warning("later starts cannot be heard: %s", self._server.errorString())

    def _hand_over(self, paths: Sequence[Path]) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._address)
        if not socket.waitForConnected(_CONNECT_MS):
            return False
        message = json.dumps({"paths": [str(path.absolute()) for path in paths]})
        socket.write(message.encode() + b"\n")
        answered = socket.waitForReadyRead(_CONNECT_MS * 4)
        return answered and socket.readLine().data() == _ACCEPTED

    @Slot()
    def _on_connected(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setParent(self)
            _Guest(socket).paths_received.connect(self.paths_received)


class _Guest(QObject):
    """Listens to one later start."""

    paths_received = Signal(object)

    def __init__(self, socket: QLocalSocket) -> None:
        super().__init__(socket)
        self._socket = socket
        socket.readyRead.connect(self._on_ready_read)
        socket.disconnected.connect(socket.deleteLater)
        self._on_ready_read()

    @Slot()
    def _on_ready_read(self) -> None:
        if not self._socket.canReadLine():
            if self._socket.bytesAvailable() > _LONGEST:
                self._socket.abort()
            return
        try:
            paths = [Path(name) for name in json.loads(bytes(self._socket.readLine().data()))["paths"]]
        except (ValueError, LookupError, TypeError):
            _log.warning("a later start could not be understood")
            self._socket.abort()
            return
        self._socket.write(_ACCEPTED)
        self._socket.flush()
        self.paths_received.emit(paths)


def _who_and_where() -> str:
    """Of a user, and of a screen: who sits at another one wants the window there."""
    screen = [os.environ.get(name, "") for name in ("DISPLAY", "WAYLAND_DISPLAY")]
    return hashlib.sha256("\0".join([getpass.getuser(), *screen]).encode()).hexdigest()[:12]


def _private_folder() -> Path:
    """A folder of this user alone, with a short path, for a socket's path must be short."""
    for place in (
        QStandardPaths.StandardLocation.RuntimeLocation,
        QStandardPaths.StandardLocation.AppLocalDataLocation,
    ):
        name = QStandardPaths.writableLocation(place)
        if name:
            folder = Path(name)
            folder.mkdir(parents=True, exist_ok=True)
            return folder
    return Path.home()

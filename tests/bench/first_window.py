"""A program's first window, run by the program's own interpreter: says when it was painted.

    python first_window.py bare|ours|napari|orange [SECONDS]

Prints the time of day at which the main window's first painting had ended; after SECONDS of idling,
the process's memory in MB (proportional set size, resident set size). It is run by
``tests.bench.startup`` and imports nothing of the project but for ``ours``.
"""

import importlib
import os
import sys
import time


def watch(binding: str, seconds: float) -> None:
    """Have the event loop end once a main window is painted, or later to measure the memory."""
    core = importlib.import_module(f"{binding}.QtCore")
    widgets = importlib.import_module(f"{binding}.QtWidgets")
    application = widgets.QApplication
    loop = application.exec

    class Painted(core.QObject):  # type: ignore[name-defined,misc]
        seen = False

        def eventFilter(self, watched: object, event: object) -> bool:  # noqa: N802
            self.seen = self.seen or event.type() == core.QEvent.Type.Paint  # type: ignore[attr-defined]
            return False

    def run(*_: object) -> int:
        app = application.instance()
        painted = Painted()
        watched: set[int] = set()
        while not painted.seen:
            for window in application.topLevelWidgets():
                if isinstance(window, widgets.QMainWindow) and window.isVisible():
                    if id(window) not in watched:
                        watched.add(id(window))
                        window.installEventFilter(painted)
                    window.update()
            app.processEvents()
        print(time.time(), flush=True)
        if not seconds:
            os._exit(0)

        def measure() -> None:
            print(*memory(), flush=True)
            app.closeAllWindows()
            app.quit()

        core.QTimer.singleShot(int(seconds * 1000), measure)
        return int(loop())

    application.exec = run


def memory() -> tuple[float, float]:
    """Proportional and resident set size of this process, in MB."""
    with open("/proc/self/smaps_rollup") as lines:
        sizes = {line.split(":")[0]: line.split()[1] for line in lines if line.endswith("kB\n")}
    return int(sizes["Pss"]) / 1000, int(sizes["Rss"]) / 1000


def bare() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    watch("PySide6", idle)
    window = QMainWindow()
    window.resize(1440, 900)
    window.show()
    app.exec()


def ours() -> None:
    from explorer.cli import main

    watch("PySide6", idle)
    main([])


def napari() -> None:
    import napari as program

    watch("PySide6", idle)
    program.Viewer()
    program.run()


def orange() -> None:
    from Orange.canvas.__main__ import main

    watch("PyQt6", idle)
    main(["orange", "--no-welcome", "--no-splash"])


if __name__ == "__main__":
    idle = float(sys.argv[2]) if len(sys.argv) > 2 else 0.0
    {"bare": bare, "ours": ours, "napari": napari, "orange": orange}[sys.argv[1]]()

"""Where the program keeps its things: settings, unsaved work, logs.

In order: the folder that ``--settings`` names, the folder ``settings`` beside a program that has a
file called ``portable`` beside it (a USB stick), the platform's own places. A folder that cannot be
written is passed over, so that a stick that is only read serves as well.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

NAME = "architecture-explorer"
FILE = "explorer.ini"
PORTABLE = "portable"
LAB = "EXPLORER_SETTINGS"
"""The environment's name for the settings file of a whole lab."""

_chosen: Path | None = None


def keep_in(folder: Path | None) -> None:
    """Keep everything in this folder from now on; None for the usual places. OSError where it
    cannot be made or written."""
    global _chosen
    if folder is not None:
        folder = folder.absolute()
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK):
            raise PermissionError(13, "the folder cannot be written", str(folder))
    _chosen = folder


def program_folder() -> Path:
    """The folder of the frozen program, or the one that holds the package."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    return Path(__file__).resolve().parent.parent.parent


def own_folder() -> Path | None:
    """The one folder that holds everything; None where the platform's own places do."""
    if _chosen is not None:
        return _chosen
    beside = program_folder()
    if (beside / PORTABLE).is_file():
        folder = beside / "settings"
        try:
            folder.mkdir(exist_ok=True)
        except OSError:
            return None
        if os.access(folder, os.W_OK):
            return folder
    return None


def settings_file() -> Path:
    """The person's settings."""
    folder = own_folder()
    if folder is not None:
        return folder / FILE
    return Path(
        QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, NAME, Path(FILE).stem
        ).fileName()
    )


def lab_file() -> Path | None:
    """The settings of a whole lab: the file that the environment names, else the system's; None
    where there is none."""
    if named := os.environ.get(LAB):
        return Path(named)
    for folder in QStandardPaths.standardLocations(
        QStandardPaths.StandardLocation.GenericConfigLocation
    )[1:]:
        # the first one is the person's own
        file = Path(folder, NAME, FILE)
        if file.is_file():
            return file
    return None


def state_folder() -> Path:
    """Where the program keeps what is its own and should outlive it."""
    folder = own_folder()
    if folder is not None:
        return folder / "state"
    where = QStandardPaths.StandardLocation.GenericStateLocation
    return Path(QStandardPaths.writableLocation(where), NAME)


def log_folder() -> Path:
    return state_folder() / "log"

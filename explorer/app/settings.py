"""What the window remembers from one day to the next, and what a lab has set for all.

A lab's file has two sections of the same names: ``[defaults]`` holds where a person has chosen
nothing, ``[locked]`` whatever they chose (docs/lab.md).
"""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QByteArray, QSettings

from explorer.app import places
from explorer.app.theme import ThemeName

MOST_RECENT = 12
KEYS_APART = " | "


class Settings:
    """Typed access to the program's settings file, in the user's own folder."""

    def __init__(self) -> None:
        self._store = QSettings(str(places.settings_file()), QSettings.Format.IniFormat)
        self._store.setFallbacksEnabled(False)
        self._defaults, self._locked = _of_lab()

    def locked(self, name: str) -> bool:
        """Whether a lab has set this for everybody."""
        return name in self._locked

    @property
    def theme(self) -> ThemeName:
        return "dark" if self._text("theme") == "dark" else "light"

    @theme.setter
    def theme(self, name: ThemeName) -> None:
        self._store.setValue("theme", name)

    @property
    def language(self) -> str:
        """The code of the window's language; empty for the system's."""
        return self._text("language")

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("language", code)

    @property
    def reduced_motion(self) -> bool:
        """Whether things jump to their new places, where they would glide."""
        return self._text("reduced_motion") == "yes"

    @reduced_motion.setter
    def reduced_motion(self, reduced: bool) -> None:
        self._store.setValue("reduced_motion", "yes" if reduced else "no")

    @property
    def workspace(self) -> str:
        return self._text("workspace")

    @workspace.setter
    def workspace(self, name: str) -> None:
        self._store.setValue("workspace", name)

    @property
    def picture(self) -> str:
        """The choices of the last picture, as text."""
        return self._text("picture")

    @picture.setter
    def picture(self, options: str) -> None:
        self._store.setValue("picture", options)

    @property
    def resumes(self) -> bool:
        """Whether a new window continues where the last one was left."""
        return self._text("resume") != "no"

    @resumes.setter
    def resumes(self, on: bool) -> None:
        self._store.setValue("resume", "yes" if on else "no")

    @property
    def welcomes(self) -> bool:
        """Whether a window with nothing to continue begins with the welcome page."""
        return self._text("welcome") != "no"

    @property
    def code(self) -> bool:
        """Whether the code stands beside the graph."""
        return self._text("code") == "yes"

    @code.setter
    def code(self, shown: bool) -> None:
        self._store.setValue("code", "yes" if shown else "no")

    @property
    def folder(self) -> str:
        """Where the last file was opened or saved."""
        return self._text("folder")

    @folder.setter
    def folder(self, path: str) -> None:
        self._store.setValue("folder", path)

    @property
    def columns(self) -> tuple[str, ...]:
        """Ids of the figures table's columns; empty for the usual ones."""
        return tuple(name for name in self._text("columns").split(" ") if name)

    @columns.setter
    def columns(self, names: tuple[str, ...]) -> None:
        self._store.setValue("columns", " ".join(names))

    @property
    def heat(self) -> str:
        """The figure that blocks are coloured by; empty for none."""
        return self._text("heat")

    @heat.setter
    def heat(self, kind: str) -> None:
        self._store.setValue("heat", kind)

    @property
    def recent(self) -> list[Path]:
        """Files opened or saved last, the newest first; those that are gone are left out."""
        found = self._store.value("recent", [])
        # Qt reads a list of one as a text
        texts = [found] if isinstance(found, str) else cast("list[str]", found or [])
        return [path for text in texts if (path := Path(text)).is_file()]

    def add_recent(self, path: Path) -> None:
        path = path.absolute()
        paths = [path, *(p for p in self.recent if p != path)]
        self._store.setValue("recent", [str(p) for p in paths[:MOST_RECENT]])

    def clear_recent(self) -> None:
        self._store.remove("recent")

    @property
    def runs(self) -> list[Path]:
        """Run folders that were opened or filled last, the newest first; those that are gone are
        left out."""
        found = self._store.value("runs", [])
        texts = [found] if isinstance(found, str) else cast("list[str]", found or [])
        return [path for text in texts if (path := Path(text)).is_dir()]

    def add_run(self, folder: Path) -> None:
        folder = folder.absolute()
        folders = [folder, *(p for p in self.runs if p != folder)]
        self._store.setValue("runs", [str(p) for p in folders[:MOST_RECENT]])

    def keys(self, id_: str) -> tuple[str, ...] | None:
        """The keys that the user gave an action, none being possible; None for the usual ones."""
        name = f"keys/{id_}"
        if not any(name in known for known in (self._locked, self._defaults)) and (
            not self._store.contains(name)
        ):
            return None
        return tuple(filter(None, self._text(name).split(KEYS_APART)))

    def set_keys(self, id_: str, keys: tuple[str, ...] | None) -> None:
        if keys is None:
            self._store.remove(f"keys/{id_}")
        else:
            self._store.setValue(f"keys/{id_}", KEYS_APART.join(keys))

    @property
    def recent_commands(self) -> list[str]:
        """Commands of the palette used last, the newest first."""
        return self._text("commands").split()

    def add_recent_command(self, id_: str) -> None:
        ids = [id_, *(i for i in self.recent_commands if i != id_)]
        self._store.setValue("commands", " ".join(ids[:MOST_RECENT]))

    @property
    def recent_blocks(self) -> list[str]:
        """Types placed last, the newest first."""
        return self._text("blocks").split()

    @recent_blocks.setter
    def recent_blocks(self, names: list[str]) -> None:
        self._store.setValue("blocks", " ".join(names))

    def state(self, name: str) -> QByteArray | None:
        """The geometry kept under a name: of the window, of a splitter in a workspace."""
        found = self._store.value(f"geometry/{name}")
        return found if isinstance(found, QByteArray) else None

    def set_state(self, name: str, state: QByteArray) -> None:
        self._store.setValue(f"geometry/{name}", state)

    def sync(self) -> None:
        self._store.sync()

    def _text(self, key: str) -> str:
        if key in self._locked:
            return self._locked[key]
        return str(self._store.value(key, self._defaults.get(key, "")) or "")


def _of_lab() -> tuple[dict[str, str], dict[str, str]]:
    """The defaults and the locks of a lab's file; none where there is no such file."""
    file = places.lab_file()
    if file is None:
        return {}, {}
    store = QSettings(str(file), QSettings.Format.IniFormat)
    return _section(store, "defaults"), _section(store, "locked")


def _section(store: QSettings, name: str) -> dict[str, str]:
    store.beginGroup(name)
    # Qt reads what has a comma in it as a list
    found = {
        key: ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        for key in store.allKeys()
        if (value := store.value(key)) is not None
    }
    store.endGroup()
    return found

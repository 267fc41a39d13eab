"""Which keys belong to which action: those of the table, with what the user has changed.

A combination has one owner at most: what the user gave away is first, then the table's own keys, as
far as they are free.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from explorer.app.actions import ACTIONS, ActionSpec
from explorer.app.settings import Settings

PORTABLE = QKeySequence.SequenceFormat.PortableText
KEPT = frozenset(
    [
        "Esc",
        "Return",
        "Enter",
        "Tab",
        "Shift+Tab",
        "Space",
        "Backspace",
        "Left",
        "Right",
        "Up",
        "Down",
        "Home",
        "End",
    ]
)
"""What the canvas and every field need for themselves."""


def portable(keys: str | QKeySequence) -> str:
    """Keys as they are compared and kept, the same on every platform."""
    sequence = keys if isinstance(keys, QKeySequence) else QKeySequence(keys)
    return sequence.toString(PORTABLE)


def native(keys: str) -> str:
    """Keys as they are shown."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def defaults(spec: ActionSpec) -> tuple[str, ...]:
    """The keys of the table."""
    return tuple(portable(k) for k in (spec.keys, *spec.more_keys) if k)


class Keymap(QObject):
    """The keys that hold, kept in the settings."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._keys: dict[str, tuple[str, ...]] = {}
        self._follow()

    def keys(self, id_: str) -> tuple[str, ...]:
        """An action's keys, the first one shown in menus."""
        return self._keys[id_]

    def owner(self, keys: str | QKeySequence) -> ActionSpec | None:
        """The action that some keys belong to."""
        wanted = portable(keys)
        return next((spec for spec in ACTIONS if wanted in self._keys[spec.id]), None)

    def is_own(self, id_: str) -> bool:
        """Whether the user has changed an action's keys."""
        spec = next(s for s in ACTIONS if s.id == id_)
        return self._keys[id_] != defaults(spec)

    @property
    def any_own(self) -> bool:
        return any(self.is_own(spec.id) for spec in ACTIONS)

    def set(self, id_: str, *keys: str) -> None:
        """Give an action these keys and no others; whoever has one of them loses it."""
        found = tuple(dict.fromkeys(filter(None, map(portable, keys))))
        self._take(found, id_)
        self._settings.set_keys(id_, found)
        self._follow()
        self.changed.emit()

    def reset(self, id_: str) -> None:
        """Give an action the table's keys again."""
        spec = next(s for s in ACTIONS if s.id == id_)
        self._take(defaults(spec), id_)
        self._settings.set_keys(id_, None)
        self._follow()
        self.changed.emit()

    def reset_all(self) -> None:
        for spec in ACTIONS:
            self._settings.set_keys(spec.id, None)
        self._follow()
        self.changed.emit()

    def _take(self, keys: tuple[str, ...], id_: str) -> None:
        for other, held in self._keys.items():
            if other != id_ and set(keys) & set(held):
                self._settings.set_keys(other, tuple(k for k in held if k not in keys))

    def _follow(self) -> None:
        taken: set[str] = set()
        chosen: dict[str, tuple[str, ...]] = {}
        own = {spec.id: self._settings.keys(spec.id) for spec in ACTIONS}
        for spec in sorted(ACTIONS, key=lambda s: own[s.id] is None):
            given = own[spec.id]
            wanted = tuple(map(portable, given)) if given is not None else defaults(spec)
            chosen[spec.id] = tuple(k for k in wanted if k and k not in taken)
            taken.update(chosen[spec.id])
        self._keys = {spec.id: chosen[spec.id] for spec in ACTIONS}

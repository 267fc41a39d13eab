"""All that can be commanded: the table's actions, the zoo's networks to open, blocks to add."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from explorer import zoo
from explorer.app.actions import ACTIONS, translated
from explorer.app.actions.when import GONE, reason
from explorer.app.commands.keymap import native
from explorer.app.fuzzy import Match, ranked
from explorer.app.language import say
from explorer.blocks.description import Role

if TYPE_CHECKING:
    from explorer.app.window import Window

RECENT, WHOLE, DISABLED = 12.0, 25.0, -6.0
"""What it is worth that a command was used lately, that it is called just what was typed or begins
with it, and that it cannot be done now."""
MOST = 60


def _tr(text: str) -> str:
    return QCoreApplication.translate("Commands", text)


@dataclass(frozen=True)
class Command:
    """One line of the palette."""

    id: str
    """``action:save``, ``open:resnet50``, ``add:conv2d``."""
    title: str
    names: tuple[str, ...]
    """Other things it is found by."""
    where: str
    """The menu it stands in, or what kind of thing it is."""
    run: Callable[[], object]
    keys: str = ""
    icon: str = ""
    role: Role | None = None
    why_not: str | None = None
    """Why it cannot be done now, empty where that goes without saying; None where it can."""
    about: str = ""

    @property
    def enabled(self) -> bool:
        return self.why_not is None


def commands(window: Window) -> list[Command]:
    """Everything, in the order of the menus, the zoo and the catalogue."""
    return [*_actions(window), *_networks(window), *_blocks(window)]


def _actions(window: Window) -> Iterable[Command]:
    table = window.actions_table
    table.refresh()
    for spec in ACTIONS:
        action = table[spec.id]
        keys = table.keymap.keys(spec.id)
        menu = translated(spec.menu)
        yield Command(
            f"action:{spec.id}",
            action.text().replace("&", ""),
            (f"{menu} {translated(spec.text)}", spec.text, spec.id.replace("_", " "), spec.id),
            menu,
            action.trigger,
            native(keys[0]) if keys else "",
            spec.icon,
            why_not=None if action.isEnabled() else reason(spec, window),
        )


def _networks(window: Window) -> Iterable[Command]:
    for name in zoo.names():
        yield Command(
            f"open:{name}",
            _tr("Open {0}").format(name),
            (name, f"open {name}"),
            _tr("Network"),
            partial(window.files.open_network, name),
            icon="network",
        )


def _blocks(window: Window) -> Iterable[Command]:
    for block in window.session.catalogue:
        yield Command(
            f"add:{block.name}",
            _tr("Add {0}").format(say(block.title)),
            (f"add {block.name}", block.title, f"add {block.title}"),
            _tr("Block"),
            partial(window.canvas.insert_block, block.name),
            role=block.role,
            why_not=None if window.shows_canvas else translated(GONE),
            about=say(block.help),
        )


def find(typed: str, all_: Sequence[Command], recent: Sequence[str]) -> list[tuple[Command, Match]]:
    """What fits, the best first, and what was used lately before what fits as well. With nothing
    typed: the actions, those used lately first."""
    place = {id_: i for i, id_ in enumerate(recent)}
    if not typed.strip():
        some = [c for c in all_ if c.id.startswith("action:") or c.id in place]
        some.sort(key=lambda c: place.get(c.id, len(place)))
        return [(c, Match(0.0)) for c in some]

    words = typed.casefold().strip()

    def worth(found: tuple[Command, Match]) -> float:
        command, fit = found
        whole = max(_whole(words, name) for name in (command.title, *command.names))
        lately = RECENT / (1 + place[command.id]) if command.id in place else 0.0
        return -(fit.score + whole + lately + (0.0 if command.enabled else DISABLED))

    found = ranked(typed, all_, lambda c: (c.title, *c.names), lambda c: c.about)
    return sorted(found, key=worth)[:MOST]


def _whole(words: str, name: str) -> float:
    name = name.casefold().rstrip("…")
    return WHOLE if name == words else WHOLE / 2 if name.startswith(words) else 0.0

"""What is different where the program is a bundle: there `sys.executable` is the program itself.

A library that starts `sys.executable` as if it were Python would open one window after another. Such
starts are refused here, before anything else is imported. Python's own children (multiprocessing's
workers and its resource tracker) have been served by `freeze_support` before that.
"""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping, Sequence
from pathlib import Path

PARENT = "EXPLORER_BUNDLE_PROCESS"
"""The environment's word for which process of the bundle started this one."""

COMPILE_NOTHING = {"TORCH_COMPILE_DISABLE": "1", "TORCHINDUCTOR_COMPILE_THREADS": "1"}
"""torch.compile runs its networks as they are: its compiler starts Python for its workers, and needs
a C++ compiler and headers, which a bundle has not."""

REFUSED = 2


class RefusedError(Exception):
    """A start that was not meant for this program; the message says why."""


def is_bundle() -> bool:
    """Whether this program was started from a bundle."""
    return bool(getattr(sys, "frozen", False))


def checked(arguments: Sequence[str], started_by_itself: bool) -> list[str]:
    """The arguments as the command line takes them; RefusedError where Python was meant.

    A network's file alone, as file managers give it, is opened.
    """
    if not arguments:
        if started_by_itself:
            raise RefusedError(
                "this is the program itself and not Python; it was started without a command"
            )
        return []
    first = arguments[0]
    if first.startswith("-") and not first.startswith("--") and first != "-h":
        raise RefusedError(f"“{first}” is an option of Python, and this is the program itself")
    if first.endswith((".py", ".pyc", ".pyw")):
        raise RefusedError(f"{first} is a script for Python, and this is the program itself")
    if len(arguments) == 1 and first.endswith(".json") and Path(first).is_file():
        return ["open", first]
    return list(arguments)


def by_itself(environment: MutableMapping[str, str], parent: int) -> bool:
    """Whether the process ``parent``, which started this one, is this program too."""
    return environment.get(PARENT) == str(parent)


def settle(environment: MutableMapping[str, str], process: int) -> None:
    """Leave to what is started from here an environment in which it works: the bundle's libraries
    are the bundle's alone (its own children find them by themselves)."""
    environment.update(COMPILE_NOTHING)
    environment[PARENT] = str(process)
    for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
        before = environment.pop(f"{name}_ORIG", None)
        if before:
            environment[name] = before
        else:
            environment.pop(name, None)


def begin() -> list[str]:
    """What a bundle does first; returns the arguments. Ends the process where it was not meant."""
    try:
        arguments = checked(sys.argv[1:], by_itself(os.environ, os.getppid()))
    except RefusedError as refused:
        if sys.stderr is not None:
            print(f"explorer: {refused}", file=sys.stderr)
        raise SystemExit(REFUSED) from None
    settle(os.environ, os.getpid())
    return arguments

"""Breaking off a forward or backward pass in its middle.

A step of a large network takes many seconds on a CPU; whoever presses Stop waits one at most.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from torch import Tensor, nn


class BreakOff(Exception):  # noqa: N818 - like StopIteration, a signal and not an error
    """Raised inside a pass that was asked to end."""


def never() -> bool:
    return False


class Interrupter:
    """Makes the passes of a network that run within ``armed`` end at the next layer once asked.

    Other passes of the same network, of a probe for instance, are left alone.
    """

    def __init__(self, network: nn.Module, asked: Callable[[], bool]) -> None:
        self._asked = asked
        self._armed = False
        leaves = [module for module in network.modules() if not any(module.children())]
        self._handles = [leaf.register_forward_hook(self._after_layer) for leaf in leaves]

    @contextmanager
    def armed(self) -> Iterator[None]:
        self._armed = True
        try:
            yield
        finally:
            self._armed = False

    def remove(self) -> None:
        """Leave the network as it was."""
        for handle in self._handles:
            handle.remove()

    def _after_layer(self, module: nn.Module, inputs: Any, output: Any) -> None:
        if self._armed:
            self._check()
            if isinstance(output, Tensor) and output.requires_grad:
                output.register_hook(self._check)

    def _check(self, *_: Any) -> None:
        if self._asked():
            raise BreakOff

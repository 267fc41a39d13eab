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


@contextmanager
def interruptible(network: nn.Module, asked: Callable[[], bool]) -> Iterator[None]:
    """While this lasts, passes of the network raise BreakOff at the next layer once ``asked``."""

    def check(*_: Any) -> None:
        if asked():
            raise BreakOff

    def after_layer(module: nn.Module, inputs: Any, output: Any) -> None:
        check()
        if isinstance(output, Tensor) and output.requires_grad:
            output.register_hook(check)  # type: ignore[no-untyped-call]

    leaves = [module for module in network.modules() if not any(module.children())]
    handles = [leaf.register_forward_hook(after_layer) for leaf in leaves]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()

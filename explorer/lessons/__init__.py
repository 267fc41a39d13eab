"""What papers and lecture notes print about a network, beside what its graph says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial

from explorer.graph.model import Document
from explorer.lessons.conventions import ALEXNETS, RESNETS, alexnet, resnet
from explorer.lessons.note import Note
from explorer.lessons.slips import (
    inception_example,
    mobilenet_stride,
    vgg_operations,
    vgg_values,
)
from explorer.zoo import get, names

_NOTES: Mapping[str, tuple[Callable[[], Note], ...]] = {
    **{f"resnet{d}": (partial(resnet, d),) for d in RESNETS},
    **{f"resnet{d}_v1": (partial(resnet, d),) for d in RESNETS if d >= 50},
    **dict.fromkeys(ALEXNETS, (alexnet,)),
    "vgg16": (vgg_operations, vgg_values),
    "googlenet": (inception_example,),
    "mobilenet_v1": (mobilenet_stride,),
}


@cache
def notes(name: str) -> tuple[Note, ...]:
    """What is to be said about a network of the zoo."""
    return tuple(make() for make in _NOTES.get(name, ()))


def notes_of(document: Document) -> tuple[Note, ...]:
    """What is to be said about a document that was opened from the zoo."""
    name = document.name
    if name not in _NOTES or name not in names() or document.about != get(name).about:
        return ()
    return notes(name)


__all__ = ["Note", "notes", "notes_of"]

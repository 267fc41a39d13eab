"""What blocks say at which scale, and what stays fitted."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from explorer import zoo
from explorer.app.canvas.frame import FrameItem
from explorer.app.canvas.looks import look_at, totals_text
from explorer.graph.model import Document
from tests.app.canvas.conftest import Hands

Open = Callable[[Document], Hands]


def test_a_look_is_kept_a_little_beyond_its_bound() -> None:
    assert look_at(0.34, "middle") == "far"
    assert look_at(0.36, "middle") == "middle"
    assert look_at(0.36, "far") == "far", "no flicker"
    assert look_at(0.4, "far") == "middle"
    assert look_at(1.5, "middle") == "near"
    assert look_at(1.45, "near") == "near", "no flicker"
    assert look_at(1.3, "near") == "middle"


def test_from_afar_a_stage_covers_what_is_inside(hands: Open) -> None:
    h = hands(replace(zoo.get("resnet18"), opened=("layer1", "layer2")))
    h.view.zoom_to(0.3)
    items = h.view.network.blocks
    frame = items["layer2"]
    assert isinstance(frame, FrameItem)
    assert frame.is_slab
    assert not items["layer2.0"].isVisible()
    assert h.view.hit(h.at("layer2")).shown is frame.shown, "it is taken hold of as a whole"
    assert totals_text(frame.shown) == "526\u202fk parameters · 411\u202fM MACs"
    h.view.fold("layer1")
    assert not items["layer2.0"].isVisible()
    h.view.zoom_to(1.0)
    assert items["layer2.0"].isVisible()


def test_a_block_that_is_nearly_all_of_the_network_is_no_slab(hands: Open) -> None:
    h = hands(replace(zoo.get("densenet121"), opened=("features", "features.denseblock1")))
    h.view.zoom_to(0.1)
    frames = {p: i for p, i in h.view.network.blocks.items() if isinstance(i, FrameItem)}
    assert not frames["features"].is_slab
    assert h.view.network.blocks["features.stem"].isVisible()


def test_what_was_all_in_sight_stays_so_when_the_view_shrinks(hands: Open) -> None:
    h = hands(zoo.get("googlenet"))
    h.view.fit()
    h.view.resize(600, 320)
    assert h.view.seen.contains(h.view.network.content_rect())
    h.view.resize(1100, 700)
    assert h.view.seen.contains(h.view.network.content_rect())


def test_who_looks_closely_is_left_alone(hands: Open) -> None:
    h = hands(zoo.get("googlenet"))
    h.view.fit()
    h.view.zoom_to(1.2)
    h.view.resize(600, 320)
    assert h.view.scale_factor == 1.2

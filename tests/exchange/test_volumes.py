"""Every network of the zoo has a figure, with the shapes that the analysis found."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from explorer import zoo
from explorer.analysis.analyze import Analysis, analyze
from explorer.blocks.builder import Builder
from explorer.blocks.description import Role
from explorer.exchange.diagrams.volumes import volumes
from explorer.graph.edits import RemoveNodes
from explorer.graph.model import About
from explorer.layout.cuboids import VolumePlan
from tests.layout.test_volumes import no_overlap


def check(analysis: Analysis, plan: VolumePlan) -> None:
    assert no_overlap(plan)
    for c in plan.cuboids:
        assert c.volume.shape == analysis.row_at[c.volume.path].output, c.volume.path
    # one figure: every volume but the images is fed by another
    fed = {b for _, b in plan.links}
    alone = {c.volume.path for i, c in enumerate(plan.cuboids) if i not in fed}
    assert alone == {n.name for n in analysis.document.graph.of_type("input")}


@pytest.mark.parametrize("name", zoo.names())
def test_every_network_has_a_figure_without_overlap(name: str) -> None:
    analysis = analyze(zoo.get(name))
    plan = volumes(analysis)
    assert 5 <= len(plan.cuboids) <= 80
    check(analysis, plan)
    assert volumes(analyze(zoo.get(name))) == plan


@pytest.mark.parametrize("name", ["googlenet", "resnet50", "shufflenet_v2_x1_0", "densenet121"])
def test_opened_to_its_layers_a_network_has_every_layer_in_it(name: str) -> None:
    analysis = analyze(zoo.get(name))
    plan = volumes(analysis, opened={r.path for r in analysis.rows if r.is_block})
    check(analysis, plan)
    layers = {
        r.path
        for r in analysis.rows
        if not r.is_block and r.node.type not in ("output", "identity")
    }
    assert set(plan.by_path) == layers


def test_alexnet_is_drawn_as_the_lectures_draw_it() -> None:
    plan = volumes(analyze(zoo.get("alexnet")))
    thick = [c.volume for c in plan.cuboids if not c.volume.slice]
    assert [v.shape for v in thick] == [
        (3, 224, 224),
        (64, 55, 55), (64, 27, 27), (192, 27, 27), (192, 13, 13),
        (384, 13, 13), (256, 13, 13), (256, 13, 13), (256, 6, 6), (256, 6, 6),
        (4096,), (4096,), (1000,),
    ]  # fmt: skip
    assert [p.text for p in plan.pyramids] == [
        "11×11", "3×3", "5×5", "3×3", "3×3", "3×3", "3×3", "3×3",
    ]  # fmt: skip
    assert len(plan.fans) == 3
    headings = sorted(b.text for b in plan.brackets if b.above)
    assert headings == ["classifier", "layer1", "layer2", "layer3", "layer4", "layer5"]


def test_stages_of_vgg_share_their_resolution() -> None:
    plan = volumes(analyze(zoo.get("vgg16")))
    assert [b.text for b in plan.brackets if not b.above] == [
        "224×224", "112×112", "56×56", "28×28", "14×14", "7×7",
    ]  # fmt: skip


def test_blocks_stand_for_their_output_until_they_are_opened() -> None:
    document = zoo.get("googlenet")
    closed = volumes(analyze(document))
    assert closed.by_path["inception3a"].volume.shape == (256, 28, 28)
    assert closed.by_path["inception3a"].volume.opens
    opened = volumes(analyze(replace(document, opened=("inception3a",))))
    assert "inception3a" not in opened.by_path
    parts = [c for p, c in opened.by_path.items() if p.startswith("inception3a.")]
    rows = {c.y for c in parts if c.volume.role is Role.CONVOLUTION}
    assert len(rows) == 4
    assert "inception3a" in [b.path for b in opened.brackets]


def test_the_inside_of_a_block_is_a_figure_of_its_own() -> None:
    analysis = analyze(zoo.get("resnet18"))
    plan = volumes(analysis, ("layer2", "0"))
    assert plan.by_path["layer2.0.conv1"].volume.shape == (128, 28, 28)
    assert {"layer2.0.add", "layer2.0.downsample.conv"} & set(plan.by_path)


def test_what_waits_for_an_input_keeps_its_place() -> None:
    document = RemoveNodes(names=("C1",)).apply(zoo.get("lenet5_modern"))
    plan = volumes(analyze(document))
    assert plan.by_path["S2"].form == "unknown"
    assert plan.by_path["image"].form == "volume"
    assert no_overlap(plan)


def test_an_empty_network_has_an_empty_figure() -> None:
    b = Builder()
    document = b.document("nothing", About())
    assert volumes(analyze(document)).cuboids == ()

"""Networks of torchvision and timm come in with every figure, and give the same bits when rebuilt."""

from __future__ import annotations

import os

import pytest

from explorer.analysis.analyze import analyze
from explorer.analysis.results import errors
from tests.exchange.imports.networks import TIMM, TORCHVISION, bring_in, case_of

SAMPLE = [
    "torchvision:resnet50", "torchvision:googlenet", "torchvision:mobilenet_v2",
    "torchvision:efficientnet_b0", "torchvision:shufflenet_v2_x0_5", "torchvision:squeezenet1_1",
    "torchvision:convnext_tiny", "timm:ecaresnet26t", "timm:res2net50_14w_8s",
    "timm:tf_efficientnet_b0", "timm:cs3darknet_s", "timm:convnextv2_atto", "timm:starnet_s1",
    "timm:mobileone_s0",
]  # fmt: skip
EVERY = [
    *(f"torchvision:{name}" for name in TORCHVISION if name != "regnet_y_128gf"),
    *(f"timm:{name}" for name in TIMM),
]
"""regnet_y_128gf takes 2.6 GB twice; it is one with its smaller sisters."""
OPAQUE = {"timm:ecaresnet26t": "EcaModule", "timm:convnextv2_atto": "GlobalResponseNorm"}

WANTED = EVERY if os.environ.get("EXPLORER_EVERY_IMPORT") else SAMPLE


@pytest.mark.parametrize("spec", WANTED)
def test_figures_are_torchs_and_outputs_the_same(spec: str) -> None:
    pytest.importorskip("timm")
    found = bring_in(case_of(spec))
    report = found.imported.report
    assert not errors(analyze(found.imported.document).problems)
    assert report.dropped == ()
    assert report.parameters == found.parameters
    assert 2 * report.macs == found.flops
    if spec in SAMPLE:
        assert {label for _, label in report.opaque} == (
            {OPAQUE[spec]} if spec in OPAQUE else set()
        )
    if not report.opaque:
        assert report.exact is True
        assert found.same is True
    if spec.startswith("torchvision:") and "convnext" not in spec:
        assert report.renamed == ()


def test_auxiliary_heads_are_auxiliary_outputs() -> None:
    document = bring_in(case_of("torchvision:googlenet")).imported.document
    outputs = document.graph.of_type("output")
    assert [bool(node.params.get("auxiliary")) for node in outputs] == [False, True, True]


def test_the_modules_own_hierarchy() -> None:
    """Stages of four, the first block of each by itself where it differs in more than a stage says."""
    document = bring_in(case_of("torchvision:resnet50")).imported.document
    names = [node.name for node in document.graph.nodes]
    assert names == [
        "image", "conv1", "bn1", "relu", "maxpool",
        "layer1", "layer2", "layer3", "layer4", "avgpool", "flatten", "fc", "out",
    ]  # fmt: skip

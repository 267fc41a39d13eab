"""Networks of torchvision and timm that are brought in: all classification CNNs, and one or two of
each family, as small as they come."""

from __future__ import annotations

from typing import Any, NamedTuple

import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from explorer.build.module import build
from explorer.build.torchvision_ops import prepare
from explorer.exchange.imports.torch_read import Imported, import_module
from explorer.graph.model import About

TORCHVISION = [
    "alexnet",
    "convnext_base",
    "convnext_large",
    "convnext_small",
    "convnext_tiny",
    "densenet121",
    "densenet161",
    "densenet169",
    "densenet201",
    "efficientnet_b0",
    "efficientnet_b1",
    "efficientnet_b2",
    "efficientnet_b3",
    "efficientnet_b4",
    "efficientnet_b5",
    "efficientnet_b6",
    "efficientnet_b7",
    "efficientnet_v2_l",
    "efficientnet_v2_m",
    "efficientnet_v2_s",
    "googlenet",
    "inception_v3",
    "mnasnet0_5",
    "mnasnet0_75",
    "mnasnet1_0",
    "mnasnet1_3",
    "mobilenet_v2",
    "mobilenet_v3_large",
    "mobilenet_v3_small",
    "regnet_x_16gf",
    "regnet_x_1_6gf",
    "regnet_x_32gf",
    "regnet_x_3_2gf",
    "regnet_x_400mf",
    "regnet_x_800mf",
    "regnet_x_8gf",
    "regnet_y_16gf",
    "regnet_y_1_6gf",
    "regnet_y_32gf",
    "regnet_y_3_2gf",
    "regnet_y_400mf",
    "regnet_y_800mf",
    "regnet_y_8gf",
    "regnet_y_128gf",
    "resnet101",
    "resnet152",
    "resnet18",
    "resnet34",
    "resnet50",
    "resnext101_32x8d",
    "resnext101_64x4d",
    "resnext50_32x4d",
    "shufflenet_v2_x0_5",
    "shufflenet_v2_x1_0",
    "shufflenet_v2_x1_5",
    "shufflenet_v2_x2_0",
    "squeezenet1_0",
    "squeezenet1_1",
    "vgg11",
    "vgg11_bn",
    "vgg13",
    "vgg13_bn",
    "vgg16",
    "vgg16_bn",
    "vgg19",
    "vgg19_bn",
    "wide_resnet101_2",
    "wide_resnet50_2",
]
"""What torchvision has but for the transformers: MaxViT, Swin and ViT."""

TIMM = [
    "resnet18",
    "resnet26d",
    "resnet26t",
    "seresnet18",
    "ecaresnet26t",
    "resnetblur18",
    "resnetaa34d",
    "resnetrs50",
    "resnext50_32x4d",
    "legacy_seresnet18",
    "skresnet18",
    "resnest14d",
    "res2net50_14w_8s",
    "resnetv2_18",
    "resnetv2_50x1_bit",
    "regnetx_002",
    "regnety_002",
    "regnetz_005",
    "densenet121",
    "densenetblur121d",
    "dla34",
    "dla46_c",
    "dpn68",
    "efficientnet_b0",
    "efficientnet_lite0",
    "tf_efficientnet_b0",
    "efficientnetv2_rw_t",
    "mobilenetv1_100",
    "mobilenetv2_035",
    "mobilenetv3_small_050",
    "mobilenetv4_conv_small",
    "mnasnet_small",
    "fbnetc_100",
    "spnasnet_100",
    "mixnet_s",
    "tinynet_e",
    "hardcorenas_a",
    "ghostnet_050",
    "repghostnet_050",
    "lcnet_035",
    "lcnetv2_small",
    "hrnet_w18_small",
    "inception_v3",
    "inception_v4",
    "inception_resnet_v2",
    "nasnetalarge",
    "pnasnet5large",
    "legacy_xception",
    "xception41",
    "xception41p",
    "vgg11",
    "vgg11_bn",
    "convnext_atto",
    "convnextv2_atto",
    "convmixer_768_32",
    "cspresnet50",
    "cspdarknet53",
    "cs3darknet_s",
    "cspnext_s",
    "darknet53",
    "fasternet_t0",
    "focalnet_tiny_srf",
    "gernet_s",
    "repvgg_a0",
    "mobileone_s0",
    "hgnet_tiny",
    "hgnetv2_b0",
    "inception_next_atto",
    "mambaout_femto",
    "nf_resnet26",
    "nf_regnet_b0",
    "nfnet_f0",
    "eca_nfnet_l0",
    "poolformer_s12",
    "rdnet_tiny",
    "repvit_m0_9",
    "rexnet_100",
    "selecsls42",
    "starnet_s1",
    "tresnet_m",
    "ese_vovnet19b_dw",
    "vovnet39a",
    "gcresnet33ts",
    "edgenext_xx_small",
    "shvit_s1",
    "fastvit_t8",
]
"""Of every family of timm that is a CNN, or nearly one."""

NEEDED = {"nasnetalarge": 128, "pnasnet5large": 128, "inception_v4": 128, "legacy_xception": 128}
"""Sides of the image where 96 are too few."""


class Case(NamedTuple):
    """A network by where it comes from, and the side of the image it is run on."""

    library: str
    name: str
    side: int


def case_of(spec: str) -> Case:
    """``torchvision:NAME`` or ``timm:NAME``, on the smallest image that shows all of it."""
    library, name = spec.split(":")
    if library == "torchvision":
        # its auxiliary head needs the whole image
        return Case(library, name, 299 if name == "inception_v3" else 64)
    side = 128 if "inception_resnet" in name else NEEDED.get(name, 96)
    return Case(library, name, side)


def model_of(case: Case) -> nn.Module:
    prepare()
    if case.library == "timm":
        import timm

        made: nn.Module = timm.create_model(case.name, pretrained=False)
        return made
    from torchvision import models

    quick = {"init_weights": False} if case.name in ("googlenet", "inception_v3") else {}
    found: nn.Module = models.get_model(case.name, weights=None, **quick)
    return found


class Outcome(NamedTuple):
    """What bringing a network in came to, beside what torch says of it."""

    imported: Imported
    parameters: int
    flops: int
    same: bool | None
    """Whether the rebuilt network gives the same bits; None where it has opaque blocks."""


def bring_in(case: Case) -> Outcome:
    """Bring a network in, its norms' statistics and scales at random, and compare."""
    torch.manual_seed(0)
    model = model_of(case).eval()
    _scatter(model)
    shape = (3, case.side, case.side)
    imported = import_module(model, (shape,), case.name, About(title=case.name))
    image = torch.rand(1, *shape)
    with torch.no_grad(), FlopCounterMode(display=False) as counter:
        expected: Any = model(image)
    same = None
    if not imported.report.opaque:
        network = build(imported.document).eval()
        network.load_state_dict(imported.weights)
        with torch.no_grad():
            same = bool(torch.equal(network(image), expected))
    parameters = sum(p.numel() for p in model.parameters())
    return Outcome(imported, parameters, counter.get_total_flops(), same)


def _scatter(model: nn.Module) -> None:
    """At their first values norms do nothing, and what is led past them would not be noticed."""
    with torch.no_grad():
        for module in model.modules():
            if isinstance(module, nn.BatchNorm2d) and module.running_mean is not None:
                module.running_mean.normal_(0, 0.1)
                module.running_var.uniform_(0.5, 1.5)  # type: ignore[union-attr]
                if module.affine:
                    module.weight.uniform_(0.5, 1.5)
                    module.bias.normal_(0, 0.1)

"""How well networks of the zoo classify ImageNet, as far as somebody documented it.

Percent of the 50,000 validation images, one central crop of each. The values are those that
torchvision 0.28 states of its first weights (``IMAGENET1K_V1``) in their metadata; a test compares
every one with torchvision's own. They say how a network was trained as much as what it is: some of
these weights come from newer recipes than others. A network that is not here has no value that
could be read from such a source.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

SOURCE = "torchvision weights V1"
"""Who states them."""


class Accuracy(NamedTuple):
    """Percent of the validation images: the first guess right, and one of the first five."""

    top1: float
    top5: float
    crop: int
    """Height and width of the images, in pixels, on which that was measured."""


IMAGENET: Mapping[str, Accuracy] = {
    "alexnet": Accuracy(56.522, 79.066, 224),
    "vgg11": Accuracy(69.02, 88.628, 224),
    "vgg11_bn": Accuracy(70.37, 89.81, 224),
    "vgg13": Accuracy(69.928, 89.246, 224),
    "vgg13_bn": Accuracy(71.586, 90.374, 224),
    "vgg16": Accuracy(71.592, 90.382, 224),
    "vgg16_bn": Accuracy(73.36, 91.516, 224),
    "vgg19": Accuracy(72.376, 90.876, 224),
    "vgg19_bn": Accuracy(74.218, 91.842, 224),
    "googlenet": Accuracy(69.778, 89.53, 224),
    "inception_v3": Accuracy(77.294, 93.45, 299),
    "resnet18": Accuracy(69.758, 89.078, 224),
    "resnet34": Accuracy(73.314, 91.42, 224),
    "resnet50": Accuracy(76.13, 92.862, 224),
    "resnet101": Accuracy(77.374, 93.546, 224),
    "resnet152": Accuracy(78.312, 94.046, 224),
    "resnext50_32x4d": Accuracy(77.618, 93.698, 224),
    "resnext101_32x8d": Accuracy(79.312, 94.526, 224),
    "resnext101_64x4d": Accuracy(83.246, 96.454, 224),
    "wide_resnet50_2": Accuracy(78.468, 94.086, 224),
    "wide_resnet101_2": Accuracy(78.848, 94.284, 224),
    "squeezenet1_0": Accuracy(58.092, 80.42, 224),
    "squeezenet1_1": Accuracy(58.178, 80.624, 224),
    "densenet121": Accuracy(74.434, 91.972, 224),
    "densenet161": Accuracy(77.138, 93.56, 224),
    "densenet169": Accuracy(75.6, 92.806, 224),
    "densenet201": Accuracy(76.896, 93.37, 224),
    "mobilenet_v2": Accuracy(71.878, 90.286, 224),
    "mobilenet_v3_large": Accuracy(74.042, 91.34, 224),
    "mobilenet_v3_small": Accuracy(67.668, 87.402, 224),
    "mnasnet0_5": Accuracy(67.734, 87.49, 224),
    "mnasnet0_75": Accuracy(71.18, 90.496, 224),
    "mnasnet1_0": Accuracy(73.456, 91.51, 224),
    "mnasnet1_3": Accuracy(76.506, 93.522, 224),
    "shufflenet_v2_x0_5": Accuracy(60.552, 81.746, 224),
    "shufflenet_v2_x1_0": Accuracy(69.362, 88.316, 224),
    "shufflenet_v2_x1_5": Accuracy(72.996, 91.086, 224),
    "shufflenet_v2_x2_0": Accuracy(76.23, 93.006, 224),
    "efficientnet_b0": Accuracy(77.692, 93.532, 224),
    "efficientnet_b1": Accuracy(78.642, 94.186, 240),
    "efficientnet_b2": Accuracy(80.608, 95.31, 288),
    "efficientnet_b3": Accuracy(82.008, 96.054, 300),
    "efficientnet_b4": Accuracy(83.384, 96.594, 380),
    "efficientnet_b5": Accuracy(83.444, 96.628, 456),
    "efficientnet_b6": Accuracy(84.008, 96.916, 528),
    "efficientnet_b7": Accuracy(84.122, 96.908, 600),
}

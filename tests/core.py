"""The few networks that slow tests are run on; tests/zoo goes through all of them."""

from __future__ import annotations

CORE = ("lenet5_modern", "vgg16", "googlenet", "resnet18", "resnet50")

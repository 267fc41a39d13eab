"""Classifier heads: from feature maps to class scores."""

from __future__ import annotations

from explorer.blocks.builder import Builder
from explorer.blocks.description import Block, Container, Expansion, Role, Settings, Shape
from explorer.blocks.parameters import choice, integer, number
from explorer.graph.model import Graph


class ClassifierHead(Block):
    name = "classifier_head"
    title = "Classifier head"
    role = Role.LINEAR
    category = "Blocks"
    default_name = "head"
    class_name = "ClassifierHead"
    help = "Pooling, then fully connected layers down to one score a class."
    parameters = (
        integer("classes", 10, "How many classes."),
        integer("pool_size", 1, "Side of the image after pooling; 0 for no pooling.", 0, 1024),
        integer("hidden_layers", 0, "How many hidden layers come before the scores.", 0, 16),
        integer("hidden_features", 4096, "Size of each hidden layer."),
        number("dropout", 0.0, "Dropout after each hidden layer, or before the scores.", 0, 1),
        choice(
            "container",
            ("transparent", "module"),
            "Whether the parts belong to the network, or to a module of their own.",
        ),
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        b = Builder()
        x = b.input()
        if p["pool_size"] and len(inputs[0]) == 3:
            x = b.add("avgpool", "adaptive_pool2d", x, output_size=p["pool_size"])
        if len(inputs[0]) == 3:
            x = b.add("flatten", "flatten", x)
        if p["hidden_layers"]:
            x = b.group("classifier", self._layers(p), x, container=Container.SEQUENTIAL)
        else:
            if p["dropout"]:
                x = b.add("dropout", "dropout", x, p=p["dropout"])
            x = b.add("fc", "linear", x, out_features=p["classes"])
        b.output(x)
        return Expansion(b.graph(), Container(p["container"]))

    def _layers(self, p: Settings) -> Graph:
        b = Builder()
        x = b.input()
        for i in range(1, p["hidden_layers"] + 1):
            x = b.add(f"fc{i}", "linear", x, out_features=p["hidden_features"])
            x = b.add(f"relu{i}", "relu", x)
            if p["dropout"]:
                x = b.add(f"dropout{i}", "dropout", x, p=p["dropout"])
        b.output(b.add("scores", "linear", x, out_features=p["classes"]))
        return b.graph()

    def summary(self, p: Settings) -> str:
        hidden = f"{p['hidden_layers']} × {p['hidden_features']} → " if p["hidden_layers"] else ""
        return f"{hidden}{p['classes']} classes"


class AuxiliaryHead(Block):
    name = "auxiliary_head"
    title = "Auxiliary head"
    role = Role.LINEAR
    category = "Blocks"
    default_name = "aux"
    class_name = "AuxiliaryHead"
    help = "A second classifier in the middle of a deep network, used while training (GoogLeNet)."
    parameters = (
        integer("classes", 10, "How many classes."),
        integer("pool_size", 4, "Side of the image after pooling.", 1, 1024),
        integer("channels", 128, "Channels of the 1×1 convolution."),
        integer("hidden_features", 1024, "Size of the hidden layer."),
        number("dropout", 0.7, "Dropout before the scores.", 0, 1),
        number("eps", 1e-5, "Batch norm's eps.", 0, 1),
    )

    def expand(self, p: Settings, inputs: tuple[Shape, ...]) -> Expansion:
        b = Builder()
        x = b.add("avgpool", "adaptive_pool2d", b.input(), output_size=p["pool_size"])
        x = b.add(
            "conv", "conv_norm_act", x, out_channels=p["channels"], kernel_size=1, eps=p["eps"]
        )
        x = b.add("flatten", "flatten", x)
        x = b.add("fc1", "linear", x, out_features=p["hidden_features"])
        x = b.add("relu", "relu", x)
        x = b.add("dropout", "dropout", x, p=p["dropout"])
        b.output(b.add("fc2", "linear", x, out_features=p["classes"]))
        return Expansion(b.graph())

    def summary(self, p: Settings) -> str:
        return f"{p['classes']} classes, training only"


BLOCKS: tuple[Block, ...] = (ClassifierHead(), AuxiliaryHead())

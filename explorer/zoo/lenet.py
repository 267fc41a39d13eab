"""LeNet-5 (LeCun et al. 1998, “Gradient-based learning applied to document recognition”)."""

from __future__ import annotations

from explorer.blocks.builder import Builder
from explorer.graph.model import About, Document

SOURCE = "LeCun, Bottou, Bengio, Haffner 1998, Proc. IEEE 86(11)"


def lenet5_modern() -> Document:
    """LeNet-5 with every map of C3 connected to every map of S2, and plain average pooling."""
    b = Builder()
    x = b.input("image", "=(1, input_size, input_size)")
    x = b.add("C1", "conv2d", x, out_channels=6, kernel_size=5)
    x = b.add("tanh1", "tanh", x)
    x = b.add("S2", "avg_pool2d", x, kernel_size=2)
    x = b.add("C3", "conv2d", x, out_channels=16, kernel_size=5)
    x = b.add("tanh3", "tanh", x)
    x = b.add("S4", "avg_pool2d", x, kernel_size=2)
    x = b.add("C5", "conv2d", x, out_channels=120, kernel_size=5)
    x = b.add("tanh5", "tanh", x)
    x = b.add("flatten", "flatten", x)
    x = b.add("F6", "linear", x, out_features=84)
    x = b.add("tanh6", "tanh", x)
    x = b.add("scores", "linear", x, out_features="=classes")
    b.output(x)
    return b.document(
        "lenet5_modern",
        About(
            title="LeNet-5, modern",
            idea="Convolutions share weights over the image; pooling forgives small shifts.",
            source=SOURCE,
            year=1998,
            family="LeNet",
        ),
        {
            "classes": (10, "How many classes."),
            "input_size": (32, "Height and width of the image."),
        },
    )


NETWORKS = (lenet5_modern,)

"""LeNet-5 (LeCun et al. 1998, “Gradient-based learning applied to document recognition”).

``lenet5`` is the network of section II-B, ``lenet5_modern`` what is usually taught by its name.
"""

from __future__ import annotations

from explorer.blocks.builder import Builder
from explorer.graph.model import About, Document, Graph

TABLE = (
    # maps of S2 that each map of C3 sees (table I)
    (0, 1, 2), (1, 2, 3), (2, 3, 4), (3, 4, 5), (0, 4, 5), (0, 1, 5),
    (0, 1, 2, 3), (1, 2, 3, 4), (2, 3, 4, 5), (0, 3, 4, 5), (0, 1, 4, 5), (0, 1, 2, 5),
    (0, 1, 3, 4), (1, 2, 4, 5), (0, 2, 3, 5),
    (0, 1, 2, 3, 4, 5),
)  # fmt: skip

CODE = 84
"""Units of F6: the 7×12 pixels of a picture of a character."""

SOURCE = "LeCun, Bottou, Bengio, Haffner 1998, Proc. IEEE 86(11)"


def _c3() -> Graph:
    """Sixteen maps, each a convolution of those of S2 that the table gives it."""
    b = Builder()
    x = b.input()
    maps = []
    for i, channels in enumerate(TABLE):
        picked = b.add(f"pick{i}", "pick_channels", x, channels=channels)
        maps.append(b.add(f"map{i}", "conv2d", picked, out_channels=1, kernel_size=5))
    b.output(b.add("concat", "concat", *maps))
    return b.graph()


def lenet5() -> Document:
    """LeNet-5 as in the paper, its scores being the penalties of the RBF units with their sign
    turned, so that the largest wins."""
    b = Builder()
    x = b.input("image", "=(1, input_size, input_size)")
    x = b.add("C1", "conv2d", x, out_channels=6, kernel_size=5)
    x = b.add("squash1", "scaled_tanh", x)
    x = b.add("S2", "subsampling", x)
    x = b.add("squash2", "scaled_tanh", x)
    x = b.group("C3", _c3(), x)
    x = b.add("squash3", "scaled_tanh", x)
    x = b.add("S4", "subsampling", x)
    x = b.add("squash4", "scaled_tanh", x)
    x = b.add("C5", "conv2d", x, out_channels=120, kernel_size=5)
    x = b.add("squash5", "scaled_tanh", x)
    x = b.add("flatten", "flatten", x)
    x = b.add("F6", "linear", x, out_features=CODE)
    x = b.add("squash6", "scaled_tanh", x)
    codes = "='digits' if classes <= 10 else 'walsh'"
    x = b.add("penalties", "radial_basis", x, classes="=classes", codes=codes)
    x = b.add("scores", "scale", x, factor=-1.0)
    b.output(x)
    return b.document(
        "lenet5",
        About(
            title="LeNet-5",
            idea="Shared weights and pooling learn to see; each digit is a picture to come near.",
            source=SOURCE,
            year=1998,
            family="LeNet",
        ),
        {
            "classes": (10, "How many classes; from 11 on their codes are no pictures."),
            "input_size": (32, "Height and width of the image."),
        },
    )


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


NETWORKS = (lenet5, lenet5_modern)

"""GoogLeNet (Szegedy et al. 2014, arXiv:1409.4842, table 1), with batch norm as torchvision, and
BN-Inception (Ioffe, Szegedy 2015, arXiv:1502.03167, figure 5).

torchvision's "5×5" branches have a 3×3 kernel (a slip kept there for its trained weights), and
so do GoogLeNet's here.
"""

from __future__ import annotations

from explorer.blocks.builder import Builder
from explorer.graph.model import About, Document

EPS = 0.001
SHAPE = "=(3, input_size, input_size)"
CLASSES = (1000, "How many classes.")

MODULES = (
    # name, 1×1, 3×3 reduce, 3×3, 5×5 reduce, 5×5, pool projection (table 1)
    ("inception3a", 64, 96, 128, 16, 32, 32),
    ("inception3b", 128, 128, 192, 32, 96, 64),
    ("maxpool3", 3),
    ("inception4a", 192, 96, 208, 16, 48, 64),
    ("inception4b", 160, 112, 224, 24, 64, 64),
    ("inception4c", 128, 128, 256, 24, 64, 64),
    ("inception4d", 112, 144, 288, 32, 64, 64),
    ("inception4e", 256, 160, 320, 32, 128, 128),
    ("maxpool4", 2),
    ("inception5a", 256, 160, 320, 32, 128, 128),
    ("inception5b", 384, 192, 384, 48, 128, 128),
)
COLUMNS = (
    "branch1x1",
    "reduce3x3",
    "branch3x3",
    "reduce5x5",
    "branch5x5",
    "pool_projection",
)

BN_MODULES = (
    # name, 1×1, 3×3 reduce, 3×3, double 3×3 reduce, double 3×3, pool, projection, stride (figure 5)
    ("inception3a", 64, 64, 64, 64, 96, "avg", 32, 1),
    ("inception3b", 64, 64, 96, 64, 96, "avg", 64, 1),
    ("inception3c", 0, 128, 160, 64, 96, "max", 0, 2),
    ("inception4a", 224, 64, 96, 96, 128, "avg", 128, 1),
    ("inception4b", 192, 96, 128, 96, 128, "avg", 128, 1),
    ("inception4c", 160, 128, 160, 128, 160, "avg", 128, 1),
    ("inception4d", 96, 128, 192, 160, 192, "avg", 128, 1),
    ("inception4e", 0, 128, 192, 192, 256, "max", 0, 2),
    ("inception5a", 352, 192, 320, 160, 224, "avg", 128, 1),
    ("inception5b", 352, 192, 320, 192, 224, "max", 128, 1),
)
BN_COLUMNS = (
    "branch1x1",
    "reduce3x3",
    "branch3x3",
    "reduce_double",
    "double3x3",
    "pool",
    "pool_projection",
    "stride",
)


def googlenet() -> Document:
    """GoogLeNet with both auxiliary heads."""
    b = Builder()
    pool = {"kernel_size": 3, "stride": 2, "ceil_mode": True}
    x = b.input("image", SHAPE)
    x = b.add("conv1", "conv_norm_act", x, out_channels=64, kernel_size=7, stride=2, eps=EPS)
    x = b.add("maxpool1", "max_pool2d", x, **pool)
    x = b.add("conv2", "conv_norm_act", x, out_channels=64, kernel_size=1, eps=EPS)
    x = b.add("conv3", "conv_norm_act", x, out_channels=192, kernel_size=3, eps=EPS)
    x = b.add("maxpool2", "max_pool2d", x, **pool)
    auxiliary = []
    for name, *numbers in MODULES:
        if name.startswith("maxpool"):
            x = b.add(name, "max_pool2d", x, **pool | {"kernel_size": numbers[0]})
            continue
        columns = dict(zip(COLUMNS, numbers, strict=True))
        x = b.add(name, "inception", x, large_kernel=3, eps=EPS, **columns)
        if name in ("inception4a", "inception4d"):
            auxiliary.append(x)
    x = b.add("head", "classifier_head", x, classes="=classes", dropout="=dropout")
    b.output(x)
    for i, source in enumerate(auxiliary, 1):
        y = b.add(
            f"aux{i}", "auxiliary_head", source,
            classes="=classes", dropout="=dropout_aux", eps=EPS,
        )  # fmt: skip
        b.add(f"aux{i}_out", "output", y, auxiliary=True, enabled="=auxiliary_heads")
    return b.document(
        "googlenet",
        About(
            title="GoogLeNet",
            idea="Filters of several sizes side by side, kept cheap by 1×1 convolutions.",
            source="Szegedy et al. 2014, arXiv:1409.4842",
            year=2014,
            family="Inception",
        ),
        {
            "classes": CLASSES,
            "input_size": (224, "Side of the image."),
            "auxiliary_heads": (True, "Whether it has the two auxiliary heads."),
            "dropout": (0.2, "Dropout before the scores."),
            "dropout_aux": (0.7, "Dropout in the auxiliary heads."),
        },
    )


def bn_inception() -> Document:
    """BN-Inception, which the community calls Inception v2, with the biases of its first weights."""
    b = Builder()
    conv = {"bias": True}
    pool = {"kernel_size": 3, "stride": 2, "ceil_mode": True}
    x = b.input("image", SHAPE)
    x = b.add("conv1", "conv_norm_act", x, out_channels=64, kernel_size=7, stride=2, **conv)
    x = b.add("maxpool1", "max_pool2d", x, **pool)
    x = b.add("conv2", "conv_norm_act", x, out_channels=64, kernel_size=1, **conv)
    x = b.add("conv3", "conv_norm_act", x, out_channels=192, kernel_size=3, **conv)
    x = b.add("maxpool2", "max_pool2d", x, **pool)
    for name, *numbers in BN_MODULES:
        columns = dict(zip(BN_COLUMNS, numbers, strict=True))
        x = b.add(name, "inception_bn", x, **conv, **columns)
    b.output(b.add("head", "classifier_head", x, classes="=classes"))
    return b.document(
        "bn_inception",
        About(
            title="BN-Inception (Inception v2)",
            idea="Batch norm after every convolution lets the same network learn many times faster.",
            source="Ioffe, Szegedy 2015, arXiv:1502.03167",
            year=2015,
            family="Inception",
        ),
        {"classes": CLASSES, "input_size": (224, "Side of the image.")},
    )


NETWORKS = (googlenet, bn_inception)

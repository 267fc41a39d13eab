"""GoogLeNet (Szegedy et al. 2014, arXiv:1409.4842, table 1), with batch norm as torchvision.

torchvision's "5×5" branches have a 3×3 kernel (a slip kept there for its trained weights), and
so do these.
"""

from __future__ import annotations

from explorer.blocks.builder import Builder
from explorer.graph.model import About, Document

EPS = 0.001

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


def googlenet() -> Document:
    """GoogLeNet with both auxiliary heads."""
    b = Builder()
    pool = {"kernel_size": 3, "stride": 2, "ceil_mode": True}
    x = b.input("image", (3, 224, 224))
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
    x = b.add("head", "classifier_head", x, classes=1000, dropout=0.2)
    b.output(x)
    for i, source in enumerate(auxiliary, 1):
        y = b.add(f"aux{i}", "auxiliary_head", source, classes=1000, eps=EPS)
        b.output(y, f"aux{i}_out", auxiliary=True)
    return b.document(
        "googlenet",
        About(
            title="GoogLeNet",
            idea="Filters of several sizes side by side, kept cheap by 1×1 convolutions.",
            source="Szegedy et al. 2014, arXiv:1409.4842",
            year=2014,
            family="Inception",
        ),
    )


NETWORKS = (googlenet,)

"""NASNet-A (Zoph et al. 2017, arXiv:1707.07012, table 2: NASNet-A (4 @ 1056))."""

from __future__ import annotations

from explorer.blocks.builder import Builder
from explorer.graph.model import About, Document

CELLS = 4
"""Normal cells between two reductions (N in the paper)."""


def nasnet_a_mobile() -> Document:
    """Four cells at a time and 1056 maps at the end, 24 times as many as the first filters."""
    b = Builder()
    image = b.add("image", "input", shape="=(3, input_size, input_size)")
    previous = x = b.add(
        "stem", "conv_norm_act", image,
        out_channels=32, stride=2, padding=0, activation="none", eps=0.001,
    )  # fmt: skip
    x = b.add("stem1", "nasnet_reduction", x, x, filters="=filters // 4", adjust=False)
    previous, x = x, b.add("stem2", "nasnet_reduction", x, previous, filters="=filters // 2")
    for stage in range(3):
        filters = f"=filters * {2**stage}"
        if stage:
            reduced = b.add(f"reduction{stage}", "nasnet_reduction", x, previous, filters=filters)
            previous, x = x, reduced
        for i in range(1, CELLS + 1):
            made = b.add(f"cell{stage * CELLS + i}", "nasnet_normal", x, previous, filters=filters)
            previous, x = x, made
    x = b.add("relu", "relu", x)
    b.output(b.add("head", "classifier_head", x, classes="=classes", dropout="=dropout"))
    return b.document(
        "nasnet_a_mobile",
        About(
            title="NASNet-A mobile",
            idea="Search two small cells on small images, then stack them for large ones.",
            source="Zoph, Vasudevan, Shlens, Le 2017, arXiv:1707.07012",
            year=2017,
            family="NASNet",
        ),
        {
            "classes": (1000, "How many classes."),
            "input_size": (224, "Height and width of the image."),
            "filters": (44, "Channels of each branch in the first cells; doubled twice."),
            "dropout": (0.0, "Dropout before the scores."),
        },
    )


NETWORKS = (nasnet_a_mobile,)

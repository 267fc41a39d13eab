"""Figures that papers and lectures count differently, and are right.

Multiply-adds are called FLOPs by some and counted as two by others, and a network of one name has
more than one form.
"""

from __future__ import annotations

from explorer.lessons.note import Note, giga, line, of

RESNETS = {18: "1.8", 34: "3.6", 50: "3.8", 101: "7.6", 152: "11.3"}
"""Billions of “FLOPs” in the ResNet paper (arXiv:1512.03385, table 1), by depth."""

ALEXNETS = ("alexnet_ungrouped", "alexnet_2012", "alexnet")


def resnet(depth: int) -> Note:
    """Why the ResNet paper's figure is not the one here."""
    modern = of(f"resnet{depth}").totals
    words = "The paper calls a multiply-add one FLOP"
    lines = []
    if depth >= 50:
        paper = of(f"resnet{depth}_v1").totals
        words += (
            ", and halves the image in the first 1×1 of a block; torchvision does so in the 3×3, "
            "which then works on the large image"
        )
        lines.append(
            line("multiply-adds, stride in the 1×1 (the paper)", str(paper.macs), paper.macs)
        )
        lines.append(
            line("multiply-adds, stride in the 3×3 (torchvision)", str(modern.macs), modern.macs)
        )
    else:
        paper = modern
        lines.append(line("multiply-adds (the paper)", str(paper.macs), paper.macs))
    lines.append(line("FLOPs here: two for each of them", f"2·{modern.macs}", modern.flops))
    return Note(
        "convention",
        "ResNet paper",
        f"{RESNETS[depth]} GFLOPs",
        f"{giga(paper.macs)}MACs",
        words + ".",
        tuple(lines),
    )


def alexnet() -> Note:
    """Why the lecture's figure for AlexNet is so much more than what others call its FLOPs."""
    whole, halves, modern = (of(name).totals for name in ALEXNETS)
    return Note(
        "convention",
        "lecture",
        "2.3 GFLOPs",
        f"{giga(whole.flops)}FLOPs",
        "It counts two for each multiply-add, and every filter on all channels. On the two GPUs of "
        "2012, three of five convolutions saw half of the channels; torchvision's has fewer filters.",
        (
            line("ungrouped, two for each multiply-add", f"2·{whole.macs}", whole.flops),
            line("in two groups, as in 2012", f"2·{halves.macs}", halves.flops),
            line("torchvision's, with fewer filters", f"2·{modern.macs}", modern.flops),
            line("in two groups, multiply-adds called FLOPs", str(halves.macs), halves.macs),
        ),
    )

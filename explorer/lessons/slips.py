"""Slips in lecture notes: what they state, what is true, and the arithmetic that decides."""

from __future__ import annotations

from explorer.analysis.analyze import BYTES
from explorer.analysis.explain import Explanation
from explorer.lessons.note import Note, giga, line, macs_at, of, of_block

VGG_LAST = tuple(f"features.block5.conv{i}" for i in (1, 2, 3))


def vgg_operations() -> Note:
    """The last three convolutions of VGG-16, counted on an image twice as high and wide."""
    analysis = of("vgg16")
    macs = [macs_at(analysis, path)[1] for path in VGG_LAST]
    numbers, _ = macs_at(analysis, VGG_LAST[0])
    true, flops = 2 * sum(macs), analysis.totals.flops
    wrong = numbers.replace("14·14", "28·28")
    return Note(
        "slip",
        "lecture",
        "39 GFLOPs",
        f"{giga(flops)}FLOPs",
        "The last three convolutions are counted at 28×28, but a pool has made the image 14×14.",
        (
            line("the three at 28×28, as the lecture has them", f"2·3·{wrong}", 4 * true),
            line("the three at 14×14, as they are", f"2·3·{numbers}", true),
            line(
                "the lecture's total: the true one with that put in",
                f"{flops} − {true} + {4 * true}",
                flops + 3 * true,
            ),
            line("the true total", f"2·{analysis.totals.macs}", flops),
        ),
    )


def vgg_values() -> Note:
    """The values that a pass through VGG-16 makes, added up by stage."""
    analysis = of("vgg16")
    parts: list[tuple[str, int]] = []
    for row in analysis.rows:
        kept = row.node.type in ("input", "conv2d", "max_pool2d", "linear")
        if kept and row.output is not None:
            size = 1
            for side in row.output:
                size *= side
            name = row.path.split(".")[1] if row.path.startswith("features.") else row.path
            name = "fully connected" if row.path.startswith("head.") else name
            if parts and parts[-1][0] == name:
                parts[-1] = (name, parts[-1][1] + size)
            else:
                parts.append((name, size))
    total = sum(size for _, size in parts)
    return Note(
        "slip",
        "lecture",
        "24 M values, 96 MB",
        f"{total / 1e6:.2f} M values, {total * BYTES / 1e6:.2f} MB",
        "The column of values that is shown does not sum to 24 M. It counts the image and what "
        "convolutions, pools and fully connected layers make, without ReLUs.",
        (
            line(" + ".join(n for n, _ in parts), " + ".join(str(s) for _, s in parts), total),
            line("4 bytes for each", f"{total}·{BYTES}", total * BYTES),
        ),
    )


def inception_example() -> Note:
    """The 3×3 of the lecture's reduced inception module, counted twice."""
    analysis = of_block(
        "inception", (256, 28, 28), norm="none",
        branch1x1=128, reduce3x3=64, branch3x3=192, reduce5x5=64, branch5x5=96, pool_projection=64,
    )  # fmt: skip
    lines: list[Explanation] = []
    three = 0
    for row in analysis.rows:
        if row.node.type == "conv2d":
            numbers, value = macs_at(analysis, row.path)
            kernel = numbers.split("·")[0]
            if kernel == "3":
                three = value
            branch = row.path.split(".")[1]
            lines.append(line(f"{branch}: {kernel}×{kernel}", numbers, value))
    total = analysis.totals.macs
    return Note(
        "slip",
        "lecture’s module",
        "358 M MACs",
        f"{total / 1e6:.0f} M MACs",
        "The sum has the 3×3 convolution twice. On 256×28×28, with 128, 64 to 192, 64 to 96 and 64 "
        "channels, this is what the branches cost.",
        (
            *lines,
            line("all branches", " + ".join(str(x.value) for x in lines), total),
            line("with the 3×3 once more", f"{total} + {three}", total + three),
        ),
    )


def mobilenet_stride() -> Note:
    """The stride of MobileNet's last depthwise convolution."""
    return Note(
        "slip",
        "paper and lecture",
        "stride 2",
        "stride 1",
        "The table gives the last depthwise convolution a stride of 2 at 7×7, but its output is "
        "7×7 as well: the stride is 1.",
        (
            line("side with stride 1", "⌊(7 + 2·1 − 3) / 1⌋ + 1", 7),
            line("side with stride 2", "⌊(7 + 2·1 − 3) / 2⌋ + 1", 4),
        ),
    )

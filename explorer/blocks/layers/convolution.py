"""Convolutions. Shapes and arguments as in torch.nn."""

from __future__ import annotations

from explorer.blocks.description import (
    BlockError,
    Cost,
    Hint,
    Layer,
    Mend,
    Operation,
    Role,
    Settings,
    Shape,
    Term,
    Window,
)
from explorer.blocks.layers.windows import (
    explain_sides,
    need_image,
    padding_of,
    rounding_hints,
    short,
    window_sides,
    window_summary,
)
from explorer.blocks.parameters import Kind, Parameter, flag, integer, pair


def _check_groups(title: str, groups: int, channels: int, out_channels: int) -> None:
    for what, count in (("input channels", channels), ("out_channels", out_channels)):
        if count % groups:
            raise BlockError(
                f"{title}: {count} {what} do not divide into {groups} groups",
                f"Each group takes the same number of channels, but {count} / {groups} "
                "is not whole.",
                "Take a number of groups that divides both.",
                (Mend("One group", (("groups", 1),)),),
            )


def _scalar(value: tuple[int, int]) -> int | tuple[int, int]:
    return value[0] if value[0] == value[1] else value


class Conv2d(Layer):
    name = "conv2d"
    title = "Convolution"
    role = Role.CONVOLUTION
    category = "Layers"
    default_name = "conv"
    help = "Slides learned filters over the image; each filter makes one output channel."
    parameters = (
        integer("out_channels", 64, "How many filters, so how many output channels."),
        pair("kernel_size", 3, "Height and width of a filter."),
        pair("stride", 1, "How far the filter moves at a step."),
        Parameter("padding", Kind.PADDING, 0, "Zeros around the image, or “same”.", 0, 10_000),
        pair("dilation", 1, "Distance between the points that a filter looks at."),
        integer("groups", 1, "Parts that see each other's channels not at all."),
        flag("bias", True, "Whether each filter adds a learned constant."),
    )

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        (x,) = inputs
        need_image(self.title, x)
        _check_groups(self.title, p["groups"], x[0], p["out_channels"])
        if p["padding"] == "same" and p["stride"] != (1, 1):
            raise BlockError(
                "Convolution: padding “same” goes with stride 1 only",
                "With a stride the output is smaller than the input, whatever the padding.",
                "Give the padding as a number.",
                (Mend("Padding as a number", (("padding", padding_of(p)),)),),
            )
        return (p["out_channels"], *window_sides(self.title, p, x))

    def explain_output(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[str, ...]:
        return explain_sides(p, inputs[0])

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        kh, kw = p["kernel_size"]
        (channels, _, _), (out, height, width) = inputs[0], output
        fan_in = channels // p["groups"]
        weights, formula = (kh, kw, fan_in, out), "kh·kw·(C/groups)·out"
        bias = ((out,),) if p["bias"] else ()
        return Cost(
            Term(formula + (" + out" if bias else ""), (weights, *bias)),
            Term(formula + "·H·W", ((*weights, height, width),)),
            Term("out·H·W (bias)", ((out, height, width),)) if bias else Term(),
        )

    def window(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Window:
        return Window(p["kernel_size"], p["stride"], padding_of(p), p["dilation"])

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        kwargs: list[tuple[str, object]] = []
        for name in ("stride", "padding", "dilation"):
            usual = (0, 0) if name == "padding" else (1, 1)
            if p[name] != usual:
                kwargs.append((name, p[name] if p[name] == "same" else _scalar(p[name])))
        if p["groups"] != 1:
            kwargs.append(("groups", p["groups"]))
        if not p["bias"]:
            kwargs.append(("bias", False))
        args = (inputs[0][0], p["out_channels"], _scalar(p["kernel_size"]))
        return Operation("nn.Conv2d", args, tuple(kwargs))  # type: ignore[arg-type]

    def hints(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[Hint, ...]:
        return rounding_hints(p, inputs[0])

    def summary(self, p: Settings) -> str:
        groups = f" g{p['groups']}" if p["groups"] > 1 else ""
        return f"{window_summary(p)}{groups} → {p['out_channels']}"


class ConvTranspose2d(Layer):
    name = "conv_transpose2d"
    title = "Transposed convolution"
    role = Role.CONVOLUTION
    category = "Layers"
    default_name = "up"
    help = "A convolution run backwards: it makes the image larger by its stride."
    parameters = (
        integer("out_channels", 64, "How many output channels."),
        pair("kernel_size", 2, "Height and width of a filter."),
        pair("stride", 2, "How much larger the image becomes."),
        pair("padding", 0, "Rows and columns cut from every side of the result.", low=0),
        pair("output_padding", 0, "Rows and columns added on one side of the result.", low=0),
        pair("dilation", 1, "Distance between the points of a filter."),
        integer("groups", 1, "Parts that see each other's channels not at all."),
        flag("bias", True, "Whether each channel adds a learned constant."),
    )

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        (x,) = inputs
        need_image(self.title, x)
        _check_groups(self.title, p["groups"], x[0], p["out_channels"])
        sides = []
        for axis in (0, 1):
            extra, s, d = p["output_padding"][axis], p["stride"][axis], p["dilation"][axis]
            if extra >= max(s, d):
                raise BlockError(
                    f"{self.title}: output_padding {extra} is not below stride {s} or dilation {d}",
                    "More would add rows that no input reaches.",
                    "Take a smaller output_padding.",
                    (Mend("No output padding", (("output_padding", 0),)),),
                )
            pad, k = p["padding"][axis], p["kernel_size"][axis]
            side = (x[axis + 1] - 1) * s - 2 * pad + d * (k - 1) + extra + 1
            if side < 1:
                raise BlockError(
                    f"{self.title}: nothing is left of the image",
                    f"({x[axis + 1]} − 1)·{s} − 2·{pad} + {d}·({k} − 1) + {extra} + 1 = {side}",
                    "Take less padding.",
                    (Mend("No padding", (("padding", 0),)),),
                )
            sides.append(side)
        return (p["out_channels"], sides[0], sides[1])

    def explain_output(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[str, ...]:
        lines = []
        for axis, out in enumerate(self.output(p, inputs)[1:]):
            size, s, pad = inputs[0][axis + 1], p["stride"][axis], p["padding"][axis]
            d, k, extra = p["dilation"][axis], p["kernel_size"][axis], p["output_padding"][axis]
            lines.append(f"({size} − 1)·{s} − 2·{pad} + {d}·({k} − 1) + {extra} + 1 = {out}")
        return (lines[0],) if lines[0] == lines[1] else tuple(lines)

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        kh, kw = p["kernel_size"]
        channels, height, width = inputs[0]
        out = p["out_channels"]
        weights, formula = (kh, kw, channels, out // p["groups"]), "kh·kw·C·(out/groups)"
        bias = ((out,),) if p["bias"] else ()
        return Cost(
            Term(formula + (" + out" if bias else ""), (weights, *bias)),
            Term(formula + "·H_in·W_in", ((*weights, height, width),)),
            Term("out·H·W (bias)", (output,)) if bias else Term(),
        )

    def window(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Window:
        return Window(p["kernel_size"], p["stride"], p["padding"], p["dilation"], transposed=True)

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        kwargs: list[tuple[str, object]] = [("stride", _scalar(p["stride"]))]
        for name in ("padding", "output_padding"):
            if p[name] != (0, 0):
                kwargs.append((name, _scalar(p[name])))
        if p["groups"] != 1:
            kwargs.append(("groups", p["groups"]))
        if not p["bias"]:
            kwargs.append(("bias", False))
        if p["dilation"] != (1, 1):
            kwargs.append(("dilation", _scalar(p["dilation"])))
        args = (inputs[0][0], p["out_channels"], _scalar(p["kernel_size"]))
        return Operation("nn.ConvTranspose2d", args, tuple(kwargs))  # type: ignore[arg-type]

    def summary(self, p: Settings) -> str:
        kernel = f"{p['kernel_size'][0]}×{p['kernel_size'][1]}"
        return f"{kernel} ↑{short(p['stride'])} → {p['out_channels']}"


LAYERS: tuple[Layer, ...] = (Conv2d(), ConvTranspose2d())

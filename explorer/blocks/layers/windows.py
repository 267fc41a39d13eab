"""The arithmetic of sliding windows, shared by convolutions and pools."""

from __future__ import annotations

from explorer.blocks.description import BlockError, Hint, Mend, Settings, Shape

AXES = ("height", "width")


def need_image(title: str, shape: Shape) -> None:
    """BlockError unless the shape is C×H×W."""
    if len(shape) != 3:
        raise BlockError(
            f"{title} needs an image C×H×W, but gets {shape_text(shape)}",
            "A vector has no height and width to slide a window over.",
            "Move this block before the flatten.",
        )


def shape_text(shape: Shape) -> str:
    return "×".join(map(str, shape))


def padding_of(p: Settings) -> tuple[int, int]:
    """Padding per axis on the leading side, ``same`` worked out."""
    padding = p["padding"]
    if padding == "same":
        (kh, kw), (dh, dw) = p["kernel_size"], p["dilation"]
        return (dh * (kh - 1) // 2, dw * (kw - 1) // 2)
    return (padding[0], padding[1])


def window_side(size: int, k: int, s: int, p: int, d: int, ceil: bool = False) -> int:
    """Positions of a window along a side, as torch counts them; below 1 where it does not fit."""
    span = size + 2 * p - d * (k - 1) - 1
    if not ceil:
        return span // s + 1
    positions = -(-span // s) + 1
    # torch drops a last window that would begin in the trailing padding
    return positions - 1 if (positions - 1) * s >= size + p else positions


def window_sides(title: str, p: Settings, shape: Shape, ceil: bool = False) -> tuple[int, int]:
    """Output height and width; BlockError where the window does not fit."""
    if p["padding"] == "same":
        return (shape[1], shape[2])
    sides = []
    for axis in (0, 1):
        size, k, s = shape[axis + 1], p["kernel_size"][axis], stride_of(p)[axis]
        pad, d = p["padding"][axis], p["dilation"][axis]
        side = window_side(size, k, s, pad, d, ceil)
        if side < 1:
            reach = d * (k - 1) + 1
            need = -(-(reach - size) // 2)
            raise BlockError(
                f"{title}: a window of {reach} does not fit in a {AXES[axis]} of {size + 2 * pad}",
                f"The input is {shape_text(shape)}; with padding {pad} on both sides the "
                f"{AXES[axis]} is {size} + 2·{pad} = {size + 2 * pad}, the window spans "
                f"{d}·({k} − 1) + 1 = {reach}.",
                f"Pad by at least {need}, take a smaller kernel, or shrink the image later.",
                (Mend(f"Padding {need}", (("padding", need),)),) if need * 2 <= reach else (),
            )
        sides.append(side)
    return (sides[0], sides[1])


def stride_of(p: Settings) -> tuple[int, int]:
    """The stride; a pool without one steps by its kernel."""
    stride = p["stride"]
    if stride is None:
        stride = p["kernel_size"]
    return (stride[0], stride[1])


def explain_sides(p: Settings, shape: Shape, ceil: bool = False) -> tuple[str, ...]:
    """``⌊(56 + 2·1 − 1·(3 − 1) − 1) / 2⌋ + 1 = 28`` per axis, once where both agree."""
    if p["padding"] == "same":
        lines = [f"{side} (padding “same” keeps it) = {side}" for side in shape[1:]]
    else:
        lines = []
        out = window_sides("", p, shape, ceil)
        for axis in (0, 1):
            size, k, s = shape[axis + 1], p["kernel_size"][axis], stride_of(p)[axis]
            pad, d = p["padding"][axis], p["dilation"][axis]
            left, right = "⌈⌉" if ceil else "⌊⌋"
            line = f"{left}({size} + 2·{pad} − {d}·({k} − 1) − 1) / {s}{right} + 1"
            full = -(-(size + 2 * pad - d * (k - 1) - 1) // s) + 1
            if ceil and full > out[axis]:
                line += " − 1"
            lines.append(f"{line} = {out[axis]}")
    return (lines[0],) if lines[0] == lines[1] else tuple(lines)


def rounding_hints(p: Settings, shape: Shape) -> tuple[Hint, ...]:
    """Says where a stride leaves rows or columns that no window sees."""
    if p["padding"] == "same":
        return ()
    for axis in (0, 1):
        size, k, s = shape[axis + 1], p["kernel_size"][axis], stride_of(p)[axis]
        pad, d = p["padding"][axis], p["dilation"][axis]
        # what is left over, less the padding that it may consist of
        lost = (size + 2 * pad - d * (k - 1) - 1) % s - pad
        # a kernel narrower than its stride skips on purpose
        if lost > 0 and k >= s:
            if axis == 0:
                many = "one row is" if lost == 1 else f"{lost} rows are"
            else:
                many = "one column is" if lost == 1 else f"{lost} columns are"
            return (
                Hint(
                    f"({size} + {2 * pad} − {d * (k - 1) + 1}) / {s} is not whole: "
                    f"PyTorch rounds down, {many} never seen"
                ),
            )
    return ()


def pair_text(value: tuple[int, int]) -> str:
    return f"{value[0]}×{value[1]}"


def short(value: tuple[int, int]) -> str:
    return str(value[0]) if value[0] == value[1] else f"{value[0]},{value[1]}"


def window_summary(p: Settings) -> str:
    """``3×3 s2 p1``, leaving out what is usual."""
    words = [pair_text(p["kernel_size"])]
    stride = stride_of(p)
    if stride != (1, 1):
        words.append(f"s{short(stride)}")
    if p["padding"] == "same":
        words.append("same")
    elif p["padding"] != (0, 0):
        words.append(f"p{short(p['padding'])}")
    if p.get("dilation", (1, 1)) != (1, 1):
        words.append(f"d{short(p['dilation'])}")
    return " ".join(words)

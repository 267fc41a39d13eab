"""Resize and Upsample."""

from __future__ import annotations

from typing import Any

from explorer.exchange.imports.onnx_ops.reading import Canvas, Op, Reader, Tensor, UnfitError
from explorer.exchange.imports.onnx_ops.windows import image


def _wanted(op: Op, x: Tensor) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """The size asked for (with the batch), and the scales (sizes by sizes where none are given)."""
    scales: tuple[float, ...] = tuple(op.get("scales", ()))
    place = 1 if op.type == "Upsample" or op.opset < 11 else 2
    if not scales and (found := op.known(place)) is not None and found.size:
        scales = tuple(float(v) for v in found.reshape(-1))
    sizes = op.numbers(3) if place == 2 else None
    axes = op.ints("axes")
    if axes:
        full_scales, full_sizes = [1.0] * 4, list(x.shape)
        for i, axis in enumerate(axes):
            if scales:
                full_scales[axis] = scales[i]
            elif sizes:
                full_sizes[axis] = sizes[i]
        scales, sizes = tuple(full_scales) if scales else (), tuple(full_sizes)
    if scales:
        if len(scales) != 4:
            raise UnfitError("its scales are not for an image")
        return tuple(int(s * f) for s, f in zip(x.shape, scales, strict=True)), scales
    if sizes is None or len(sizes) != 4:
        raise UnfitError("the size that it makes is not known beforehand")
    return sizes, tuple(a / b for a, b in zip(sizes, x.shape, strict=True))


def resize(op: Op, canvas: Canvas) -> tuple[Tensor, ...]:
    x = image(op)
    sizes, scales = _wanted(op, x)
    if sizes[:2] != x.shape[:2]:
        raise UnfitError("it changes the number of channels")
    if sizes == x.shape:
        return (x,)
    old = op.type == "Upsample" or op.opset < 11
    mode = op.get("mode", "nearest")
    place = op.get("coordinate_transformation_mode", "asymmetric" if old else "half_pixel")
    enlarged = all(f >= 1 and float(f).is_integer() for f in scales[2:])
    size = (sizes[2], sizes[3])
    if mode == "nearest":
        rounding = op.get("nearest_mode", "floor" if old else "round_prefer_floor")
        # in whole multiples all of these copy each value to the same square
        plain = (place == "asymmetric" and rounding == "floor") or (
            enlarged and place in ("half_pixel", "pytorch_half_pixel", "half_pixel_symmetric")
            and rounding.startswith("round")
        )  # fmt: skip
        if not plain or any(abs(f * s - w) > 1e-3 for f, s, w in _axes(scales, x, sizes)):
            raise UnfitError(f"its nearest values are found by {place} and {rounding}")
        return (_resized(canvas, x, size, mode="nearest"),)
    if mode not in ("linear", "bilinear", "cubic"):
        raise UnfitError(f"resizing by {mode} is not known here")
    if op.get("antialias", 0) or op.get("exclude_outside", 0):
        raise UnfitError("it smooths what it makes smaller")
    corners = place == "align_corners"
    if not corners and place not in ("half_pixel", "pytorch_half_pixel"):
        raise UnfitError(f"its values are found by {place}")
    if mode == "cubic" and abs(float(op.get("cubic_coeff_a", -0.75)) + 0.75) > 1e-6:
        raise UnfitError("its cubic curve is not torch's")
    if not corners and any(abs(f * s - w) > 1e-3 for f, s, w in _axes(scales, x, sizes)):
        raise UnfitError("its scales make no whole number of rows or columns")
    name = "bicubic" if mode == "cubic" else "bilinear"
    return (_resized(canvas, x, size, mode=name, align_corners=corners),)


def _resized(canvas: Canvas, x: Tensor, size: tuple[int, int], **how: Any) -> Tensor:
    """Enlarged by whole factors where it is, which holds for other sizes too."""
    (high, more_rows), (wide, more_columns) = (
        divmod(a, b) for a, b in zip(size, x.shape[2:], strict=True)
    )
    if more_rows or more_columns:
        return canvas.put("resize", x, size=size, **how)
    return canvas.put("upsample", x, scale=(high, wide), **how)


def _axes(
    scales: tuple[float, ...], x: Tensor, sizes: tuple[int, ...]
) -> tuple[tuple[float, int, int], ...]:
    return tuple((scales[i], x.shape[i], sizes[i]) for i in (2, 3))


READERS: dict[str, Reader] = {"Resize": resize, "Upsample": resize}

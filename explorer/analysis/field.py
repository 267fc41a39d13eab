"""Receptive fields: how much of the image one value sees, exactly, through any branches.

A field is relative to some input: positions move by ``step`` of its pixels, and a value at
position i sees the pixels from i·step − before to i·step + after. Composing fields and merging
branches stays exact (Araujo et al. 2019, distill.pub/2019/computing-receptive-fields). Steps are
fractions behind a transposed convolution.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from typing import NamedTuple

from explorer.blocks.description import POINT as ONE_TO_ONE
from explorer.blocks.description import WholeImage, Window

Number = int | Fraction


class Field(NamedTuple):
    """What a value sees of an input, as (height, width) pairs laid flat, in pixels of it."""

    before_h: Number = 0
    after_h: Number = 0
    step_h: Number = 1
    before_w: Number = 0
    after_w: Number = 0
    step_w: Number = 1
    disagree: bool = False
    """Whether branches of different steps were merged here or above."""
    whole: bool = False
    """Whether it sees the whole image, whatever its size."""
    gated: bool = False
    """Whether, beside what it sees by itself, the whole image weighs its channels by a gate."""

    @property
    def size(self) -> tuple[int, int]:
        """Height and width in pixels; meaningless where ``whole``."""
        return (
            ceil(self.before_h + self.after_h) + 1,
            ceil(self.before_w + self.after_w) + 1,
        )

    @property
    def stride(self) -> tuple[Number, Number]:
        """Pixels between the fields of neighbouring values."""
        return (self.step_h, self.step_w)

    @property
    def offset(self) -> tuple[Number, Number]:
        """Centre of the field of the first value, in pixels from the first pixel's centre."""
        return (
            Fraction(self.after_h - self.before_h, 2),
            Fraction(self.after_w - self.before_w, 2),
        )


POINT = Field()
WHOLE = Field(whole=True)
GATE = Field(whole=True, gated=True)
"""Of what is spread over an image, one value a channel, as a squeeze-excitation's gate is: it says
how much a channel counts and not where something is, so the field beside it remains."""


def of_window(window: Window | WholeImage) -> Field:
    """The field of one layer relative to its input."""
    if isinstance(window, WholeImage):
        return WHOLE
    if window is ONE_TO_ONE:
        return POINT
    (kh, kw), (sh, sw) = window.kernel, window.stride
    (ph, pw), (dh, dw) = window.padding, window.dilation
    if window.transposed:
        return Field(
            Fraction(max(0, dh * (kh - 1) - ph), sh), Fraction(ph, sh), Fraction(1, sh),
            Fraction(max(0, dw * (kw - 1) - pw), sw), Fraction(pw, sw), Fraction(1, sw),
        )  # fmt: skip
    if kh == kw == sh == sw == 1 and ph == pw == 0:
        return POINT
    return Field(ph, dh * (kh - 1) - ph, sh, pw, dw * (kw - 1) - pw, sw)


def compose(outer: Field, inner: Field) -> Field:
    """The field of ``inner``'s output relative to the input that ``outer`` is relative to."""
    if inner is POINT:
        return outer
    if outer is POINT:
        return inner
    if outer[7] or inner[7]:
        return GATE if inner == GATE or (outer == GATE and not inner[7]) else WHOLE
    ah, bh, sh, aw, bw, sw, mixed, _, gated = outer
    ch, dh, th, cw, dw, tw, also, _, gate = inner
    return Field(
        ah + sh * ch, bh + sh * dh, sh * th,
        aw + sw * cw, bw + sw * dw, sw * tw, mixed or also, False, gated or gate,
    )  # fmt: skip


def merge(a: Field, b: Field) -> Field:
    """The field of what sees both, as an addition of two branches does."""
    if a is b or a == b:
        return a
    if a[7] or b[7]:
        local, other = (b, a) if a[7] else (a, b)
        return local._replace(gated=True) if other == GATE and not local[7] else WHOLE
    return Field(
        max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]),
        max(a[3], b[3]), max(a[4], b[4]), min(a[5], b[5]),
        a[6] or b[6] or a[2] != b[2] or a[5] != b[5], False, a[8] or b[8],
    )  # fmt: skip

"""Numbers, sizes and shapes as people read them."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import floor, log10

from PySide6.QtCore import QCoreApplication

from explorer.analysis.field import Field

THIN = "\u202f"
"""Between thousands: a thin space at which no line breaks."""

NONE = "–"
"""What stands where there is no figure."""

_STEPS = ((10**12, "T"), (10**9, "G"), (10**6, "M"), (10**3, "k"))


def whole(value: int) -> str:
    """All digits in groups of three: ``25 557 032``."""
    return f"{value:,}".replace(",", THIN)


def compact(value: float, digits: int = 3) -> str:
    """A few significant digits and a letter: ``11.7 M``, ``73.7 k``, ``256``."""
    number, letter = _scaled(value, digits)
    return f"{number}{THIN}{letter}" if letter else number


def scaled(value: float, digits: int = 4) -> tuple[str, str]:
    """The number and the letter of its unit: ``("1.814", "G")``."""
    return _scaled(value, digits)


def bytes_(value: int) -> str:
    """Memory in decimal units: ``0.40 MB``, ``21.2 MB``, ``1.20 GB``."""
    if value >= 10**9:
        return f"{_digits(value / 1e9, 3)}{THIN}GB"
    if value >= 10**5:
        return f"{_digits(value / 1e6, 3 if value >= 10**6 else 2)}{THIN}MB"
    if value >= 10**3:
        return f"{_digits(value / 1e3, 3)}{THIN}kB"
    return f"{value}{THIN}B"


def seconds(value: float) -> str:
    """A time that was measured: ``0.21 ms``, ``1.52 s``, ``38 µs``."""
    for size, unit in ((1.0, "s"), (1e-3, "ms")):
        if value >= 0.1 * size:
            return f"{_digits(value / size, 2 if value < size else 3)}{THIN}{unit}"
    return f"{value * 1e6:.0f}{THIN}µs"


def shape(sides: Iterable[int]) -> str:
    """``128×28×28``."""
    return "×".join(map(str, sides))


def share(part: float, all_: float) -> str:
    """``3.2 %``; empty where there is nothing to have a share of."""
    if not all_:
        return ""
    percent = 100 * part / all_
    if 0 < percent < 0.1:
        return f"<{THIN}0.1{THIN}%"
    return f"{percent:.0f}{THIN}%" if percent in (0, 100) else f"{percent:.1f}{THIN}%"


def number(value: int | Fraction) -> str:
    """A whole number, or a fraction as a decimal."""
    return str(value) if value == int(value) else f"{float(value):g}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Format", text)


def everything() -> str:
    """How much is seen where the whole image is, in a narrow column."""
    return _tr("all")


def field_size(field: Field | None) -> str:
    """How much of the image is seen: ``51``, ``51×43``, ``all``."""
    if field is None:
        return NONE
    if field.whole:
        return everything()
    height, width = field.size
    return str(height) if height == width else f"{height}×{width}"


def field(found: Field | None) -> str:
    """Size and stride in words: ``51 px, stride 8``."""
    if found is None:
        return NONE
    if found.whole:
        return _tr("whole image")
    high, wide = (number(step) for step in found.stride)
    stride = high if high == wide else f"{high}×{wide}"
    return (
        _tr("{0} px, stride {1}")
        .format(field_size(found), stride)
        .replace(" ", THIN)
        .replace(f",{THIN}", ", ")
    )


def _scaled(value: float, digits: int) -> tuple[str, str]:
    for size, letter in _STEPS:
        # 999 950 is 1.00 M, not 1000 k: round first
        if abs(_rounded(value, digits)) >= size:
            return _digits(value / size, digits), letter
    return (str(int(value)) if value == int(value) else _digits(value, digits)), ""


def _rounded(value: float, digits: int) -> float:
    if not value:
        return 0.0
    return round(value, digits - 1 - floor(log10(abs(value))))


def _digits(value: float, digits: int) -> str:
    """A number with so many significant digits, trailing zeros kept: ``2.10``."""
    if not value:
        return "0"
    places = max(0, digits - 1 - floor(log10(abs(_rounded(value, digits)))))
    return f"{value:.{places}f}"

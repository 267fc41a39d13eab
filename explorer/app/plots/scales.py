"""Round numbers for axes."""

from __future__ import annotations

from math import floor, log10

DIVISIONS = 4
"""Parts of both upright axes, so that one set of lines serves both."""

_STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 15, 20)


def upright(low: float, high: float, most: float | None = None) -> tuple[float, ...]:
    """The round numbers, ``DIVISIONS`` + 1 of them evenly apart, that hold ``low`` … ``high``.

    None is above ``most``.
    """
    span = max(high - low, abs(high) * 1e-3, 1e-9)
    unit = 10.0 ** floor(log10(span / DIVISIONS))

    def lines(step: float) -> tuple[float, ...]:
        # a hair below a line still belongs to it
        first = floor(low / step + 1e-3)
        if most is not None:
            first = min(first, floor(most / step + 1e-3) - DIVISIONS)
        return tuple((first + index) * step for index in range(DIVISIONS + 1))

    found = (lines(part * unit) for part in _STEPS)
    return next(values for values in found if values[-1] >= high - 1e-3 * unit)


def number_texts(values: tuple[float, ...]) -> list[str]:
    """Numbers of an axis, all with as many decimals as their distance asks for."""
    step = values[1] - values[0]
    if step < 0.001:
        return [f"{value:.2g}" for value in values]
    decimals = next(n for n in range(5) if abs(round(step, n) - step) < 1e-3 * step)
    return [f"{value:.{decimals}f}" for value in values]


def whole_numbers(low: float, high: float, most: int) -> range:
    """Round whole numbers within ``low`` … ``high``, about ``most`` of them at most."""
    least = max(1.0, (high - low) / max(1, most))
    unit: int = 10 ** floor(log10(least))
    step = next(n * unit for n in (1, 2, 5, 10) if n * unit >= least)
    first = -(-max(0, floor(low + 0.999)) // step) * step
    return range(first, floor(high + 1e-6) + 1, step)

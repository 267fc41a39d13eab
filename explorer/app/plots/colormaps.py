"""Colour tables that turn 8-bit maps into colours.

Viridis and cividis rise evenly in brightness; ``signs`` parts at 128, blue below and orange above.
All stay readable for colour-blind people.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

ColorMap = Literal["viridis", "cividis", "signs", "grey"]

# Every eighth colour of matplotlib's tables (viridis by S. van der Walt and N. Smith, CC0; cividis
# by Nuñez, Anderton and Renslow 2018); between them a straight line is off by 5 of 255 at most.
_ANCHORS = {
    "viridis": """
        440154 470d60 48186a 482374 472d7b 453781 424086 3e4989 3b528b 375b8d 33638d
        2f6b8e 2c728e 297a8e 26828e 23898e 21908c 1f978b 1f9f88 21a685 27ad81 31b57b
        3ebc74 4dc26c 5cc863 6ece58 82d34d 95d840 aadc32 c0df25 d5e21a eae51a fde725""",
    "cividis": """
        00204d 00265a 002c69 00306f 05366e 1f3c6d 2d426c 38486b 414d6b 4a536b 52596c
        595f6d 61646f 686a71 6f7073 767676 7c7c78 848179 8b8779 938e78 9b9477 a39a76
        aca174 b4a872 bcaf6f c5b56c cebc68 d7c463 e0cb5e e9d358 f2da50 fbe248 ffea46""",
    "signs": "053b6b 1f6fae 7db3d8 ededed e9a25a c7640c 7a3300",
    "grey": "000000 ffffff",
}


@cache
def color_table(name: ColorMap) -> list[int]:
    """256 opaque colours (0xAARRGGBB) for ``QImage.setColorTable``."""
    anchors = [bytes.fromhex(color) for color in _ANCHORS[name].split()]
    table = []
    for value in range(256):
        place = value / 255 * (len(anchors) - 1)
        low = min(int(place), len(anchors) - 2)
        part = place - low
        red, green, blue = (
            round(a + (b - a) * part) for a, b in zip(anchors[low], anchors[low + 1], strict=True)
        )
        table.append(0xFF000000 | red << 16 | green << 8 | blue)
    return table

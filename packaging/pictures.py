"""The program's mark in the sizes and formats that each system wants, made from resources/icons/app.svg.

python packaging/pictures.py linux|windows|macos FOLDER
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MARK = ROOT / "resources" / "icons" / "app.svg"
NAME = "architecture-explorer"

LINUX = (16, 22, 24, 32, 48, 64, 128, 256, 512)
WINDOWS = (16, 20, 24, 32, 40, 48, 64, 128, 256)
MACOS = (16, 32, 64, 128, 256, 512, 1024)


def png(size: int) -> bytes:
    """The mark in a square of ``size`` pixels, drawn anew for each size."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(MARK)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def linux(folder: Path) -> list[Path]:
    """A hicolor theme's folders: the program's mark, and the same for its files."""
    made = []
    for size in LINUX:
        data = png(size)
        for kind, name in (("apps", NAME), ("mimetypes", f"application-x-{NAME}-network")):
            made.append(folder / f"hicolor/{size}x{size}/{kind}/{name}.png")
            made[-1].parent.mkdir(parents=True, exist_ok=True)
            made[-1].write_bytes(data)
    for kind, name in (("apps", NAME), ("mimetypes", f"application-x-{NAME}-network")):
        made.append(folder / f"hicolor/scalable/{kind}/{name}.svg")
        made[-1].parent.mkdir(parents=True, exist_ok=True)
        made[-1].write_bytes(MARK.read_bytes())
    return made


def _several(sizes: tuple[int, ...], path: Path) -> Path:
    from PIL import Image

    images = [Image.open(io.BytesIO(png(size))) for size in sizes]
    path.parent.mkdir(parents=True, exist_ok=True)
    *smaller, largest = images
    largest.save(path, sizes=[(size, size) for size in sizes], append_images=smaller)
    return path


def windows(folder: Path) -> Path:
    """One .ico with every size."""
    return _several(WINDOWS, folder / f"{NAME}.ico")


def macos(folder: Path) -> Path:
    """One .icns with every size."""
    return _several(MACOS, folder / f"{NAME}.icns")


if __name__ == "__main__":
    {"linux": linux, "windows": windows, "macos": macos}[sys.argv[1]](Path(sys.argv[2]))

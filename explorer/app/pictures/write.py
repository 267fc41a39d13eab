"""A picture as the bytes of a file: SVG, PDF, PNG or TikZ."""

from __future__ import annotations

import re

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QMarginsF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgGenerator

from explorer.app.pictures.options import PictureError
from explorer.app.pictures.picture import Picture
from explorer.exchange.diagrams.tikz import tikz

MOST_PIXELS = 150_000_000
"""Of one PNG: more takes more memory than a laptop spares."""
POINTS = 0.75
"""A unit of the canvas in points: 96 to the inch."""
FINE = 10
"""Steps of a PDF within a unit."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Pictures", text)


def written(picture: Picture) -> bytes:
    """The picture in the format of its options; PictureError where it cannot be made."""
    match picture.options.format:
        case "svg":
            return svg(picture)
        case "pdf":
            return pdf(picture)
        case "png":
            return png(picture)
        case "tikz":
            return tikz(svg(picture).decode(), picture.name, _measured).encode()


def svg(picture: Picture) -> bytes:
    """Scalable, texts as texts: a reader without the program's fonts sees the system's."""
    data, size = QByteArray(), picture.rect.size()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(round(size.width()), round(size.height())))
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    # one unit is one pixel, and texts keep the size that they were measured with
    generator.setResolution(96)
    generator.setTitle(picture.name)
    generator.setDescription("Architecture Explorer")
    painter = QPainter(generator)
    picture.draw(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    buffer.close()
    text = _EMPTY.sub("", bytes(data.data()).decode())
    for family, others in _OTHERS.items():
        text = text.replace(f'font-family="{family}"', f'font-family="{family}, {others}"')
    return text.encode()


_EMPTY = re.compile(r"<g [^>]*>\s*</g>\s*")
"""Qt opens a group for every state of the painter, whether anything is drawn in it or not."""
_OTHERS = {"Inter": "Helvetica, Arial, sans-serif", "JetBrains Mono": "Menlo, Consolas, monospace"}
"""Faces for readers who lack ours."""


def _measured(text: str, family: str, size: float, weight: int) -> float:
    font = QFont(family.partition(",")[0])
    font.setPixelSize(round(size))
    font.setWeight(QFont.Weight(weight))
    return QFontMetricsF(font).horizontalAdvance(text)


def pdf(picture: Picture) -> bytes:
    """One page as large as the picture, its fonts embedded."""
    data, size = QByteArray(), picture.rect.size()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(picture.name)
    writer.setCreator("Architecture Explorer")
    writer.setResolution(96 * FINE)
    points = QSizeF(size.width() * POINTS, size.height() * POINTS)
    page = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    layout = QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    writer.setPageLayout(layout)
    painter = QPainter(writer)
    picture.draw(painter, QRectF(0, 0, size.width() * FINE, size.height() * FINE))
    painter.end()
    buffer.close()
    return bytes(data.data())


def png(picture: Picture) -> bytes:
    """Pixels: as many as the picture has units, times the scale."""
    found = image(picture, picture.options.scale)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    found.save(buffer, "PNG")  # type: ignore[call-overload, unused-ignore]
    return bytes(data.data())


def image(picture: Picture, scale: float) -> QImage:
    """The picture in pixels, so many per unit."""
    size = picture.rect.size()
    wide, high = round(size.width() * scale), round(size.height() * scale)
    if wide * high > MOST_PIXELS:
        raise PictureError(
            _tr(
                "The picture would have {0} × {1} pixels: choose a smaller scale, a selection, or "
                "SVG or PDF."
            ).format(wide, high)
        )
    found = QImage(max(1, wide), max(1, high), QImage.Format.Format_ARGB32_Premultiplied)
    found.setDotsPerMeterX(round(96 * scale / 0.0254))
    found.setDotsPerMeterY(round(96 * scale / 0.0254))
    found.fill(Qt.GlobalColor.transparent)
    painter = QPainter(found)
    picture.draw(painter, QRectF(0, 0, size.width() * scale, size.height() * scale))
    painter.end()
    return found

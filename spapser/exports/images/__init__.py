"""The charts of the screen as files, without a browser: the same figures, written as SVG, and as PNG from the SVG."""

from spapser.exports.images.png import draw_png, draw_pngs
from spapser.exports.images.svg import draw_svg

__all__ = ["draw_png", "draw_pngs", "draw_svg"]

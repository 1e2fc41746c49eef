"""Whether a colour can be read (WCAG 2.2, "relative luminance", "contrast ratio", success criterion 1.4.3)."""

from __future__ import annotations

READABLE = 4.5
"""The lowest contrast of text to what is behind it."""


def contrast_with_white(colour: str) -> float:
    """The contrast of `#rrggbb` to white, from 1 to 21."""
    return 1.05 / (_luminance(colour) + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

"""Signs of the symbol fonts that Word writes by their place in the font (``w:sym``)."""

from __future__ import annotations

_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "□",
    0xD8: "➢", 0xE0: "→", 0xE8: "→", 0xF0: "⇒", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x52: "☑", 0x77: "◆", 0x75: "◆",
    **{0x81 + index: chr(0x2460 + index) for index in range(10)},
    **{0x8C + index: chr(0x2776 + index) for index in range(10)},
}  # fmt: skip
_WINGDINGS_2 = {0x50: "✓", 0x51: "✗", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x2A: "□", 0xA3: "□", 0x30: "☑"}
_SYMBOL = {
    0xB7: "•", 0xB4: "×", 0xB8: "÷", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xB0: "°", 0xAE: "→", 0xAC: "←", 0xA5: "∞",
    0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6D: "μ", 0x70: "π", 0x53: "Σ", 0x44: "Δ", 0x57: "Ω",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def symbol(font: str, char: str) -> str | None:
    """The sign at the place `char`, in hexadecimal, of a font; None for one that is not known."""
    try:
        place = int(char[:6], 16)
    except ValueError:
        return None
    if 0xF000 <= place <= 0xF0FF or font.lower() in _FONTS:
        return _FONTS.get(font.lower(), {}).get(place & 0xFF)
    is_private = 0xE000 <= place <= 0xF8FF or 0xD800 <= place <= 0xDFFF or place < 0x20 or place > 0x10FFFF
    return None if is_private else chr(place)

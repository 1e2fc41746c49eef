"""Digits however they are written, made plain: 0 to 9 in the same places, so that what is found stands where it was typed."""

from __future__ import annotations

import unicodedata

from noticeboard.patterns import pattern_of
from noticeboard.sign_table import SignTable

BETWEEN = " ./_\t\\-·•・\u2022\u2010-\u2015\u00a0\u2002-\u200d\u202f\u2060\u20e3\u3000\ufe0f\ufeff"
"""What may stand between two digits of one number, inside a character class: blanks, dashes, dots, invisible signs."""
JOIN = "\ue000"
"""Stands where a sign of a markup stood behind a digit: a character for private use, which nobody types."""

_DIGITS = (*range(0xFF10, 0xFF1A), *range(0x1D7CE, 0x1D800))
"""Wide ones, and the bold and double ones that are copied from adverts."""
_LETTERS = (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
_NARROW = {code: str(unicodedata.decimal(chr(code))) for code in _DIGITS}
_NARROW |= {code: chr(code - 0xFEE0) for code in _LETTERS}
_NARROW |= {ord(wide): narrow for wide, narrow in zip("＋．＃｜／＿", "+.#|/_", strict=True)}
_NARROW |= dict.fromkeys(map(ord, "－﹣﹘−―ー─⁃‐‑‒–—"), "-")
_NARROWED = SignTable(_NARROW)

_MARKUP = pattern_of(
    r"(?<=[0-9])(?:(?<!\*)\*{1,2}(?!\*)|\\|</?[A-Za-z][^<>\n]{0,40}>|&#?[0-9A-Za-z]{2,7};)++(?=[-0-9 .])"
)
"""Emphasis, tags, character references and backslashes behind a digit; three stars and more are a mask."""
_NUMERALS = "零〇幺一二三四五六七八九壹贰叁肆伍陆柒捌玖"
_PLAIN = {ord(numeral): digit for numeral, digit in zip(_NUMERALS, "001123456789123456789", strict=True)}
_SPOKEN = pattern_of(
    rf"(?<![十百千万拾佰仟{_NUMERALS}0-9])(?=[-. 0-9]*+[{_NUMERALS}])"
    rf"[1一幺壹](?:[{BETWEEN}]?[0-9{_NUMERALS}]){{10,17}}+(?![十百千万亿拾佰仟元圆{_NUMERALS}0-9])"
)
_LETTERS_IN_NUMBER = pattern_of(
    r"(?<![0-9A-Za-z])(?=[0-9OoIl]*[OoIl])(?=(?:[OoIl]?[0-9]){12})[0-9](?:[0-9OoIl]){13,17}[0-9OoIlXx]?(?![0-9A-Za-z])"
)
"""A long number with letters that look like digits, as typists or scanners make them: 34O896…"""
_HINT_OF_LETTERS = pattern_of("[0-9][OoIl][0-9]")
_LOOKING_ALIKE = str.maketrans("OoIl", "0011")
_DICTATED = pattern_of(
    rf"(?<![十百千万拾佰仟{_NUMERALS}0-9])[1一幺壹][{_NUMERALS}0-9]{{2}}[，,、][{_NUMERALS}0-9]{{4}}[，,、][{_NUMERALS}0-9]{{4}}(?![十百千万亿拾佰仟元圆{_NUMERALS}0-9])"
)
"""In groups as one says them: 幺三九，六六二零，四七一八. Whether they are a telephone says what stands beside them."""
_HINT_OF_SPOKEN = pattern_of(f"[{_NUMERALS}]{{3}}")


def with_plain_digits(text: str) -> str:
    """`text`, as long as before, with narrow digits, letters and dashes, and nothing but invisible signs in its numbers."""
    text = _NARROWED.translate(text)
    text = _MARKUP.sub(lambda found: JOIN * len(found[0]), text)
    if _HINT_OF_LETTERS.search(text):
        text = _LETTERS_IN_NUMBER.sub(lambda found: found[0].translate(_LOOKING_ALIKE), text)
    if _HINT_OF_SPOKEN.search(text):
        text = _SPOKEN.sub(lambda found: found[0].translate(_PLAIN), text)
        text = _DICTATED.sub(lambda found: found[0].translate(_PLAIN), text)
    return text

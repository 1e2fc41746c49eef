"""Folding: writing that means the same becomes the same characters, for texts and queries alike.

Done character by character, so that the reader's browser can do the same and still knows where each one came from.
"""

from __future__ import annotations

import re
import unicodedata

from opencc import OpenCC

SEPARATORS = (
    r"\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\xbf\xd7\xf7\u2000-\u206f\u20a0-\u20cf\u2190-\u27bf\u2e00-\u2e7f"
    r"\u3000-\u3004\u3008-\u3020\u3030\u303d-\u303f\u30fb\ufe10-\ufe6f"
)
"""Folded characters that part words, as the inside of a character class that Python and JavaScript read alike."""

_IDEOGRAPHS = r"\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff"
_QUOTES = '"“”„‟‘’‚‛「」『』﹁﹂﹃﹄〝〞〟《》〈〉·・‧'
"""They part no words: “三八”妇女节 is looked for as 三八妇女节, “六·一” as 六一, 《工会法》学习 as 工会法学习."""
_NOTHING = re.compile(f"[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff{_QUOTES}]")
_BESIDE_IDEOGRAPH = re.compile(rf"(?<=[{_IDEOGRAPHS}]) +| +(?=[{_IDEOGRAPHS}])")
_SPACE = re.compile(r"[^\S\n]+")
_ALL_IDEOGRAPHS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0x20000, 0x2A6E0))


class _Folding(dict[int, str]):
    """Code point → what it folds to, worked out once for each character that occurs."""

    def __init__(self) -> None:
        super().__init__()
        self._simplified = OpenCC("t2s")

    def __missing__(self, code: int) -> str:
        plain = _NOTHING.sub("", unicodedata.normalize("NFKD", chr(code)).lower())
        self[code] = folded = "".join(map(self._simple, plain))
        return folded

    def _simple(self, sign: str) -> str:
        # Half of a pair, which a query may hold, cannot be given to the library.
        return sign if "\ud800" <= sign <= "\udfff" else self._simplified.convert(sign)


_FOLDING = _Folding()


def fold(text: str) -> str:
    """`text` with width, case, accents and traditional forms folded; without spaces beside 汉字, others single.

    Ｎo.１ 會議 室 → no.1会议室. Line breaks part passages that are folded together, and stay.
    """
    folded = text.translate(_FOLDING)
    if _SPACE.search(folded):
        folded = _BESIDE_IDEOGRAPH.sub("", _SPACE.sub(" ", folded)).strip(" ")
    return folded


def variants_of(alphabet: set[str]) -> str:
    """All that the browser must know of traditional forms: each one whose simplified form is in `alphabet`, and that form.

    `會会議议`: a traditional character without such a form occurs in no text, folded or not.
    """
    forms = "".join(map(chr, (code for codes in _ALL_IDEOGRAPHS for code in codes)))
    simplified = OpenCC("t2s").convert("\n".join(forms)).split("\n")
    return "".join(
        form + plain
        for form, plain in zip(forms, simplified, strict=True)
        if form != plain and plain in alphabet
    )

"""Lists of words in the settings, each of which may be one text: `运动会、比赛`."""

from __future__ import annotations

import re
from typing import Any


def word_lists(value: Any) -> Any:
    """Name → words, of which some are still one text; what is no mapping stays for the settings' types to refuse."""
    if not isinstance(value, dict):
        return value
    return {
        key: [word for word in re.split(r"[、，,\s]+", words) if word]
        if isinstance(words, str)
        else words or ()
        for key, words in value.items()
    }

"""Regular expressions that are made when they are first used: whoever looks into one text needs a third of them."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


class LatePattern:
    """Stands for a pattern, of which it has only the text until something else is asked for."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """What only the pattern itself has. Its methods are kept, so that no other use comes here."""
        if name.startswith("__"):
            # Copying asks for such before anything is there.
            raise AttributeError(name)
        made = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(made, method))
        return getattr(made, name)


def pattern_of(text: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile(text, flags)`, put off: what is wrong with `text` is raised at its first use, so a test uses them all."""
    return cast(re.Pattern[str], LatePattern(text, flags))

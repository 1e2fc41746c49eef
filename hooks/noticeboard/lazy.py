"""What takes long to set up and is needed by few commands or texts: it is set up when it is first used."""

from __future__ import annotations

import re
import sys
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType
from typing import Any, cast


def lazily(name: str) -> ModuleType:
    """The module `name`, which is loaded when something of it is asked for. Raises ModuleNotFoundError now, not then."""
    if name in sys.modules:
        return sys.modules[name]
    spec = find_spec(name)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    spec.loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def when_used(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """`re.compile(pattern, flags)` at its first use: hundreds of patterns are for texts that are seldom written. Raises re.error then."""
    return cast("re.Pattern[str]", _Pattern(pattern, flags))


class _Pattern:
    """Stands for a compiled pattern, and takes over its methods with the first that is called."""

    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        # From then on nothing stands between.
        vars(self).update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")

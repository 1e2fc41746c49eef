"""Finds what a package declares by walking its modules: whatever is declared is known, and there is no list to keep."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from types import ModuleType
from typing import TypeVar

Declared = TypeVar("Declared")


def declared_in(package: ModuleType, kind: type[Declared]) -> tuple[Declared, ...]:
    """The values of `kind` that stand at the top of the modules below `package`, in the order of the modules' names."""
    found: dict[int, Declared] = {}
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        # A command line begins when its module is loaded.
        values = () if module.name.endswith(".__main__") else vars(import_module(module.name)).values()
        found.update((id(value), value) for value in values if isinstance(value, kind))
    return tuple(found.values())

"""Everything public says what it is.

Not asked of what says it elsewhere: a check and a reader's fault, whose sentence and manual tell officers; a command, whose help does;
what a base class or MkDocs' events describe.
"""

import importlib
import inspect
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from types import FunctionType, ModuleType

import click

from noticeboard.checks.check import Check

HOOKS = Path(__file__).parents[1] / "hooks"
MODULES = sorted(
    ".".join(path.relative_to(HOOKS).with_suffix("").parts)
    for package in ("noticeboard", "noticeboard_mkdocs")
    for path in (HOOKS / package).rglob("*.py")
    if path.stem not in ("__init__", "__main__")
)
_KINDS = (FunctionType, type, Check, click.Command)


def _told_elsewhere(name: str, value: object) -> bool:
    if isinstance(value, Check | click.Command):
        return True
    returns = getattr(value, "__annotations__", {}).get("return", "")
    return name.startswith("on_") or returns in ("Fault", "Fault | None", "Problem")


def _public(owner: ModuleType | type) -> Iterator[tuple[str, object]]:
    for name, value in vars(owner).items():
        if isinstance(value, classmethod | staticmethod):
            value = value.__func__
        if isinstance(value, property | cached_property):
            value = value.fget if isinstance(value, property) else value.func
        own = owner.__name__ if isinstance(owner, ModuleType) else owner.__module__
        is_ours = getattr(value, "__module__", None) == own
        if is_ours and not name.startswith("_") and isinstance(value, _KINDS):
            yield name, value


def _undocumented(module: ModuleType) -> Iterator[str]:
    for name, value in _public(module):
        if _told_elsewhere(name, value):
            continue
        if not inspect.getdoc(value):
            yield name
        if isinstance(value, type):
            for part, method in _public(value):
                if not inspect.getdoc(getattr(value, part)) and not _told_elsewhere(part, method):
                    yield f"{name}.{part}"


def test_everything_public_says_what_it_is():
    silent = {}
    for name in MODULES:
        module = importlib.import_module(name)
        if found := [*([] if inspect.getdoc(module) else ["the module"]), *_undocumented(module)]:
            silent[name] = found
    assert len(MODULES) > 500
    assert silent == {}

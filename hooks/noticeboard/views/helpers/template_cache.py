"""Compiled templates, kept in memory for as long as the process runs, and nowhere else.

A file of compiled code is run by whoever reads it, and a pull request can write to any file of the tree.
"""

from __future__ import annotations

from types import CodeType

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache


class CompiledTemplates(BytecodeCache):
    """The code of each template by the key that Jinja gives it, for as long as the template's text stays the same."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.checksum, bucket.code


OF_PAGES = CompiledTemplates()
"""Those of the pages: all renderers of a process compile them in the same way."""
_OF_THEMES: dict[tuple[str, ...], CompiledTemplates] = {}


def of_theme(environment: Environment) -> CompiledTemplates:
    """Those of a theme, whose environment is made anew for each build of a preview; extensions change what they compile to."""
    return _OF_THEMES.setdefault(tuple(sorted(environment.extensions)), CompiledTemplates())

"""Libraries that only the reading of attachments needs: an extra, and loaded only when a file asks for them."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from noticeboard.inspection.passages import NotRead

EXTRA = "attachments"
INSTALL = f"pip install 'noticeboard[{EXTRA}]'"


def library(name: str) -> ModuleType:
    """The module `name`. Raises NotRead, with how to install it, when it is not there."""
    try:
        return import_module(name)
    except ImportError as error:
        raise NotRead(f"没有安装读它的程序（{name.partition('.')[0]}），请运行：{INSTALL}，") from error

"""What keeps a file from being published, whatever it says."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from noticeboard.patterns import pattern_of
from noticeboard.problems import Diagnostic, Fault, Level, Problem

_UNREADABLE_FILE = Diagnostic("unreadable-file", Level.ERROR)
_SYMLINK = Diagnostic("symlink", Level.ERROR)
_NOT_A_FILE = Diagnostic("not-a-file", Level.ERROR)
_BAD_NAME = Diagnostic("bad-name", Level.ERROR)

UNREADABLE = Fault(_UNREADABLE_FILE, "打不开这个文件或文件夹。", "请检查它在不在，有没有读取权限。")
LINK = Fault(_SYMLINK, "这是一个符号链接（快捷方式），不能发布。", "请把它指向的文件复制到这里。")
NOT_A_FILE = Fault(_NOT_A_FILE, "这不是一个普通文件。", "请删去它，重新新建文件。")
BAD_NAME = Fault(_BAD_NAME, "文件名或文件夹名里有读不出的字节。", "请给它重新起名。")


_WINDOWS_SIGNS = pattern_of(r'[<>:"|?*\\]')
_WINDOWS_DEVICES = pattern_of(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\..*)?", re.IGNORECASE
)
_CONTROLS = pattern_of(r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]")
"""Signs that break lines, turn text round (Unicode Standard Annex 9, section 2), or are not seen at all."""


def fault_of_name(name: str) -> Fault | None:
    """Why a file or a folder may not be called so: bytes that are no text, signs that break lines, what Windows cannot hold.

    See "Naming Files, Paths, and Namespaces" of Microsoft's documentation of Win32.
    """
    if _CONTROLS.search(name):
        return Fault(_BAD_NAME, "文件名或文件夹名里有换行或看不见的控制字符。", "请给它重新起名。")
    if printable(name) != name:
        return BAD_NAME
    if sign := _WINDOWS_SIGNS.search(name):
        message = f"名字里有“{sign[0]}”，Windows 的电脑存不下这个名字，别人取不到整个公告栏。"
        return Fault(_BAD_NAME, message, f"请给它改名，不用“{sign[0]}”；可以用全角的，或用空格。")
    if name.endswith((".", " ")):
        return Fault(
            _BAD_NAME,
            "名字以英文句点或空格结尾，Windows 的电脑存不下。",
            "请给它改名，去掉末尾的句点或空格。",
        )
    if _WINDOWS_DEVICES.fullmatch(name):
        return Fault(_BAD_NAME, f"“{name}”在 Windows 里是设备的名字，存不下。", "请给它重新起名。")
    return None


def find_irregular_files(root: Path, folder: str) -> Iterator[Problem]:
    """The faults of all that lies in `root`/`folder`, a folder that the site generator copies or runs as it is.

    None when there is no such folder. Links are told, never followed (SPECIFICATION section 8).
    """
    waiting = [folder] if os.path.lexists(root / folder) else []
    while waiting:
        path = waiting.pop()
        place = root / path
        try:
            if stat.S_ISDIR(os.lstat(place).st_mode):
                waiting += (f"{path}/{name}" for name in os.listdir(place))
            fault = _fault_of(place)
        except OSError:
            fault = UNREADABLE
        if fault is not None:
            yield fault.at(printable(path), 1, 1)


def find_unreadable(root: Path, paths: Iterable[str]) -> Iterator[Problem]:
    """Those of the files at `paths`, below `root`, that cannot be opened: to copy them would end a build half-way."""
    for path in paths:
        try:
            with open(root / path, "rb"):
                continue
        except OSError:
            yield UNREADABLE.at(path, 1, 1)


def _fault_of(place: Path) -> Fault | None:
    """Raises OSError where the file cannot be read."""
    kind = os.lstat(place).st_mode
    if stat.S_ISLNK(kind):
        return LINK
    if fault := fault_of_name(place.name):
        return fault
    if stat.S_ISDIR(kind):
        return None
    if not stat.S_ISREG(kind):
        return NOT_A_FILE
    with open(place, "rb"):
        return None


def printable(path: str) -> str:
    """`path` with a question mark for each byte that is no text, and for each sign that breaks a line or is not seen."""
    return _CONTROLS.sub("?", path.encode("utf-8", "replace").decode("utf-8"))

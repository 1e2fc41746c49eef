"""What the system says when a file cannot be read or written, for people who have never seen an errno."""

from __future__ import annotations

import errno
import os
from pathlib import Path

_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOENT: "文件不见了",
    errno.ENOTDIR: "路径里有一段不是文件夹",
    errno.EISDIR: "这是一个文件夹",
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘的配额用完了",
    errno.EROFS: "磁盘是只读的",
    errno.EIO: "磁盘读写出错",
    errno.ENAMETOOLONG: "名字太长",
    errno.ELOOP: "这是一个符号链接（快捷方式）",
    errno.EBUSY: "正被别的程序占用",
    errno.EXDEV: "它和旁边的文件夹不在一个磁盘上",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
    errno.EFBIG: "文件太大",
    errno.ENOMEM: "内存不够",
}
_OF_TARGETS = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EROFS))


def describe(error: OSError, root: Path) -> str:
    """One Chinese clause: which file, and why. Paths are told below `root` where they lie there."""
    reason = _REASONS.get(error.errno or 0) or error.strerror or "读写出错"
    names = [_below(name, root) for name in (error.filename, error.filename2) if name is not None]
    # Of two files, one was copied to the other: a disk is full, or read-only, where it was to go.
    named = names[-1:] if error.errno in _OF_TARGETS else names[:1]
    return f"“{named[0]}”：{reason}" if named else reason


def _below(name: object, root: Path) -> str:
    text = os.fsdecode(name) if isinstance(name, bytes) else str(name)
    path = Path(text)
    shown = path.relative_to(root).as_posix() if path.is_absolute() and path.is_relative_to(root) else text
    # A name may hold bytes that are no text.
    return shown.encode("utf-8", "replace").decode("utf-8")

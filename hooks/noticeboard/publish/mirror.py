"""Releases copied to another machine by rsync: first the sites, then the link that readers follow, then what is no longer kept.

Whatever breaks between two steps, readers of the other machine see a whole site: the one before, or the new one.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from noticeboard.publish.releases import CURRENT, RELEASES
from noticeboard.publish.site_folder import Refused

_REMOTE = re.compile(r"(?:[A-Za-z0-9_][\w.-]*@)?[A-Za-z0-9_][\w.-]*:(?!//)[^:\s\0-][^\s\0]*", re.ASCII)
"""`user@host:/srv/gonghui`: nothing that rsync would take for an option or for a server of its own."""
_PATIENCE = 3600
"""Seconds."""


def ensure_remote(remote: str) -> None:
    """Raises Refused where `remote` is no place that rsync reaches by ssh, or there is no rsync."""
    if not _REMOTE.fullmatch(remote):
        raise Refused(f"“{remote}”不是“用户@服务器:文件夹”这样的地方。")
    if shutil.which("rsync") is None:
        raise Refused("没有装 rsync，传不到别的电脑上。请装上，再发布一次。")


def mirror(target: Path, remote: str) -> None:
    """Lets `remote` hold what the release folder `target` holds. Raises Refused with a sentence that says how far it came."""
    ensure_remote(remote)
    if not (target / CURRENT).is_symlink():
        raise Refused("这里的 current 不是链接，不能传到别的电脑上：换的时候读者会看到一半。")
    logs = sorted(str(place) for place in target.glob("publications*.jsonl"))
    place = remote.rstrip("/")
    before = f"没有传到“{remote}”，那里的读者看到的网站没有改动"
    _copy([f"{target / RELEASES}/"], f"{place}/{RELEASES}/", before, "--mkpath")
    _copy([str(target / CURRENT), *logs], f"{place}/", before)
    after = f"“{remote}”已经换上新的网站，不再留的几次没有删干净，下一次发布会接着删"
    _copy([f"{target / RELEASES}/"], f"{place}/{RELEASES}/", after, "--delete")


def _copy(sources: list[str], remote: str, otherwise: str, *options: str) -> None:
    """Runs rsync; raises Refused, with what `otherwise` says and what rsync said last."""
    command = [
        "rsync",
        "--recursive",
        "--links",
        "--times",
        "--perms",
        "--protect-args",
        *options,
        "--",
        *sources,
        remote,
    ]
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Refused(f"{otherwise}：一个小时还没有传完。") from None
    if done.returncode:
        said = next((line.strip() for line in done.stderr.splitlines() if line.strip()), "")
        raise Refused(f"{otherwise}。rsync 说：{said[:200] or done.returncode}")

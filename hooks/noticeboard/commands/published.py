"""What the commands share that work on published releases."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from noticeboard.commands.common_options import Command
from noticeboard.edition import BEIJING
from noticeboard.publish.mirror import mirror
from noticeboard.publish.releases import ReleaseFolder
from noticeboard.publish.site_folder import Refused
from noticeboard.system_errors import describe


def to_option(command: Command) -> Command:
    """`--to`: another machine that is to hold the same releases."""
    return click.option(
        "--to",
        "remote",
        metavar="用户@服务器:文件夹",
        help="再用 rsync 经过 ssh 传到别的电脑上：先传网站，再换链接，读者看到的总是完整的一次。",
    )(command)


def copy_to(remote: str, target: Path) -> None:
    """Copies the releases in `target` to another machine. No password is asked for: nobody is there at midnight."""
    os.environ.setdefault("RSYNC_RSH", "ssh -o BatchMode=yes")
    mirror(target, remote)


NOT_PUBLISHED = "没有发布，读者看到的网站没有改动"
SWITCHED = "读者看到的已经是 {} 这一次，后面的事没有做完，下一次发布会补上"
"""What readers see where a command failed before the switch, and behind it."""


@contextmanager
def telling(root: Path, otherwise: str = NOT_PUBLISHED) -> Iterator[None]:
    """Ends the command with one sentence when a target is refused, or the system cannot read or write.

    `otherwise` says what readers see then.
    """
    try:
        yield
    except Refused as refused:
        raise click.ClickException(str(refused)) from None
    except OSError as error:
        raise click.ClickException(f"读写文件出了错，{otherwise}。{describe(error, root)}。") from error


def beijing_now() -> datetime:
    """The time in Beijing, without a zone."""
    return datetime.now(UTC).astimezone(BEIJING).replace(tzinfo=None)


def release_folder(target: Path) -> ReleaseFolder:
    """The releases in TARGET; ends the command where TARGET is a ZIP file, which has none."""
    if target.suffix.lower() == ".zip":
        raise click.UsageError("压缩包里只有一次发布，没有更早的可以列、可以退。")
    return ReleaseFolder(target)

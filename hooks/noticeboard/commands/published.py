"""What the commands share that work on published releases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from noticeboard.edition import BEIJING
from noticeboard.publish.releases import ReleaseFolder
from noticeboard.publish.site_folder import Refused
from noticeboard.system_errors import describe


@contextmanager
def telling(root: Path) -> Iterator[None]:
    """Ends the command with one sentence when a target is refused, or the system cannot read or write."""
    try:
        yield
    except Refused as refused:
        raise click.ClickException(str(refused)) from None
    except OSError as error:
        raise click.ClickException(
            f"读写文件出了错，没有发布，读者看到的网站没有改动。{describe(error, root)}。"
        ) from error


def beijing_now() -> datetime:
    """The time in Beijing, without a zone."""
    return datetime.now(UTC).astimezone(BEIJING).replace(tzinfo=None)


def release_folder(target: Path) -> ReleaseFolder:
    """The releases in TARGET; ends the command where TARGET is a ZIP file, which has none."""
    if target.suffix.lower() == ".zip":
        raise click.UsageError("压缩包里只有一次发布，没有更早的可以列、可以退。")
    return ReleaseFolder(target)

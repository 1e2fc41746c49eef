"""The edition: for whom a site is built, on which day, and whether drafts show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path

BEIJING = timezone(timedelta(hours=8))
"""A board's day begins at midnight in China, wherever the machine that builds it stands."""

AUDIENCES = ("internal", "public")


@dataclass(frozen=True, slots=True)
class Edition:
    """What every stage may know of the world outside the repository; no stage asks the clock or the environment."""

    today: date
    audience: str = "internal"
    """`internal` holds everything; `public` holds nothing internal (SPECIFICATION section 9)."""
    drafts: bool = False
    """Whether drafts are shown, with a mark: only in a preview."""
    now: time = time.max
    """The time of day, for documents that wait for an hour; the day's end where only the day matters."""
    edits: bool = False
    """Whether the site has forms that write to this computer: only in a preview that was asked for them."""
    publications: Path | None = None
    """The log of the publications of the place that this is built for; the repository's own where that is not told."""

    @property
    def local_time(self) -> datetime:
        """Day and time in Beijing, without a zone, as officers write them."""
        return datetime.combine(self.today, self.now)


def edition_from(environment: Mapping[str, str], now: datetime, *, drafts: bool = False) -> Edition:
    """The edition that a door was asked for.

    `SOURCE_DATE_EPOCH` (seconds since 1970) stands for `now`, so that a build can be repeated; `BOARD_AUDIENCE` chooses
    the audience, `BOARD_PUBLICATIONS` the log of publications, `BOARD_EDIT` gives a preview forms. `now` is aware of its time zone. Raises ValueError, in Chinese, when either says nothing sensible.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH", "").strip()
    if epoch:
        try:
            now = datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError):
            raise ValueError(
                f"环境变量 SOURCE_DATE_EPOCH 应当是 1970 年以来的秒数，这里是“{epoch}”。"
            ) from None
    audience = environment.get("BOARD_AUDIENCE", "").strip() or "internal"
    if audience not in AUDIENCES:
        raise ValueError(f"环境变量 BOARD_AUDIENCE 只能是 internal 或 public，这里是“{audience}”。")
    here = now.astimezone(BEIJING)
    log = environment.get("BOARD_PUBLICATIONS", "")
    return Edition(
        here.date(),
        audience,
        drafts,
        here.time(),
        edits=drafts and bool(environment.get("BOARD_EDIT")),
        publications=Path(log) if log else None,
    )

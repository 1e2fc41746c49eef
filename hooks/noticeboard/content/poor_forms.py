"""What is said of a plan's forms that are read though they are poor, and of lines that are not read."""

from __future__ import annotations

from collections.abc import Sequence

from noticeboard.problems import Edit, Fault, Level

_LONGEST_QUOTE = 18


def quoted(text: str) -> str:
    """A line's first words, to find it by."""
    text = text.strip()
    return f"“{text}”" if len(text) <= _LONGEST_QUOTE else f"“{text[:_LONGEST_QUOTE]}……”"


def time_not_heading(words: str, heading: str, edit: Edit | None) -> Fault:
    return Fault(
        "time-not-heading",
        f"“{words}”不是标题，已按时间标题读取。",
        f"请写成标题“{heading}”。",
        Level.WARNING,
        edit=edit,
    )


def time_with_activities(words: str, count: int, heading: str, edit: Edit | None) -> Fault:
    return Fault(
        "time-with-activities",
        f"“{words}”和活动写在了同一行，已读成 {count} 项活动。",
        f"请把时间写成标题“{heading}”，下面每项活动写一行，用“- ”开头。",
        Level.WARNING,
        edit=edit,
    )


def theme_as_activity(words: str, theme: str) -> Fault:
    return Fault(
        "theme-as-activity",
        f"“{words}”下面没有内容，已把后面的{quoted(theme)}读成活动。",
        f"请把标题写成“{words}”，下面另起一行写“- ”和活动。",
        Level.WARNING,
    )


def time_at_end(words: str, heading: str, edit: Edit | None) -> Fault:
    return Fault(
        "time-at-end",
        f"“{words}”连在上一条的末尾，已当作下面各条的月份。",
        f"请另起一行，写成标题“{heading}”。",
        Level.WARNING,
        edit=edit,
    )


def activity_not_item(text: str, count: int, edit: Edit | None) -> Fault:
    return Fault(
        "activity-not-item",
        f"{quoted(text)}前面没有“- ”，已读成{'' if count == 1 else f' {count} 项'}活动。",
        "请每项活动写一行，用“- ”开头。",
        Level.WARNING,
        edit=edit,
    )


def several_in_item(text: str, count: int) -> Fault:
    return Fault(
        "several-in-item",
        f"{quoted(text)}这一条里写了几项活动，已读成 {count} 项。",
        "请每项活动写一行，用“- ”开头。",
        Level.WARNING,
    )


def line_not_read(text: str) -> Fault:
    return Fault(
        "line-not-read",
        f"{quoted(text)}没有读成活动，月份页上没有它。",
        "是活动的，请单独写一行，用“- ”开头，后面是时间，空一格，再写做什么，例如“- 3月8日 座谈会”；不是活动的，请不要用时间开头。",
        Level.WARNING,
    )


def nothing_read(words: str) -> Fault:
    return Fault(
        "no-activities-found",
        f"“{words}”下面没有读出一项活动。",
        "请在它下面每项活动写一行，用“- ”开头；没有活动的，请删去这个时间。",
        Level.WARNING,
    )


def item_without_time(text: str) -> Fault:
    return Fault(
        "item-without-time",
        f"这一列各条前面都有时间，只有{quoted(text)}没有，没有读成活动。",
        "请在前面写上时间，例如“- 3月8日 座谈会”。",
        Level.WARNING,
    )


def month_heading_not_read(text: str) -> Fault:
    return Fault(
        "month-heading-not-read",
        f"“{text}”像月份标题，但没有读成月份，下面的内容没有登到那个月。",
        "请只写月份，有主题的写在冒号后面，例如“三月：读书月”；不是月份标题的，请不要用月份开头。",
        Level.WARNING,
    )


def number_read_as_time(words: str) -> Fault:
    return Fault(
        "number-read-as-time",
        f"“{words}”已按时间读取，行首的数字没有当作序号。",
        "是时间的，请写成“6月、7月”“3日、4日”的样子；是序号的，请按顺序编号，或写成“2. 3月份”的样子。",
        Level.WARNING,
    )


def list_marker(sign: str) -> Fault:
    return Fault(
        "list-marker",
        "这里的列表用了文字处理软件的记号，已按列表读取。",
        f"请用“{sign}”开头。",
        Level.WARNING,
    )


def done_and_cancelled() -> Fault:
    return Fault(
        "done-and-cancelled",
        "这一条既写了完成又写了取消，已按取消处理。",
        "完成的请删去取消，取消的请把“[x]”改成“[ ]”。",
        Level.WARNING,
    )


def postponed_twice() -> Fault:
    return Fault(
        "postponed-twice",
        "这一条写了两次延期，已按最后写的一次读取。",
        "请只留最后定下来的时间，例如“（延期至：5月20日）”。",
        Level.WARNING,
    )


def postponed_back(written: str) -> Fault:
    return Fault(
        "postponed-back",
        f"延期到的“{written.strip()}”在这项活动原来的时间之前。",
        "请核对月份；是第二年的，请写上年份，例如“2027年1月”。",
        Level.WARNING,
    )


def postponed_and_cancelled() -> Fault:
    return Fault(
        "postponed-and-cancelled",
        "这一条既写了延期又写了取消，已按取消处理。",
        "请只留一个。",
        Level.WARNING,
    )


def bracket_not_closed(written: str) -> Fault:
    return Fault(
        "bracket-not-closed",
        f"{quoted(written)}这个括号没有写完，里面的话没有读成状态和说明。",
        "请在后面补上“）”。",
        Level.WARNING,
    )


def as_list(heading: str, texts: Sequence[str]) -> str:
    """A time heading with its activities, as they should be typed."""
    return "\n".join([heading, "", *(f"- {text}" for text in texts)])

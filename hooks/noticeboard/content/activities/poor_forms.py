"""What is said of a plan's forms that are read though they are poor, and of lines that are not read."""

from __future__ import annotations

from noticeboard.problems import Diagnostic, Edit, Fault, Level

TIME_NOT_HEADING = Diagnostic("time-not-heading", Level.WARNING)
TIME_WITH_ACTIVITIES = Diagnostic("time-with-activities", Level.WARNING)
THEME_AS_ACTIVITY = Diagnostic("theme-as-activity", Level.WARNING)
TIME_AT_END = Diagnostic("time-at-end", Level.WARNING)
ACTIVITY_NOT_ITEM = Diagnostic("activity-not-item", Level.WARNING)
ACTIVITIES_IN_QUOTE = Diagnostic("activities-in-quote", Level.WARNING)
SEVERAL_IN_ITEM = Diagnostic("several-in-item", Level.WARNING)
LINE_NOT_READ = Diagnostic("line-not-read", Level.WARNING)
NO_ACTIVITIES_FOUND = Diagnostic("no-activities-found", Level.WARNING)
ITEM_WITHOUT_TIME = Diagnostic("item-without-time", Level.WARNING)
MONTH_HEADING_NOT_READ = Diagnostic("month-heading-not-read", Level.WARNING)
NUMBER_READ_AS_TIME = Diagnostic("number-read-as-time", Level.WARNING)
LIST_MARKER = Diagnostic("list-marker", Level.WARNING)
DONE_AND_CANCELLED = Diagnostic("done-and-cancelled", Level.WARNING)
DONE_AND_OPEN = Diagnostic("done-and-open", Level.WARNING)
POSTPONED_BACK = Diagnostic("postponed-back", Level.WARNING)
POSTPONED_AND_CANCELLED = Diagnostic("postponed-and-cancelled", Level.WARNING)
ROW_TIME_NOT_READ = Diagnostic("row-time-not-read", Level.WARNING)
TABLE_HEADS = Diagnostic("table-heads", Level.WARNING)
STATE_NOT_READ = Diagnostic("state-not-read", Level.WARNING)
BRACKET_NOT_CLOSED = Diagnostic("bracket-not-closed", Level.WARNING)

_LONGEST_QUOTE = 18


def quoted(text: str) -> str:
    """A line's first words, to find it by."""
    text = text.strip()
    return f"“{text}”" if len(text) <= _LONGEST_QUOTE else f"“{text[:_LONGEST_QUOTE]}……”"


def time_not_heading(words: str, heading: str, edit: Edit | None) -> Fault:
    return Fault(
        TIME_NOT_HEADING,
        f"“{words}”不是标题，已按时间标题读取。",
        f"请写成标题“{heading}”。",
        edit=edit,
    )


def time_behind_title(title: str, heading: str) -> Fault:
    return Fault(
        TIME_NOT_HEADING,
        f"{quoted(title)}把月份写在了后面，下面各条已按这个月份读取。",
        f"请把月份单独写成标题“{heading}”。",
    )


def time_with_activities(words: str, count: int, heading: str, edit: Edit | None) -> Fault:
    return Fault(
        TIME_WITH_ACTIVITIES,
        f"“{words}”和活动写在了同一行，已读成 {count} 项活动。",
        f"请把时间写成标题“{heading}”，下面每项活动写一行，用“- ”开头。",
        edit=edit,
    )


def theme_as_activity(words: str, theme: str, edit: Edit | None) -> Fault:
    return Fault(
        THEME_AS_ACTIVITY,
        f"“{words}”下面没有内容，已把后面的{quoted(theme)}读成活动。",
        f"请把标题写成“{words}”，下面另起一行写“- ”和活动。",
        edit=edit,
    )


def time_at_end(words: str, heading: str, edit: Edit | None) -> Fault:
    return Fault(
        TIME_AT_END,
        f"“{words}”连在上一条的末尾，已当作下面各条的月份。",
        f"请另起一行，写成标题“{heading}”。",
        edit=edit,
    )


def activity_not_item(text: str, count: int, edit: Edit | None) -> Fault:
    return Fault(
        ACTIVITY_NOT_ITEM,
        f"{quoted(text)}前面没有“- ”，已读成{'' if count == 1 else f' {count} 项'}活动。",
        "请每项活动写一行，用“- ”开头。",
        edit=edit,
    )


def title_as_activity(text: str) -> Fault:
    return Fault(
        ACTIVITY_NOT_ITEM,
        f"{quoted(text)}后面写了时间，已读成一项活动。",
        "请写成一条，时间写在前面，例如“- 3月8日 座谈会”。",
    )


def activity_in_lines(words: str) -> Fault:
    """`words` have what the lines say in one bracket."""
    return Fault(
        ACTIVITY_NOT_ITEM,
        f"{quoted(words.partition('（')[0])}和下面的时间、地点已读成一项活动。",
        f"请写在一行里：“- {words}”。",
    )


def activities_in_quote(count: int) -> Fault:
    read = f"已读成 {count} 项活动" if count else "没有读出活动"
    return Fault(
        ACTIVITIES_IN_QUOTE,
        f"用“>”开头的引用里写了时间，{read}。",
        "是本单位的活动，请删去行首的“>”；只是引用别处的话，请不要用时间开头。",
    )


def several_in_item(text: str, count: int, edit: Edit | None = None, *, are_parted: bool = True) -> Fault:
    read = f"已读成 {count} 项" if are_parted else "没有分开，只读成一项"
    return Fault(
        SEVERAL_IN_ITEM,
        f"{quoted(text)}这一条里写了几项活动，{read}。",
        "请每项活动写一行，用“- ”开头。",
        edit=edit,
    )


def line_not_read(text: str) -> Fault:
    return Fault(
        LINE_NOT_READ,
        f"{quoted(text)}没有读成活动，月份页上没有它。",
        "是活动的，请单独写一行，用“- ”开头，后面是时间，空一格，再写做什么，例如“- 3月8日 座谈会”；不是活动的，请不要用时间开头。",
    )


def below_not_read(text: str) -> Fault:
    return Fault(
        LINE_NOT_READ,
        f"{quoted(text)}写在一项活动的下面，没有照它自己的时间登出来。",
        "要照它的时间登，请删去行首的空格，和上面那一项并排写；只是上面那一项的说明，请不要写时间。",
    )


def nothing_to_do(words: str) -> Fault:
    return Fault(
        LINE_NOT_READ,
        f"{quoted(words)}只有时间，没有写做什么，没有读成活动。",
        "请在时间后面空一格，写上做什么，例如“- 3月8日 座谈会”；是上面那一项的时间，请写到那一项的前面。",
    )


def part_not_read(text: str) -> Fault:
    return Fault(
        LINE_NOT_READ,
        f"{quoted(text)}写在一项活动的后面，没有照它自己的时间登出来。",
        "要照它的时间登，请另起一行，用“- ”开头；只是这项活动的说明，请不要用时间开头。",
    )


def nothing_read(words: str) -> Fault:
    return Fault(
        NO_ACTIVITIES_FOUND,
        f"“{words}”下面没有读出一项活动。",
        "请在它下面每项活动写一行，用“- ”开头；没有活动的，请删去这个时间。",
    )


def item_without_time(text: str) -> Fault:
    return Fault(
        ITEM_WITHOUT_TIME,
        f"这一列各条前面都有时间，只有{quoted(text)}没有，没有读成活动。",
        "请在前面写上时间，例如“- 3月8日 座谈会”。",
    )


def festival_as_time(text: str, festival: str, month: int, count: int) -> Fault:
    name = festival if festival.startswith("“") else f"“{festival}”"
    several = "" if count == 1 else f" {count} 项"
    return Fault(
        ITEM_WITHOUT_TIME,
        f"这一列各条前面都有时间，{quoted(text)}没有，已按{name}读成{month}月的{several}活动。",
        "请在前面写上时间，例如“- 3月8日 座谈会”；几项活动分成几行写。",
    )


def month_heading_not_read(text: str) -> Fault:
    return Fault(
        MONTH_HEADING_NOT_READ,
        f"“{text}”像月份标题，但没有读成月份，下面的内容没有登到那个月。",
        "请只写月份，有主题的写在冒号后面，例如“三月：读书月”；不是月份标题的，请不要用月份开头。",
    )


def number_read_as_time(words: str) -> Fault:
    return Fault(
        NUMBER_READ_AS_TIME,
        f"“{words}”已按时间读取，行首的数字没有当作序号。",
        "是时间的，请写成“6月、7月”“3日、4日”的样子；是序号的，请按顺序编号，或写成“2. 3月份”的样子。",
    )


def list_marker(sign: str) -> Fault:
    return Fault(
        LIST_MARKER,
        "这里的列表用了文字处理软件的记号，已按列表读取。",
        f"请用“{sign}”开头。",
    )


def glued_dash() -> Fault:
    return Fault(
        LIST_MARKER,
        "行首的减号后面没有空格，已按列表读取。",
        "请在减号后面空一格，例如“- 植树”。",
    )


def done_and_cancelled() -> Fault:
    return Fault(
        DONE_AND_CANCELLED,
        "这一条既写了完成又写了取消，已按取消处理。",
        "完成的请删去取消，取消的请把“[x]”改成“[ ]”。",
    )


def done_and_open(told: str) -> Fault:
    return Fault(
        DONE_AND_OPEN,
        f"这一条打了勾，又写了{told}，已按完成处理。",
        "办了的请删去“未完成”“延期”这样的话，没有办的请把“[x]”改成“[ ]”。",
    )


def postponed_back(written: str) -> Fault:
    return Fault(
        POSTPONED_BACK,
        f"延期到的“{written.strip()}”在这项活动原来的时间之前。",
        "请核对月份；是第二年的，请写上年份，例如“2027年1月”。",
    )


def postponed_and_cancelled() -> Fault:
    return Fault(
        POSTPONED_AND_CANCELLED,
        "这一条既写了延期又写了取消，已按取消处理。",
        "请只留一个。",
    )


def row_time_not_read(written: str) -> Fault:
    return Fault(
        ROW_TIME_NOT_READ,
        f"表格里的时间{quoted(written)}没有读懂，这一行没有读成活动。",
        "请写成月份或日期，例如“三月”“3月8日”“4月上旬”；没有定的，写“待定”。",
    )


def table_heads() -> Fault:
    return Fault(
        TABLE_HEADS,
        "表头没有写哪一列是时间、哪一列是内容，已把月份或日期右边的一列读成活动。",
        "请在表头写“月份”和“内容”；不是活动的，请写明是什么，例如“值班人”。",
    )


def state_not_read(words: str) -> Fault:
    return Fault(
        STATE_NOT_READ,
        f"{quoted(words)}没有读成状态，这一条还按原来的时间。",
        "请写在括号里，例如“（延期至：5月20日）”“（取消：原因）”或“（待定）”。",
    )


def bracket_not_closed(written: str) -> Fault:
    return Fault(
        BRACKET_NOT_CLOSED,
        f"{quoted(written)}这个括号没有写完，里面的话没有读成状态和说明。",
        "请在后面补上“）”。",
    )

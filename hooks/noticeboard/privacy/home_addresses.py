"""Where somebody lives, down to the door: 学院路15号院3号楼2单元501室, 家住幸福街12号."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from noticeboard.patterns import pattern_of
from noticeboard.privacy.normalized_text import NormalizedText, Span
from noticeboard.privacy.person_names import NAME

_N = "[0-9A-Za-z一二三四五六七八九十百甲乙丙丁]{1,5}"
_ESTATE = "(?:小区|花园|花苑|家园|嘉园|佳园|新园|雅园|苑|公寓|新村|新居|家属院|家属楼|家属区|宿舍楼?|生活区|住宅区?|庄园|山庄|名都|名邸|华庭|华府|豪庭|里弄|里)"
_NAMED_ESTATE = (
    "(?<=[\u4e00-\u9fff])(?:[园苑城府湾郡轩庭居坊寓邸院墅都阁岸洲]|国际|广场|社区|公馆|时代|天地|半岛)"
)
"""How the names of estates end where nothing calls them so; they say it with building, staircase and flat behind them."""
_BUILDING = f"(?:{_N}(?:号院|号楼|栋|幢|座|号|弄|区|#|楼))"
_ROOM = r"[0-9]{3,4}(?:室|户|号|房)?(?![0-9年.%])"
_DWELLING = pattern_of(
    rf"{_BUILDING}\s?[-—]?\s?{_N}(?:单元|门)\s?[-—]?\s?(?:{_N}[楼层]\s?)?[0-9一二三四五六七八九十]{{1,4}}(?:室|户|号|房)?"
    rf"|{_ESTATE}[东西南北一二三四五六0-9]{{0,2}}[区期]?\s?{_BUILDING}{{1,3}}\s?[-—]?\s?{_ROOM}"
    rf"|{_ESTATE}(?:[东西南北一二三四五六0-9]{{1,2}}[区期])?\s?[0-9]{{1,3}}[-—](?:[0-9]{{1,2}}[-—])?[0-9]{{3,4}}(?![0-9])"
    rf"|{_NAMED_ESTATE}\s?[0-9]{{1,3}}[-—][0-9]{{1,2}}[-—][0-9]{{3,4}}(?![-—0-9A-Za-z])"
    rf"|(?:路|街|道|巷|胡同)\s?[0-9]+(?:号院|弄|号)\s?(?:{_N}(?:支弄|号楼|栋|幢|座|号))\s?(?:{_N}单元)?\s?{_ROOM}"
    rf"|{_ESTATE}\s?{_N}排\s?{_N}(?:号|室|户)(?![楼线院馆路])"
    rf"|弄\s?[0-9]+号\s?{_ROOM}"
    rf"|村\s?(?:(?:第?{_N}(?:村民小组|组|队|社|屯))\s?)?[0-9]+号(?![楼线院馆路])"
)
_LABEL = "家庭住址|家庭详细地址|家庭地址|家访地[址点]|家住|家在|现?住址|住宅地址|现?居住地址?|居住在|常住地址?|户籍所在地|户籍地址?|户口所在地|户口地址|现住|现住地|住在|住于|住所|通信地址|通讯地址|邮寄地址|收[货件]地址"
_LABELLED = pattern_of(
    rf"(?P<label>{_LABEL})(?:[（(][^（()）\n]{{0,10}}[）)])?[是为在于:：\s]{{0,3}}(?P<place>[^|\n，。；;、]{{2,50}}?[0-9一二三四五六七八九十]{{1,12}}\s?(?:号院?|弄|栋|幢|室|单元|组|户|#))"
)
# Plain words only: Python's `re` skips what begins none of them.
_LIVES = pattern_of(
    r"住(?<![居常入]住)(?![宿院房])[在于]?(?:[^，。；、\s|]{2,14}?[0-9]{1,3}(?:号楼|栋|幢|座|门|单元|号院)\s?[-—]?\s?[0-9]{3,4}(?![0-9])"
    r"|(?<!驻住)[^，。；、\s|]{1,12}?(?:[村屯庄寨]|社区)第?[0-9一二三四五六七八九十]{1,3}[组队社](?![长织员]))"
)
_DOOR = pattern_of(
    r"门牌(?:号码?)?[：:为是]?\s?[0-9]{1,4}号?(?=[^。；\n]{0,14}?"
    rf"(?:[员师傅人爷妈姐哥叔婶姨娘]|(?:[老小][\u4e00-\u9fff]|(?<![\u4e00-\u9fff]){NAME})(?<![之大专商厂管行店]))家(?![电长具属委校访教庭园政]))"
)
"""The door of somebody's house."""
_SIGN = pattern_of(
    "单元|门牌|号楼|栋|幢|弄|住址|住在|住于|住所|住宅|住处|[村屯庄寨区]第?[0-9一二三四五六七八九十]{1,3}[组队社排]|家住|居住|常住|现住|家在|户籍|户口|地址"
)
_NUMBER = pattern_of(
    r"[0-9](?:[号座楼门室户组队社屯区#]|[-—][0-9]{1,2}[-—][0-9]{3}|[-—][0-9]{3,4}(?![0-9年]))"
)
"""A quick look: every address has one of the signs, or such a number."""
_NUMBERED = pattern_of(
    r"[0-9一二三四五六七八九十]\s?(?:号|弄|栋|幢|室|单元|组|户|#)|[0-9][-—][0-9]{1,12}[-—][0-9]"
)
_HEAD = pattern_of(f"^(?:{_LABEL}|地址|详细地址|住处)$")
_ANYBODY = ("地址", "详细地址")
"""A column that is only called so is somebody's when the table names persons."""
_OFFICE = pattern_of(
    r"间|空房|\s?(?:[^，。；\s]{0,6}(?:已修|修好|报修)|办公室|会议室|教室|活动室|阅览室|接待室|值班室|办公|窗口|[的内]?(?:门窗|水管|屋[面顶]|卫生间|空调|电路|暖气)?(?:维修|改造|渗[漏水]|漏水|装修|工程|施工|报修|检修|更换|防水|抢修|粉刷|安装))"
)
_OF_OFFICE = pattern_of(
    r"(?:房源|空房|周转房)[^。\n]{0,20}$|(?:工会|单位|学校|公司|医院|机构|办公|会议|体检|培训|上课|活动|集合|服务站|中心|商家|门店)(?:详细)?地[址点][：:为是在\s]*[^，。；|\n]{0,40}$"
)
_OF_COMPANY = pattern_of(
    r"(?:公司|[^\n]厂|商[店行]|事务所|旅行社|中标人|供[应货]商|供货|门店|书店|酒店|宾馆)[^。；|\n]{0,40}地[址点]?[：:为是在\s]*[^，。；|\n]{0,30}$"
)
_POST = pattern_of("通信地址|通讯地址|邮寄地址|收[货件]地址")
_ORGANISATION = pattern_of(
    "工会|公司|学校|中学|小学|大学|学院|幼儿园|委员会|中心|协会|医院|[^\n]厂|[局处科室]|大厦|办公"
)
"""To whom one writes at an address that is nobody's home."""
_SHOWN = 40
_LOOK_BACK = 120
"""Characters before a place that say whose it is: more than the patterns that end in `$` can take, but for a long run of blanks.
The whole line each time would take seconds for one of 200 KB."""


def find_home_addresses(reading: NormalizedText) -> Iterator[Span]:
    """Dwellings by their form; any numbered place that is called somebody's address; and the columns of such."""
    text = reading.text
    lines = _lines(reading)
    for start, end in lines:
        yield from _in_line(text, start, end)
    if lines and "|" in text:
        dwellings = [found.start() for start, end in lines for found in _DWELLING.finditer(text, start, end)]
        for span in _columns(text):
            following = bisect_left(dwellings, span.start)
            if following == len(dwellings) or dwellings[following] >= span.end:
                yield span


def _lines(reading: NormalizedText) -> list[tuple[int, int]]:
    """Start and end of the lines that are worth a closer look: most texts have none."""
    text, starts = reading.text, (*reading.lines, len(reading.text) + 1)
    places = (found.start() for look in (_NUMBER, _SIGN) for found in look.finditer(text))
    numbers = sorted({reading.line_of(place) for place in places})
    return [(starts[number], starts[number + 1] - 1) for number in numbers]


def _in_line(text: str, start: int, end: int) -> Iterator[Span]:
    reached = start
    found_here = [
        *_DWELLING.finditer(text, start, end),
        *_LABELLED.finditer(text, start, end),
        *_LIVES.finditer(text, start, end),
        *_DOOR.finditer(text, start, end),
    ]
    last = _last_organisation(text, start, end) if any(_POST.match(one[0]) for one in found_here) else -1
    for found in sorted(found_here, key=lambda found: found.start()):
        if found.start() >= reached and not _OFFICE.match(text, found.end()):
            before = max(start, found.start() - _LOOK_BACK)
            if any(whose.search(text, before, found.start()) for whose in (_OF_OFFICE, _OF_COMPANY)):
                continue
            if found.start() <= last and _POST.match(found[0]):
                continue
            reached = found.end()
            yield Span(found.start(), found.end(), _shown(found[0]))


def _last_organisation(text: str, start: int, end: int) -> int:
    """Where the last one of a line is named; -1 where none is."""
    return max((found.start() for found in _ORGANISATION.finditer(text, start, end)), default=-1)


def _columns(text: str) -> Iterator[Span]:
    """Cells below a head that says 住址."""
    columns: list[int] = []
    place = 0
    inside = False
    for line in text.split("\n"):
        if not line.startswith("|"):
            inside, columns = False, []
        elif not inside:
            inside = True
            names_persons = "姓名" in line
            columns = [
                index
                for index, cell in enumerate(line.split("|"))
                if _HEAD.match(cell.strip()) and (names_persons or cell.strip() not in _ANYBODY)
            ]
        elif columns:
            cells = line.split("|")
            starts = tuple(accumulate((len(cell) + 1 for cell in cells), initial=place))
            for index in columns:
                if index < len(cells) and _NUMBERED.search(cells[index]):
                    yield Span(starts[index], starts[index + 1] - 1, _shown(cells[index]))
        place += len(line) + 1


def _shown(written: str) -> str:
    return re.sub(r"[0-9]", "*", written.strip()[:_SHOWN])
